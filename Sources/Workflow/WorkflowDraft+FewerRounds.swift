public import Scheduling
public import WorkTime

extension WorkflowDraft {
    /// What fewer rounds of each approval would spare: the repair of the plan without them.
    ///
    /// Each approval that has not been given is tried with one round fewer, then two, and so on, as long as nothing of what is
    /// left out has begun; one round stays.
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
        let open = approvals.flatMap { approval in
            (0..<approval.sparedRounds(in: schedule.project)).map { (approval: approval, fewer: $0 + 1) }
        }
        let count = repair.kept.count + repair.moved.count
        let tried = open.prefix(effort.repairs(of: schedule, commitments: count))
        let found = tried.compactMap { approval, fewer -> RepairAlternative? in
            let plan = expanded(calendars: calendars, changingRoundsOf: approval.id, by: -fewer)
            guard let project = try? Project(checking: plan.draft, calendars: calendars) else { return nil }
            let shorter = project.schedule()
            let outcome = RepairOutcome(shorter.repair(keeping: commitments(plan, shorter)))
            let gain = repair.gain(from: schedule, to: shorter)
            guard gain > .zero || outcome.isBetter(than: RepairOutcome(repair)) else { return nil }
            let rounds = approval.rounds.count
            return RepairAlternative(.fewerRounds(approval.id, from: rounds, to: rounds - fewer), outcome, gain: gain)
        }
        return (found, open.count - tried.count)
    }
}

extension Approval {
    /// How many of the last rounds the plan can do without: nothing of them has begun, and one round stays.
    fileprivate func sparedRounds(in project: Project) -> Int {
        rounds.dropFirst().reversed().prefix { round in
            !(round.revisions + [round.answer]).contains { id in
                project.index(of: id).map { project.activities[$0].isStarted } ?? false
            }
        }.count
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
