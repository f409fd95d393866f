import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Microsoft Project: what a file says")
struct MSPDIReadingTests {
    static func file(_ tasks: String, top: String = "", calendars: String = "", rest: String = "") -> [UInt8] {
        Array(
            """
            <Project xmlns="http://schemas.microsoft.com/project"><StartDate>2026-01-05T08:00:00</StartDate>\(top)
            <Calendars>\(calendars)</Calendars><Tasks>\(tasks)</Tasks>\(rest)</Project>
            """.utf8)
    }

    static func task(_ uid: Int, hours: Int = 8, level: Int = 1, _ more: String = "") -> String {
        "<Task><UID>\(uid)</UID><OutlineLevel>\(level)</OutlineLevel><Duration>PT\(hours)H0M0S</Duration>\(more)</Task>"
    }

    static func link(_ uid: Int, type: Int = 1, lag: Int = 0, format: Int = 7) -> String {
        "<PredecessorLink><PredecessorUID>\(uid)</PredecessorUID><Type>\(type)</Type><LinkLag>\(lag)</LinkLag>"
            + "<LagFormat>\(format)</LagFormat></PredecessorLink>"
    }

    static func draft(_ bytes: [UInt8]) throws -> PlanDraft { try PlanReader.read(bytes, file: "t.xml").draft }

    static func schedule(_ bytes: [UInt8]) throws -> Schedule {
        let reading = try PlanReader.read(bytes, file: "t.xml")
        return try Project(checking: reading.draft, calendars: CalendarLibrary(), findings: reading.findings).schedule()
    }

    @Test(
        "a lag has the length and the clock that its format says",
        arguments: [
            (4_800, 7, "2026-01-07T08:00"), (4_800, 39, "2026-01-07T08:00"), (14_400, 8, "2026-01-07T08:00"),
            (28_800, 40, "2026-01-07T17:00"), (100, 19, "2026-01-07T08:00"), (50, 51, "2026-01-06T13:00"),
            (-50, 19, "2026-01-05T13:00"), (100, 20, "2026-01-06T08:00"), (24_000, 9, "2026-01-13T08:00"),
        ])
    func lags(_ lag: Int, _ format: Int, _ start: String) throws {
        let tasks = Self.task(1) + Self.task(2, Self.link(1, lag: lag, format: format))
        let earliest = try Self.schedule(Self.file(tasks))["2"]?.earlyStart.description
        // By the clock the lag ends on Tuesday at 17:00, and work goes on the next morning.
        #expect(earliest == (start == "2026-01-07T17:00" ? "2026-01-08T08:00" : start))
    }

    @Test(
        "a link has the kind that its type says",
        arguments: [(0, Relationship.finishToFinish), (1, .finishToStart), (2, .startToFinish), (3, .startToStart)])
    func links(_ type: Int, _ relationship: Relationship) throws {
        let draft = try Self.draft(Self.file(Self.task(1) + Self.task(2, Self.link(1, type: type))))
        #expect(draft.activities[1].predecessors.map(\.value) == [LinkDraft(to: "1", relationship)])
    }

    @Test(
        "a constraint has the meaning that its number has",
        arguments: [
            (1, DateConstraint.asLateAsPossible), (2, .mandatoryStart(date)), (3, .mandatoryFinish(date)),
            (4, .startNoEarlierThan(date)), (5, .startNoLaterThan(date)), (6, .finishNoEarlierThan(date)),
            (7, .finishNoLaterThan(date)),
        ])
    func constraints(_ code: Int, _ constraint: DateConstraint) throws {
        let stated = "<ConstraintType>\(code)</ConstraintType><ConstraintDate>2026-01-07T08:00:00</ConstraintDate>"
        let draft = try Self.draft(Self.file(Self.task(1, stated)))
        #expect(draft.activities[0].constraints.map(\.value) == [constraint])
    }

    private static let date = StatedInstant.minute(CivilMinute("2026-01-07T08:00")!)

    @Test("tasks on a deeper level are part of the one before them")
    func outline() throws {
        let levels = [(0, 0), (1, 1), (2, 2), (3, 3), (4, 2), (5, 1)]
        let draft = try Self.draft(Self.file(levels.map { Self.task($0.0, level: $0.1) }.joined()))
        #expect(draft.activities.map { $0.details.parent?.value.rawValue } == [nil, "0", "1", "2", "1", "0"])
        #expect(draft.activities.map(\.kind) == [.summary, .summary, .summary, .work, .work, .work])
    }

    @Test("an outline of twenty thousand levels is read, scheduled and written")
    func deepOutline() throws {
        let count = 20_000
        let tasks = (1...count).map {
            "<Task><UID>\($0)</UID><OutlineLevel>\($0)</OutlineLevel><Duration>PT8H0M0S</Duration></Task>"
        }
        let schedule = try Self.schedule(Self.file(tasks.joined()))
        #expect(schedule["1"]?.earlyFinish.description == "2026-01-05T17:00")
        #expect(MSPDIFile.write(schedule).bytes.count < 200_000_000)
    }

