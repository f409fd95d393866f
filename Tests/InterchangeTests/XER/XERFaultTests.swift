import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

/// One thing that is wrong with an export, and what is found.
struct XERFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let findings: [String]
    let change: @Sendable (inout XERSample) -> Void

    init(_ name: String, _ findings: String..., change: @escaping @Sendable (inout XERSample) -> Void) {
        testDescription = name
        self.findings = findings
        self.change = change
    }

    static let all = tables + cells + references

    private static let tables = [
        XERFault("no end", "29:1 warning xer.cut-short") { $0.ending = "" },
        XERFault("half a row", "30:1 error xer.cut-short", "30:1 warning xer.row-width") { $0.ending = "%R\t101" },
        XERFault("no activities", "- error xer.missing-table") {
            $0.tables.removeAll { ["TASK", "TASKPRED", "TASKRSRC"].contains($0.name) }
        },
        XERFault("no projects", "- error xer.missing-table") { $0.tables.removeAll { $0.name == "PROJECT" } },
        XERFault(
            "no calendars", "- warning xer.missing-table", "4:13 warning xer.unknown-calendar",
            "17:13 warning xer.unknown-calendar",
            "18:13 warning xer.unknown-calendar", "19:13 warning xer.unknown-calendar"
        ) { $0.tables.removeAll { $0.name == "CALENDAR" } },
        XERFault("no links", "- warning xer.missing-table") { $0.tables.removeAll { $0.name == "TASKPRED" } },
        XERFault("no options", "2:1 note xer.missing-table") { $0.tables.removeAll { $0.name == "SCHEDOPTIONS" } },
        XERFault("no structure") { $0.tables.removeAll { $0.name == "PROJWBS" } },
        XERFault("no durations", "18:1 error xer.missing-column") { $0.removeColumn("target_drtn_hr_cnt", of: "TASK") },
        XERFault("no actual starts", "18:1 warning xer.missing-column") {
            $0.removeColumn("act_start_date", of: "TASK")
        },
        XERFault("no kinds of links", "23:1 warning xer.missing-column") {
            $0.removeColumn("pred_type", of: "TASKPRED")
        },
        XERFault("a table twice", "30:1 error xer.repeated-table") {
            $0.ending = "%T\tTASK\r\n%F\ttask_id\r\n%R\t9\r\n%E\r\n"
        },
        XERFault("a row too short", "30:1 warning xer.row-width") { $0.ending = "%R\t101\r\n%E\r\n" },
        XERFault("a stray line", "30:1 warning xer.stray-line") { $0.ending = "words\r\n%E\r\n" },
    ]

    private static let cells = [
        XERFault("a duration that is none", "20:56 error xer.bad-number") {
            $0["TASK", 0, "target_drtn_hr_cnt"] = "2d"
        },
        XERFault("a duration of ages", "20:56 error xer.bad-number") { $0["TASK", 0, "target_drtn_hr_cnt"] = "1e9" },
        XERFault("a date that is none", "4:17 error xer.bad-date") {
            $0["PROJECT", 0, "last_recalc_date"] = "5-Jan-26"
        },
        XERFault("a lag that is none", "26:20 error xer.bad-number") { $0["TASKPRED", 1, "lag_hr_cnt"] = "soon" },
        XERFault("a word for a lag calendar", "10:10 warning xer.unknown-option") {
            $0["SCHEDOPTIONS", 0, "sched_calendar_on_relationship_lag"] = "rcal_Moon"
        },
        XERFault("a kind of activity", "20:26 warning xer.unknown-type") { $0["TASK", 0, "task_type"] = "TT_Nap" },
        XERFault("a kind of constraint", "20:67 warning xer.unknown-constraint") {
            $0["TASK", 0, "cstr_type"] = "CS_NEVER"
        },
        XERFault("a constraint without date", "20:67 warning xer.constraint-without-date") {
            $0["TASK", 0, "cstr_type"] = "CS_MSO"
        },
        XERFault("a kind of link", "25:14 warning xer.unknown-link") { $0["TASKPRED", 0, "pred_type"] = "PR_XX" },
        XERFault("done without a date", "20:34 warning xer.status-without-date") {
            $0["TASK", 0, "status_code"] = "TK_Complete"
        },
        XERFault("a milestone that lasts", "22:62 warning xer.milestone-with-duration") {
            $0["TASK", 2, "target_drtn_hr_cnt"] = "8"
        },
        XERFault("hours that overlap", "7:16 warning xer.odd-hours") {
            $0["CALENDAR", 0, "clndr_data"] =
                "(0||CalendarData()((0||DaysOfWeek()((0||2()((0||0(s|08:00|f|12:00)())(0||1(s|11:00|f|17:00)())))))))"
        },
        XERFault("hours cut short", "7:16 warning xer.bad-calendar") {
            $0["CALENDAR", 0, "clndr_data"] = String(XERSample.week.dropLast(120))
        },
        XERFault("a calendar without hours", "7:16 warning xer.calendar-without-hours") {
            $0["CALENDAR", 0, "clndr_data"] = ""
        },
        XERFault("links counted otherwise", "10:43 warning xer.option-not-followed") {
            $0.tables[2].columns.append("sched_lag_early_start_flag")
            $0.tables[2].rows[0].append("N")
        },
    ]

    private static let references = [
        XERFault(
            "an activity twice", "21:4 error xer.duplicate-id", "25:6 warning xer.external-link",
            "26:10 warning xer.external-link"
        ) { $0["TASK", 1, "task_id"] = "100" },
        XERFault("an activity without number", "20:4 error xer.no-id", "25:10 warning xer.external-link") {
            $0["TASK", 0, "task_id"] = ""
        },
        XERFault("a link to elsewhere", "25:10 warning xer.external-link") {
            $0["TASKPRED", 0, "pred_task_id"] = "999"
        },
        XERFault("an unknown calendar", "20:13 warning xer.unknown-calendar") { $0["TASK", 0, "clndr_id"] = "99" },
        XERFault("an unknown WBS", "20:10 warning xer.unknown-wbs") { $0["TASK", 0, "wbs_id"] = "99" },
        XERFault("an unknown parent", "14:26 warning xer.unknown-wbs") { $0["PROJWBS", 1, "parent_wbs_id"] = "99" },
        XERFault("parts of one another", "14:26 warning xer.circular-wbs") { $0["PROJWBS", 1, "parent_wbs_id"] = "11" },
        XERFault("an unknown resource", "29:8 warning xer.unknown-resource") { $0["TASKRSRC", 0, "rsrc_id"] = "99" },
    ]
}

