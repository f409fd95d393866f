import Diagnostics
import Scheduling
import Testing
import WorkTime

/// Dates of all kinds and the manners of other tools, where one cause at a time is not always the whole story.
@Suite("A repair in every manner of scheduling")
struct RepairMannerTests {
    @Test(
        "what is kept starts on its date, no promise is later than it need be, and what is proven is the best",
        arguments: Conventions.Name.allCases)
    func holds(_ name: Conventions.Name) throws {
        var (proven, unproven) = (0, 0)
        for seed in UInt64(0)..<120 {
            var generator = SplitMix64(state: seed ^ 0xDA7E5)
            var draft = draft(seed, Conventions(name), &generator)
            draft.finishBy = Located(.day(CivilDay("2026-02-02")!))
            guard let schedule = try? self.schedule(draft) else { continue }
            let commitments = commitments(in: schedule, &generator)
            let repair = schedule.repair(keeping: commitments)
            let limits = schedule.deadlines.map { max($0.promised, $0.forecast) }
            #expect(
                self.holds(repair.kept, repair.schedule, limits), "seed \(seed): \(repair.kept.map(\.activity))")
            guard repair.isProven else {
                unproven += 1
                continue
            }
            // Dates against a date of the plan itself are refused in a file, as slips of the pen.
            let sets = subsets(of: commitments)
            let schedules = sets.compactMap { try? self.schedule(draft.holding($0)) }
            guard schedules.count == sets.count else { continue }
            proven += 1
            let best = zip(sets, schedules).filter { holds($0, $1, limits) }
                .map { $0.0.reduce(0) { $0 + $1.cost } }.max()
            #expect(repair.kept.reduce(0) { $0 + $1.cost } == best, "seed \(seed)")
        }
        #expect(proven > 20 && unproven > 5, "\(proven) proven, \(unproven) not")
    }

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary(RandomPlans.calendars)).schedule()
    }

    private func holds(_ kept: [Commitment], _ schedule: Schedule, _ limits: [CivilMinute]) -> Bool {
        let starts = kept.allSatisfy { commitment in
            let calendar = schedule.project.calendar(of: schedule.project.index(of: commitment.activity)!)
            let start = schedule[commitment.activity]!.earlyStart
            return calendar.position(of: start) == calendar.position(of: commitment.date)
                && !contradicts(commitment, in: schedule.project)
        }
        return starts && zip(schedule.deadlines, limits).allSatisfy { $0.forecast <= $1 }
    }

    /// Whether the activity must start or finish before its committed date would let it.
    private func contradicts(_ commitment: Commitment, in project: Project) -> Bool {
        let index = project.index(of: commitment.activity)!
        let calendar = project.calendar(of: index)
        let start = calendar.position(of: commitment.date)
        return project.activities[index].constraints.contains { constraint in
            switch constraint {
            case .mustStartOn(let date): calendar.position(of: date.asLatestStart(on: calendar)) < start
            case .mustFinishOn(let date):
                calendar.position(of: date.asFinish(on: calendar)) < start + project.activities[index].duration
            default: false
            }
        }
    }

    private func subsets(of commitments: [Commitment]) -> [[Commitment]] {
        (0..<1 << commitments.count).map { bits in
            commitments.indices.filter { bits >> $0 & 1 == 1 }.map { commitments[$0] }
        }
    }

    // MARK: Plans

    private func draft(_ seed: UInt64, _ conventions: Conventions, _ generator: inout SplitMix64) -> PlanDraft {
        var plans = RandomPlans(seed: seed)
        var draft = plans.draft(count: 8)
        draft.conventions = conventions
        for index in draft.activities.indices where Int.random(in: 0..<3, using: &generator) == 0 {
            let day = CivilDay("2026-01-06")!.advanced(by: Int.random(in: 0...14, using: &generator))
            let constraints: [DateConstraint] = [
                .mandatoryStart(.day(day)), .startNoLaterThan(.day(day)), .finishNoLaterThan(.day(day)),
                .mustStartOn(.day(day)), .mandatoryFinish(.day(day)), .asLateAsPossible, .expectedFinish(.day(day)),
            ]
            // Most plans know no expected finish.
            let count = seed % 4 == 0 ? constraints.count : seed % 2 == 0 ? 6 : 1
            draft.activities[index].constraints = [Located(constraints.prefix(count).randomElement(using: &generator)!)]
        }
        return draft
    }

    private func commitments(in schedule: Schedule, _ generator: inout SplitMix64) -> [Commitment] {
        schedule.project.activities.indices.shuffled(using: &generator).prefix(5).sorted().map { index in
            let hours = Int.random(in: -4...60, using: &generator)
            return Commitment(
                schedule.project.activities[index].id, .confirmedPeople,
                on: schedule.activities[index].earlyStart + ElapsedMinutes(hours * 60),
                cost: Int.random(in: 1...6, using: &generator))
        }
    }
}

extension PlanDraft {
    /// The plan with starts held as a planner would write them.
    fileprivate func holding(_ commitments: [Commitment]) -> PlanDraft {
        var draft = self
        for commitment in commitments {
            let index = activities.firstIndex { $0.id.value == commitment.activity }!
            draft.activities[index].constraints.removeAll { $0.value == .asLateAsPossible }
            draft.activities[index].constraints.append(Located(.startNoEarlierThan(.minute(commitment.date))))
        }
        return draft
    }
}
