import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Primavera exports")
struct XERFileTests {
    @Test("a small export is scheduled over its calendar and its holiday")
    func small() throws {
        let schedule = try XERSample().schedule()
        // Thursday 15 January is a day off; brief takes Monday and Tuesday, concept the rest of the week.
        #expect(
            schedule.activities.map { "\($0.id) \($0.start) \($0.finish)" } == [
                "SPR 2026-01-05T08:00 2026-01-12T17:00", "SPR.CRE 2026-01-05T08:00 2026-01-12T17:00",
                "A100 2026-01-05T08:00 2026-01-06T17:00", "A110 2026-01-07T08:00 2026-01-09T17:00",
                "A120 2026-01-12T17:00 2026-01-12T17:00",
            ])
        #expect(schedule.project.findings.isEmpty)
        #expect(schedule.project.conventions == .primavera)
        #expect(schedule.project.calendar.rules.map(\.day) == [CivilDay("2026-01-15")!])
    }

    @Test("structure, names, numbers and resources are kept")
    func facts() throws {
        let project = try XERSample().schedule().project
        #expect(
            project.activities.map(\.name.primary) == ["Spring launch", "Creative", "Brief", "Concept", "Approved"])
        #expect(project.activities.map(\.facts.wbs) == ["SPR", "SPR.CRE", "SPR.CRE", "SPR.CRE", "SPR.CRE"])
        #expect(project.activities.map(\.facts.externalID) == [nil, nil, "100", "101", "102"])
        #expect(project.activities.map(\.kind) == [.summary, .summary, .work, .work, .finishMilestone])
        #expect(project.activities.map(\.facts.parent) == [nil, 0, 1, 1, 1])
        #expect(project.activities[3].facts.assignments.map { "\($0.resource) \($0.units)" } == ["AD 5000"])
        #expect(project.resources.map(\.name) == ["Art director"])
    }

    @Test(
        "the options of the project are followed",
        arguments: [
            ("sched_calendar_on_relationship_lag", "rcal_Successor"),
            ("sched_calendar_on_relationship_lag", "rcal_24Hour"),
            ("sched_calendar_on_relationship_lag", "rcal_ProjDefault"), ("sched_float_type", "FT_SF"),
            ("sched_float_type", "FT_Min"), ("sched_progress_override", "Y"), ("sched_retained_logic", "N"),
            ("sched_use_expect_end_flag", "N"),
        ])
    func options(column: String, value: String) {
        var sample = XERSample()
        sample["SCHEDOPTIONS", 0, column] = value
        var expected = Conventions.primavera
        switch value {
        case "rcal_Successor": expected.lagCalendar = .successor
        case "rcal_24Hour": expected.lagCalendar = .elapsed
        case "rcal_ProjDefault": expected.lagCalendar = .project
        case "FT_SF": expected.totalFloat = .start
        case "FT_Min": expected.totalFloat = .smallest
        case "Y": expected.progressLogic = .progressOverride
        default:
            if column == "sched_retained_logic" {
                expected.progressLogic = .actualDates
            } else {
                expected.usesExpectedFinish = false
            }
        }
        #expect(sample.draft.conventions == expected)
    }

    @Test("what is critical is read, as a float or as the longest path")
    func criticality() {
        var sample = XERSample()
        sample["PROJECT", 0, "critical_drtn_hr_cnt"] = "-1.5"
        #expect(sample.draft.conventions.criticality == .totalFloat(atMost: WorkMinutes(-90)))
        sample["PROJECT", 0, "critical_path_type"] = "CT_DrivPath"
        #expect(sample.draft.conventions.criticality == .longestPath)
    }

    @Test("the date by which a project must finish is where late dates begin")
    func mustFinishBy() throws {
        var sample = XERSample()
        sample["PROJECT", 0, "plan_end_date"] = "2026-01-13 17:00"
        let schedule = try sample.schedule()
        #expect(schedule["A100"]?.totalFloat == WorkMinutes(480))
        #expect(schedule.deadlines.map(\.timeHeadroom) == [WorkMinutes(480)])
    }

    @Test(
        "each constraint binds as it does in the tool",
        arguments: [
            ("CS_MSO", "must-start-on"), ("CS_MSOA", "start-no-earlier-than"), ("CS_MSOB", "start-no-later-than"),
            ("CS_MEO", "must-finish-on"), ("CS_MEOA", "finish-no-earlier-than"), ("CS_MEOB", "finish-no-later-than"),
            ("CS_MANDSTART", "mandatory-start"), ("CS_MANDFIN", "mandatory-finish"), ("CS_ALAP", "as-late-as-possible"),
        ])
    func constraints(type: String, key: String) {
        for number in ["", "2"] {
            var sample = XERSample()
            sample["TASK", 1, "cstr_type\(number)"] = type
            sample["TASK", 1, "cstr_date\(number)"] = "2026-01-14 08:00"
            #expect(sample.draft.activities[3].constraints.map(\.value.key) == [key])
            #expect(sample.findings.isEmpty)
        }
    }

    @Test("progress is read: actual dates, what is left, a pause, an expected finish")
    func progress() throws {
        var sample = XERSample()
        sample["PROJECT", 0, "last_recalc_date"] = "2026-01-08 08:00"
        for (column, value) in [
            ("status_code", "TK_Complete"), ("act_start_date", "2026-01-05 08:00"),
            ("act_end_date", "2026-01-06 17:00"),
            ("remain_drtn_hr_cnt", "0"),
        ] { sample["TASK", 0, column] = value }
        for (column, value) in [
            ("status_code", "TK_Active"), ("act_start_date", "2026-01-07 08:00"), ("remain_drtn_hr_cnt", "12.5"),
            ("suspend_date", "2026-01-07 17:00"), ("resume_date", "2026-01-09 08:00"),
        ] { sample["TASK", 1, column] = value }
        let schedule = try sample.schedule()
        #expect(schedule.project.activities[2].isComplete)
        let progress = try #require(schedule.project.activities[3].progress)
        #expect(progress.remaining == WorkMinutes(750))
        #expect(progress.complete == 4_791)
        #expect(schedule["A110"]?.earlyStart == CivilMinute("2026-01-09T08:00"))
        #expect(schedule["A110"]?.earlyFinish == CivilMinute("2026-01-12T13:30"))
        sample["TASK", 1, "expect_end_date"] = "2026-01-09 17:00"
        #expect(try sample.schedule()["A110"]?.earlyFinish == CivilMinute("2026-01-09T17:00"))
    }

    @Test("work that has not begun lasts as long as is left of it")
    func remainingOfUnstarted() throws {
        var sample = XERSample()
        sample["TASK", 0, "remain_drtn_hr_cnt"] = "8"
        #expect(try sample.schedule()["A100"]?.earlyFinish == CivilMinute("2026-01-05T17:00"))
    }

    @Test("an activity that depends on resources is done by the calendar of its first one")
    func resourceCalendar() throws {
        var sample = XERSample()
        let nights = "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(f|00:00|s|20:00)())))))))"
        sample.add(["8", "Mondays", nights], to: "CALENDAR")
        sample["RSRC", 0, "clndr_id"] = "8"
        #expect(try sample.schedule()["A110"]?.earlyFinish == CivilMinute("2026-01-09T17:00"))
        sample["TASK", 1, "task_type"] = "TT_Rsrc"
        #expect(try sample.schedule()["A110"]?.earlyFinish == CivilMinute("2026-02-17T00:00"))
    }

    @Test("a level of effort spans its links, and a WBS summary is read as the heading of its WBS")
    func spans() throws {
        var sample = XERSample()
        sample.add(XERSample.task("103", "L100", "Account", type: "TT_LOE", hours: "8"), to: "TASK")
        sample.add(["3", "103", "100", "PR_SS", "0"], to: "TASKPRED")
        sample.add(["4", "103", "101", "PR_FF", "0"], to: "TASKPRED")
        sample.add(XERSample.task("104", "W100", "All of it", type: "TT_WBS", hours: "8"), to: "TASK")
        let schedule = try sample.schedule()
        #expect(schedule["L100"]?.finish == CivilMinute("2026-01-09T17:00"))
        #expect(schedule.project.activities[1].facts.externalID == "104")
        #expect(sample.findings.map(\.id) == ["xer.wbs-summary"])
    }

    @Test("dates that links to other projects ask for bind, unless the project leaves them out")
    func externalDates() throws {
        var sample = XERSample()
        sample["TASK", 0, "external_early_start_date"] = "2026-01-07 08:00"
        #expect(try sample.schedule()["A100"]?.earlyStart == CivilMinute("2026-01-07T08:00"))
        #expect(sample.findings.map(\.id) == ["xer.external-date"])
        sample["SCHEDOPTIONS", 0, "sched_outer_depend_type"] = "SD_None"
        #expect(try sample.schedule()["A100"]?.earlyStart == CivilMinute("2026-01-05T08:00"))
    }

    @Test("ids are made fit and unique, and links follow")
    func ids() throws {
        var sample = XERSample()
        sample["TASK", 0, "task_code"] = "Brief, first"
        sample["TASK", 1, "task_code"] = "Brief, first"
        sample["TASK", 2, "task_code"] = "SPR.CRE"
        let project = try sample.schedule().project
        #expect(
            project.activities.map(\.id.rawValue) == ["SPR", "WBS-11", "Brief__first", "Brief__first-2", "SPR.CRE"])
        #expect(project.links(to: 3).map(\.predecessor) == ["Brief__first"])
        #expect(sample.findings.map(\.id) == ["xer.id-changed", "xer.id-changed"])
    }

    @Test("several projects are one plan, and a baseline is left out")
    func severalProjects() throws {
        var sample = XERSample()
        sample.add(
            ["2", "Summer", "7", "0", "2026-02-02 08:00", "2026-01-05 00:00", "", "CT_TotFloat", ""], to: "PROJECT")
        sample.add(
            ["3", "Spring - B1", "7", "0", "2026-01-05 08:00", "2026-01-05 00:00", "", "CT_TotFloat", "1"],
            to: "PROJECT")
        var other = XERSample.task("200", "B100", "Elsewhere", hours: "8")
        other[1] = "2"
        sample.add(other, to: "TASK")
        var former = XERSample.task("300", "A100", "Brief", hours: "99")
        former[1] = "3"
        sample.add(former, to: "TASK")
        #expect(try sample.schedule().activities.count == 6)
        #expect(sample.findings.map(\.id) == ["xer.several-projects", "xer.baseline"])
    }

    @Test("an old encoding is read, and the file keeps its names", arguments: ["Müller", "创意简报定稿"])
    func encodings(name: String) throws {
        var sample = XERSample()
        sample["TASK", 0, "task_name"] = "@"
        let codes: [UInt8] =
            name == "Müller"
            ? [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]
            : [0xB4, 0xB4, 0xD2, 0xE2, 0xBC, 0xF2, 0xB1, 0xA8, 0xB6, 0xA8, 0xB8, 0xE5]
        let bytes = Array(sample.text.utf8.split(separator: UInt8(ascii: "@")).joined(separator: codes))
        let reading = try PlanReader.read(bytes, file: "t.xer")
        #expect(reading.findings == FindingList())
        #expect(reading.draft.activities[2].name?.primary == name)
    }
}
