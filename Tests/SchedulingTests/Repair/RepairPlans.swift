import Diagnostics
import Scheduling
import WorkTime

/// Small random plans in which something has slipped: progress, promises that are near, and commitments. The same seed makes
/// the same plan.
struct RepairPlans {
    private var generator: SplitMix64
    private var plans: RandomPlans
    /// The plan that was made last, as it would be written.
    private(set) var written = PlanDraft()

    init(seed: UInt64) {
        generator = SplitMix64(state: seed ^ 0xC0FFEE)
        plans = RandomPlans(seed: seed)
    }

    /// A plan and what has been committed of it.
    mutating func next() throws -> (schedule: Schedule, commitments: [Commitment]) {
        var draft = plans.draft(count: Int.random(in: 5...9, using: &generator))
        addProgress(to: &draft)
        let bare = try schedule(draft)
        promise(&draft, after: bare)
        written = draft
        let schedule = try schedule(draft)
        return (schedule, commitments(in: schedule))
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary(RandomPlans.calendars)).schedule()
    }

    /// Finishes the first activities, and begins one, on a plan that is two days old or more.
    private mutating func addProgress(to draft: inout PlanDraft) {
        guard chance(0.6) else { return }
        let day = CivilDay("2026-01-07")!.advanced(by: Int.random(in: 0...4, using: &generator))
        draft.dataDate = Located(.minute(CivilMinute(day: day, minuteOfDay: 12 * 60)))
        let count = Int.random(in: 1...2, using: &generator)
        for index in 0..<count {
            draft.activities[index].constraints = []
            var progress = ProgressDraft(actualStart: Located(.minute(CivilMinute("2026-01-05T09:00")!)))
            if index < count - 1 || chance(0.5) {
                progress.actualFinish = Located(.minute(CivilMinute("2026-01-06T15:00")!))
            } else {
                let hours = Int.random(in: 1...30, using: &generator)
                progress.remaining = Located(PlannedDuration(thousandths: hours * 1_000, unit: .hours))
            }
            draft.activities[index].progress = progress
        }
        // How much of a lag has gone by is not what is tried here.
        let begun = Set(draft.activities.prefix(count).map(\.id.value))
        for index in draft.activities.indices {
            for place in draft.activities[index].predecessors.indices
            where begun.contains(draft.activities[index].predecessors[place].value.predecessor) {
                draft.activities[index].predecessors[place].value.lag = .none
            }
        }
    }

    private mutating func promise(_ draft: inout PlanDraft, after schedule: Schedule) {
        for index in draft.activities.indices where !schedule.project.activities[index].isComplete && chance(0.3) {
            let date = schedule.activities[index].finish + hours(-10...160)
            draft.activities[index].deadline = Located(.minute(max(date, schedule.project.start)))
        }
        guard chance(0.4) else { return }
        draft.finishBy = Located(.minute(max(schedule.finish + hours(-10...160), schedule.project.start)))
    }

    private mutating func commitments(in schedule: Schedule) -> [Commitment] {
        let open = schedule.project.activities.indices.filter { !schedule.project.activities[$0].isStarted }
        return open.shuffled(using: &generator).prefix(Int.random(in: 2...6, using: &generator)).sorted().map {
            let date = schedule.activities[$0].earlyStart + hours(-6...120)
            return Commitment(
                schedule.project.activities[$0].id, Commitment.Kind.allCases.randomElement(using: &generator)!,
                on: date, cost: chance(0.4) ? Int.random(in: 1...6, using: &generator) : nil)
        }
    }

    private mutating func hours(_ range: ClosedRange<Int>) -> ElapsedMinutes {
        ElapsedMinutes(Int.random(in: range, using: &generator) * 60)
    }

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &generator) < probability
    }
}
