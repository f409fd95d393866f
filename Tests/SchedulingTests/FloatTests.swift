import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Floats, drivers and promises")
struct FloatTests {
    /// Days of eight hours.
    private func days(_ minutes: WorkMinutes?) -> Int? { minutes.map { $0.count / 480 } }

    @Test("total, free, interfering and independent float of one chain beside a longer one")
    func kinds() throws {
        let schedule = try PlanSketch(
            """
            start 1d
            long 10d after start
            a 2d after start
            b 2d after a
            c 1d after b
            end 1d after long, c
            """
        ).schedule()
        #expect(days(schedule["b"]?.totalFloat) == 5)
        #expect(days(schedule["b"]?.freeFloat) == 0)
        #expect(days(schedule["b"]?.interferingFloat) == 5)
        #expect(days(schedule["c"]?.freeFloat) == 5)
        #expect(days(schedule["c"]?.independentFloat) == 0)
    }

    @Test("independent float is what neither side can take away")
    func independent() throws {
        let schedule = try PlanSketch(
            """
            a 2d
            b 1d after a
            c 6d
            end 1d after b, c
            """
        ).schedule()
        #expect(days(schedule["b"]?.totalFloat) == 3)
        #expect(days(schedule["b"]?.freeFloat) == 3)
        #expect(days(schedule["b"]?.independentFloat) == 0)
        #expect(days(schedule["a"]?.freeFloat) == 0)
        #expect(days(schedule["c"]?.independentFloat) == 0)
    }

    @Test("work whose start relieves a shift may slip until the very minute at which that shift's work ends")
    func reliefWithinShift() throws {
        let schedule = try PlanSketch(
            """
            long 5d
            relief 1d
            shift 4h after relief SF
            """
        ).schedule()
        #expect(schedule["shift"]?.earlyFinish.description == "2026-01-05T14:00")
        #expect(schedule["relief"]?.freeFloat == WorkMinutes(240))
    }

    @Test("a deadline moves no bar, lowers the late dates before it, and is answered with headroom")
    func deadline() throws {
        let schedule = try PlanSketch(
            """
            brief 2d
            artwork 3d after brief by 2026-01-08
            media 9d
            """
        ).schedule()
        #expect(schedule["artwork"]?.earlyFinish.description == "2026-01-09T18:00")
        #expect(days(schedule["brief"]?.totalFloat) == -1)
        #expect(days(schedule["media"]?.totalFloat) == 0)
        #expect(!schedule.isFeasible)
        let forecast = try #require(schedule.deadlines.first)
        #expect(forecast.activity == "artwork")
        #expect(forecast.isMissed)
        #expect(days(forecast.timeHeadroom) == -1)
    }

    @Test("a promise later than the finish leaves the critical path without float")
    func laterPromise() throws {
        let schedule = try PlanSketch("brief 2d\nartwork 3d after brief", finishBy: "2026-01-16").schedule()
        #expect(schedule.isFeasible)
        #expect(days(schedule.deadlines.first?.timeHeadroom) == 5)
        #expect(schedule["brief"]?.isCritical == true)
    }

    @Test("a promise on a Sunday is kept on the Friday before")
    func sundayPromise() throws {
        let schedule = try PlanSketch("brief 5d by 2026-01-11").schedule()
        #expect(schedule.deadlines.first?.isMissed == false)
        #expect(schedule.deadlines.first?.timeHeadroom == .zero)
        #expect(schedule["brief"]?.totalFloat == .zero)
    }

    @Test("an activity says what drives it")
    func drivers() throws {
        let schedule = try PlanSketch(
            """
            brief 2d
            media 1d
            artwork 3d after media, brief
            air 1d after artwork from 2026-02-02
            """
        ).schedule()
        #expect(schedule["brief"]?.driver == .projectStart)
        #expect(schedule["artwork"]?.driver == .links(predecessors: ["brief"]))
        #expect(schedule["air"]?.driver == .date(key: "start-no-earlier-than"))
        #expect(schedule.longestPath == ["air"])
    }

    @Test("what states nothing but its duration waits for the data date as all else does")
    func dataDateDrives() throws {
        var draft = try PlanSketch("brief 2d\nartwork 1d after brief").draft
        draft.dataDate = StatedInstant("2026-01-09").map { Located($0) }
        let schedule = try Project(checking: draft, calendars: CalendarLibrary()).schedule()
        #expect(schedule["brief"]?.earlyStart.description == "2026-01-12T09:00")
        #expect(schedule["brief"]?.driver == .dataDate)
    }

    @Test("must start on keeps the logic and shows what it cannot keep as negative float")
    func mustStart() throws {
        var sketch = try PlanSketch("brief 3d\nartwork 2d after brief")
        let monday = StatedInstant.day(try #require(CivilDay("2026-01-06")))
        sketch.draft.activities[1].constraints = [Located(.mustStartOn(monday))]
        let schedule = try sketch.schedule()
        #expect(schedule["artwork"]?.earlyStart.description == "2026-01-08T09:00")
        #expect(days(schedule["artwork"]?.totalFloat) == -2)
        #expect(days(schedule["brief"]?.totalFloat) == -2)
    }

    @Test("a start that is due on a Sunday is due on the Friday before")
    func startDueInAGap() throws {
        var sketch = try PlanSketch("brief 5d\nartwork 2d after brief")
        let sunday = StatedInstant.day(try #require(CivilDay("2026-01-11")))
        sketch.draft.activities[1].constraints = [Located(.startNoLaterThan(sunday))]
        let schedule = try sketch.schedule()
        #expect(schedule["artwork"]?.lateStart.description == "2026-01-09T17:59")
        #expect(!schedule.isFeasible)
    }
}
