public import Scheduling
public import WorkTime

/// A plan after a slip, repaired: what stands, what moves, and what else could be done.
public struct PlanRepair: Sendable {
    /// The plan as it stands, with no commitment held.
    public let before: Schedule
    public let repair: Repair
    /// What moves against the reference plan; empty without one.
    public let shifts: [ShiftedActivity]
    public let hasReference: Bool
    public let alternatives: RepairAlternatives

    /// - Parameters:
    ///   - schedule: of the expanded plan of `draft`; not one that is counted back from its finish.
    ///   - reference: dates by activity of an older plan or a baseline; empty where there is none.
    ///   - calendars: those that the plan was checked with.
    public init(
        of schedule: Schedule, _ draft: WorkflowDraft, approvals: [Approval], vehicles: [Vehicle],
        reference: [ActivityID: BaselineDates], calendars: CalendarLibrary, effort: RepairEffort = .standard
    ) {
        let commitments = PlanCommitments(of: schedule, vehicles: vehicles, reference: reference).all
        let repair = schedule.repair(keeping: commitments)
        before = schedule
        self.repair = repair
        shifts = repair.shifts(from: reference)
        hasReference = !reference.isEmpty
        guard !repair.isComplete else {
            alternatives = RepairAlternatives([], untried: 0)
            return
        }
        let changes = schedule.alternatives(to: repair, keeping: commitments, effort: effort)
        let rounds = draft.fewerRounds(
            of: approvals, beside: schedule, repair, calendars: calendars, effort: effort
        ) { plan, schedule in PlanCommitments(of: schedule, vehicles: plan.vehicles, reference: reference).all }
        alternatives = RepairAlternatives(
            changes.ranked + rounds.alternatives, untried: changes.untried + rounds.untried,
            unsought: changes.unsought)
    }
}

extension Schedule {
    /// The baseline that the plan's own file keeps, by activity.
    public var ownBaseline: [ActivityID: BaselineDates] {
        let dated = project.activities.compactMap { activity in activity.facts.baseline.map { (activity.id, $0) } }
        return Dictionary(dated) { first, _ in first }
    }

    /// Its dates as a reference for a later plan.
    public var asReference: [ActivityID: BaselineDates] {
        let dated = project.activities.indices.filter(hasDates).map { index in
            let dates = activities[index]
            return (
                dates.id,
                BaselineDates(
                    start: dates.start, finish: dates.finish, duration: project.activities[index].duration)
            )
        }
        return Dictionary(dated) { first, _ in first }
    }
}
