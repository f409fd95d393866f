import Headroom
import Testing

@Suite("The weekly status report")
struct WeeklyStatusTests {
    /// As of Friday 16 January: the brief is done, ideas are under way, the media brief could have begun.
    private static let plan = """
        plan: Launch / 上市
        start: 2026-01-05
        data-date: 2026-01-16
        finish-by: 2026-02-05
        lanes: {client: Client / 客户, creative: Creative / 创意}
        activities:
          old:     {duration: 1d, started: 2026-01-05, finished: 2026-01-05}
          brief:   {duration: 4d, after: old, started: 2026-01-06, finished: 2026-01-12}
          ideas:   {duration: 5d, lane: creative, after: brief, started: 2026-01-13, remaining: 2d}
          media:   {duration: 2d, after: brief}
          print:   {duration: 1d, after: brief, start-no-earlier-than: 2026-01-19}
          ok:      {name: Ideas approved / 创意确认, lane: client, after: ideas,
                    gate: {reviewer: client, answer: 2d, rounds: 2, rework: ideas 1d, written: yes}}
          layouts: {duration: 5d, after: ok}
          later:   {duration: 1d, after: layouts}
        vehicles:
          tv: {on-air: 2026-02-10, booking: media 5d, material: later 1d, cancellation: 30ed}
        """

    private func status(_ text: String = plan) throws -> WeeklyStatus {
        let plan = try AgencyPlan(reading: InputFile(path: "launch.yaml", bytes: Array(text.utf8)))
        return WeeklyStatus(of: plan.schedule, approvals: plan.approvalOutlooks(), vehicles: plan.vehicles)
    }

    private func ids(_ activities: [Int], _ status: WeeklyStatus) -> [String] {
        activities.map { status.schedule.project.activities[$0].id.rawValue }
    }

    @Test("each activity stands where it belongs")
    func parts() throws {
        let status = try status()
        #expect(ids(status.done, status) == ["brief"])
        #expect(ids(status.underWay, status) == ["ideas"])
        // What a date holds until Monday is not late.
        #expect(ids(status.overdue, status) == ["media"])
        // Ideas are done on Tuesday 20, answered on Thursday 22, revised on Friday 23.
        #expect(ids(status.next, status) == ["print", "tv/booking", "ok/1", "ok/2/ideas"])
        #expect(status.counts.all == 14 && status.counts.finished == 2)
    }

    @Test("who owes an answer, and by when at the latest")
    func decisions() throws {
        let status = try status()
        #expect(ids(status.decisions.map(\.answer), status) == ["ok/1"])
        let decision = try #require(status.decisions.first)
        #expect(status.schedule.activities[decision.answer].finish.description == "2026-01-22T18:00")
        // Promised for Thursday 5 February: one day, five of layouts, two of answer and one of revision before it.
        #expect(decision.latest?.description == "2026-01-23T18:00")
        #expect(decision.approval.approval.id == "ok")
    }

    @Test("what became possible only with the last minute is not late; what waits for a start that was, is")
    func possible() throws {
        let status = try status(
            """
            plan: Launch
            start: 2026-01-05
            data-date: 2026-01-16
            activities:
              friday: {duration: 2d, started: 2026-01-15, finished: 2026-01-16}
              after:  {duration: 1d, after: friday}
              long:   {duration: 20d, started: 2026-01-05, remaining: 10d}
              beside: {duration: 1d, after: long SS+2d}
              soon:   {duration: 1d, after: long SS+10d}
              bound:  {duration: 1d, start-no-earlier-than: 2026-01-17}
            """)
        #expect(ids(status.overdue, status) == ["beside"])
        #expect(ids(status.next, status) == ["after", "soon", "bound"])
    }

    @Test("an answer that is under way is needed by its own finish; one that is left out by nobody")
    func underWay() throws {
        let status = try status(
            """
            plan: Launch
            start: 2026-03-02
            data-date: 2026-03-12
            finish-by: 2026-03-20
            lanes: [client]
            activities:
              make: {duration: 5d, started: 2026-03-02, finished: 2026-03-06}
              ok:   {lane: client, after: make, started: 2026-03-09, remaining: 2d,
                     gate: {reviewer: client, answer: 5d}}
              show: {duration: 2d, after: ok}
              gone: {lane: client, after: make, inactive: true, gate: {reviewer: client, answer: 2d}}
            """)
        #expect(ids(status.decisions.map(\.answer), status) == ["ok/1"])
        #expect(status.decisions.first?.latest?.description == "2026-03-18T18:00")
    }

    @Test("a vehicle's date that was missed is still there")
    func missed() throws {
        let status = try status(
            """
            plan: Launch
            start: 2026-03-02
            data-date: 2026-03-17
            activities: {deliver: {duration: 2d}}
            vehicles:
              tv: {on-air: 2026-03-17 19:00, material: deliver 1d, cancellation: 5d}
            """)
        #expect(status.criticalDates.map(\.deadline.kind) == [.material])
    }

    @Test("vehicles' dates that are still to be met within four weeks")
    func dates() throws {
        let kinds = try status().criticalDates.map { "\($0.deadline.kind) \($0.deadline.due)" }
        #expect(kinds == ["booking 2026-02-03T18:00", "material 2026-02-09T18:00"])
    }

    @Test("on the first day nothing is late")
    func firstDay() throws {
        let status = try status(
            """
            plan: Launch
            start: 2026-01-05
            activities: {a: {duration: 2d}, b: {duration: 1d, after: a}}
            """)
        #expect(status.overdue.isEmpty && status.done.isEmpty && ids(status.next, status) == ["a", "b"])
    }

    @Test("its paper has every part, in both languages", arguments: Language.allCases)
    func paper(language: Language) throws {
        let text = try StatusPaper(status: status(), source: "launch.yaml").report(in: Phrasebook(language))
            .rendered(as: TextRenderer(width: 80)).text
        let words =
            language == .english
            ? ["weekly status", "Decisions needed", "Round 1: Ideas approved", "Late to begin", "Critical dates"]
            : ["每周工作进展报告", "待决事项", "第1轮：创意确认", "应开始而未开始", "关键日期"]
        for word in words { #expect(text.contains(word), "\(word)") }
    }
}
