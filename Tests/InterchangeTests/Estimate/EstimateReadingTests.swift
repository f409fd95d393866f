import Costing
import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Reading an estimate")
struct EstimateReadingTests {
    private func estimate(_ name: String) throws -> CostEstimate {
        let file = try #require(CorpusFile.all(of: "estimate").first { $0.name == name })
        return try EstimateReading(file.bytes, file: name, stem: "stem").checked().estimate
    }

    private func money(_ text: String, _ currency: Currency = .cny) throws -> Money { try Money(text, currency) }

    @Test("all keys of the YAML file are read")
    func everything() throws {
        let estimate = try estimate("good.yaml")
        #expect(estimate.job == "spring-launch" && estimate.client == "Example Tea" && estimate.type == "campaign")
        #expect(estimate.version == 1 && estimate.effective == CivilDay("2026-01-05") && estimate.reason == nil)
        #expect(estimate.contingency == (try money("60000")))
        #expect(estimate.managementReserve == (try money("20000")))
        #expect(estimate.ceiling == (try money("2000000")))
        #expect(estimate.taxRate == Rate(percent: 6))
        #expect(estimate.lines.map(\.id) == ["tv-north", "tv-south", "film", "clips", "copy-test", "fee"])
        #expect(estimate.exchanges.map(\.rate) == [try Rate(1843, over: 2000), try Rate("7.2055")])
        #expect(estimate.exchanges.first?.source == "Bank of China")
        #expect(estimate.billing.map(\.isRetainer) == [true, false])
    }

    @Test("a gross line pays its commission out of the price; a net one is grossed up")
    func commissions() throws {
        let estimate = try estimate("good.yaml")
        let north = try #require(estimate.line("tv-north"))
        #expect(try [north.price, north.cost] == [money("180000"), money("153000")])
        #expect(north.isStatedGross)
        #expect(try north.statedRate() == 1500)
        let south = try #require(estimate.line("tv-south"))
        #expect(try [south.cost, south.price] == [money("136000"), money("160000")])
    }

    @Test("a supplier in another currency is counted in its own, then once in that of the books")
    func exchange() throws {
        let estimate = try estimate("good.yaml")
        let film = try #require(estimate.line("film"))
        #expect(film.supplierCost == (try money("480000", .hkd)))
        #expect(try [film.cost, film.price] == [money("442320"), money("486552")])
        let clips = try #require(estimate.line("clips"))
        // 3.5 × 1250.125 = 4375.4375, invoiced as 4375.44; × 7.2055 = 31527.23…
        #expect(clips.supplierCost == (try money("4375.44", .usd)))
        #expect(try clips.cost == money("31527.23"))
        #expect(clips.basis == .passThrough)
    }

    @Test("milestones are read with their due dates, in YAML and in a table alike")
    func milestones() throws {
        let expected: EarningRule = .milestones([
            .init(name: "storyboard", share: Rate(percent: 20), due: nil),
            .init(name: "shoot", share: Rate(percent: 50), due: CivilDay("2026-04-01")),
            .init(name: "master", share: Rate(percent: 30), due: nil),
        ])
        #expect(try estimate("good.yaml").line("clips")?.earning == expected)
        #expect(try estimate("good.csv").line("film")?.earning == expected)
    }

    @Test("a table with its keys above it says the same as YAML")
    func table() throws {
        let (table, yaml) = (try estimate("good.csv"), try estimate("good.yaml"))
        for id: LineID in ["tv-north", "fee"] { #expect(table.line(id) == yaml.line(id)) }
        #expect(table.line("film")?.activities == ["shoot", "edit"])
        #expect(table.contingency == (try money("47766")))
        #expect(try table.billing.map(\.amount) == [table.price()])
    }

    @Test("a table may be in Chinese, with semicolons; the file's name is the job")
    func chinese() throws {
        let estimate = try estimate("semicolons.csv")
        #expect(estimate.job == "stem" && estimate.name == "春季上市")
        #expect(estimate.lines.map(\.id) == ["片子", "费用"])
    }

    @Test("shares of the billing that come to 100 % bill the price to the cent")
    func shares() throws {
        let text = """
            estimate: Thirds
            client: Example Tea
            currency: CNY
            start: 2026-01-05
            finish: 2026-12-31
            lines: {one: {rate: 100.01}}
            billing:
              - {name: A, date: 2026-02-01, share: 33.3%}
              - {name: B, date: 2026-03-01, share: 33.3%}
              - {name: C, date: 2026-04-01, share: 33.4%}
            """
        let estimate = try EstimateReading(Array(text.utf8), file: "thirds.yaml", stem: "thirds").checked().estimate
        #expect(try estimate.billing.map(\.amount).total(in: .cny) == money("100.01"))
    }

    @Test("of many faults of one kind a hundred are told, and how many more there are")
    func many() throws {
        let lines = (1...150).map { "  l\($0): {rate: x}" }.joined(separator: "\n")
        let text =
            "estimate: X\nclient: Y\ncurrency: CNY\nstart: 2026-01-05\nfinish: 2026-12-31\nlines:\n\(lines)\n"
        let found = #expect(throws: Rejection.self) {
            try EstimateReading(Array(text.utf8), file: "x.yaml", stem: "x").checked()
        }
        #expect(found?.findings.count == 100)
        #expect(found?.findings.last?.message.hasSuffix("and so in 50 more places") == true)
    }

    @Test("a finding shows the line that it speaks of")
    func excerpts() throws {
        let text =
            "estimate: X\nclient: Y\ncurrency: CNY\nstart: 2026-01-05\nfinish: 2026-12-31\nlines: {a: {rate: -1}}"
        let found = #expect(throws: Rejection.self) {
            try EstimateReading(Array(text.utf8), file: "x.yaml", stem: "x").checked()
        }
        #expect(found?.findings.map(\.id) == ["cost.negative-line"])
        #expect(found?.findings.first?.excerpt == "lines: {a: {rate: -1}}")
    }
}
