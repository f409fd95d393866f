import Costing
import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Reading an estimate from the rows of a sheet")
struct EstimateSheetTests {
    private func rows(_ texts: [[String]]) -> [[Located<String>]] {
        texts.enumerated().map { row, cells in
            cells.enumerated().map { column, text in
                Located(text, at: SourcePlace(file: "launch.xlsx", line: row + 1, column: column + 1))
            }
        }
    }

    private func reading(_ texts: [[String]]) -> EstimateReading {
        EstimateReading(rows: rows(texts), file: "launch.xlsx", stem: "launch")
    }

    private let head = [
        ["estimate", "Spring: “launch” #1", "", ""], ["client:", "Example Tea"], ["# currency", "CNY"],
        ["# start: 2026-01-05", "", ""], ["", "", ""], ["finish", "2026-12-31"],
        ["rates", "{HKD: {rate: 0.9215, date: 2026-01-02}}"],
    ]

    @Test("keys stand above the table with their values beside them")
    func good() throws {
        let table = [
            ["id", "name", "currency", "rate", "markup"], ["film", "Launch film", "HKD", "480000", "10%"],
            ["", "", "", "", ""], ["fee", "Fee", "", "5000", ""],
        ]
        let (estimate, findings) = try reading(head + table).checked()
        #expect(findings.isEmpty)
        #expect(estimate.name == "Spring: “launch” #1" && estimate.job == "launch")
        #expect(estimate.start == CivilDay("2026-01-05"))
        #expect(try estimate.cost() == Money("447320", .cny))
    }

    @Test("findings name the row")
    func faults() throws {
        let table = [["id", "rate", "quantty"], ["film", "five", ""], ["", "5", ""]]
        let found = #expect(throws: Rejection.self) {
            try reading(head + [["tax", "six"]] + table).checked()
        }
        #expect(
            found?.findings.map { "\($0.place?.line ?? 0) \($0.id)" } == [
                "8 cost.bad-share", "9 cost.unknown-column", "10 cost.bad-amount", "11 cost.no-id",
            ])
    }

    @Test("a head that cannot be read is one finding, not one for each key that it might have had")
    func brokenHead() {
        let found = #expect(throws: Rejection.self) {
            try reading([["# estimate: [Broken"], ["id", "rate"], ["film", "5"]]).checked()
        }
        #expect(found?.findings.map(\.id) == ["yaml.unclosed-bracket"])
    }

    @Test("a sheet without a table says what a table begins with")
    func noTable() {
        for texts in [head, [], [["id"], ["film"]]] {
            let found = #expect(throws: Rejection.self) { try reading(texts).checked() }
            #expect(found?.findings.map(\.id) == ["cost.no-table"])
        }
    }
}
