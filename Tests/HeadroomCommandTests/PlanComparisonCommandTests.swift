import Foundation
import Testing

@Suite("headroom plan diff and plan check")
struct PlanComparisonCommandTests {
    private let folder = try! TemporaryFolder()

    private func plan(brief: String = "2d", deadline: String = "2026-01-20") -> String {
        """
        plan: Spring launch / 春季上市
        start: 2026-01-05
        calendar: china
        activities:
          brief:   {name: Creative brief / 创作要求, lane: account, duration: \(brief)}
          concept: {lane: creative, duration: 5d, after: brief}
          approve: {lane: client, milestone: true, after: concept, deadline: \(deadline)}
        """
    }

    private func json(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("a plan compared with itself says so and exits with 0, also strictly")
    func identical() throws {
        try folder.write(plan(), to: "a.yaml")
        let run = try CommandRun("plan", "diff", "a.yaml", "a.yaml", "--strict", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.contains("Nothing moved"))
    }

    @Test("states what moved, why, and where it begins, as JSON")
    func diff() throws {
        try folder.write(plan(), to: "a.yaml")
        try folder.write(plan(brief: "4d"), to: "b.yaml")
        let run = try CommandRun("plan", "diff", "a.yaml", "b.yaml", "--json", "--strict", in: folder.url)
        #expect(run.status == 1)
        let answer = try json(run)
        let project = try #require(answer["project"] as? [String: Any])
        #expect(project["finishMovedMinutes"] as? Int == 960)
        #expect((project["reason"] as? String)?.hasPrefix("“Creative brief” takes 2 days longer") == true)
        let moved = try #require(answer["moved"] as? [[String: Any]])
        #expect(moved.map { $0["id"] as? String } == ["brief", "concept", "approve"])
        #expect((moved[1]["reason"] as? [String: Any])?["subject"] as? String == "brief")
        #expect(moved.allSatisfy { ($0["root"] as? [String: Any])?["id"] as? String == "brief" })
        let deadlines = try #require(answer["deadlines"] as? [[String: Any]])
        #expect(deadlines[0]["headroomBefore"] as? Int == 5 * 480 && deadlines[0]["headroomAfter"] as? Int == 3 * 480)
        #expect(answer["findings"] != nil && answer["headroom"] != nil)
    }

    @Test("the faults of both plans are reported at once")
    func faults() throws {
        try folder.write(plan(brief: "2x"), to: "a.yaml")
        try folder.write(plan(deadline: "2025-01-01"), to: "b.yaml")
        let run = try CommandRun("plan", "diff", "a.yaml", "b.yaml", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("plan.bad-duration") && run.errors.contains("plan.deadline-before-start"))
    }

    @Test("one plan is compared with its own baseline only when asked to")
    func baseline() throws {
        try folder.write(plan(), to: "a.yaml")
        #expect(try CommandRun("plan", "diff", "a.yaml", in: folder.url).status == 64)
        #expect(try CommandRun("plan", "diff", "--baseline", "a.yaml", "a.yaml", in: folder.url).status == 64)
        let run = try CommandRun("plan", "diff", "--baseline", "a.yaml", "--json", in: folder.url)
        #expect(run.status == 0)
        let project = try #require(try json(run)["project"] as? [String: Any])
        #expect(project["finishVariance"] is NSNull && project["finishVarianceReason"] as? String == "no-baseline")
    }

    @Test("states fourteen points with their populations, and what breaks a rule, as JSON")
    func check() throws {
        try folder.write(plan(), to: "a.yaml")
        let run = try CommandRun("plan", "check", "a.yaml", "--json", "--strict", in: folder.url)
        #expect(run.status == 1)
        let answer = try json(run)
        let points = try #require(answer["points"] as? [[String: Any]])
        #expect(points.map { $0["number"] as? Int } == Array(1...14))
        #expect(points[0]["numerator"] as? Int == 2 && points[0]["denominator"] as? Int == 3)
        #expect(
            points[0]["status"] as? String == "fail" && points[0]["activities"] as? [String] == ["brief", "approve"])
        #expect(points[9]["value"] is NSNull && points[9]["valueReason"] as? String == "no-resources")
        #expect(points.allSatisfy { ($0["population"] as? String)?.isEmpty == false })
        let rules = try #require(answer["rules"] as? [[String: Any]])
        #expect(rules.map { $0["rule"] as? String } == ["client-gate-without-response-time"])
        #expect(rules[0]["activity"] as? String == "approve")
    }

    @Test("writes its paper in either language")
    func papers() throws {
        try folder.write(plan(), to: "a.yaml")
        let run = try CommandRun(
            "plan", "check", "a.yaml", "--language", "zh-Hans", "--format", "html,xlsx", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n") == ["a.check.zh-Hans.html", "a.check.zh-Hans.xlsx"])
    }
}
