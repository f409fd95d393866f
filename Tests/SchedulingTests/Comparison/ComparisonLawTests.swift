import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Laws that hold of every comparison")
struct ComparisonLawTests {
    private static let library = CalendarLibrary(RandomPlans.calendars)

    private func schedule(_ draft: PlanDraft) throws -> Schedule {
        try Project(checking: draft, calendars: Self.library).schedule()
    }

    private func draft(seed: UInt64, count: Int = 14) -> PlanDraft {
        var plans = RandomPlans(seed: seed)
        return plans.draft(count: count)
    }

    @Test("a plan compared with itself is an empty difference", arguments: 0..<60 as Range<UInt64>)
    func identity(seed: UInt64) throws {
        let schedule = try schedule(draft(seed: seed))
        let comparison = PlanComparison(of: schedule, with: schedule)
        #expect(comparison.isEmpty && !comparison.isWorse)
        #expect(comparison.finish.chain == [] && comparison.finish.root == nil)
    }

    @Test("one edit explains every move, and is where each chain begins", arguments: 0..<400 as Range<UInt64>)
    func oneEdit(seed: UInt64) throws {
        let before = draft(seed: seed)
        let (after, edited) = RandomEdit(seed: seed).applied(to: before)
        let comparison = try PlanComparison(of: schedule(before), with: schedule(after))
        for moved in comparison.moved {
            #expect(moved.reason != .several, "seed \(seed): \(moved.id) after \(edited)")
            #expect(moved.root.activity == edited, "seed \(seed): \(moved.id) \(moved.reason) \(moved.root)")
            #expect(!moved.root.reason.isHandedOn)
        }
        if let root = comparison.finish.root { #expect(root.activity == edited, "seed \(seed): the finish") }
    }

    @Test("a driving predecessor that is named has moved as well", arguments: 0..<200 as Range<UInt64>)
    func chains(seed: UInt64) throws {
        let before = draft(seed: seed)
        let (after, _) = RandomEdit(seed: seed).applied(to: before)
        let (old, new) = try (schedule(before), schedule(after))
        let comparison = PlanComparison(of: old, with: new)
        let ids = Set(comparison.moved.map(\.id))
        for moved in comparison.moved {
            guard case .predecessor(let id) = moved.reason else { continue }
            #expect(ids.contains(id), "seed \(seed): \(moved.id) ← \(id)")
            let later = moved.after.finish > moved.before.finish ? new : old
            let isDriving = later[moved.id]?.driver.predecessors.contains(id) ?? false
            #expect(isDriving || moved.before.finish == moved.after.finish, "seed \(seed): \(moved.id) ← \(id)")
        }
    }

    @Test("the other way round, the same moved as far back for the same reason", arguments: 0..<200 as Range<UInt64>)
    func mirror(seed: UInt64) throws {
        let before = draft(seed: seed)
        let (after, _) = RandomEdit(seed: seed, changesCalendars: false).applied(to: before)
        let (old, new) = try (schedule(before), schedule(after))
        let (there, back) = (PlanComparison(of: old, with: new), PlanComparison(of: new, with: old))
        #expect(there.moved.map(\.id) == back.moved.map(\.id))
        #expect(there.becameCritical == back.stoppedBeingCritical && there.stoppedBeingCritical == back.becameCritical)
        #expect(there.finish.moved == .zero - back.finish.moved && there.finish.chain == back.finish.chain)
        for (one, other) in zip(there.moved, back.moved) {
            #expect(one.before == other.after && one.after == other.before)
            #expect(one.startMoved == .zero - other.startMoved && one.finishMoved == .zero - other.finishMoved)
            #expect(one.reason.mirrored == other.reason && one.root.activity == other.root.activity)
        }
    }
}

/// One change of one activity: the same seed makes the same change.
struct RandomEdit {
    var seed: UInt64
    var changesCalendars = true

    /// The changed draft, and the activity that was changed. A link belongs to the activity that waits.
    func applied(to draft: PlanDraft) -> (PlanDraft, ActivityID) {
        var generator = SplitMix64(state: seed &+ 77_777)
        var changed = draft
        let index = Int.random(in: 1..<draft.activities.count, using: &generator)
        change(&changed.activities[index], index, &generator)
        return (changed, changed.activities[index].id.value)
    }

    private func change(_ activity: inout ActivityDraft, _ index: Int, _ generator: inout SplitMix64) {
        let source = ActivityID("a\(Int.random(in: 0..<index, using: &generator))")
        let hours = Int.random(in: 1...30, using: &generator)
        switch Int.random(in: 0..<(changesCalendars ? 7 : 6), using: &generator) {
        case 0:
            // Work around the clock stays so: otherwise its calendar would change too.
            let isElapsed = activity.duration?.value.isElapsed ?? false
            activity.duration = Located(PlannedDuration(thousandths: hours * 1_000, unit: .hours, isElapsed: isElapsed))
        case 1: activity.predecessors.append(Located(LinkDraft(to: source, .startToStart, lag: .hours(hours))))
        case 2: activity.predecessors.append(Located(LinkDraft(to: source, lag: .hours(hours))))
        case 3: activity.predecessors = Array(activity.predecessors.dropFirst())
        case 4:
            for place in activity.predecessors.indices.prefix(1) {
                activity.predecessors[place].value.lag = .hours(hours - 10)
            }
        case 5: activity.constraints = [Located(.startNoEarlierThan(.day(CivilDay("2026-01-20")!)))]
        default: activity.calendar = Located(activity.calendar?.value == "six" ? "night" : "six")
        }
    }
}

extension MoveReason {
    /// Told the other way round.
    var mirrored: MoveReason {
        switch self {
        case .duration(let from, let to): .duration(from: to, to: from)
        case .dataDate(let from, let to): .dataDate(from: to, to: from)
        case .projectStart(let from, let to): .projectStart(from: to, to: from)
        case .calendar(let from, let to): .calendar(from: to, to: from)
        case .date(let from, let to): .date(from: to, to: from)
        case .addedLink(let link): .removedLink(link)
        case .removedLink(let link): .addedLink(link)
        case .changedLink(let from, let to): .changedLink(from: to, to: from)
        case .promise(let from, let to): .promise(from: to, to: from)
        case .added: .removed
        case .removed: .added
        default: self
        }
    }
}
