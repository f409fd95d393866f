import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("The rules of a schedule's health")
struct HealthRuleTests {
    /// What breaks rules, as `rule activity others`.
    private func violations(
        _ sketch: String, calendar: String? = nil, _ change: (inout PlanDraft) -> Void = { _ in }
    ) throws -> [String] {
        var plan = try PlanSketch(sketch, calendar: calendar)
        change(&plan.draft)
        let check = HealthCheck(of: try plan.schedule(calendars: RandomPlans.calendars))
        return check.violations.map { violation in
            ([violation.rule.rawValue, violation.activity.rawValue] + violation.others.map(\.rawValue))
                .joined(separator: " ")
        }
    }

    @Test(
        "each has a smallest sample, beside one that keeps it",
        arguments: [
            (
                "a 1d\nclient-approval 1d after a", "a 1d\nclient-approval 0d after a",
                "client-gate-without-response-time client-approval"
            ),
            ("a 1d\nok-确认 0d after a FS+2d", "a 1d\nok-确认 0d after a", "client-gate-without-response-time ok-确认"),
            (
                "written-approval 1d\nb 1d after written-approval\nbooking 1d after b", "b 1d\nbooking 1d after b",
                "booking-without-written-approval booking"
            ),
            ("书面确认 1d\n订位 1d after 书面确认", "确认 1d\n订位 1d after 确认", "booking-without-written-approval 订位"),
            ("a 1d\nb 2d after a, a FF", "a 1d\nb 2d after a FF", "dangling-start b"),
            ("a 1d\nb 1d after a", "a 1d\nb 1d after a SS", "dangling-finish a"),
            ("a 1d\nb 1d after a\nc 1d after b", "a 1d\nb 1d after a\nc 1d after a, b", "redundant-link c a"),
            ("a 1d\nb 1d after a", "a 1d\nb 1d after a, a", "redundant-link b a"),
            (
                "a 1d\nb 1d after a\nc 1d after a, b SS+4h", "a 1d\nb 1d after a FS+1d\nc 1d after b, a",
                "redundant-link c a"
            ),
            ("a 5d from 2026-01-07 by 2026-01-13", "a 5d from 2026-01-07 by 2026-01-12", "deadline-before-date a"),
        ])
    func samples(keeping: String, breaking: String, violation: String) throws {
        let rule = violation.split(separator: " ")[0]
        #expect(try violations(keeping).filter { $0.hasPrefix(rule) } == [])
        #expect(try violations(breaking).filter { $0.hasPrefix(rule) } == [violation])
    }

    @Test("an instruction, which nothing comes before, is no gate")
    func instruction() throws {
        let found = try violations("instruction 0d\na 1d after instruction") {
            $0.activities[0].lane = Located("client")
        }
        #expect(found == [])
    }

    @Test("the client's lane makes a gate; that of client service does not")
    func lanes() throws {
        for (lane, isGate) in [("client", true), ("客户", true), ("client-service", false), ("客户服务", false)] {
            let found = try violations("a 1d\nb 0d after a") { $0.activities[1].lane = Located(LaneID(lane)) }
            #expect(found == (isGate ? ["client-gate-without-response-time b"] : []), "\(lane)")
        }
    }

    @Test("work around the clock goes on over a holiday of the plan, work of its calendar does not")
    func holidays() throws {
        let own = CalendarDefinition(
            id: "own", name: "Own", week: CalendarDefinition.fiveDayWeek.week,
            rules: [.holiday(CivilDay("2026-01-06")!, name: "Holiday")])
        let sketch = "a 3d\nb 3ed\nc 2d on five-day-week\nd 1d on five-day-week"
        let found = try violations(sketch, calendar: "own") { $0.calendars = [Located(own)] }
        #expect(found == ["work-on-holiday b", "work-on-holiday c"])
    }

    @Test("two activities of one name are told apart by nobody")
    func namesakes() throws {
        let found = try violations("a 1d\nb 1d") {
            $0.activities[0].name = "Design"
            $0.activities[1].name = "Design"
        }
        #expect(found == ["same-name b a"])
    }

    @Test("work that began before its predecessor was done is out of sequence")
    func outOfSequence() throws {
        func plan(_ link: String, finished: String?) throws -> [String] {
            try violations("a 2d\nb 2d after a \(link)") { draft in
                draft.dataDate = Located(.day(CivilDay("2026-01-09")!))
                draft.activities[0].progress.actualStart = Located(.day(CivilDay("2026-01-05")!))
                draft.activities[0].progress.actualFinish = finished.flatMap { CivilDay($0) }.map { Located(.day($0)) }
                draft.activities[1].progress.actualStart = Located(.day(CivilDay("2026-01-07")!))
            }.filter { $0.hasPrefix("out") }
        }
        #expect(try plan("FS", finished: "2026-01-06") == [])
        #expect(try plan("FS", finished: nil) == ["out-of-sequence b a"])
        #expect(try plan("FS", finished: "2026-01-08") == ["out-of-sequence b a"])
        #expect(try plan("FS-2d", finished: "2026-01-08") == [])
        #expect(try plan("SS+3d", finished: nil) == ["out-of-sequence b a"])
    }
}
