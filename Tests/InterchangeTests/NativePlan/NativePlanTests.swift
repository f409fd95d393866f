import Diagnostics
import Interchange
import Scheduling
import Testing
import WorkTime

@Suite("Reading a plan file")
struct NativePlanTests {
    static func read(_ text: String) -> PlanReading { NativePlan.read(SourceText(text, file: "t.yaml")) }

    static let campaign = """
        plan: Spring launch / 春季上市
        start: 2026-01-05
        finish-by: 2026-04-30 12:00
        calendar: china
        calendars:
          studio: {based-on: china, hours: 10:00-13:00 14:00-19:00, week: mon-sat, holidays: [2026-03-08 Women's Day]}
        lanes: {client: Client / 客户, creative: Creative / 创意}
        activities:
          kickoff: {name: Job instruction / 工作指令, lane: client, milestone: true}
          concept: {lane: creative, duration: 1.5w, after: kickoff FS+1d, calendar: studio, note: "two routes"}
          review:  {lane: client, duration: 2d, after: [concept SS+3d, kickoff], start-no-later-than: 2026-03-01}
          播出:    {milestone: true, after: "review; concept FF+1ed", deadline: 2026-03-20, must-start-on: 2026-03-02T09:00}
        """

    @Test("what is written is what comes out")
    func campaign() throws {
        let reading = Self.read(Self.campaign)
        #expect(reading.findings.inReadingOrder.isEmpty)
        let draft = reading.draft
        #expect(draft.name?.value == BilingualName("Spring launch", chinese: "春季上市"))
        #expect(draft.start?.value == .day(CivilDay("2026-01-05")!))
        #expect(draft.finishBy?.value == .minute(CivilMinute("2026-04-30T12:00")!))
        #expect(draft.calendar?.value == "china")
        #expect(draft.calendars.map(\.value.id) == ["studio"])
        #expect(draft.lanes.map(\.value.id) == ["client", "creative"])
        #expect(draft.activities.map(\.id.value) == ["kickoff", "concept", "review", "播出"])
        let concept = draft.activities[1]
        #expect(concept.lane?.value == "creative")
        #expect(concept.calendar?.value == "studio")
        #expect(concept.duration?.value.description == "1.5w")
        #expect(concept.note == "two routes")
        #expect(draft.activities[2].predecessors.map(\.value.description) == ["concept SS+3d", "kickoff"])
        #expect(draft.activities[2].constraints.map(\.value) == [.startNoLaterThan(.day(CivilDay("2026-03-01")!))])
        let onAir = draft.activities[3]
        #expect(onAir.isMilestone)
        #expect(onAir.predecessors.map(\.value.description) == ["review", "concept FF+1ed"])
        #expect(onAir.deadline?.value == .day(CivilDay("2026-03-20")!))
        #expect(onAir.constraints.map(\.value) == [.mustStartOn(.minute(CivilMinute("2026-03-02T09:00")!))])
    }

    @Test("values know where they stand")
    func places() {
        let draft = Self.read(Self.campaign).draft
        #expect(draft.start?.place?.description == "t.yaml:2:8")
        #expect(draft.activities[1].id.place?.description == "t.yaml:10:3")
        #expect(draft.activities[1].predecessors[0].place?.description == "t.yaml:10:52")
        #expect(draft.activities[2].predecessors[1].place?.description == "t.yaml:11:64")
        #expect(draft.lanes[1].place?.description == "t.yaml:7:30")
    }

    @Test("a list of activities is the same plan as a group")
    func listForm() {
        let list = Self.read(
            "plan: x\nstart: 2026-01-05\nactivities:\n  - {id: a, duration: 2d}\n  - id: b\n    duration: 1d\n    after: a\n"
        )
        #expect(list.findings.inReadingOrder.isEmpty)
        #expect(list.draft.activities.map(\.id.value) == ["a", "b"])
        #expect(list.draft.activities[1].predecessors.map(\.value) == [LinkDraft(to: "a")])
    }

