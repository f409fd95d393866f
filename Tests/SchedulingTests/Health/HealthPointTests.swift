import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("The fourteen points of a schedule's health")
struct HealthPointTests {
    private func check(
        _ sketch: String, finishBy: String? = nil, countingFinished: Bool = false,
        _ change: (inout PlanDraft) -> Void = { _ in }
    ) throws -> HealthCheck {
        var plan = try PlanSketch(sketch, finishBy: finishBy)
        change(&plan.draft)
        return HealthCheck(of: try plan.schedule(calendars: RandomPlans.calendars), countingFinished: countingFinished)
    }

    /// A chain of so many activities of a day.
    private func chain(_ count: Int) -> String {
        (0..<count).map { "a\($0) 1d" + ($0 > 0 ? " after a\($0 - 1)" : "") }.joined(separator: "\n")
    }

    @Test(
        "each has a smallest sample that passes and one that fails",
        arguments: [
            (2, "a 1d\nb 1d after a", "a 1d\nb 1d after a FS-1h", ["b"]),
            (3, "a 1d\nb 1d after a", "a 1d\nb 1d after a FS+1h", ["b"]),
            (4, "a 1d\nb 1d after a", "a 1d\nb 1d after a SS", ["b"]),
            (6, "a 1d\nb 45d", "a 1d\nb 46d", ["a"]),
            (7, "a 1d by 2026-01-05", "a 1d\nb 1d after a by 2026-01-05", ["a", "b"]),
            (8, "a 44d", "a 45d", ["a"]),
        ] as [(Int, String, String, [ActivityID])])
    func samples(number: Int, passing: String, failing: String, activities: [ActivityID]) throws {
        let (good, bad) = (try check(passing).points[number - 1], try check(failing).points[number - 1])
        #expect(good.number == number && good.status == .pass && good.activities == [])
        #expect(bad.status == .fail && bad.activities == activities)
    }

    @Test("1: of forty in a chain the two ends are five per cent; of thirty-nine they are more")
    func missingLogic() throws {
        let (good, bad) = (try check(chain(40)).points[0], try check(chain(39)).points[0])
        #expect(good.status == .pass && good.measure?.numerator == 2 && good.measure?.denominator == 40)
        #expect(bad.status == .fail && bad.activities == ["a0", "a38"])
    }

    @Test("5: dates that hold an activity whatever its links are hard; those that only hold it back are not")
    func hardConstraints() throws {
        let date = StatedInstant.day(CivilDay("2026-01-05")!)
        let hard: [DateConstraint] = [
            .mustStartOn(date), .mustFinishOn(date), .mandatoryStart(date), .mandatoryFinish(date),
            .startNoLaterThan(date), .finishNoLaterThan(date),
        ]
        for constraint in hard + [.startNoEarlierThan(date), .finishNoEarlierThan(date), .asLateAsPossible] {
            let point = try check("a 1d") { $0.activities[0].constraints = [Located(constraint)] }.points[4]
            #expect(point.status == (hard.contains(constraint) ? .fail : .pass), "\(constraint.key)")
        }
    }

    @Test("9: what is planned before the data date, or has happened after it, is invalid")
    func invalidDates() throws {
        #expect(try check("a 1d").points[8].reason == .noDataDate)
        let good = try check("a 1d") { $0.dataDate = Located(.day(CivilDay("2026-01-06")!)) }
        #expect(good.points[8].status == .pass)
        let late = try check("a 1d") {
            $0.dataDate = Located(.day(CivilDay("2026-01-06")!))
            $0.activities[0].progress.actualStart = Located(.day(CivilDay("2026-01-08")!))
        }
        #expect(late.points[8].status == .fail && late.points[8].activities == ["a"])
        let left = try check("a 1d") {
            $0.conventions = .microsoft
            $0.dataDate = Located(.day(CivilDay("2026-01-06")!))
        }
        #expect(left.points[8].status == .fail)
    }

    @Test("10: work that nobody is set to do, in a plan that says who works")
    func resources() throws {
        #expect(try check("a 1d").points[9].reason == .noResources)
        func plan(_ activity: Int) throws -> HealthPoint {
            try check("a 1d\nb 0d after a") {
                $0.resources = [ResourceDraft(id: Located("Li"), name: "Li")]
                $0.activities[activity].details.assignments = [AssignmentDraft(resource: Located("Li"))]
            }.points[9]
        }
        #expect(try plan(0).status == .pass)
        #expect(try plan(1).activities == ["a"])
    }

