import Headroom
import Testing

/// Notes of a meeting become its report, and its actions activities of the plan.
@Suite("Meetings")
struct MeetingTests {
    private static let notes = """
        meeting: Creative review / 创意评审会
        date: 2026-03-03 10:00
        place: Client's office / 客户办公室
        present:
          client: [Ms Li / 李女士, Mr Wang / 王先生]
          account: [Anna Chen / 陈安娜]
        points:
          - The second idea is preferred; the first is kept for print / 客户倾向第二个创意，第一个留作平面
          - topic: Budget / 预算
            said: [It stays as approved / 维持已批准的预算, Music is quoted apart / 音乐单独报价]
        decisions:
          - Go on with the second idea / 采用第二个创意
        actions:
          - {what: Revised storyboard / 修改故事板, owner: creative, due: 2026-03-06, takes: 2d}
          - {what: Quotation for music / 音乐报价, owner: account, due: 2026-03-09, after: layouts}
          - {what: Song licence / 歌曲授权书, owner: client, due: 2026-03-12 12:00}
        next: 2026-03-10 10:00
        """

    private func file(_ text: String, _ name: String = "notes.yaml") -> InputFile {
        InputFile(path: name, bytes: Array(text.utf8))
    }

    private var campaign: InputFile { file(PlanTemplate(named: "campaign")!.text, "campaign.yaml") }

    private func faults(_ notes: String, plan: InputFile? = nil) throws -> [String] {
        do {
            return try MeetingRecord(reading: file(notes), plan: plan).answer.findings.map {
                "\($0.place?.line ?? 0) \($0.id)"
            }
        } catch let rejection as Rejection {
            return rejection.findings.map { "\($0.place?.line ?? 0) \($0.id)" }
        }
    }

