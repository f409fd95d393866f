import Foundation
import Testing

@Suite("headroom plan convert")
struct PlanConvertCommandTests {
    private let folder = try! TemporaryFolder()

    private static let plan = """
        plan: Spring launch
        start: 2026-01-05
        calendar: china
        lanes: {client: The client}
        activities:
          brief:   {duration: 2d, lane: client}
          concept: {duration: 5d, after: brief}
        """

    @Test(
        "the ending of the output tells the kind, and what is written gives the same dates",
        arguments: ["xml", "xer", "yaml", "csv"])
    func kinds(_ ending: String) throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "convert", "plan.yaml", "out.\(ending)", "--quiet", in: folder.url)
        #expect(run.status == 0 && run.output == "" && run.errors == "")
        let first = try CommandRun("plan", "plan.yaml", "--json", in: folder.url).json()
        let second = try CommandRun("plan", "out.\(ending)", "--json", in: folder.url).json()
        let finish = { (answer: [String: Any]) in (answer["project"] as? [String: Any])?["finish"] as? String }
        #expect(finish(first) == finish(second))
    }

    @Test("in JSON it says what was written and what was not kept")
    func json() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "convert", "plan.yaml", "out", "--to", "mspdi", "--json", in: folder.url)
        let answer = try run.json()
        #expect(answer["written"] as? String == "out")
        let findings = try #require(answer["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["id"] as? String == "mspdi.lane-names" })
    }

    @Test("a plan at fault writes nothing and exits with 65")
    func rejected() throws {
        try folder.write(Self.plan.replacing("after: brief", with: "after: nobody"), to: "plan.yaml")
        let run = try CommandRun("plan", "convert", "plan.yaml", "out.xml", in: folder.url)
        #expect(run.status == 65)
        #expect(try folder.files() == ["plan.yaml"])
    }

    @Test("an ending that tells nothing is wrong usage, and says what may be used")
    func unknownEnding() throws {
        try folder.write(Self.plan, to: "plan.yaml")
        let run = try CommandRun("plan", "convert", "plan.yaml", "out.mpp", in: folder.url)
        #expect(run.status == 64)
        #expect(run.errors.contains("--to"))
    }
}
