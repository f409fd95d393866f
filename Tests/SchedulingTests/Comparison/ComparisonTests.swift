import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("What moved and why")
struct ComparisonTests {
    /// Two plans from sketches, the second changed further if need be.
    private func compare(
        _ old: String, _ new: String, start: String = "2026-01-05",
        changingOld changeOld: (inout PlanDraft) -> Void = { _ in },
        changing change: (inout PlanDraft) -> Void = { _ in }
    ) throws -> PlanComparison {
        var (one, other) = (try PlanSketch(old), try PlanSketch(new, start: start))
        changeOld(&one.draft)
        change(&other.draft)
        let calendars = RandomPlans.calendars
        return try PlanComparison(of: one.schedule(calendars: calendars), with: other.schedule(calendars: calendars))
    }

    private func reasons(_ comparison: PlanComparison) -> [String] {
        comparison.moved.map { moved in
            let subject = moved.reason.subject.map { " \($0)" } ?? ""
            return "\(moved.id) \(moved.reason.kind)\(subject) ← \(moved.root.activity) \(moved.root.reason.kind)"
        }
    }

    @Test("a duration reaches down the chain, and every move names the next and the first")
    func chain() throws {
        let comparison = try compare(
            "brief 2d\nconcept 3d after brief\nmedia 1d after brief\nfilm 4d after concept, media",
            "brief 4d\nconcept 3d after brief\nmedia 1d after brief\nfilm 4d after concept, media")
        #expect(
            reasons(comparison) == [
                "brief duration ← brief duration", "concept predecessor brief ← brief duration",
                "media predecessor brief ← brief duration", "film predecessor concept ← brief duration",
            ])
        #expect(comparison.moved.map(\.finishMoved.count) == [960, 960, 960, 960])
        #expect(comparison.moved.map(\.startMoved.count) == [0, 960, 960, 960])
        #expect(comparison.finish.chain == ["film", "concept", "brief"])
        #expect(comparison.finish.moved == WorkMinutes(960) && comparison.isWorse)
        #expect(comparison.finish.root?.activity == "brief")
        #expect(comparison.finish.root?.reason == .duration(from: WorkMinutes(960), to: WorkMinutes(1_920)))
    }

    @Test(
        "each kind of reason has a smallest sample",
        arguments: [
            ("a 1d\nb 1d", "a 1d\nb 1d after a", "b added-link a ← b added-link"),
            ("a 1d\nb 1d after a", "a 1d\nb 1d", "b removed-link a ← b removed-link"),
            ("a 1d\nb 1d after a", "a 1d\nb 1d after a FS+1d", "b changed-lag a ← b changed-lag"),
            ("a 1d\nb 1d after a SS", "a 1d\nb 1d after a", "b changed-link a ← b changed-link"),
            ("a 1d", "a 1d from 2026-01-08", "a date ← a date"),
            ("a 1d", "a 2d", "a duration ← a duration"),
            ("a 5d", "a 5d on six", ""),
            ("a 6d", "a 6d on six", "a calendar ← a calendar"),
        ])
    func kinds(old: String, new: String, reason: String) throws {
        #expect(try reasons(compare(old, new)).joined(separator: "; ") == reason)
    }

    @Test("the project's start moves what begins with it")
    func projectStart() throws {
        let comparison = try compare("a 1d\nb 1d after a", "a 1d\nb 1d after a", start: "2026-01-06")
        #expect(
            reasons(comparison) == ["a project-start ← a project-start", "b predecessor a ← a project-start"])
    }

    @Test("a new holiday moves what spans it by the calendar, and the rest by its predecessor")
    func calendarDays() throws {
        let week = CalendarDefinition.fiveDayWeek.week!
        func own(_ days: [String]) -> CalendarDefinition {
            CalendarDefinition(
                id: "own", name: "Own", week: week, rules: days.map { .holiday(CivilDay($0)!, name: "Holiday") })
        }
        let comparison = try compare("a 2d\nb 1d after a", "a 2d\nb 1d after a") {
            $0.calendar = Located("own")
            $0.calendars = [Located(own([]))]
        } changing: {
            $0.calendar = Located("own")
            $0.calendars = [Located(own(["2026-01-06"]))]
        }
        #expect(reasons(comparison) == ["a calendar-days ← a calendar-days", "b predecessor a ← a calendar-days"])
    }

    @Test("progress and the data date are told apart")
    func progress() throws {
        let plan = "a 2d\nb 1d after a"
        let started = try compare(plan, plan) { _ in
        } changing: {
            $0.dataDate = Located(.day(CivilDay("2026-01-05")!))
            $0.activities[0].progress.actualStart = Located(.day(CivilDay("2026-01-05")!))
            $0.activities[0].progress.remaining = Located(.days(3))
        }
        #expect(reasons(started) == ["a progress ← a progress", "b predecessor a ← a progress"])
        let waiting = try compare(plan, plan) { _ in
        } changing: {
            $0.dataDate = Located(.day(CivilDay("2026-01-07")!))
        }
        #expect(reasons(waiting) == ["a data-date ← a data-date", "b predecessor a ← a data-date"])
        let done = try compare("a 2d\nb 1d after a", "a 2d\nb 1d after a") { _ in
        } changing: {
            $0.dataDate = Located(.day(CivilDay("2026-01-05")!))
            $0.activities[0].progress.actualFinish = Located(.day(CivilDay("2026-01-05")!))
        }
        #expect(reasons(done).last == "b predecessor a ← a progress")
    }

    @Test("work put elsewhere by hand, delayed by levelling, or scheduled in another manner says so")
    func otherReasons() throws {
        let pinned = try compare("a 1d", "a 1d") { _ in
        } changing: {
            let day = StatedInstant.day(CivilDay("2026-01-07")!)
            $0.activities[0].details.pinned = PinnedDates(start: day, finish: day)
        }
        #expect(reasons(pinned) == ["a hand ← a hand"])
        let levelled = try compare("a 1d", "a 1d") { _ in
        } changing: {
            $0.activities[0].details.levelingDelay = Located(.days(1))
        }
        #expect(reasons(levelled) == ["a leveling-delay ← a leveling-delay"])
        let lag = "a 1d on night\nb 1d after a FS+8h"
        let manner = try compare(lag, lag) { _ in
        } changing: {
            $0.conventions = .microsoft
        }
        #expect(reasons(manner).last == "b conventions ← b conventions")
    }

    @Test("work as late as possible moves with its successor")
    func successor() throws {
        let comparison = try compare("a 1d\nb 5d\nc 1d after a, b", "a 1d\nb 6d\nc 1d after a, b") {
            $0.activities[0].constraints = [Located(.asLateAsPossible)]
        } changing: {
            $0.activities[0].constraints = [Located(.asLateAsPossible)]
        }
        #expect(
            reasons(comparison) == [
                "a successor c ← b duration", "b duration ← b duration", "c predecessor b ← b duration",
            ])
    }

    @Test("a plan counted back from its promise moves with it")
    func promise() throws {
        let comparison = try compare("a 1d\nb 1d after a", "a 1d\nb 1d after a") {
            ($0.isScheduledFromFinish, $0.finishBy) = (true, Located(.day(CivilDay("2026-02-06")!)))
        } changing: {
            ($0.isScheduledFromFinish, $0.finishBy) = (true, Located(.day(CivilDay("2026-02-13")!)))
        }
        #expect(reasons(comparison) == ["a successor b ← b promise", "b promise ← b promise"])
    }

    @Test("a summary moves with its part, a link to a summary is the reason of its parts")
    func summaries() throws {
        func plan(_ days: Int, linked: Bool = false) -> (inout PlanDraft) -> Void {
            { draft in
                draft.activities.append(ActivityDraft(id: Located("phase"), kind: .summary))
                if linked { draft.activities[2].predecessors = [Located(LinkDraft(to: "a"))] }
                draft.activities[1].details.parent = Located("phase")
                draft.activities[1].duration = Located(.days(days))
            }
        }
        let longer = try compare("a 2d\nb 1d", "a 2d\nb 1d", changingOld: plan(1), changing: plan(2))
        #expect(reasons(longer) == ["b duration ← b duration", "phase part b ← b duration"])
        let linked = try compare("a 2d\nb 1d", "a 2d\nb 1d", changingOld: plan(1), changing: plan(1, linked: true))
        #expect(reasons(linked) == ["b added-link a ← phase added-link", "phase part b ← phase added-link"])
    }

    @Test("activities are matched by their tool's id where their own differ; the rest came or went")
    func matching() throws {
        let comparison = try compare("old 1d\ngone 1d", "new 2d\nfresh 3d") {
            $0.activities[0].details.externalID = "17"
        } changing: {
            $0.activities[0].details.externalID = "17"
        }
        #expect(reasons(comparison) == ["new duration ← new duration"])
        #expect(comparison.added == ["fresh"] && comparison.removed == ["gone"])
        #expect(comparison.finish.root?.activity == "fresh" && comparison.finish.root?.reason == .added)
    }

    @Test("promises are told before and after, and a smaller headroom is worse")
    func promises() throws {
        let comparison = try compare("a 1d by 2026-01-09\nb 5d", "a 2d by 2026-01-09\nb 5d")
        #expect(comparison.promises.map { $0.before?.timeHeadroom.count } == [4 * 480])
        #expect(comparison.promises.map { $0.after?.timeHeadroom.count } == [3 * 480])
        #expect(comparison.isWorse && comparison.finish.moved == .zero)
        #expect(comparison.finish.root == nil)
    }

    @Test("a stored baseline is compared in working minutes; what it does not state has no variance")
    func baseline() throws {
        var sketch = try PlanSketch("a 2d\nb 1d after a\nc 1d")
        sketch.draft.activities[0].details.baseline = BaselineDates(
            start: CivilMinute("2026-01-05T09:00"), finish: CivilMinute("2026-01-05T18:00"),
            duration: WorkMinutes(480))
        sketch.draft.activities[1].details.baseline = BaselineDates(finish: CivilMinute("2026-01-06T18:00"))
        let variance = BaselineVariance(of: try sketch.schedule())
        #expect(variance.activities.map { $0.startVariance?.count } == [0, nil])
        #expect(variance.activities.map { $0.finishVariance?.count } == [480, 480])
        #expect(variance.activities.map { $0.durationVariance?.count } == [480, nil])
        #expect(variance.withoutBaseline == ["c"])
        #expect(variance.finish?.variance.count == 480 && variance.isLate)
    }
}
