import Foundation
import Testing

/// A launch in two markets, on television, outdoors and online, on air after Spring Festival and Labour Day: composed, accepted,
/// and followed through four weeks in which the approval of the research slips.
@Suite("A campaign from a new plan to its fourth weekly update")
struct CampaignStoryTests {
    private let folder = try! TemporaryFolder()

    /// What is reported on each Friday.
    private static let updates: [(file: String, text: String)] = [
        (
            "9-jan.yaml",
            """
            update: Tea launch
            on: 2026-01-09
            progress:
              instruction: {started: 2026-01-05, finished: 2026-01-05}
              research-brief: {started: 2026-01-05, finished: 2026-01-06}
              research-cost: {started: 2026-01-07, finished: 2026-01-09}
              research-proposal: {started: 2026-01-07, remaining: 2d}
              media-brief: {started: 2026-01-05, finished: 2026-01-06}
              media-proposal: {started: 2026-01-07, remaining: 4d}
            """
        ),
        (
            "16-jan.yaml",
            """
            on: 2026-01-16
            progress:
              research-proposal: {finished: 2026-01-13}
              quotation: {started: 2026-01-14, finished: 2026-01-14}
              research-approval/1: {started: 2026-01-15}
              media-proposal: {finished: 2026-01-15}
              media-meeting: {started: 2026-01-16, finished: 2026-01-16}
            """
        ),
        (
            "23-jan.csv",
            """
            id,started,finished,remaining,rounds
            research-approval/1,,2026-01-22,,
            research-approval/2/research-proposal,2026-01-23,,1d,
            research-approval,,,,2
            """
        ),
        (
            "30-jan.yaml",
            """
            on: 2026-01-30
            progress:
              research-approval/2/research-proposal: {finished: 2026-01-26}
              research-approval/2: {started: 2026-01-27}
            """
        ),
    ]

