import Foundation
import Testing

@Suite("headroom cost estimate and approve")
struct CostEstimateCommandTests {
    private let folder = try! TemporaryFolder()

    init() throws { try folder.write(Self.estimate(), to: "launch.yaml") }

    private static func estimate(film: String = "480000", head: String = "") -> String {
        """
        estimate: Spring launch / 春季上市
        job: spring-launch
        client: Example Tea
        currency: CNY
        start: 2026-01-05
        finish: 2026-12-31
        contingency: 5%
        ceiling: 700000
        \(head)
        lines:
          film: {name: Launch film, category: production, rate: \(film), markup: 10%}
          fee: {name: Agency fee, category: fee, quantity: 12, unit: month, rate: 5000, price: 8000}
        """
    }

    private func run(_ arguments: String...) throws -> CommandRun {
        try CommandRun(["cost"] + arguments, in: folder.url)
    }

    private func approved() throws {
        #expect(try run("estimate", "launch.yaml", "--propose", "--on", "2026-01-02", "--by", "AS").status == 0)
        #expect(try run("approve", "launch.yaml", "--on", "2026-01-03", "--internal", "CFO").status == 0)
        #expect(try run("approve", "spring-launch", "--on", "2026-01-04", "--client", "品牌经理").status == 0)
    }

    @Test("shows an estimate and keeps nothing")
    func show() throws {
        let run = try run("estimate", "launch.yaml")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("asks the client for CNY 651,000.00 before tax, CNY 49,000.00 below"))
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "headroom.sqlite").path))
    }

    @Test("from the file to the client's signature, each state is remembered")
    func wholeWay() throws {
        try approved()
        let answer = try run("estimate", "launch.yaml", "--json").json()
        #expect(answer["state"] as? String == "approved")
        #expect(answer["job"] as? String == "spring-launch")
        let totals = try #require(answer["totals"] as? [String: Any])
        #expect(totals["cost"] as? String == "540000.00")
        #expect(totals["price"] as? String == "624000.00")
        #expect(totals["approvedCost"] as? String == "567000.00")
        #expect(totals["askedPrice"] as? String == "651000.00")
        #expect(totals["ceilingHeadroom"] as? String == "49000.00")
        #expect(totals["tax"] is NSNull && totals["taxReason"] as? String == "no-tax-stated")
        let version = try #require((answer["versions"] as? [[String: Any]])?.first)
        #expect((version["client"] as? [String: Any])?["by"] as? String == "品牌经理")
        #expect(answer["difference"] is NSNull && answer["differenceReason"] as? String == "no-version-before")
    }

    @Test("the same file a second time changes nothing, and says so")
    func twice() throws {
        try approved()
        let again = try run("estimate", "launch.yaml", "--propose", "--on", "2026-02-02", "--by", "AS", "--json")
        #expect(again.status == 0)
        #expect(again.errors.contains("cost.proposed-already"))
        #expect((try again.json()["versions"] as? [Any])?.count == 1)
    }

    @Test("an approved version that was edited in the file is refused, with the lines, by every command")
    func edited() throws {
        try approved()
        try folder.write(Self.estimate(film: "500000"), to: "launch.yaml")
        let commands = [
            ["estimate", "launch.yaml"], ["estimate", "launch.yaml", "--propose", "--on", "2026-02-02", "--by", "AS"],
            ["approve", "launch.yaml", "--on", "2026-02-02", "--client", "X"],
        ]
        for command in commands {
            let run = try CommandRun(["cost"] + command, in: folder.url)
            #expect(run.status == 65)
            #expect(run.errors.contains("cost.approved-edited"))
            #expect(run.errors.contains("“film” was estimated at 480000.00 CNY, and is now at 500000.00"))
            #expect(run.errors.contains("version 2"))
        }
    }

    @Test("a change order says what it changes, and is signed like a first version")
    func changeOrder() throws {
        try approved()
        try folder.write(
            Self.estimate(film: "500000", head: "version: 2\neffective: 2026-04-01\nreason: a longer film"),
            to: "change.yaml")
        let answer = try run("estimate", "change.yaml", "--propose", "--on", "2026-03-20", "--by", "AS", "--json")
            .json()
        let difference = try #require(answer["difference"] as? [String: Any])
        #expect((difference["total"] as? [String: Any])?["rate"] as? String == "20000.00")
        #expect(difference["contingency"] as? String == "1000.00")
        #expect(try run("approve", "spring-launch", "--on", "2026-03-21", "--client", "X").status == 65)
        #expect(try run("approve", "spring-launch", "--on", "2026-03-21", "--internal", "CFO").status == 0)
        let signed = try run("approve", "spring-launch", "--on", "2026-03-22", "--client", "Ms Li", "--json").json()
        #expect(signed["version"] as? Int == 2 && signed["state"] as? String == "approved")
    }

    @Test("an abandoned version keeps its number; an approved one is not abandoned")
    func abandoned() throws {
        #expect(try run("estimate", "launch.yaml", "--propose", "--on", "2026-01-02", "--by", "AS").status == 0)
        let abandoned = try run("approve", "spring-launch", "--on", "2026-01-03", "--abandon", "AS", "--json").json()
        #expect(abandoned["state"] as? String == "abandoned")
        try folder.write(Self.estimate(head: "version: 2"), to: "launch.yaml")
        #expect(try run("estimate", "launch.yaml", "--propose", "--on", "2026-01-05", "--by", "AS").status == 0)
        #expect(try run("approve", "launch.yaml", "--on", "2026-01-06", "--internal", "CFO").status == 0)
        #expect(try run("approve", "launch.yaml", "--on", "2026-01-07", "--client", "Ms Li").status == 0)
        let refused = try run("approve", "spring-launch", "--on", "2026-01-08", "--abandon", "AS")
        #expect(refused.status == 65 && refused.errors.contains("cost.approved-not-abandoned"))
    }

    @Test("more than the ceiling is an answer of no under --strict")
    func strict() throws {
        try folder.write(Self.estimate(film: "600000"), to: "launch.yaml")
        let run = try run("estimate", "launch.yaml", "--strict")
        #expect(run.status == 1 && run.errors.contains("cost.ceiling-passed"))
    }

    @Test("says what is missing and what is unknown")
    func usage() throws {
        #expect(try run("estimate", "launch.yaml", "--propose").status == 64)
        #expect(try run("estimate", "launch.yaml", "--by", "AS").status == 64)
        #expect(try run("approve", "launch.yaml", "--on", "2026-01-02").status == 64)
        #expect(try run("approve", "a", "--on", "2026-01-02", "--client", "A", "--internal", "B").status == 64)
        #expect(try run("estimate", "missing.yaml").status == 66)
        let unknown = try run("approve", "sprung-launch", "--on", "2026-01-02", "--client", "A")
        #expect(unknown.status == 65 && unknown.errors.contains("cost.nothing-proposed"))
    }

    @Test("a table of lines and a file without a job are estimates too")
    func table() throws {
        try folder.write(
            """
            # estimate: Poster
            # client: Example Tea
            # currency: EUR
            # start: 2026-01-05
            # finish: 2026-03-31
            id,name,category,quantity,rate,markup
            print,Print,production,1000,0.125,10%
            """, to: "poster.csv")
        let answer = try run("estimate", "poster.csv", "--json").json()
        #expect(answer["job"] as? String == "poster")
        #expect((answer["totals"] as? [String: Any])?["price"] as? String == "137.50")
    }
}
