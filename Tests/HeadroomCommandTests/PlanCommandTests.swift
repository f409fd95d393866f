import Foundation
import Testing

@Suite("headroom plan")
struct PlanCommandTests {
    private let folder = try! TemporaryFolder()

    private static let plan = """
        plan: Spring launch / 春季上市
        start: 2026-01-05
        calendar: china
        activities:
          brief:   {name: Creative brief / 创作要求, lane: account, duration: 2d}
          concept: {lane: creative, duration: 5d, after: brief}
          approve: {lane: client, milestone: true, after: concept, deadline: 2026-01-14}
        """

    @Test("prints the timetable and exits with 0")
    func text() throws {
        try folder.write(Self.plan, to: "春.yaml")
        let run = try CommandRun("plan", "春.yaml", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.contains("Creative brief"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(run.errors == "")
        #expect(try folder.files() == ["春.yaml"])
    }

    @Test("makes the timetable of the client, and refuses to show our own work in it")
    func client() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "plan.yaml", "--for", "client", in: folder.url)
        #expect(run.status == 0 && run.output.hasPrefix("Spring launch: timetable for the client"))
        #expect(run.errors.contains("[plan.no-client]") && !run.output.contains("Creative brief"))
        let json = try CommandRun("plan", "plan.yaml", "--for", "client", "--json", "--quiet", in: folder.url)
        #expect(try json.json()["answers"] != nil && json.errors == "")
        for ours in [["--network"], ["--float-paths", "2"], ["--lane", "client"]] {
            let wrong = try CommandRun(["plan", "plan.yaml", "--for", "client"] + ours, in: folder.url)
            #expect(wrong.status == 64 && wrong.errors.contains("--for client leaves out our own work"))
        }
        #expect(try CommandRun("plan", "plan.yaml", "--for", "press", in: folder.url).status == 64)
    }

