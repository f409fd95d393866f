public import Scheduling
public import WorkTime

extension WorkflowDraft {
    /// What one round less of each approval would spare: the repair of the plan without it.
    ///
    /// Tried are approvals that have not been given and of whose last agreed round nothing has begun.
    ///
    /// - Parameters:
    ///   - schedule: of the expanded plan, and `repair` that of it.
    ///   - commitments: what is committed of a plan.
    ///   - calendars: those that the plan was checked with.
    /// - Returns: those that help, and how many were left untried for the size of the plan.
    public func fewerRounds(
        of approvals: [Approval], beside schedule: Schedule, _ repair: Repair, calendars: CalendarLibrary,
        effort: RepairEffort = .standard, commitments: (ExpandedPlan, Schedule) -> [Commitment]
    ) -> (alternatives: [RepairAlternative], untried: Int) {
        let open = approvals.filter { $0.canDoWithoutLastRound(in: schedule.project) }
        let count = repair.kept.count + repair.moved.count
        let tried = open.prefix(effort.repairs(of: schedule, commitments: count))
        let found = tried.compactMap { approval -> RepairAlternative? in
            let plan = expanded(calendars: calendars, changingRoundsOf: approval.id, by: -1)
            guard let project = try? Project(checking: plan.draft, calendars: calendars) else { return nil }
            let shorter = project.schedule()
            let outcome = RepairOutcome(shorter.repair(keeping: commitments(plan, shorter)))
            let gain = repair.gain(from: schedule, to: shorter)
            guard gain > .zero || outcome.isBetter(than: RepairOutcome(repair)) else { return nil }
            let rounds = approval.rounds.count
            return RepairAlternative(.fewerRounds(approval.id, from: rounds, to: rounds - 1), outcome, gain: gain)
        }
        return (found, open.count - tried.count)
    }
}

extension Approval {
    fileprivate func canDoWithoutLastRound(in project: Project) -> Bool {
        guard rounds.count > 1, let last = rounds.last else { return false }
        return !(last.revisions + [last.answer]).contains { id in
            project.index(of: id).map { project.activities[$0].isStarted } ?? false
        }
    }
}

extension Repair {
    /// The most by which a promise that cannot be met, or a commitment that is pushed, comes forward in another plan, in
    /// working minutes of the plan's calendar.
    fileprivate func gain(from schedule: Schedule, to other: Schedule) -> WorkMinutes {
        let promises = unattainable.compactMap { promise in
            other.deadlines.first { $0.activity == promise.activity }.map { ($0.forecast, promise.attainable) }
        }
        let starts = moved.compactMap { moved -> (CivilMinute, CivilMinute)? in
            guard case .pushed = moved.reason, let before = schedule[moved.commitment.activity]?.earlyStart,
                let after = other[moved.commitment.activity]?.earlyStart
            else { return nil }
            return (after, before)
        }
        return (promises + starts).map { schedule.project.calendar.work(from: $0, to: $1) }.max() ?? .zero
    }
}
