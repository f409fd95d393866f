import Diagnostics
import WorkTime

extension PlanCheck {
    /// Gives every id its first activity; later ones of the same id are faults.
    mutating func indexActivities() {
        if draft.activities.isEmpty {
            report(
                "plan.no-activities", "the plan has no activities",
                advice: "list them under “activities”, such as  brief: {duration: 2d}", at: draft.name?.place)
        }
        for index in draft.activities.indices {
            let id = draft.activities[index].id.value
            if !id.isWellFormed {
                report(
                    "plan.bad-id", "“\(id)” cannot be an id",
                    advice: "use an id without white space, comma or semicolon, and put the words into “name”",
                    at: draft.activities[index].id.place)
            }
            if let first = indexOf.insert(id, at: index) {
                let line = draft.activities[first].id.place.map { ", first in line \($0.line)" } ?? ""
                report(
                    "plan.duplicate-id", "the id “\(id)” is used twice\(line)",
                    advice: "give one of the two another id", at: draft.activities[index].id.place)
            }
        }
    }

    /// The lanes in drawing order: as declared, or as the activities first name them.
    mutating func resolvedLanes() -> [Lane] {
        var known: [LaneID: Lane] = [:]
        var lanes: [Lane] = []
        for lane in draft.lanes where known.updateValue(lane.value, forKey: lane.value.id) == nil {
            lanes.append(lane.value)
        }
        for index in detailed {
            let activity = draft.activities[index]
            guard let lane = activity.lane, known[lane.value] == nil else { continue }
            if draft.lanes.isEmpty {
                let named = Lane(id: lane.value, name: BilingualName(lane.value.rawValue))
                known[lane.value] = named
                lanes.append(named)
            } else {
                let nearest = nearestName(to: lane.value.rawValue, among: draft.lanes.map(\.value.id.rawValue))
                report(
                    "plan.unknown-lane", "“\(activity.id.value)” stands in the lane “\(lane.value)”, which is not one",
                    advice: nearest.map { "did you mean “\($0)”? Otherwise add the lane under “lanes”" }
                        ?? "add the lane under “lanes”, or use one that is there", at: lane.place)
            }
        }
        return lanes
    }

    /// One activity with its duration in minutes.
    mutating func activity(_ index: Int, calendars: UsedCalendars) -> Activity {
        let calendar = calendars.calendar(of: index)
        let duration = duration(of: index, on: calendar)
        var facts = draft.activities[index].hasDetails ? facts(draft.activities[index].details, on: calendar) : nil
        if let safe = draft.activities[index].safe {
            facts?.safeDuration = safeDuration(safe, of: index, lasting: duration, on: calendar)
        }
        return Activity(
            id: draft.activities[index].id.value, calendar: calendar.id, duration: duration,
            kind: draft.activities[index].kind, facts: facts)
    }

    private func facts(_ details: ActivityDetails, on calendar: WorkCalendar) -> ActivityFacts {
        var facts = ActivityFacts.none
        facts.name = details.name
        facts.lane = details.lane?.value
        facts.constraints = details.constraints.map(\.value)
        facts.deadline = details.deadline?.value
        facts.note = details.note
        facts.wbs = details.wbs
        facts.externalID = details.externalID
        facts.levelingDelay = details.levelingDelay.flatMap { stated in
            let minutes = stated.value.minutes(on: calendar)
            guard minutes > 0 else { return nil }
            return stated.value.isElapsed ? .elapsed(ElapsedMinutes(minutes)) : .work(WorkMinutes(minutes))
        }
        facts.interruption = WorkMinutes(max(0, details.interruption?.minutes(on: calendar) ?? 0))
        facts.pinned = details.pinned
        facts.isInactive = details.isInactive
        facts.baseline = details.baseline
        facts.mark = details.mark
        facts.commitment = details.commitment?.value
        facts.assignments = details.assignments.map { Assignment(resource: $0.resource.value, units: $0.units) }
        return facts
    }

    /// Only what is scheduled by itself starts at a time that somebody can be told.
    mutating func checkCommitments(start: CivilMinute?, calendars: UsedCalendars) {
        for index in detailed {
            let activity = draft.activities[index]
            guard let stated = activity.details.commitment else { continue }
            if activity.kind == .summary || activity.kind == .levelOfEffort {
                report(
                    "plan.commitment-kind",
                    "“\(activity.id.value)” is committed and has no start of its own: it is a \(activity.kind.rawValue)",
                    advice: "commit an activity in it, or the milestone that it leads to", at: stated.place)
            }
            if let start, let date = stated.value.date, date.asFinish(on: calendars.calendar(of: index)) < start,
                activity.progress.actualStart == nil
            {
                report(
                    "plan.commitment-before-start",
                    "“\(activity.id.value)” is committed to \(date), before the plan starts on \(start.day)",
                    advice: "check the year and the month of both dates", at: stated.place)
            }
            if let cost = stated.value.cost, !Commitment.possibleCosts.contains(cost) {
                report(
                    "plan.commitment-cost", "moving “\(activity.id.value)” costs \(cost)",
                    advice: "write a cost from \(Commitment.possibleCosts.lowerBound) to "
                        + "\(Commitment.possibleCosts.upperBound)", at: stated.place)
            }
        }
    }

    private mutating func duration(of index: Int, on calendar: WorkCalendar) -> WorkMinutes {
        // Read one by one: a copy of the whole activity would take longer than all that is done here.
        let (id, kind) = (draft.activities[index].id, draft.activities[index].kind)
        guard let stated = draft.activities[index].duration else {
            if kind == .work {
                report(
                    "plan.no-duration", "“\(id.value)” has no duration",
                    advice: "add  duration: 2d, or  milestone: true  for a point in time", at: id.place)
            }
            return .zero
        }
        if stated.value.thousandths < 0 {
            report(
                "plan.negative-duration", "“\(id.value)” has the duration \(stated.value), which is below zero",
                advice: "write a duration of zero or more; for an overlap use a lead, such as  after: x FS-1d",
                at: stated.place)
        }
        if stated.value.unit == .percent {
            report(
                "plan.bad-duration", "“\(id.value)” lasts “\(stated.value)”, a percentage of nothing",
                advice: "write a number and a unit: 30m, 4h, 2d, 1.5w; a percentage may stand only behind a link",
                at: stated.place)
        }
        if kind == .summary { return .zero }
        if kind.isMilestone, stated.value.thousandths > 0 {
            report(
                "plan.milestone-with-duration", "“\(id.value)” is a milestone and lasts \(stated.value)",
                advice: "drop the duration, or drop  milestone: true", at: stated.place)
        }
        return WorkMinutes(max(0, stated.value.minutes(on: calendar)))
    }
}