    @Test("takes down a meeting, and writes the plan with its actions beside the old one")
    func meeting() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let notes = """
            meeting: Review / 评审会
            date: 2026-01-09
            actions: [{what: New concept / 新创意, owner: creative, due: 2026-01-13, after: concept}]
            """
        try folder.write(notes, to: "notes.yaml")
        let run = try CommandRun(
            "plan", "meeting", "notes.yaml", "--plan", "plan.yaml", "-o", "new.yaml", "--strict", in: folder.url)
        #expect(run.status == 1 && run.output.hasPrefix("Meeting report: Review"))
        #expect(run.errors.contains("[meeting.due-not-kept]") && run.errors.contains("1 action added: new.yaml"))
        let plan = try String(contentsOf: folder.url.appending(path: "new.yaml"), encoding: .utf8)
        #expect(plan.hasPrefix(Self.plan) && plan.contains("new-concept: {name: New concept / 新创意, lane: creative"))
        let json = try CommandRun("plan", "meeting", "notes.yaml", "--plan", "plan.yaml", "--json", in: folder.url)
            .json()
        #expect((json["actions"] as? [[String: Any]])?.first?["id"] as? String == "new-concept")
        let again = try CommandRun(
            "plan", "meeting", "notes.yaml", "--plan", "plan.yaml", "-o", "new.yaml", in: folder.url)
        #expect(again.status == 73 && again.output == "")
        #expect(try CommandRun("plan", "meeting", "notes.yaml", "-o", "new.yaml", in: folder.url).status == 64)
        #expect(try CommandRun("plan", "meeting", "none.yaml", in: folder.url).status == 66)
    }

    @Test("reports the status as of a date, and asks for one where there is none")
    func status() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let none = try CommandRun("plan", "status", "plan.yaml", in: folder.url)
        #expect(none.status == 65 && none.output == "" && none.errors.contains("[plan.no-data-date]"))
        let run = try CommandRun("plan", "status", "plan.yaml", "--data-date", "2026-01-07", "--json", in: folder.url)
        let answer = try run.json()
        #expect((answer["overdue"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["brief"])
        let project = try #require(answer["project"] as? [String: Any])
        #expect(project["dataDate"] as? String == "2026-01-07T18:00" && project["feasible"] as? Bool == false)
        let wrong = try CommandRun("plan", "status", "plan.yaml", "--data-date", "tomorrow", in: folder.url)
        #expect(wrong.status == 64 && wrong.errors.contains("is not a date"))
        let paper = try CommandRun(
            "plan", "status", "plan.yaml", "--data-date", "2026-01-07", "--out", "报告", "--language", "zh-Hans",
            "--format", "html,xlsx", in: folder.url)
        #expect(paper.status == 0)
        #expect(try folder.files().contains("报告/plan.status.zh-Hans.xlsx"))
    }

    @Test("gives the same bytes with any number of threads, and refuses none")
    func threads() throws {
        let list = (0..<3_000).map { "T\($0),\(1 + $0 % 7)d,\($0 > 2 ? "T\($0 - 3)" : "")" }.joined(separator: "\n")
        try folder.write("id,duration,predecessors\n" + list, to: "list.csv")
        let one = try CommandRun("plan", "list.csv", "--json", "--threads", "1", in: folder.url)
        let five = try CommandRun("plan", "list.csv", "--json", "--threads", "5", in: folder.url)
        #expect(one.status == 0 && one.output == five.output)
        for wrong in ["0", "-1", "many", "99999999999999999999"] {
            let run = try CommandRun("plan", "list.csv", "--threads=\(wrong)", in: folder.url)
            #expect(run.status == 64 && run.output == "" && run.errors.contains("is not a number of threads"))
        }
    }

    @Test("answers in JSON as the contract states, with nothing else on standard output")
    func json() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "plan.yaml", "--json", in: folder.url)
        let answer = try run.json()
        let project = try #require(answer["project"] as? [String: Any])
        #expect(project["start"] as? String == "2026-01-05T09:00")
        #expect(project["finish"] as? String == "2026-01-13T18:00")
        #expect(project["feasible"] as? Bool == true)
        #expect(project["minutesPerDay"] as? Int == 480)
        let deadline = try #require((answer["deadlines"] as? [[String: Any]])?.first)
        #expect(deadline["id"] as? String == "approve")
        #expect(deadline["headroomMinutes"] as? Int == 480)
        let activities = try #require(answer["activities"] as? [[String: Any]])
        #expect(activities.map { $0["id"] as? String } == ["brief", "concept", "approve"])
        #expect(activities[1]["drivenBy"] as? [String] == ["brief"])
        #expect(activities[2]["isMilestone"] as? Bool == true)
        #expect((answer["headroom"] as? [String: Any])?["version"] is String)
        #expect((answer["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("exits with 1 under --strict when a promise is missed, and with 0 without it")
    func strict() throws {
        try folder.write(Self.plan.replacing("2026-01-14", with: "2026-01-09"), to: "plan.yaml")
        #expect(try CommandRun("plan", "plan.yaml", in: folder.url).status == 0)
        #expect(try CommandRun("plan", "plan.yaml", "--strict", in: folder.url).status == 1)
    }

    @Test("explains in JSON why a promise cannot be kept, and what would help")
    func conflicts() throws {
        try folder.write(Self.plan.replacing("2026-01-14", with: "2026-01-12"), to: "plan.yaml")
        let answer = try CommandRun("plan", "plan.yaml", "--json", in: folder.url).json()
        let conflicts = try #require(answer["conflicts"] as? [[String: Any]])
        let conflict = try #require(conflicts.first)
        #expect(conflicts.count == 1 && conflict["promise"] as? String == "approve")
        #expect(conflict["kind"] as? String == "deadline" && conflict["missedByMinutes"] as? Int == 480)
        let chain = try #require(conflict["chain"] as? [[String: Any]])
        #expect(
            chain.map { $0["kind"] as? String }
                == [
                    "hold", "gap", "activity", "link", "gap", "activity", "link", "activity",
                ].map { $0 == "hold" ? "project-start" : $0 })
        #expect(chain.compactMap { $0["workMinutes"] as? Int }.reduce(0, +) == 7 * 480)
        let help = try #require((conflict["relaxations"] as? [[String: Any]])?.first)
        #expect(help["kind"] as? String == "shorten" && help["subject"] as? String == "brief")
        #expect(help["change"] as? String == "duration 960m -> 480m")
        #expect(help["gainMinutes"] as? Int == 480 && help["meetsPromise"] as? Bool == true)
    }

    @Test("numbers float paths, draws the network and makes a calendar when asked")
    func extras() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun(
            "plan", "plan.yaml", "--json", "--float-paths", "3", "--network", "--format", "ics,svg", "--lane",
            "creative",
            in: folder.url)
        let paths = try #require(try run.json()["floatPaths"] as? [[String: Any]])
        #expect(paths.count == 1 && paths[0]["number"] as? Int == 1 && paths[0]["totalFloat"] as? Int == 0)
        #expect(paths[0]["activities"] as? [String] == ["brief", "concept", "approve"])
        #expect(
            try folder.files() == [
                "plan.timetable.en-chart-2.svg", "plan.timetable.en.ics", "plan.timetable.en.svg", "plan.yaml",
            ])
    }

    @Test("says which lanes there are when asked for another, as wrong usage")
    func unknownLane() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "plan.yaml", "--format", "ics", "--lane", "creativ", in: folder.url)
        #expect(run.status == 64)
        #expect(run.errors.contains("there is no lane “creativ” in the plan; did you mean “creative”?"))
    }

    @Test("writes papers whole into a folder that it makes")
    func papers() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun(
            "plan", "plan.yaml", "--out", "a/b", "--format", "html,json,csv,text,svg,xlsx", "--language", "zh-Hans",
            in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let papers = try folder.files().filter { $0.hasPrefix("a/b/") }
        #expect(
            papers == [
                "a/b/plan.timetable.json", "a/b/plan.timetable.zh-Hans-deadlines.csv",
                "a/b/plan.timetable.zh-Hans-latest-safe-starts.csv",
                "a/b/plan.timetable.zh-Hans-timetable.csv", "a/b/plan.timetable.zh-Hans.html",
                "a/b/plan.timetable.zh-Hans.svg", "a/b/plan.timetable.zh-Hans.txt", "a/b/plan.timetable.zh-Hans.xlsx",
            ])
        let html = try String(contentsOf: folder.url.appending(path: papers[4]), encoding: .utf8)
        #expect(html.contains("创作要求"))
    }

    @Test("plans that differ after a dot in their names do not overwrite one another's papers")
    func dottedNames() throws {
        for name in ["spring.v1.yaml", "spring.v2.yaml"] {
            try folder.write(Self.plan, to: name)
            #expect(try CommandRun("plan", name, "--out", "papers", in: folder.url).status == 0)
        }
        let papers = try folder.files().filter { $0.hasPrefix("papers/") }
        #expect(papers == ["papers/spring.v1.timetable.en.html", "papers/spring.v2.timetable.en.html"])
    }

    @Test("a link that is written through stays a link")
    func writesThroughLinks() throws {
        try folder.write("", to: "shared.yaml")
        let link = folder.url.appending(path: "plan.yaml")
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "shared.yaml")
        #expect(try CommandRun("plan", "new", "campaign", "-o", "plan.yaml", "--force", in: folder.url).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "shared.yaml")
        let text = try String(contentsOf: folder.url.appending(path: "shared.yaml"), encoding: .utf8)
        #expect(text.contains("activities:"))
    }

    @Test("reads standard input")
    func standardInput() throws {
        #expect(try CommandRun("plan", "-", in: folder.url, input: Self.plan).status == 0)
    }

    @Test("refuses a faulty plan with 65, every fault with its place, and JSON that says the same")
    func faults() throws {
        try folder.write(
            Self.plan.replacing("after: brief", with: "after: breif").replacing("2d", with: "2days"), to: "p.yaml")
        let run = try CommandRun("plan", "p.yaml", "--json", "--out", "papers", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("p.yaml:5:"))
        #expect(run.errors.contains("p.yaml:6:"))
        #expect(run.errors.contains("did you mean “brief”?"))
        let findings = try #require(try run.json()["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == ["plan.bad-duration", "plan.unknown-predecessor"])
        #expect(try folder.files() == ["p.yaml"])
    }

    @Test("tells a missing file, wrong usage and an unwritable folder apart")
    func exitStatus() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        #expect(try CommandRun("plan", "nowhere.yaml", in: folder.url).status == 66)
        #expect(try CommandRun("plan", ".", in: folder.url).status == 66)
        #expect(try CommandRun("plan", in: folder.url).status == 64)
        #expect(try CommandRun("plan", "plan.yaml", "--language", "xx", in: folder.url).status == 64)
        #expect(try CommandRun("plan", "plan.yaml", "--format", "docx", in: folder.url).status == 64)
        #expect(try CommandRun("plan", "plan.yaml", "--out", "plan.yaml/x", in: folder.url).status == 73)
    }

    @Test(
        "begins a plan from each template, which schedules; and does not overwrite one",
        arguments: [
            "campaign", "research", "media", "creative",
        ])
    func templates(name: String) throws {
        #expect(try CommandRun("plan", "new", name, "-o", "new.yaml", in: folder.url).status == 0)
        #expect(try CommandRun("plan", "new.yaml", in: folder.url).status == 0)
        #expect(try CommandRun("plan", "new", name, "-o", "new.yaml", in: folder.url).status == 73)
        #expect(try CommandRun("plan", "new", name, "-o", "new.yaml", "--force", in: folder.url).status == 0)
    }

    @Test("names the template that was meant")
    func nearestTemplate() throws {
        let run = try CommandRun("plan", "new", "campagne", in: folder.url)
        #expect(run.status == 64)
        #expect(run.errors.contains("campaign"))
    }
}