    /// Two activities whose baselines end on Monday and Tuesday, of which so many are finished when Tuesday ends.
    private func baselined(finished: Int, onTime: Bool = true) throws -> HealthCheck {
        try check("a 1d\nb 1d after a") { draft in
            draft.dataDate = Located(.day(CivilDay("2026-01-06")!))
            for (index, day) in ["2026-01-05", "2026-01-06"].enumerated() {
                draft.activities[index].details.baseline = BaselineDates(finish: CivilMinute(day + "T18:00"))
                guard index < finished else { continue }
                let actual = CivilDay(onTime ? day : "2026-01-06")!
                draft.activities[index].progress.actualStart = Located(.day(actual))
                draft.activities[index].progress.actualFinish = Located(.day(actual))
            }
        }
    }

    @Test("11 and 14: against the baseline, what was due is missed or done")
    func baseline() throws {
        let without = try check("a 1d") { $0.dataDate = Located(.day(CivilDay("2026-01-06")!)) }
        #expect(without.points[10].reason == .noBaseline && without.points[13].reason == .noBaseline)
        let good = try baselined(finished: 2)
        #expect(good.points[10].status == .pass && good.points[13].status == .pass)
        let late = try baselined(finished: 2, onTime: false)
        #expect(late.points[10].activities == ["a"] && late.points[13].status == .pass)
        let open = try baselined(finished: 1)
        #expect(open.points[13].measure?.numerator == 1 && open.points[13].measure?.denominator == 2)
        #expect(open.points[13].activities == ["b"] && open.points[10].activities == ["b"])
    }

    @Test("12: 600 days more at the beginning of the path reach the finish, unless its end is set by hand")
    func criticalPathTest() throws {
        let good = try check("a 1d\nb 1d after a").points[11]
        #expect(good.status == .pass && good.measure?.numerator == 288_000 && good.activities == ["a"])
        let held = try check("a 1d\nb 1d after a") {
            $0.activities[1].constraints = [Located(.mandatoryStart(.day(CivilDay("2026-01-08")!)))]
        }.points[11]
        #expect(held.status == .pass && held.activities == ["b"], "the path begins where the date holds it")
        let pinned = try check("a 1d") {
            let day = StatedInstant.day(CivilDay("2026-01-05")!)
            $0.activities[0].details.pinned = PinnedDates(start: day, finish: day)
        }.points[11]
        #expect(pinned.status == .fail && pinned.measure?.numerator == 0)
    }

    @Test("12: work begun in the manner of Microsoft Project ends later by as much")
    func criticalPathOfStartedWork() throws {
        let point = try check("a 2d\nb 1d after a") {
            $0.conventions = .microsoft
            $0.activities[0].progress.actualStart = Located(.day(CivilDay("2026-01-05")!))
        }.points[11]
        #expect(point.status == .pass && point.measure?.numerator == 288_000)
    }

    @Test("13: the path to the promise, and its float, over its length")
    func criticalPathLength() throws {
        #expect(try check("a 1d").points[12].reason == .noPromise)
        let good = try check("a 5d", finishBy: "2026-01-12").points[12]
        #expect(good.status == .pass && good.measure?.numerator == 6 * 480 && good.measure?.denominator == 5 * 480)
        #expect(try check("a 5d", finishBy: "2026-01-08").points[12].status == .fail)
    }

    @Test("finished work is counted only on demand, and a plan without any other has no share")
    func finished() throws {
        func plan(_ countingFinished: Bool) throws -> HealthPoint {
            try check("a 1d", countingFinished: countingFinished) {
                $0.dataDate = Located(.day(CivilDay("2026-01-06")!))
                $0.activities[0].progress.actualFinish = Located(.day(CivilDay("2026-01-05")!))
            }.points[0]
        }
        #expect(try plan(false).reason == .nothingLeft && plan(false).measure == nil)
        #expect(try plan(true).measure?.denominator == 1 && plan(true).population == .everything)
    }
}
