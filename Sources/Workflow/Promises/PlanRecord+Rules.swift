public import Diagnostics
public import Scheduling
public import WorkTime

/// What may be added to a record: each rule says what is wrong, and nothing is written.
extension PlanRecord {
    /// What forbids to propose a timetable.
    public func faults(proposing baseline: Baseline, on date: CivilDay) -> [Finding] {
        guard let last = proposals.last else { return [] }
        if last.baseline == baseline {
            return [
                Finding(
                    "plan.proposed-already", .error,
                    "this timetable was proposed already on \(last.date), as number \(last.number)",
                    advice: "nothing needs to be done; a timetable with other dates can be proposed")
            ]
        }
        guard date < last.date else { return [] }
        return [
            Finding(
                "plan.proposed-before-last", .error,
                "the timetable is proposed on \(date), before number \(last.number) of \(last.date)",
                advice: "give the day on which it was proposed")
        ]
    }

    /// What forbids the client to accept a timetable.
    ///
    /// - Parameters:
    ///   - number: that of the proposal; `nil` for the last.
    ///   - now: the plan as it is.
    public func faults(accepting number: Int?, _ now: Baseline, on date: CivilDay) -> [Finding] {
        guard let proposal = proposal(number) else {
            guard let number, !proposals.isEmpty else {
                return [
                    Finding(
                        "plan.nothing-proposed", .error, "no timetable of this plan has been proposed",
                        advice: "propose it first, with  headroom plan propose")
                ]
            }
            return [
                Finding(
                    "plan.unknown-proposal", .error, "there is no timetable \(number) of this plan",
                    advice: "the last one is number \(proposals[proposals.count - 1].number)")
            ]
        }
        if let acceptance = proposal.acceptance {
            return [
                Finding(
                    "plan.accepted-already", .error,
                    "timetable \(proposal.number) was accepted on \(acceptance.date) by \(acceptance.client)",
                    advice: "nothing needs to be done; what is accepted is not changed")
            ]
        }
        var faults: [Finding] = []
        if date < proposal.date {
            faults.append(
                Finding(
                    "plan.accepted-before-proposed", .error,
                    "timetable \(proposal.number) is accepted on \(date), before it was proposed on \(proposal.date)",
                    advice: "give the day on which the client accepted it"))
        }
        return faults + proposal.changed(in: now)
    }

    /// What forbids to take in an update.
    public func faults(taking update: StatusUpdate) -> [Finding] {
        guard let last = updates.last?.update else { return [] }
        if let known = updates.first(where: { $0.update.saysTheSame(as: update) }) {
            return [
                Finding(
                    "plan.update-twice", .error,
                    "this is the same as update \(known.number) of \(known.update.date.value)",
                    advice: "nothing needs to be done; it is known already", at: update.date.place)
            ]
        }
        guard update.date.value.asStart < last.date.value.asStart else { return [] }
        return [
            Finding(
                "plan.update-before-last", .error,
                "the update is of \(update.date.value), before the last one, of \(last.date.value)",
                advice: "give what is new with a date from \(last.date.value) on", at: update.date.place)
        ]
    }

    /// A proposal by its number; the last one for `nil`.
    public func proposal(_ number: Int?) -> Proposal? {
        guard let number else { return proposals.last }
        return proposals.first { $0.number == number }
    }
}

extension Proposal {
    /// How many changes are told one by one.
    private static let toldChanges = 10

    /// In what a plan is no longer what was proposed.
    fileprivate func changed(in now: Baseline) -> [Finding] {
        let changes = baseline.changes(to: now)
        let told = changes.prefix(Self.toldChanges).map { change in
            Finding(
                "plan.changed-since-proposed", .error, "timetable \(number) is no longer the plan: \(change.words)",
                advice: "propose the plan as it is now, and have that accepted")
        }
        guard changes.count > told.count else { return told }
        return told + [
            Finding(
                "plan.changed-since-proposed", .error,
                "\(changes.count - told.count) more differ from timetable \(number)",
                advice: "propose the plan as it is now, and have that accepted")
        ]
    }
}

extension Baseline.Change {
    fileprivate var words: String {
        switch self {
        case .added(let id): "“\(id)” was added"
        case .gone(let id): "“\(id)” is gone"
        case .moved(let told, let now):
            "“\(now.id)”, told for \(told.start) to \(told.finish), is now planned for \(now.start) to \(now.finish)"
        case .promise(let id, let told, let now):
            "\(id.map { "“\($0)”" } ?? "the whole plan") was promised for \(told?.description ?? "no date"), "
                + "and now for \(now?.description ?? "no date")"
        }
    }
}