    @Test("lanes may be a list of names")
    func laneList() {
        #expect(
            Self.read("plan: x\nlanes: [client, media]\nactivities: {}").draft.lanes.map(\.value.id) == [
                "client", "media",
            ])
    }

    @Test("the same plan in JSON is read as well")
    func json() {
        let reading = Self.read(#"{"plan": "x", "start": "2026-01-05", "activities": {"a": {"duration": "2d"}}}"#)
        #expect(reading.findings.inReadingOrder.isEmpty)
        #expect(reading.draft.activities.map(\.id.value) == ["a"])
    }

    static let activityFaults: [(String, FindingID, column: Int)] = [
        ("{duraton: 2d}", "plan.unknown-key", 7), ("{duration:2d}", "plan.unknown-key", 7),
        ("{id: b, duration: 2d}", "plan.unknown-key", 7), ("{duration: [2d]}", "plan.wrong-kind", 17),
        ("{duration: }", "plan.empty-value", 17), ("{duration: 2 days}", "plan.bad-duration", 17),
        ("{duration: 12}", "plan.bad-duration", 17), ("{milestone: maybe}", "plan.wrong-kind", 18),
        ("{duration: 2d, after: {b: c}}", "plan.wrong-kind", 28),
        ("{duration: 2d, after: [b, [c]]}", "plan.wrong-kind", 32),
        ("{duration: 2d, after: b FX}", "plan.bad-link", 28),
        ("{duration: 2d, after: 'b; c +'}", "plan.bad-duration", 31),
        ("{duration: 2d, deadline: 2026-2-3}", "plan.bad-date", 31), ("2d", "plan.wrong-kind", 6),
        ("", "plan.empty-value", 5),
        ("[duration, 2d]", "plan.wrong-kind", 6), ("{duration: 2d, name: [x]}", "plan.wrong-kind", 27),
    ]

    @Test("a fault in an activity is reported where it stands, and nothing follows from it", arguments: activityFaults)
    func activityFault(value: String, id: FindingID, column: Int) throws {
        let findings = Project.findings(
            "plan: x\nstart: 2026-01-05\nactivities:\n  a: \(value)\n  b: {duration: 1d}\n  c: {duration: 1d, after: a}\n"
        )
        #expect(findings.map(\.id) == [id])
        #expect(findings.first?.place?.description == "t.yaml:4:\(column)")
        #expect(findings.first?.excerpt?.hasPrefix("  a:") == true)
    }

    static let dates: [(String, advice: String)] = [
        ("2026-1-5", "2026-01-05"), ("2026/01/05", "2026-01-05"), ("2026.1.5", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("2026-02-30", "01 to 28"), ("2026-13-01", "01 to 12"), ("2026-01-05 9:5", "2026-01-05 09:05"),
        ("2026-01-05T25:00", "00:00 to 23:59"), ("05/01/2026", "year, month and day"), ("soon", "year, month and day"),
        ("0000-01-01", "year, month and day"), ("99999-01-01", "year, month and day"),
    ]

    @Test("a date that is none is answered with the date that was probably meant", arguments: dates)
    func date(text: String, advice: String) throws {
        let findings = Self.read("plan: x\nstart: \(text)\nactivities: {}\n").findings.inReadingOrder
        #expect(findings.map(\.id) == ["plan.bad-date"])
        #expect(findings.first?.advice.contains(advice) == true, "\(findings)")
    }

    @Test("a blank forgotten after a colon is named as such")
    func missingBlank() {
        let findings = Self.read("plan: x\nstart: 2026-01-05\nactivities: {a: {duration:2d}}").findings.inReadingOrder
        #expect(findings.map(\.advice) == ["put a colon and a blank behind the key: duration: 2d"])
    }

    @Test(
        "an empty file, a bare word and a list are no plans",
        arguments: [
            ("", FindingID("plan.empty")), ("# nothing\n", "plan.empty"), ("hello", "plan.wrong-kind"),
            ("- a\n- b\n", "plan.wrong-kind"),
        ])
    func noPlan(text: String, id: FindingID) {
        #expect(Self.read(text).findings.inReadingOrder.map(\.id) == [id])
    }

    @Test("a plan without a name is read with a warning")
    func noName() {
        let findings = Self.read("start: 2026-01-05\nactivities: {}\n").findings.inReadingOrder
        #expect(findings.map(\.id) == ["plan.no-name"])
        #expect(findings.map(\.severity) == [.warning])
    }
}