@Suite("Exports that are at fault")
struct XERFaultTests {
    @Test("each fault is found, at its place", arguments: XERFault.all)
    func faults(_ fault: XERFault) {
        var sample = XERSample()
        fault.change(&sample)
        let findings = sample.findings
        #expect(
            findings.map { finding in
                "\(finding.place.map { "\($0.line):\($0.column)" } ?? "-") \(finding.severity) \(finding.id)"
            } == fault.findings)
        #expect(findings.allSatisfy { $0.place == nil || $0.excerpt != nil })
    }

    @Test("what a check finds has its place in the export")
    func checked() throws {
        var sample = XERSample()
        sample.add(["3", "100", "102", "PR_FS", "0"], to: "TASKPRED")
        let rejection = #expect(throws: Rejection.self) { try sample.schedule() }
        #expect(rejection?.findings.map(\.id) == ["plan.cycle"])
        #expect(rejection?.findings.first?.place?.line == 27)
    }

    @Test("of faults of one kind the first hundred are named, and the rest are counted")
    func tallied() {
        var sample = XERSample()
        for number in 0..<250 { sample.add(["9", "101", "x\(number)", "PR_FS", "0"], to: "TASKPRED") }
        #expect(sample.findings.count == 100)
        #expect(sample.findings.last?.message.hasSuffix("and so in 150 more places") == true)
    }

    @Test("a structure of any depth is read")
    func depth() throws {
        var sample = XERSample()
        let depth = 20_000
        for number in 0..<depth {
            sample.add(["d\(number)", "1", "0", "N", "x", "X", number == 0 ? "11" : "d\(number - 1)"], to: "PROJWBS")
        }
        sample["TASK", 0, "wbs_id"] = "d\(depth - 1)"
        let schedule = try sample.schedule()
        #expect(schedule.activities.count == depth + 5)
        #expect(schedule.project.activities.filter { $0.facts.wbs == nil }.count > depth / 2)
    }

    @Test("parts of one another are opened once for each circle")
    func circles() {
        var sample = XERSample()
        for (id, parent) in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")] {
            sample.add([id, "1", "0", "N", id, id, parent], to: "PROJWBS")
        }
        #expect(sample.findings.map(\.id) == ["xer.circular-wbs", "xer.circular-wbs"])
        #expect(sample.draft.activities.filter { $0.kind == .summary }.count == 7)
    }

    @Test(
        "extremes do not trap",
        arguments: [
            "0001-01-01 00:00", "9999-12-31 23:59", "2026-02-30 00:00", "99999-01-01 00:00", "1899-12-30 00:00",
        ],
        ["0", "-5", "999999", "1000000", "1e-30", "1e300", "99999999999999999999"])
    func extremes(date: String, hours: String) {
        for column in ["act_start_date", "act_end_date", "cstr_date", "expect_end_date", "resume_date", "suspend_date"]
        {
            var sample = XERSample()
            sample["TASK", 0, "cstr_type"] = "CS_MANDFIN"
            sample["TASK", 0, column] = date
            sample["TASK", 1, "target_drtn_hr_cnt"] = hours
            sample["TASK", 1, "remain_drtn_hr_cnt"] = hours
            sample["TASKPRED", 1, "lag_hr_cnt"] = hours
            _ = Project.findings(sample.text, file: "t.xer")
            sample["PROJECT", 0, "last_recalc_date"] = date
            _ = Project.findings(sample.text, file: "t.xer")
        }
    }

    @Test("no change of an export makes reading, checking or scheduling trap", arguments: 0..<8)
    func mutations(seed: Int) throws {
        var mutations = Mutations(seed: UInt64(seed))
        let bytes = Array(XERSample().text.utf8)
        for round in 0..<150 {
            var changed = mutations.change(bytes, with: Array("%TFRE\t\r\n0129-: .,|()YNsfd\0\u{7F}é".utf8))
            if round % 3 == 0 { changed.removeLast((round * 7_919 + seed * 104_729) % changed.count) }
            guard let reading = try? PlanReader.read(changed, file: "t.xer")
            else { continue }
            _ = try? Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings).schedule()
        }
    }
}
