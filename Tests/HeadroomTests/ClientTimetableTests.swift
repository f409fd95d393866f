import Headroom
import Testing

/// The client's timetable holds what is theirs, and nothing that is ours.
@Suite("The timetable for the client")
struct ClientTimetableTests {
    private func timetable(_ text: String) throws -> ClientTimetable {
        let plan = try AgencyPlan(reading: InputFile(path: "launch.yaml", bytes: Array(text.utf8)))
        return ClientTimetable(
            of: plan.schedule, approvals: plan.approvalOutlooks(priced: false), vehicles: plan.vehicles)
    }

    private func ids(_ activities: [Int], _ timetable: ClientTimetable) -> [String] {
        activities.map { timetable.schedule.project.activities[$0].id.rawValue }
    }

    /// Ideas are done on Friday 9 January, reviewed inside on Monday, answered by the client on Wednesday 14, revised on
    /// Thursday, answered again on Monday 19.
    private static let plan = """
        plan: Launch / 上市
        start: 2026-01-05
        finish-by: 2026-02-27
        calendar: china
        lanes: {client: Client / 客户, account: Account service / 客户服务, creative: Creative / 创意}
        activities:
          kickoff:  {name: Kick-off / 启动会, duration: 1d, lane: client}
          ideas:    {name: Secret ideas, duration: 4d, lane: creative, after: kickoff}
          review:   {name: Inner gate, lane: account, after: ideas, gate: {reviewer: account, answer: 1d}}
          ok:       {name: Ideas approved / 创意确认, lane: client, after: review,
                     gate: {reviewer: client, answer: 2d, rounds: 2, rework: ideas 1d, written: yes}}
          layouts:  {name: Layouts / 版面, duration: 5d, lane: creative, after: ok, deadline: 2026-01-30}
          handover: {name: Handover / 移交, milestone: true, lane: creative, after: layouts}
          bound:    {name: Bound by a promise, milestone: true, lane: creative, after: layouts, deadline: 2026-02-05}
        vehicles:
          tv: {name: TV / 电视, on-air: 2026-02-16, material: layouts 2d}
        """

