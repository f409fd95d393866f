import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("The check of a plan")
struct CheckTests {
    @Test("reports a circle whole, and the rest of the plan's faults with it")
    func circle() throws {
        let findings = try PlanSketch(
            """
            brief 2d after artwork
            concept 2d after brief
            artwork 2d after concept
            media 2d after breif
            """
        ).faults()
        #expect(findings.map(\.id) == ["plan.cycle", "plan.unknown-predecessor"])
        #expect(findings[0].message.contains("brief → concept → artwork → brief"))
        #expect(findings[1].advice == "did you mean “brief”?")
    }

    @Test("reports every knot of circles once, and nothing for what stands behind one")
    func knots() throws {
        let findings = try PlanSketch(
            """
            a 1d after b
            b 1d after a
            behind 1d after b
            c 1d after d, behind
            d 1d after c
            end 1d after d
            """
        ).faults()
        #expect(findings.map(\.id) == ["plan.cycle", "plan.cycle"])
        #expect(findings[0].message.hasSuffix("a → b → a"))
        #expect(findings[1].message.hasSuffix("c → d → c"))
    }

    @Test("finds a circle of a hundred thousand links without running out of stack")
    func longCircle() throws {
        let count = 100_000
        let lines = (0..<count).map { "t\($0) 1d after t\(($0 + count - 1) % count)" }
        let findings = try PlanSketch(lines.joined(separator: "\n")).faults()
        #expect(findings.map(\.id) == ["plan.cycle"])
    }

    @Test(
        "names each fault",
        arguments: [
            ("brief 2d after brief", "plan.self-link"),
            ("brief 2d\nbrief 3d", "plan.duplicate-id"),
            ("brief -2d", "plan.negative-duration"),
            ("brief 2d on chian", "plan.unknown-calendar"),
            ("brief 2d by 2025-12-31", "plan.deadline-before-start"),
            ("brief 1000000w\nend 1000000w after brief", "plan.beyond-calendar"),
            ("", "plan.no-activities"),
        ] as [(String, FindingID)])
    func fault(sketch: String, id: FindingID) throws {
        #expect(try PlanSketch(sketch).faults().map(\.id) == [id])
    }

    @Test("asks for a duration unless it is a milestone")
    func noDuration() throws {
        var sketch = try PlanSketch("brief 2d")
        sketch.draft.activities[0].duration = nil
        #expect(try sketch.faults().map(\.id) == ["plan.no-duration"])
        sketch.draft.activities[0].isMilestone = true
        #expect(try sketch.faults().isEmpty)
    }

    @Test("asks for a start")
    func noStart() throws {
        var sketch = try PlanSketch("brief 2d")
        sketch.draft.start = nil
        #expect(try sketch.faults().map(\.id) == ["plan.no-start"])
    }

    @Test("finds dates of one activity that contradict each other")
    func contradiction() throws {
        var sketch = try PlanSketch("brief 2d from 2026-02-02")
        sketch.draft.activities[0].constraints.append(Located(.finishNoLaterThan(.day(CivilDay("2026-01-30")!))))
        #expect(try sketch.faults().map(\.id) == ["plan.contradicting-dates"])
    }

    @Test("schedules another tool's plan though dates of one activity contradict each other, and says so")
    func contradictionElsewhere() throws {
        var sketch = try PlanSketch("brief 2d from 2026-02-02")
        sketch.draft.activities[0].constraints.append(Located(.finishNoLaterThan(.day(CivilDay("2026-01-30")!))))
        sketch.draft.conventions = .primavera
        let project = try Project(checking: sketch.draft, calendars: CalendarLibrary([.fiveDayWeek]))
        #expect(project.findings.map(\.id) == ["plan.contradicting-dates"])
        #expect(try #require(project.schedule()["brief"]?.totalFloat) < .zero)
    }

    @Test("refuses a calendar without working time, on which no work would end")
    func noWorkingTime() throws {
        let idle = CalendarDefinition(id: "idle", name: "Idle", week: WeekPattern(Array(repeating: .off, count: 7)))
        let findings = try PlanSketch("brief 2d on idle").faults(calendars: [idle])
        #expect(findings.map(\.id) == ["calendar.no-working-time"])
    }

    @Test("reports calendars based on one another once, not again for each activity on them")
    func circularCalendars() throws {
        var sketch = try PlanSketch("brief 2d on one")
        sketch.draft.calendars = [
            Located(CalendarDefinition(id: "one", name: "One", basedOn: "two")),
            Located(CalendarDefinition(id: "two", name: "Two", basedOn: "one")),
        ]
        #expect(try sketch.faults().map(\.id) == ["calendar.circular-base"])
    }

    @Test("knows the calendar that a plan calls by its name rather than its id")
    func calendarByName() throws {
        let china = CalendarDefinition(
            id: "china", name: "Mainland China", nameZh: "中国大陆", week: CalendarDefinition.fiveDayWeek.week)
        let findings = try PlanSketch("brief 2d on 中国").faults(calendars: [china])
        #expect(findings.map(\.advice) == ["did you mean “china”?"])
    }

    @Test("refuses a calendar of the name that time around the clock has")
    func reservedName() throws {
        var sketch = try PlanSketch("brief 1d on elapsed\ndry 3ed")
        let week = CalendarDefinition.fiveDayWeek.week
        sketch.draft.calendars = [Located(CalendarDefinition(id: "elapsed", name: "Own", week: week))]
        #expect(try sketch.faults().map(\.id) == ["calendar.reserved-name"])
    }

    @Test("asks for a blank before a lag that was written onto the id")
    func lagOntoID() throws {
        let findings = try PlanSketch("brief 2d\nconcept 1d after brief+2d").faults()
        #expect(findings.map(\.advice) == ["put a blank before the lag: brief +2d"])
    }

    @Test("twenty thousand unknown predecessors are all reported, without comparing each with every id")
    func manyUnknown() throws {
        var sketch = try PlanSketch("")
        for number in 0..<20_000 {
            sketch.draft.activities.append(
                ActivityDraft(
                    id: Located(ActivityID("activity-\(number)")), duration: Located(.days(1)),
                    predecessors: [Located(LinkDraft(to: ActivityID("actvity-\(number)x")))]))
        }
        #expect(try sketch.faults().count == 20_000)
    }

    @Test("refuses a calendar that works on single dates only, on which a day has no length")
    func noWorkingWeek() throws {
        let rule = DateRule(day: CivilDay("2026-01-07")!, kind: .hours(.wholeDay), name: "Event")
        let event = CalendarDefinition(
            id: "event", name: "Event", week: WeekPattern(Array(repeating: .off, count: 7)), rules: [rule])
        #expect(
            try PlanSketch("brief 2d on event").faults(calendars: [event]).map(\.id) == ["calendar.no-working-week"])
    }

    @Test("keeps the findings of the reader, and rejects when one of them is an error")
    func readersFindings() throws {
        let reading = FindingList([Finding("yaml.tab", .error, "a tab", advice: "use spaces")])
        let draft = try PlanSketch("brief 2d after breif").draft
        let rejection = #expect(throws: Rejection.self) {
            try Project(checking: draft, calendars: CalendarLibrary([]), findings: reading)
        }
        #expect(rejection?.findings.map(\.id) == ["yaml.tab", "plan.unknown-predecessor"])
    }
}