    @Test("work rests where nobody is set to work on it")
    func split() throws {
        let piece = { (from: String, to: String, value: String) in
            "<TimephasedData><Type>1</Type><Start>2026-01-\(from)T08:00:00</Start><Finish>2026-01-\(to)T08:00:00</Finish>"
                + "<Unit>2</Unit>\(value)</TimephasedData>"
        }
        let eight = "<Value>PT8H0M0S</Value>"
        let pieces =
            piece("05", "06", eight) + piece("06", "08", "") + piece("08", "09", eight) + piece("09", "12", "")
            + piece("12", "13", eight)
        let assignments =
            "<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>\(pieces)"
            + "</Assignment></Assignments>"
        let schedule = try Self.schedule(Self.file(Self.task(1, hours: 24), rest: assignments))
        // Tuesday and Wednesday, and Friday; the weekend is no break.
        #expect(schedule.project.activities[0].facts.interruption == WorkMinutes(1_440))
        #expect(schedule["1"]?.earlyFinish.description == "2026-01-12T17:00")
    }

    @Test("the manner of the file is Project's, with what the file sets otherwise")
    func conventions() throws {
        let top =
            "<CriticalSlackLimit>2</CriticalSlackLimit><MinutesPerDay>420</MinutesPerDay>"
            + "<HonorConstraints>0</HonorConstraints><StatusDate>2026-01-09T17:00:00</StatusDate>"
        let draft = try Self.draft(Self.file(Self.task(1), top: top))
        #expect(draft.conventions.name == .microsoft)
        #expect(draft.conventions.criticality == .totalFloat(atMost: WorkMinutes(840)))
        #expect(!draft.conventions.pinsConstraints)
        #expect(draft.dataDate?.value.description == "2026-01-09T17:00")
    }

    @Test("a task of fixed duration, or one that ignores its resources' calendars, is done on the project's")
    func resourceCalendars() throws {
        let calendars = """
            <Calendar><UID>1</UID><Name>Standard</Name></Calendar>
            <Calendar><UID>2</UID><Name>Late</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay>
            </WeekDays></Calendar>
            <Calendar><UID>3</UID><Name>Anna</Name><BaseCalendarUID>2</BaseCalendarUID></Calendar>
            """
        let tasks = [
            ("", 0), ("<Type>1</Type>", 1), ("<IgnoreResourceCalendar>1</IgnoreResourceCalendar>", 2), ("", 3),
        ]
        let assigned = (0..<3).map {
            "<Assignment><TaskUID>\($0 + 1)</TaskUID><ResourceUID>7</ResourceUID></Assignment>"
        }
        let rest =
            "<Resources><Resource><UID>7</UID><CalendarUID>3</CalendarUID></Resource></Resources><Assignments>"
            + assigned.joined() + "</Assignments>"
        let schedule = try Self.schedule(
            Self.file(tasks.map { Self.task($0.1 + 1, $0.0) }.joined(), calendars: calendars, rest: rest))
        #expect(schedule.activities.map(\.earlyStart.day.day) == [6, 5, 5, 5])
        #expect(schedule.project.activities.map(\.calendar) == ["Late", "Standard", "Standard", "Standard"])
    }

    @Test("a name is in two languages only where the second is in Chinese writing")
    func names() throws {
        let tasks =
            "<Task><UID>1</UID><Name>Design / build</Name><Duration>PT8H0M0S</Duration></Task>"
            + "<Task><UID>2</UID><Name>Brief / 创作要求</Name><Duration>PT8H0M0S</Duration></Task>"
        let draft = try Self.draft(Self.file(tasks))
        #expect(draft.activities[0].name?.primary == "Design / build")
        #expect(draft.activities[1].name == BilingualName("Brief", chinese: "创作要求"))
    }

    @Test("a task that two thousand work on, each by a calendar of their own, is refused in bounded time")
    func hugeTeam() throws {
        let count = 2_000
        let monday = "<WeekDays><WeekDay><DayType>2</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>"
        let calendars = (1...count).map { "<Calendar><UID>\($0)</UID>\(monday)</Calendar>" }.joined()
        let resources = (1...count).map {
            "<Resource><UID>\($0)</UID><CalendarUID>\($0)</CalendarUID></Resource>"
        }
        let assignments = (1...count).map {
            "<Assignment><TaskUID>1</TaskUID><ResourceUID>\($0)</ResourceUID></Assignment>"
        }
        let rest = "<Resources>\(resources.joined())</Resources><Assignments>\(assignments.joined())</Assignments>"
        let rejection = #expect(throws: Rejection.self) {
            try Self.schedule(Self.file(Self.task(1), calendars: calendars, rest: rest))
        }
        #expect(rejection?.findings.map(\.id) == ["plan.too-many-calendars"])
    }
}
