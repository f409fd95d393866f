import Headroom
import Testing

@Suite("A plan with approvals")
struct AgencyPlanTests {
    private func plan(finishBy: String) throws -> AgencyPlan {
        let text = """
            plan: Poster / 海报
            start: 2026-01-05
            finish-by: \(finishBy)
            calendar: china
            lanes: {client: Client / 客户, creative: Creative / 创意}
            resources: {li: {name: Ms Li / 李女士, calendar: hong-kong}}
            activities:
              ideas:   {name: Ideas / 创意, lane: creative, duration: 5d}
              layouts: {name: Layouts / 版面, lane: creative, duration: 5d, after: ideas}
              layouts-ok: {name: Layouts approved / 版面确认, lane: client, after: layouts,
                           gate: {reviewer: li, answer: 1d 2d 5d, rounds: 3, rework: layouts 40%, written: yes}}
              artwork: {name: Artwork / 完稿, lane: creative, duration: 5d, after: layouts-ok}
            """
        return try AgencyPlan(reading: InputFile(path: "poster.yaml", bytes: Array(text.utf8)))
    }

    @Test("its rounds stand in the timetable, and one more is priced after all calendars")
    func priced() throws {
        let plan = try plan(finishBy: "2026-02-11")
        // Shown on Monday 19 January, answered after 2 days, revised for 2, and so on: approved on Friday 30.
        #expect(plan.schedule["layouts-ok"]?.earlyFinish.description == "2026-01-30T18:00")
        #expect(plan.schedule.finish.description == "2026-02-06T18:00")
        let outlook = try #require(plan.approvalOutlooks().first)
        #expect(outlook.reviewer == BilingualName("Ms Li", chinese: "李女士"))
        #expect(outlook.shown?.description == "2026-01-19T09:00")
        let more = try #require(outlook.oneMoreRound)
        #expect(more.delay.count == 4 * 480 && more.finish.description == "2026-02-12T18:00")
        #expect(more.missed == [nil] && more.leastHeadroom?.count == -480)
    }

    @Test("a change that comes before the approval is planned behind it, which is said")
    func earlyChange() throws {
        func findings(on date: String) throws -> [String] {
            let text = """
                plan: Poster
                start: 2026-01-05
                lanes: [client]
                activities: {a: {duration: 5d}, ok: {after: a, gate: {reviewer: client, answer: 1d}}}
                changes: {claim: {approval: ok, on: \(date), reopens: a 1d}}
                """
            return try AgencyPlan(reading: InputFile(path: "poster.yaml", bytes: Array(text.utf8))).findings
                .filter { $0.severity == .warning }.map(\.id.rawValue)
        }
        // Approved on Monday 12 January.
        #expect(try findings(on: "2026-01-06") == ["plan.change-before-approval"])
        #expect(try findings(on: "2026-01-12").isEmpty && findings(on: "2026-01-17").isEmpty)
    }

    @Test("a promise that one more round keeps is not said to be missed")
    func kept() throws {
        let more = try #require(plan(finishBy: "2026-02-12").approvalOutlooks().first?.oneMoreRound)
        #expect(more.missed.isEmpty && more.leastHeadroom == .zero)
    }

    @Test("its paper names who approves, in both languages", arguments: Language.allCases)
    func paper(language: Language) throws {
        let plan = try plan(finishBy: "2026-02-11")
        let paper = TimetablePaper(
            schedule: plan.schedule, extras: TimetableExtras(approvals: plan.approvalOutlooks()), source: "poster.yaml")
        let text = try paper.report(in: Phrasebook(language)).rendered(as: TextRenderer(width: 100)).text
        let words =
            language == .english
            ? ["Approvals", "Ms Li", "4 days", "Round 3: Layouts approved", "breaks the promise of the whole plan"]
            : ["审批关口", "李女士", "4天", "第3轮：版面确认", "整个计划的承诺"]
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: language == .english ? " " : "")
        for word in words { #expect(line.contains(word), "\(word)") }
    }

    @Test("a health check does not ask an approval for the time that its answers take")
    func health() throws {
        let check = HealthCheck(of: try plan(finishBy: "2026-02-11").schedule)
        #expect(!check.violations.contains { $0.rule == .hastyGate })
    }

    @Test("a plan of which nothing is left was finished when its last work was, not on the data date")
    func allDone() throws {
        let text = """
            plan: Poster
            start: 2026-01-05
            finish-by: 2026-01-30
            data-date: 2026-02-06
            activities:
              layouts: {duration: 2d, started: 2026-01-05, finished: 2026-01-06}
              artwork: {duration: 2d, after: layouts, started: 2026-01-07, finished: 2026-01-08LEFT}
            """
        func schedule(_ left: String) throws -> Schedule {
            let bytes = Array(text.split(separator: "LEFT").joined(separator: left).utf8)
            return try AgencyPlan(reading: InputFile(path: "poster.yaml", bytes: bytes)).schedule
        }
        let done = try schedule("")
        #expect(done.finish.description == "2026-01-08T18:00" && done.isFeasible)
        #expect(done.deadlines[0].timeHeadroom == WorkMinutes(16 * 480))
        // What is left cannot be done before the data date.
        let open = try schedule("}\n  print: {duration: 1d, after: artwork")
        #expect(open.finish.description == "2026-02-09T18:00" && !open.isFeasible)
    }

    @Test("work is laid down once it has begun, and taken up after that")
    func suspensions() throws {
        let text = """
            plan: Poster
            start: 2026-01-05
            data-date: 2026-01-16
            calendar: china
            activities:
              layouts: {duration: 5d, started: 2026-01-09, suspended: 2026-01-02}
              artwork: {duration: 5d, started: 2026-01-05, suspended: 2026-01-15, resumes: 2026-01-13}
              print:   {duration: 5d, started: 2026-01-05, suspended: 2026-01-15, resumes: 2026-01-19}
            """
        let plan = try AgencyPlan(reading: InputFile(path: "poster.yaml", bytes: Array(text.utf8)))
        #expect(
            plan.findings.map(\.id).filter { $0.rawValue.hasPrefix("plan.") } == [
                "plan.suspended-before-started", "plan.resumed-before-suspended",
            ])
    }
}
