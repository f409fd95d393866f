import Foundation
import Testing

@Suite("headroom plan propose, accept, update and history")
struct PlanPromiseCommandTests {
    private let folder = try! TemporaryFolder()

    init() throws { try folder.write(Self.plan(), to: "海报.yaml") }

    private static func plan(layouts: String = "5d") -> String {
        """
        plan: Poster / 海报
        start: 2026-01-05
        lanes: {client: Client / 客户, studio: Studio / 设计}
        activities:
          layouts: {name: Layouts / 设计稿, lane: studio, duration: \(layouts)}
          ok:      {lane: client, after: layouts,
                    gate: {reviewer: client, answer: 2d, rounds: 2, rework: layouts 1d, written: yes}}
          artwork: {lane: studio, duration: 3d, after: ok, deadline: 2026-01-30}
        """
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["plan"] + arguments, in: folder.url)
    }

    private func history() throws -> [String: Any] { try run("history", "海报.yaml", "--json").json() }

    private func accepted() throws {
        #expect(try run("propose", "海报.yaml", "--on", "2026-01-02", "--by", "Account service").status == 0)
        #expect(try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", "品牌经理").status == 0)
    }

    @Test("from proposal to acceptance to updates, all is remembered")
    func wholeWay() throws {
        try accepted()
        let first = try run(
            "update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-06", "--remaining", "layouts=2d",
            "--json")
        #expect(first.status == 0)
        let answer = try first.json()
        #expect((answer["timetable"] as? [String: Any])?["acceptedBy"] as? String == "品牌经理")
        try folder.write(
            "on: 2026-01-16\nprogress: {layouts: {finished: 2026-01-13}, ok/1: {started: 2026-01-14, finished: 2026-01-15}}\nrounds: {ok: 3}\n",
            to: "news.yaml")
        let second = try run("update", "海报.yaml", "news.yaml", "--language", "zh-Hans")
        #expect(second.status == 0)
        #expect(second.output.contains("“ok”已进入3轮，约定为2轮"))
        let history = try history()
        #expect((history["timetables"] as? [[String: Any]])?.count == 1)
        let updates = try #require(history["updates"] as? [[String: Any]])
        #expect(updates.map { $0["date"] as? String } == ["2026-01-09", "2026-01-16"])
        // The status counts what was reported, and knows the one before.
        let status = try run("status", "海报.yaml", "--json").json()
        #expect((status["project"] as? [String: Any])?["dataDate"] as? String == "2026-01-16T18:00")
        #expect((status["previous"] as? [String: Any])?["dataDate"] as? String == "2026-01-09T18:00")
        let warnings = try #require(status["warnings"] as? [[String: Any]])
        #expect(
            Set(warnings.map { $0["rule"] as? String }) == [
                "rounds-over-agreed", "headroom-eroding", "no-room-for-a-round", "material-late",
            ])
        // The plan alone knows nothing of it, until it is asked to.
        func finish(_ arguments: String...) throws -> String? {
            let answer = try CommandRun(["plan"] + arguments + ["--json"], in: folder.url).json()
            return (answer["project"] as? [String: Any])?["finish"] as? String
        }
        #expect(try finish("海报.yaml") == "2026-01-21T18:00")
        #expect(try finish("海报.yaml", "--store", "headroom.sqlite") == "2026-01-29T18:00")
        let variance = try run("diff", "--baseline", "海报.yaml", "--strict")
        #expect(variance.status == 1 && variance.output.contains("6 working days later"), "\(variance.output)")
        #expect(try run("history", "海报.yaml").output.contains("Account service"))
    }

    @Test("an acceptance of a plan that changed since is refused, and nothing is kept")
    func changed() throws {
        _ = try run("propose", "海报.yaml", "--on", "2026-01-02")
        try folder.write(Self.plan(layouts: "6d"), to: "海报.yaml")
        let refused = try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", "Client", "--json")
        #expect(refused.status == 65)
        let findings = try #require(try refused.json()["findings"] as? [[String: Any]])
        #expect(Set(findings.map { $0["id"] as? String }) == ["plan.changed-since-proposed"])
        let timetable = try #require((try history()["timetables"] as? [[String: Any]])?.first)
        #expect(timetable["accepted"] is NSNull && timetable["acceptedReason"] as? String == "not-accepted-yet")
        // Proposed anew, it can be accepted.
        #expect(try run("propose", "海报.yaml", "--on", "2026-01-03").status == 0)
        #expect(try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", "Client").status == 0)
        #expect(try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", "Client").status == 65)
    }

    @Test("an update that is wrong is refused with every finding, and nothing is kept")
    func refused() throws {
        try accepted()
        #expect(try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-06").status == 0)
        let wrong = try run(
            "update", "海报.yaml", "--on", "2026-01-08", "--started", "layout=2026-01-06", "--rounds", "okk=2",
            "--finished",
            "artwork=2026-01-03", "--started", "artwork=2026-01-05")
        #expect(wrong.status == 65)
        for id in ["plan.update-before-last", "plan.unknown-activity", "plan.unknown-gate"] {
            #expect(wrong.errors.contains("[\(id)]"), "\(id)")
        }
        let twice = try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-06")
        #expect(twice.status == 65 && twice.errors.contains("[plan.update-twice]"))
        try folder.write(
            "update: Other\non: 2026-01-16\nprogress: {layouts: {started: 2026-01-06}}\n", to: "other.yaml")
        #expect(try run("update", "海报.yaml", "other.yaml").errors.contains("[plan.update-of-another-plan]"))
        #expect((try history()["updates"] as? [[String: Any]])?.count == 1)
    }

    @Test("what is refused makes no workspace")
    func noWorkspace() throws {
        #expect(try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", "Client").status == 65)
        #expect(try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "nothing=2026-01-06").status == 65)
        #expect(try run("history", "海报.yaml").status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "headroom.sqlite").path))
    }

    @Test("what the command line cannot mean is wrong usage")
    func usage() throws {
        #expect(try run("propose", "海报.yaml").status == 64)
        #expect(try run("accept", "海报.yaml", "--on", "2026-01-03", "--by", " ").status == 64)
        #expect(try run("update", "海报.yaml").status == 64)
        #expect(try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts").status == 64)
        #expect(try run("update", "海报.yaml", "--on", "2026-01-09", "--remaining", "layouts=soon").status == 64)
        #expect(try run("update", "海报.yaml", "--on", "9 January").status == 64)
    }

    @Test("an update is taken back, and then another is taken in")
    func withdrawn() throws {
        #expect(try run("update", "海报.yaml", "--on", "2026-11-09", "--started", "layouts=2026-01-06").status == 0)
        let refused = try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-06")
        #expect(refused.status == 65 && refused.errors.contains("[plan.update-before-last]"))
        #expect(try run("update", "海报.yaml", "--withdraw").status == 0)
        #expect(try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-06").status == 0)
        #expect((try history()["updates"] as? [[String: Any]])?.count == 1)
        #expect(try run("update", "海报.yaml", "--withdraw").status == 0)
        #expect(try run("update", "海报.yaml", "--withdraw").errors.contains("[plan.nothing-to-withdraw]"))
    }

    @Test("what was told of an activity that is no longer in the plan is set aside, and the rest counts on")
    func setAside() throws {
        let longer = Self.plan() + "\n  extra: {duration: 2d}\n"
        try folder.write(longer, to: "海报.yaml")
        #expect(
            try run(
                "update", "海报.yaml", "--on", "2026-01-09", "--finished", "extra=2026-01-06", "--started",
                "extra=2026-01-05", "--started", "layouts=2026-01-06"
            ).status == 0)
        try folder.write(Self.plan(), to: "海报.yaml")
        let status = try run("status", "海报.yaml")
        #expect(status.status == 0 && status.errors.contains("[plan.progress-set-aside]"), "\(status.errors)")
        #expect(try run("history", "海报.yaml").status == 0)
        #expect(try run("update", "海报.yaml", "--on", "2026-01-16", "--finished", "layouts=2026-01-13").status == 0)
        let unknown = try run("update", "海报.yaml", "--on", "2026-01-23", "--finished", "extra=2026-01-20")
        #expect(unknown.status == 65 && unknown.errors.contains("[plan.unknown-activity]"))
    }

    @Test("the rounds that were answered stay, whatever the plan says of them later; a written approval ends them")
    func answeredRounds() throws {
        #expect(
            try run(
                "update", "海报.yaml", "--on", "2026-01-16", "--started", "layouts=2026-01-05", "--finished",
                "layouts=2026-01-09", "--started", "ok/1=2026-01-12", "--finished", "ok/1=2026-01-13", "--started",
                "ok/2/layouts=2026-01-14", "--finished", "ok/2/layouts=2026-01-14"
            ).status == 0)
        try folder.write(Self.plan().replacingOccurrences(of: "rounds: 2", with: "rounds: 1"), to: "海报.yaml")
        let status = try run("status", "海报.yaml")
        #expect(status.status == 0 && status.output.contains("ok"), "\(status.errors)")
        let given = try run("update", "海报.yaml", "--on", "2026-01-23", "--finished", "ok=2026-01-21")
        #expect(given.status == 0, "\(given.errors)")
        #expect(try run("status", "海报.yaml", "--data-date", "2026-01-10").status == 65)
    }

    @Test("what happened after the day of the update, or is said twice, is refused")
    func impossible() throws {
        let ahead = try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-12")
        #expect(ahead.status == 65 && ahead.errors.contains("[plan.update-ahead]"))
        try folder.write("id,started\nlayouts,2026-01-05\nlayouts,2026-01-06\n", to: "twice.csv")
        let twice = try run("update", "海报.yaml", "twice.csv", "--on", "2026-01-09")
        #expect(twice.status == 65 && twice.errors.contains("[plan.progress-twice]"))
        try folder.write("id,start\nlayouts,2026-01-05\n", to: "odd.csv")
        #expect(try run("update", "海报.yaml", "odd.csv", "--on", "2026-01-09").errors.contains("[csv.unknown-column]"))
        #expect(
            try run(
                "update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-05", "--started",
                "layouts=2026-01-06"
            ).status == 64)
        #expect(try run("history", "海报.yaml", "--store", "").status == 64)
    }

    @Test("an acceptance may come after the first report")
    func lateAcceptance() throws {
        _ = try run("propose", "海报.yaml", "--on", "2026-01-02")
        _ = try run("update", "海报.yaml", "--on", "2026-01-09", "--started", "layouts=2026-01-08")
        let accepted = try run("accept", "海报.yaml", "--on", "2026-01-12", "--by", "Client")
        #expect(accepted.status == 0, "\(accepted.errors)")
    }
}
