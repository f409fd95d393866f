import Diagnostics
import Scheduling
import Testing
import WorkTime

@Suite("Activities on several calendars")
struct CalendarTests {
    /// A studio that also works on Saturdays, and one that works around the clock.
    private var studio: CalendarDefinition {
        CalendarDefinition(
            id: "studio", name: "Studio",
            week: WeekPattern(
                CalendarDefinition.fiveDayWeek.week!.standardDay,
                on: Weekday.allCases.filter { $0 != .sunday }))
    }

    @Test("a plan that names no calendar is told that its holidays are worked")
    func noHolidays() throws {
        #expect(try PlanSketch("brief 2d").schedule().findings.map(\.id) == ["calendar.no-holidays"])
        #expect(try PlanSketch("dry 3ed").schedule().findings.isEmpty)
    }

    @Test("a milestone after work that ends on Friday stands on Friday, and what follows starts on Monday")
    func milestoneAfterFriday() throws {
        let schedule = try PlanSketch("brief 5d\napproved 0d after brief\nartwork 1d after approved").schedule()
        #expect(schedule["approved"]?.earlyStart.description == "2026-01-09T18:00")
        #expect(schedule["artwork"]?.earlyStart.description == "2026-01-12T09:00")
        #expect(schedule["approved"]?.lateFinish.description == "2026-01-09T18:00")
    }

    @Test("a milestone after a weekend starts on Monday")
    func milestoneAfterWeekend() throws {
        let schedule = try PlanSketch("brief 5d\non-air 0d after brief from 2026-01-10").schedule()
        #expect(schedule["on-air"]?.earlyStart.description == "2026-01-12T09:00")
        let first = try PlanSketch("kickoff 0d\nbrief 1d after kickoff").schedule()
        #expect(first["kickoff"]?.earlyStart.description == "2026-01-05T09:00")
    }

    @Test("work handed over on a Saturday goes on where the calendar of the next lets it")
    func handOver() throws {
        let schedule = try PlanSketch("shoot 6d on studio\nreview 1d after shoot\nfix 1d on studio after review")
            .schedule(calendars: [studio])
        #expect(schedule["shoot"]?.earlyFinish.description == "2026-01-10T18:00")
        #expect(schedule["review"]?.earlyStart.description == "2026-01-12T09:00")
        #expect(schedule["fix"]?.earlyStart.description == "2026-01-13T09:00")
        #expect(schedule["shoot"]?.totalFloat == .zero)
        // The office may start as late as Monday 09:00, so the studio may finish just before.
        #expect(schedule["shoot"]?.lateFinish.description == "2026-01-10T18:00")
    }

    @Test("a finish that waits for a Saturday stands at Monday's first minute though its work ends on Friday")
    func finishInAGap() throws {
        let schedule = try PlanSketch("shoot 6d on studio\nlog 2d after shoot FF").schedule(calendars: [studio])
        #expect(schedule["log"]?.earlyStart.description == "2026-01-08T09:00")
        #expect(schedule["log"]?.earlyFinish.description == "2026-01-12T09:00")
    }

    @Test("a lag is counted on the calendar of the predecessor")
    func lagCalendar() throws {
        let schedule = try PlanSketch("shoot 5d on studio\nreview 1d after shoot FS+1d").schedule(calendars: [studio])
        // Saturday is a day of the studio: the lag is over by then.
        #expect(schedule["review"]?.earlyStart.description == "2026-01-12T09:00")
    }

    @Test("elapsed work runs through the night and the weekend")
    func elapsed() throws {
        let schedule = try PlanSketch("print 5d\ndry 3ed after print\npack 1d after dry").schedule()
        #expect(schedule["dry"]?.earlyStart.description == "2026-01-09T18:00")
        #expect(schedule["dry"]?.earlyFinish.description == "2026-01-12T18:00")
        #expect(schedule["pack"]?.earlyStart.description == "2026-01-13T09:00")
    }

    @Test("work planned past the day that a calendar's holidays are known for is warned of")
    func unknownAfter() throws {
        let known = CalendarDefinition(
            id: "office", name: "Office", week: CalendarDefinition.fiveDayWeek.week,
            knownThrough: CivilDay("2026-01-07"))
        let schedule = try PlanSketch("brief 3d\nartwork 1d after brief\nend 0d after artwork", calendar: "office")
            .schedule(calendars: [known])
        let finding = try #require(schedule.findings.first)
        #expect(finding.id == "calendar.unknown-after")
        #expect(finding.severity == .warning)
        #expect(finding.message.contains("“artwork” and 1 more"))
    }

    @Test("many people of many teams are checked in the time of their number, and too many teams are said")
    func manyTeams() throws {
        var draft = try PlanSketch("brief 2d").draft
        draft.calendars = (0..<120).map { number in
            Located(
                CalendarDefinition(
                    id: "c\(number)", name: "c\(number)",
                    week: WeekPattern(DayPattern.wholeDay, on: [Weekday.allCases[number % 7]])))
        }
        draft.resources = (0..<120).map { ResourceDraft(id: Located("r\($0)"), name: "", calendar: Located("c\($0)")) }
        let pairs = (0..<120).flatMap { left in (0..<120).map { (left, $0) } }.filter { $0.0 < $0.1 }
        draft.activities = pairs.enumerated().map { number, pair in
            var details = ActivityDetails()
            details.assignments = [pair.0, pair.1].map { AssignmentDraft(resource: Located("r\($0)")) }
            return ActivityDraft(
                id: Located(ActivityID("a\(number)")), duration: Located(.hours(1)), details: details)
        }
        let rejection = #expect(throws: Rejection.self) { try Project(checking: draft, calendars: CalendarLibrary()) }
        #expect(rejection?.findings.map(\.id) == ["plan.too-many-calendars"])
        draft.activities.removeLast(draft.activities.count - 4_000)
        let project = try Project(checking: draft, calendars: CalendarLibrary())
        #expect(project.activities[0].calendar == "c0+c1")
        #expect(project.calendar(of: project.resources[3]).id == "c3")
    }
}
