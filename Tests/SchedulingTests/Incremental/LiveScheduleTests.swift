import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("A plan that is being edited")
struct LiveScheduleTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    @Test(
        "is scheduled as if it had been checked and scheduled whole, edit after edit",
        arguments: 0..<40 as Range<UInt64>)
    func equalsFullRun(seed: UInt64) throws {
        var plans = RandomPlans(seed: seed)
        var edits = RandomEdits(seed: seed &+ 1_000, count: 24)
        var draft = plans.draft(count: 24)
        draft.dataDate = Located(.day(CivilDay("2026-01-09")!))
        draft.conventions = [.native, .primavera, .microsoft][Int(seed % 3)]
        var live = try LiveSchedule(draft, calendars: Self.library)
        var refused = 0
        for step in 0..<250 {
            let edit = edits.next(in: live.draft)
            let before = live.draft.activities.count
            do {
                try live.apply(edit)
            } catch {
                refused += 1
                #expect(throws: Rejection.self) { try full(live.draft, edit) }
            }
            #expect(live.draft.activities.count == before)
            let whole = try Project(checking: live.draft, calendars: Self.library).schedule()
            let same = live.schedule
            #expect(same == whole, "seed \(seed), step \(step): \(edit)")
            #expect(Array(same.activities) == Array(whole.activities), "seed \(seed), step \(step): \(edit)")
            if same != whole { return }
        }
        #expect(refused < 200)
    }

    /// What a check of the whole plan says of an edit.
    private func full(_ draft: PlanDraft, _ edit: PlanEdit) throws {
        var live = try LiveSchedule(draft, calendars: Self.library)
        try live.apply(edit)
    }

    @Test("refuses a circle with all findings, and stays as it was")
    func circle() throws {
        let sketch = try PlanSketch("a 2d\nb 3d after a\nc 1d after b")
        var live = try LiveSchedule(sketch.draft, calendars: CalendarLibrary([]))
        let before = live.schedule
        let rejection = #expect(throws: Rejection.self) { try live.apply(.addLink(LinkDraft(to: "c"), to: "a")) }
        #expect(rejection?.findings.map(\.id) == ["plan.cycle"])
        #expect(live.schedule == before)
        try live.apply(.duration("b", .days(4)))
        #expect(live.schedule["c"]?.earlyFinish == CivilMinute("2026-01-13T18:00"))
    }

    @Test("refuses an edit of what is not there")
    func nothingThere() throws {
        var live = try LiveSchedule(PlanSketch("a 2d\nb 3d after a").draft, calendars: CalendarLibrary([]))
        for edit in [
            PlanEdit.duration("x", .days(1)), .removeLink(from: "b", .finishToStart, to: "a"),
            .lag(from: "a", .startToStart, to: "b", .days(1)),
        ] {
            let rejection = #expect(throws: Rejection.self) { try live.apply(edit) }
            #expect(rejection?.findings.map(\.id) == ["plan.no-such-edit"])
        }
    }
}

/// Random edits of every kind, some of which no plan allows. The same seed makes the same edits.
struct RandomEdits {
    private var generator: SplitMix64
    private let count: Int

    init(seed: UInt64, count: Int) {
        generator = SplitMix64(state: seed)
        self.count = count
    }

    mutating func next(in draft: PlanDraft) -> PlanEdit {
        let index = Int.random(in: 0..<count, using: &generator)
        let id = draft.activities[index].id.value
        let hours = PlannedDuration.hours(Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...3: return .duration(id, draft.activities[index].isMilestone ? .none : hours)
        case 4: return .constraints(id, [constraint()])
        case 5: return .deadline(id, Bool.random(using: &generator) ? .day(day(0...20)) : nil)
        case 6: return .progress(id, progress())
        case 7:
            let source = draft.activities[Int.random(in: 0..<count, using: &generator)].id.value
            return .addLink(LinkDraft(to: source, relationship(), lag: hours), to: id)
        default:
            guard let link = draft.activities[index].predecessors.randomElement(using: &generator)?.value else {
                return .duration(id, draft.activities[index].isMilestone ? .none : hours)
            }
            return Bool.random(using: &generator)
                ? .removeLink(from: link.predecessor, link.relationship, to: id)
                : .lag(from: link.predecessor, link.relationship, to: id, hours)
        }
    }

    private mutating func relationship() -> Relationship { Relationship.allCases.randomElement(using: &generator)! }

    private mutating func day(_ days: ClosedRange<Int>) -> CivilDay {
        CivilDay("2026-01-05")!.advanced(by: Int.random(in: days, using: &generator))
    }

    private mutating func constraint() -> DateConstraint {
        let date = StatedInstant.day(day(0...20))
        return [
            .startNoEarlierThan(date), .finishNoEarlierThan(date), .startNoLaterThan(date), .mustFinishOn(date),
            .mandatoryStart(date), .asLateAsPossible, .expectedFinish(date),
        ].randomElement(using: &generator)!
    }

    private mutating func progress() -> ProgressDraft {
        var progress = ProgressDraft()
        guard Bool.random(using: &generator) else { return progress }
        let start = day(0...3)
        progress.actualStart = Located(.day(start))
        if Bool.random(using: &generator) {
            progress.actualFinish = Located(.day(start.advanced(by: 1)))
        } else {
            progress.remaining = Located(.hours(Int.random(in: 0...30, using: &generator)))
        }
        return progress
    }
}