    @Test("what the client answers, round by round, and when it is sent")
    func answers() throws {
        let timetable = try timetable(Self.plan)
        #expect(timetable.clients.map(\.id) == ["client"])
        #expect(ids(timetable.answers.map(\.activity), timetable) == ["ok/1", "ok/2"])
        #expect(timetable.answers.map { $0.sent?.instant.description } == ["2026-01-12T18:00", "2026-01-15T18:00"])
        #expect(
            timetable.answers.map { timetable.schedule.activities[$0.activity].finish.description } == [
                "2026-01-14T18:00", "2026-01-19T18:00",
            ])
        #expect(ids(timetable.work, timetable) == ["kickoff"])
    }

    @Test("promises stand by their date; a milestone that is promised shows no forecast")
    func promises() throws {
        let timetable = try timetable(Self.plan)
        #expect(timetable.promises.map { $0.activity?.rawValue } == ["layouts", "bound", nil])
        #expect(ids(timetable.milestones, timetable) == ["handover"])
        #expect(timetable.broken.isEmpty)
    }

    @Test("who is said to be outside is the client; else who approves in writing; else who approves")
    func clients() throws {
        func clients(_ text: String) throws -> [String] { try timetable(text).clients.map(\.id.rawValue) }
        let stated = Self.plan.replacing("creative: Creative / 创意", with: "creative: {name: Creative, external: yes}")
        #expect(try clients(stated) == ["creative"])
        #expect(try clients(Self.plan.replacing(", written: yes", with: "")) == ["client", "account"])
        #expect(try clients("plan: x\nstart: 2026-01-05\ncalendar: china\nactivities: {a: {duration: 1d}}") == [])
    }

    @Test("an answer that has been given says so, and waits for nothing")
    func given() throws {
        let progress = """

            data-date: 2026-01-16
            progress:
              kickoff: {started: 2026-01-05, finished: 2026-01-05}
              ideas: {started: 2026-01-06, finished: 2026-01-09}
              review: {started: 2026-01-12, finished: 2026-01-12}
              ok: {started: 2026-01-13, finished: 2026-01-15}
            """
        let timetable = try timetable(Self.plan + progress)
        #expect(ids(timetable.answers.map(\.activity), timetable) == ["ok"])
        #expect(timetable.answers.map(\.isGiven) == [true] && timetable.answers[0].sent == nil)
        let text = try ClientTimetablePaper(timetable).report(in: .english).rendered(as: .text()).text
        #expect(text.contains("Thu 15 Jan given") && text.contains("Everything is finished by Fri 27 Feb 2026."))
        #expect(!text.contains("We need"))
    }

    @Test("nothing of our own work, of float or of headroom is in any form of the paper", arguments: Language.allCases)
    func nothingInternal(language: Language) throws {
        let report = ClientTimetablePaper(try timetable(Self.plan)).report(in: language)
        let ours = [
            "Secret ideas", "Inner gate", "float", "eadroom", "ritical", "margin", "Account service", "时差", "余量", "关键",
            "客户服务", "launch.yaml",
        ]
        for form in RenderingForm.allCases where form != .xlsx {
            for file in try form.renderer.render(report).files {
                // Styles of pages and the maker of calendars are not read by anybody.
                let text = String(decoding: file.bytes, as: UTF8.self)
                    .replacing("-//Headroom//Headroom//", with: "").replacing("@headroom", with: "")
                let words = text.split(separator: "</style>").last.map(String.init) ?? text
                for word in ours where !(word == "ritical" && form == .json) {
                    #expect(!words.contains(word), "\(word) in \(form)")
                }
            }
        }
    }

    @Test("a promise that the plan breaks is told to the sender, and so is that nobody is the client")
    func findings() throws {
        func answer(_ text: String) throws -> Answer {
            try Answer.clientTimetable(of: InputFile(path: "launch.yaml", bytes: Array(text.utf8)))
        }
        let kept = try answer(Self.plan)
        #expect(kept.findings.isEmpty && !kept.isNegative)
        let broken = try answer(Self.plan.replacing("2026-01-30", with: "2026-01-23"))
        #expect(broken.findings.map(\.id) == ["plan.promise-not-kept"] && broken.isNegative)
        let nobody = try answer("plan: x\nstart: 2026-01-05\ncalendar: china\nactivities: {a: {duration: 1d}}")
        #expect(nobody.findings.map(\.id) == ["plan.no-client"])
    }

    @Test("the JSON answer holds what the paper holds")
    func json() throws {
        let answer = try Answer.clientTimetable(of: InputFile(path: "launch.yaml", bytes: Array(Self.plan.utf8)))
        let text = answer.json.serialized(pretty: false)
        #expect(text.contains(#""sent":"2026-01-12T18:00","due":"2026-01-14T18:00","written":true,"given":false"#))
        #expect(
            text.contains(#""promised":"2026-02-27T18:00""#)
                && text.contains(#""kind":"on-air","date":"2026-02-16T00:00""#))
        for word in ["Float", "eadroomMinutes", "forecast", "Secret", "critical"] { #expect(!text.contains(word)) }
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        var request = NewPlanRequest(template: "campaign", onAir: CivilDay("2026-05-18")!)
        request.start = CivilDay("2026-01-05")
        request.name = "Tea launch / 新茶上市"
        let paper = ClientTimetablePaper(try timetable(NewPlan(request).file.text))
        for language in Language.allCases {
            for form in [RenderingForm.text, .html, .ics] {
                for file in try form.renderer.render(paper.report(in: language)).files {
                    try expectGolden(
                        String(decoding: file.bytes, as: UTF8.self), file.name(for: "client-timetable.\(language)"))
                }
            }
        }
    }

    @Test("what the client has to do by a date is their work, and no promise of ours")
    func duties() throws {
        let text = """
            plan: Poster
            start: 2026-01-05
            lanes: {client: {name: Client, external: yes}, studio: Studio}
            activities:
              data:    {lane: client, duration: 2d, deadline: 2026-01-09}
              artwork: {lane: studio, duration: 3d, after: data, deadline: 2026-01-16}
            """
        let answer = try Answer.clientTimetable(of: InputFile(path: "poster.yaml", bytes: Array(text.utf8)))
        guard case .array(let promises)? = answer.json["promises"], case .array(let work)? = answer.json["work"] else {
            Issue.record("no promises or no work")
            return
        }
        #expect(promises.map { $0["id"] } == ["artwork"] && work.map { $0["id"] } == ["data"])
    }
}