    @Test("actions are activities of the plan: by their owner, from the meeting on, due by their date")
    func actions() throws {
        let record = try MeetingRecord(reading: file(Self.notes), plan: campaign)
        let plan = try AgencyPlan(reading: file(try #require(record.plan).text, "new.yaml"))
        let project = plan.schedule.project
        let storyboard = project.activities[try #require(project.index(of: "revised-storyboard"))]
        #expect(storyboard.lane == "creative" && storyboard.deadline?.description == "2026-03-06")
        #expect(plan.schedule["revised-storyboard"]?.start.description == "2026-03-03T09:00")
        #expect(plan.schedule["revised-storyboard"]?.finish.description == "2026-03-04T18:00")
        #expect(plan.schedule["quotation-for-music"]?.driver.predecessors == ["layouts"])
        #expect(plan.schedule.deadlines.contains { $0.activity == "song-licence" && !$0.isMissed })
        #expect(record.answer.findings.isEmpty && !record.answer.isNegative)
        // Nothing else has moved.
        let before = try AgencyPlan(reading: campaign).schedule
        for activity in before.project.activities {
            #expect(before[activity.id]?.start == plan.schedule[activity.id]?.start)
        }
    }

    @Test("actions that are in the plan already are not added again; their report is made all the same")
    func twice() throws {
        let record = try MeetingRecord(reading: file(Self.notes), plan: campaign)
        let plan = file(try #require(record.plan).text, "new.yaml")
        #expect(
            try faults(Self.notes, plan: plan) == [
                "14 meeting.added-already", "15 meeting.added-already", "16 meeting.added-already",
            ])
        let report = try MeetingRecord(reading: file(Self.notes), plan: plan, isPlanWanted: false)
        #expect(report.actionCount == 3)
        // The same words for another day are another action.
        let later = Self.notes.split(separator: "\n").filter { !$0.contains("due: 2026-03-09") && !$0.contains("Song") }
            .joined(separator: "\n").split(separator: "2026-03-06").joined(separator: "2026-03-13")
        #expect(try faults(later, plan: plan) == [])
    }

    @Test("a person of the plan may own an action, and a second action of one name is numbered")
    func people() throws {
        let plan = file(
            """
            plan: x
            start: 2026-03-02
            calendar: china
            resources: {li: {name: Ms Li / 李女士}}
            activities:
              call: {duration: 1d}
            """, "p.yaml")
        let notes = """
            meeting: Call
            date: 2026-03-03
            actions:
              - {what: Call, owner: li, due: 2026-03-04}
              - {what: 寄出样品, owner: li, due: 2026-03-05}
              - {what: "…", id: own, owner: li, due: 2026-03-05}
            """
        let record = try MeetingRecord(reading: file(notes), plan: plan)
        let text = try #require(record.plan).text
        #expect(text.contains("  call-2:   {name: Call, duration: 1d, who: li, start-no-earlier-than: 2026-03-03"))
        #expect(text.contains("  寄出样品: {name: 寄出样品,") && text.contains("  own:      {"))
    }

    @Test("all faults of notes come at once")
    func allAtOnce() throws {
        let found = try faults(
            """
            date: 2026-03-03
            venue: here
            actions:
              - {what: No owner, due: 2026-03-06}
              - {what: No date, owner: creative}
              - {what: Too early, owner: creative, due: 2026-03-02}
              - {what: Unknown, owner: creatve, due: 2026-03-06}
              - {owner: creative, due: 2026-03-06}
              - {what: Bad date and no owner, due: 6 March}
              - {what: Waits, owner: creative, due: 2026-03-06, after: layuots, takes: 0d}
              - {what: Taken, id: layouts, owner: creative, due: 2026-03-06}
              - {what: Blank, id: a b, owner: creative, due: 2026-03-06}
            next: 2026-03-03
            """, plan: campaign)
        #expect(
            found == [
                "1 meeting.no-title", "2 meeting.unknown-key", "4 meeting.no-owner", "5 meeting.no-due",
                "6 meeting.due-before-meeting", "7 meeting.unknown-owner", "8 meeting.no-words", "9 meeting.no-owner",
                "9 plan.bad-date",
                "10 meeting.unknown-activity", "10 meeting.bad-duration", "11 meeting.id-taken", "12 meeting.bad-id",
                "13 meeting.next-before-meeting",
            ])
    }

    @Test(
        "each kind of odd notes is a finding",
        arguments: [
            ("", ["1 meeting.empty"]), ("- a", ["1 meeting.wrong-kind"]),
            ("meeting: a\ndate: 2026-03-03", ["1 meeting.nothing-noted"]),
            ("meeting: a\ndate: soon\ndecisions: b", ["2 plan.bad-date"]),
            ("meeting: a\ndate: 2026-03-03\nactions: call", ["1 meeting.nothing-noted", "3 meeting.wrong-kind"]),
            (
                "meeting: a\ndate: 2026-03-03\nactions: [{what: b, owner: c, due: 2026-03-04}]",
                ["3 meeting.unknown-owner"]
            ),
            ("meeting: a\ndate: 2026-03-03\ndecisions: b\npresent: {client: {a: b}}", ["4 meeting.wrong-kind"]),
            (
                "meeting: a\ndate: 2026-03-03 10:00\npresent: {client: Li}\nactions: [{what: b, owner: Li, due: 2026-03-03}]",
                []
            ),
            (
                "meeting: a\ndate: 2026-03-03 10:00\npresent: {client: Li}\nactions: [{what: b, owner: Li, due: 2026-03-03 09:00}]",
                ["4 meeting.due-before-meeting"]
            ),
        ])
    func odd(notes: String, expected: [String]) throws { #expect(try faults(notes) == expected, "\(notes)") }

    @Test("a due date that the plan cannot keep is told, with when it will be done")
    func late() throws {
        let notes = Self.notes.replacing("due: 2026-03-09, after: layouts", with: "due: 2026-03-09, after: shoot")
        let record = try MeetingRecord(reading: file(notes), plan: campaign)
        #expect(record.answer.isNegative)
        let finding = try #require(record.answer.findings.first)
        #expect(finding.id == "meeting.due-not-kept" && finding.place?.line == 15)
        #expect(
            finding.message.hasPrefix(
                "“Quotation for music” is due by 2026-03-09T18:00, and the plan has it done on 2026-03-"))
    }

    @Test("a plan whose activities are not one below the other is refused where actions are to be added")
    func nowhere() throws {
        let plan = file("plan: x\nstart: 2026-03-02\nlanes: [a]\nactivities: {b: {duration: 1d, lane: a}}", "p.yaml")
        let notes = "meeting: a\ndate: 2026-03-03\nactions: [{what: c, owner: a, due: 2026-03-04}]"
        #expect(try faults(notes, plan: plan) == ["1 meeting.nowhere-to-add"])
        // For the report alone it will do.
        #expect(try MeetingRecord(reading: file(notes), plan: plan, isPlanWanted: false).plan == nil)
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        let record = try MeetingRecord(reading: file(Self.notes), plan: campaign)
        for language in Language.allCases {
            var report = record.answer.report(in: language)
            report.facts.removeLast()
            for form in [RenderingForm.text, .html, .ics] {
                for rendered in try form.renderer.render(report).files {
                    try expectGolden(
                        String(decoding: rendered.bytes, as: UTF8.self), rendered.name(for: "meeting.\(language)"))
                }
            }
        }
    }
}
