import Diagnostics
import Scheduling

/// The rules of the trade that a plan with progress may break: nothing goes on without its brief and its sign-off.
extension Expansion {
    mutating func checkRules() {
        for activity in activities {
            if let brief = draft.briefs[activity.id.value] { check(brief, of: activity) }
            guard activity.progress.isBegun else { continue }
            checkBriefs(before: activity)
            checkApprovals(before: activity)
        }
        checkBookings()
    }

    private mutating func check(_ brief: Brief, of activity: ActivityDraft) {
        let known = brief.parts.map(\.value)
        for part in brief.present where !known.contains(part.value) {
            report(
                "plan.unknown-part", "“\(part.value)” is no part of the brief “\(activity.id.value)”",
                advice: nearestName(to: part.value, among: known).map { "did you mean “\($0)”?" }
                    ?? "list it under “parts” too", at: part.place)
        }
        guard let finished = activity.progress.actualFinish, !brief.missing.isEmpty else { return }
        warn(
            "plan.brief-incomplete",
            "the brief “\(activity.id.value)” is finished and lacks \(Self.list(brief.missing))",
            advice: "complete it and add the parts under “has”, or take back that it is finished", at: finished.place)
    }

    /// Work that has begun though its brief lacks something.
    private mutating func checkBriefs(before activity: ActivityDraft) {
        for link in activity.predecessors {
            guard let brief = draft.briefs[link.value.predecessor], !brief.missing.isEmpty else { continue }
            warn(
                "plan.started-without-brief",
                "“\(activity.id.value)” has begun though its brief, “\(link.value.predecessor)”, lacks "
                    + Self.list(brief.missing),
                advice: "complete the brief before work goes on", at: activity.progress.place)
        }
    }

    /// Work that has begun though a written approval before it is not there.
    private mutating func checkApprovals(before activity: ActivityDraft) {
        for link in activity.predecessors where link.value.relationship == .finishToStart {
            let source = link.value.predecessor
            guard let gate = gates[source], gate.requiresWrittenApproval,
                self.activity(source)?.progress.actualFinish == nil
            else { continue }
            warn(
                "plan.started-without-approval",
                "“\(activity.id.value)” has begun without the written approval of “\(source)”",
                advice: "get it in writing and add when under “finished”, or stop the work", at: activity.progress.place
            )
        }
    }

    /// Vehicles that would be booked without anything in writing.
    private mutating func checkBookings() {
        var seen: Set<ActivityID> = []
        for booking in draft.vehicles.flatMap(\.deadlines) where booking.kind == .booking {
            guard let named = booking.activity, seen.insert(named.value).inserted, let index = indexOf[named.value]
            else {
                continue
            }
            let isApproved = ancestors(of: index).contains { place in
                gates[activities[place].id.value]?.requiresWrittenApproval ?? false
            }
            guard !isApproved else { continue }
            warn(
                "plan.booking-without-approval", "“\(named.value)” books vehicles with no written approval before it",
                advice: "let it wait for a gate with  written: yes", at: activities[index].id.place)
        }
    }

    private static func list(_ parts: [String]) -> String { parts.map { "“\($0)”" }.joined(separator: ", ") }
}

extension ProgressDraft {
    fileprivate var isBegun: Bool { actualStart != nil || actualFinish != nil }

    /// Where it says that work has begun.
    fileprivate var place: SourcePlace? { actualStart?.place ?? actualFinish?.place }
}
