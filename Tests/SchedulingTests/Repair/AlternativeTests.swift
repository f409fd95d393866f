import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("What would help beside a repair")
struct AlternativeTests {
    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: CalendarLibrary()).schedule()
    }

    /// A shoot that comes three days late, and a party that is told to begin when the film is seen.
    private func film() throws -> (draft: PlanDraft, commitments: [Commitment]) {
        let sketch = try PlanSketch(
            """
            casting 8d
            shoot 4d after casting
            cut 5d after shoot
            party 1d after cut by 2026-01-30
            """)
        return (
            sketch.draft,
            [
                Commitment("shoot", .confirmedPeople, on: CivilMinute("2026-01-12T09:00")!),
                Commitment("party", .agreedWithClient, on: CivilMinute("2026-01-28T09:00")!),
            ]
        )
    }

    @Test("the best come first, each with the repair that it leads to")
    func ranked() throws {
        let (draft, commitments) = try film()
        let schedule = try schedule(draft)
        let repair = schedule.repair(keeping: commitments)
        #expect(repair.moved.map(\.commitment.activity) == ["shoot"])
        let found = schedule.alternatives(to: repair, keeping: commitments)
        #expect(found.untried == 0)
        let best = try #require(found.ranked.first)
        #expect(best.change == .relaxation(.shorten("casting", from: .init(8 * 480), to: .init(5 * 480))))
        #expect(best.outcome.isComplete && best.outcome.cost == 0)
        let kinds = found.ranked.map(\.change.kind)
        #expect(kinds.contains("overlap"))
        for (one, next) in zip(found.ranked, found.ranked.dropFirst()) {
            #expect(!next.outcome.isBetter(than: one.outcome))
        }
    }

    @Test("a plan that is written with the change has the repair that was said")
    func asWritten() throws {
        let (draft, commitments) = try film()
        let schedule = try schedule(draft)
        let found = schedule.alternatives(to: schedule.repair(keeping: commitments), keeping: commitments)
        var tried = 0
        for alternative in found.ranked {
            guard case .relaxation(let change) = alternative.change, let written = draft.written(with: change) else {
                continue
            }
            tried += 1
            let outcome = RepairOutcome(try self.schedule(written).repair(keeping: commitments))
            #expect(outcome == alternative.outcome, "\(change)")
        }
        #expect(tried >= 2)
    }

    @Test("so it is in random plans, for work done in less time and for later promises")
    func randomPlans() throws {
        var tried = 0
        for seed in UInt64(0)..<120 {
            var plans = RepairPlans(seed: seed)
            let (schedule, commitments) = try plans.next()
            let repair = schedule.repair(keeping: commitments)
            for alternative in schedule.alternatives(to: repair, keeping: commitments).ranked {
                guard let written = plans.written.written(with: alternative.change) else { continue }
                let changed = try Project(checking: written, calendars: CalendarLibrary(RandomPlans.calendars))
                let outcome = RepairOutcome(changed.schedule().repair(keeping: commitments))
                tried += 1
                #expect(outcome == alternative.outcome, "seed \(seed), \(alternative.change)")
            }
        }
        #expect(tried > 150, "\(tried)")
    }

    @Test("a later promise is an alternative where a commitment gives way to it")
    func laterPromise() throws {
        var (draft, commitments) = try film()
        draft.activities[3].deadline = Located(.day(CivilDay("2026-01-28")!))
        commitments[1] = Commitment("party", .agreedWithClient, on: CivilMinute("2026-02-02T09:00")!)
        let schedule = try schedule(draft)
        let repair = schedule.repair(keeping: commitments)
        #expect(repair.moved.map(\.reason.kind) == ["pushed", "would-miss"])
        let found = schedule.alternatives(to: repair, keeping: commitments).ranked
        let later = try #require(found.first { $0.change.kind == "move-promise" })
        #expect(later.outcome.moved == ["shoot"])
        #expect(
            later.change
                == .relaxation(.movePromise(.deadline("party"), to: CivilMinute("2026-02-02T18:00")!)))
    }

    @Test("where no single change is enough, several are tried together")
    func together() throws {
        var (draft, commitments) = try film()
        draft.activities[0].duration = Located(.days(12))
        draft.activities.insert(
            ActivityDraft(id: Located("script"), duration: Located(.days(2))), at: 0)
        draft.activities[1].predecessors = [Located(LinkDraft(to: "script"))]
        commitments = [Commitment("shoot", .confirmedPeople, on: CivilMinute("2026-01-14T09:00")!)]
        let schedule = try schedule(draft)
        let found = schedule.alternatives(to: schedule.repair(keeping: commitments), keeping: commitments).ranked
        let together = try #require(found.first { $0.change.kind == "together" })
        #expect(
            together.change
                == .together([
                    .shorten("casting", from: .init(12 * 480), to: .init(6 * 480)),
                    .shorten("script", from: .init(2 * 480), to: .init(480)),
                ]))
        // Beside an earlier start, which is for others to decide, nothing else is enough.
        let enough = found.filter { $0.outcome.moved.isEmpty }.map(\.change.kind)
        #expect(Set(enough) == ["start-earlier", "together"])
    }

    @Test("what was left untried is counted")
    func untried() throws {
        let (draft, commitments) = try film()
        let schedule = try schedule(draft)
        var effort = RepairEffort()
        let all = schedule.alternatives(to: schedule.repair(keeping: commitments), keeping: commitments)
        effort.alternatives = 1
        let one = schedule.alternatives(
            to: schedule.repair(keeping: commitments), keeping: commitments, effort: effort)
        #expect(one.ranked.count == 1 && one.untried == all.ranked.count - 1)
        effort.search.conflicts = 0
        let none = schedule.alternatives(
            to: schedule.repair(keeping: commitments), keeping: commitments, effort: effort)
        #expect(none.ranked.isEmpty && none.unsought == 1)
    }
}

extension PlanDraft {
    /// The plan with a change that a planner would write into one line; `nil` for other changes.
    fileprivate func written(with change: RepairAlternative.Change) -> PlanDraft? {
        switch change {
        case .relaxation(let change): written(with: change)
        case .together(let changes):
            changes.reduce(self) { draft, change in draft?.written(with: change) }
        case .fewerRounds: nil
        }
    }

    fileprivate func written(with change: Relaxation.Change) -> PlanDraft? {
        var draft = self
        switch change {
        case .shorten(let id, _, let to):
            guard let index = activities.firstIndex(where: { $0.id.value == id }) else { return nil }
            // Of what has begun, what is left is shortened.
            guard draft.activities[index].progress.isEmpty, draft.activities[index].duration?.value.isElapsed == false
            else { return nil }
            draft.activities[index].duration = Located(.minutes(to.count))
        case .overlap(let pair, _, let lag):
            guard let index = activities.firstIndex(where: { $0.id.value == pair.successor }) else { return nil }
            guard draft.activities[index].predecessors.count == 1 else { return nil }
            draft.activities[index].predecessors[0].value.lag = .minutes(lag.minutes)
        case .movePromise(.finishBy, let date): draft.finishBy = Located(.minute(date))
        case .movePromise(.deadline(let id), let date):
            guard let index = activities.firstIndex(where: { $0.id.value == id }) else { return nil }
            draft.activities[index].deadline = Located(.minute(date))
        default: return nil
        }
        return draft
    }
}