    private func plan(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["plan"] + arguments, in: folder.url)
    }

    /// The plan as the client accepts it, with what was arranged with others.
    private func makePlan() throws {
        let new = try plan(
            "new", "campaign", "--start", "2026-01-05", "--on-air", "2026-05-11", "--markets", "mainland,hong-kong",
            "--vehicles", "tv,outdoor,online", "--name", "Tea launch / 新茶上市", "-o", "tea.yaml")
        #expect(new.status == 0, "\(new.errors)")
        let file = folder.url.appending(path: "tea.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let shoot = "duration: 2d, after: pre-approval"
        #expect(text.contains(shoot))
        try folder.write(
            text.replacingOccurrences(of: shoot, with: "\(shoot), committed: people")
                .replacingOccurrences(of: "\nactivities:", with: "\nbuffers: yes\n\nactivities:"), to: "tea.yaml")
    }

    private func accept() throws {
        #expect(try plan("propose", "tea.yaml", "--on", "2025-12-22", "--by", "Account service").status == 0)
        #expect(try plan("accept", "tea.yaml", "--on", "2025-12-29", "--by", "品牌经理").status == 0)
    }

    /// The status after each update.
    private func follow() throws -> [[String: Any]] {
        try Self.updates.map { file, text in
            try folder.write(text, to: file)
            let date = file.hasSuffix(".csv") ? ["--on", "2026-01-23"] : []
            let run = try CommandRun(["plan", "update", "tea.yaml", file, "--json"] + date, in: folder.url)
            #expect(run.status == 0, "\(run.errors)")
            return try run.json()
        }
    }

    private func headrooms(_ status: [String: Any]) throws -> [Int] {
        try #require(status["deadlines"] as? [[String: Any]]).compactMap { $0["headroomMinutes"] as? Int }
    }

    private func rules(_ status: [String: Any]) throws -> [String] {
        try #require(status["warnings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
    }

    @Test("the plan is composed whole: two markets with their calendars, and every promise kept")
    func composed() throws {
        try makePlan()
        let answer = try plan("tea.yaml", "--json").json()
        let activities = try #require(answer["activities"] as? [[String: Any]])
        #expect((60...80).contains(activities.count), "\(activities.count)")
        #expect(Set(activities.compactMap { $0["calendar"] as? String }).isSuperset(of: ["china", "hong-kong"]))
        #expect(try headrooms(answer).allSatisfy { $0 > 0 })
        let dates = try #require(answer["criticalDates"] as? [[String: Any]])
        #expect(Set(dates.compactMap { $0["market"] as? String }) == ["mainland", "hong-kong"])
        #expect((answer["buffers"] as? [Any])?.isEmpty == false)
    }

    @Test("warnings name the slipped approval at least one update before a promise breaks")
    func warned() throws {
        try makePlan()
        try accept()
        let statuses = try follow()
        let broken = try #require(try statuses.firstIndex { try headrooms($0).contains { $0 < 0 } })
        #expect(broken == 2, "the promise is to break in the third week of this story")
        #expect(try rules(statuses[0]).contains("material-late"))
        #expect(try rules(statuses[1]).contains("answer-late"))
        #expect(try rules(statuses[1]).contains("headroom-eroding"))
        #expect(try rules(statuses[1]).contains("buffer-faster-than-progress"))
        for status in statuses[..<broken] {
            let warnings = try #require(status["warnings"] as? [[String: Any]])
            // Whoever reads of it learns through what, how long there is, and what to do.
            let cause = try #require(
                warnings.first { warning in
                    (warning["chain"] as? [String])?.contains { $0.hasPrefix("research-approval") } == true
                })
            #expect((cause["leftMinutes"] as? Int).map { $0 > 0 } == true)
            #expect((cause["options"] as? [Any])?.isEmpty == false)
        }
        #expect(try rules(statuses[2]).starts(with: ["promise-missed"]))
        #expect(try rules(statuses[2]).contains("rounds-over-agreed"))
    }

    @Test("a repair says what must move against the accepted timetable, why, and what would save it")
    func repaired() throws {
        try makePlan()
        try accept()
        _ = try follow()
        let answer = try plan("repair", "tea.yaml", "--json").json()
        let commitments = try #require(answer["commitments"] as? [[String: Any]])
        let shoot = try #require(commitments.first { $0["id"] as? String == "shoot" })
        #expect(shoot["kind"] as? String == "confirmed-people" && shoot["isKept"] as? Bool == false)
        #expect(((shoot["reason"] as? [String: Any])?["chain"] as? [Any])?.isEmpty == false)
        let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
        #expect(alternatives.contains { ($0["missed"] as? [Any])?.isEmpty == true })
        let moved = try #require(answer["moved"] as? [[String: Any]])
        #expect(moved.allSatisfy { $0["reason"] != nil && !($0["reason"] is NSNull) })
        #expect(try plan("repair", "tea.yaml", "--strict").status == 1)
    }

    @Test("every paper of the story is written in both languages", arguments: ["en", "zh-Hans"])
    func papers(_ language: String) throws {
        try makePlan()
        try accept()
        _ = try follow()
        let asked = [
            ["tea.yaml"], ["tea.yaml", "--for", "client"], ["status", "tea.yaml"], ["repair", "tea.yaml"],
            ["history", "tea.yaml"], ["diff", "--baseline", "tea.yaml"], ["check", "tea.yaml"],
        ]
        for words in asked {
            let run = try CommandRun(
                ["plan"] + words + ["--format", "html,text,xlsx", "--out", "papers", "--language", language],
                in: folder.url)
            #expect(run.status == 0, "\(words): \(run.errors)")
        }
        let calendar = try plan(
            "tea.yaml", "--format", "ics", "--lane", "creative", "--out", "papers", "--language", language)
        #expect(calendar.status == 0)
        let files = try folder.files().filter { $0.hasPrefix("papers/") }
        #expect(files.count == asked.count * 3 + 1, "\(files)")
        for file in files {
            #expect(try Data(contentsOf: folder.url.appending(path: file)).count > 500, "\(file)")
        }
    }
}
