import Foundation
import Testing

@Suite("headroom plan repair")
struct PlanRepairCommandTests {
    private let folder = try! TemporaryFolder()

    private func plan(_ more: String = "", committed: String = "people", progress: String = "") -> String {
        """
        plan: Spring launch / 春季上市
        start: 2026-03-02
        \(more)
        activities:
          casting: {duration: 3d}
          shoot:   {name: Shoot / 拍摄, duration: 2d, after: casting, committed: \(committed)}
          cut:     {duration: 3d, after: shoot, deadline: 2026-03-20}
          viewing: {duration: 1d, after: cut, committed: {to: client, on: 2026-03-18, cost: 4}}
        \(progress)
        """
    }

    private func json(_ run: CommandRun) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    private func late() -> String {
        plan("data-date: 2026-03-04T18:00", progress: "progress: {casting: {started: 2026-03-04, remaining: 2d}}")
    }

    @Test("states what moves, why and what else would help, as JSON, and exits with 1 when it is strict")
    func slip() throws {
        try folder.write(plan(), to: "agreed.yaml")
        try folder.write(late(), to: "now.yaml")
        let run = try CommandRun(
            "plan", "repair", "now.yaml", "--baseline", "agreed.yaml", "--json", "--strict", in: folder.url)
        #expect(run.status == 1)
        let answer = try json(run)
        let commitments = try #require(answer["commitments"] as? [[String: Any]])
        #expect(commitments.map { $0["id"] as? String } == ["shoot", "viewing"])
        #expect(commitments.map { $0["isKept"] as? Bool } == [false, true])
        #expect(commitments.map { $0["cost"] as? Int } == [10, 4])
        #expect(commitments[0]["committed"] as? String == "2026-03-05T09:00")
        #expect(commitments[0]["forecast"] as? String == "2026-03-09T09:00")
        let reason = try #require(commitments[0]["reason"] as? [String: Any])
        #expect(reason["kind"] as? String == "pushed" && (reason["chain"] as? [Any])?.isEmpty == false)
        #expect(commitments[1]["reason"] is NSNull && commitments[1]["reasonReason"] as? String == "kept")
        let moved = try #require(answer["moved"] as? [[String: Any]])
        #expect(moved.map { $0["id"] as? String } == ["casting", "shoot", "cut"])
        let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
        #expect(!alternatives.isEmpty && alternatives.allSatisfy { $0["cost"] is Int && $0["moved"] is [String] })
        #expect((answer["project"] as? [String: Any])?["isLeastCost"] as? Bool == true)
        #expect(answer["deadlines"] != nil && answer["findings"] != nil && answer["headroom"] != nil)
    }

    @Test("without a slip nothing moves, and the answer is yes")
    func noSlip() throws {
        try folder.write(plan(committed: "{to: people, on: 2026-03-05}"), to: "plan.yaml")
        let run = try CommandRun("plan", "repair", "plan.yaml", "--strict", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.contains("All 2 commitments can be kept."))
    }

    @Test("a date that nobody states is a finding with its place")
    func undated() throws {
        try folder.write(plan(), to: "plan.yaml")
        let run = try CommandRun("plan", "repair", "plan.yaml", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("plan.yaml:6:") && run.errors.contains("plan.commitment-without-date"))
    }

    @Test("a plan that is counted back from its finish is refused")
    func fromFinish() throws {
        try folder.write(
            plan("finish-by: 2026-03-31\nschedule-from: finish", committed: "{to: people, on: 2026-03-05}"),
            to: "plan.yaml")
        let run = try CommandRun("plan", "repair", "plan.yaml", in: folder.url)
        #expect(run.status == 65 && run.errors.contains("plan.repair-from-finish"))
    }

    @Test("the faults of both plans are reported at once")
    func faults() throws {
        try folder.write(plan(committed: "peopel"), to: "a.yaml")
        try folder.write(plan(committed: "{to: people, cost: 5000}"), to: "b.yaml")
        let run = try CommandRun("plan", "repair", "b.yaml", "--baseline", "a.yaml", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("did you mean “people”?") && run.errors.contains("plan.commitment-cost"))
    }

    @Test("the Chinese paper speaks of 既定安排")
    func chinese() throws {
        try folder.write(plan(), to: "agreed.yaml")
        try folder.write(late(), to: "now.yaml")
        let run = try CommandRun(
            "plan", "repair", "now.yaml", "--baseline", "agreed.yaml", "--language", "zh-Hans", in: folder.url)
        #expect(run.status == 0 && run.output.contains("2项既定安排中有1项必须改期，代价合计10。"))
    }
}
