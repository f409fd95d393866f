import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Tables of taxes")
struct TaxFileTests {
    private func read(_ text: String) throws -> TaxTable {
        try TaxFile.read(SourceText(text, file: "taxes.yaml")).table
    }

    private func findings(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? Rejection)?.findings.map { "\($0.place?.line ?? 0) \($0.id)" } ?? ["\(error)"]
        }
    }

    @Test("a rule is read with its names, its dates and its reliefs")
    func rule() throws {
        let table = try read(
            """
            taxes: Example
            rules:
              - id: fee
                name: A fee / 费用
                rate: 3%
                base: receipts less media
                rounded per: line
                rounding: half-even
                from: 2016-05-01
                through: 2030-12-31
                source: Notice 1
                unverified: yes
                reliefs: [{share: 50%, from: 2025-01-01, source: Notice 2}]
            """)
        let rule = try table.rule("fee", on: CivilDay("2026-01-05")!)
        #expect(table.name == "Example")
        #expect(rule.name == "A fee" && rule.chineseName == "费用")
        #expect(try rule.rate == Rate("3%") && rule.base == .receiptsLessMedia)
        #expect(rule.roundedPer == .line && rule.rounding == .halfEven && !rule.isVerified)
        #expect(rule.through == CivilDay("2030-12-31"))
        #expect(rule.reliefs.map(\.source) == ["Notice 2"] && rule.reliefs[0].isVerified)
    }

    @Test("everything that is wrong is found at once, where it stands")
    func faults() {
        #expect(
            findings(
                """
                rules:
                  - {id: a, rate: 6%, from: 2020-01-01}
                  - {id: b, rate: -6%, base: price, from: 2020-01-01}
                  - {id: c, rate: 6, base: prize, from: 2020-13-01}
                  - {id: d, rate: 6%, base: price, from: 2020-01-01, through: 2019-01-01}
                  - {id: e, rate: 6%, base: price, from: 2020-01-01, reliefs: [{share: 0%, from: 2020-01-01}, {share: 5%}]}
                  - {id: f, rate: 6%, base: price, from: 2020-01-01}
                  - {id: f, rate: 7%, base: price, from: 2021-01-01}
                  - {id: f, rate: 8%, base: price, from: 2022-01-01, per: line}
                """)
                == [
                    "2 cost.tax-incomplete", "3 cost.tax-impossible", "4 cost.bad-share", "4 cost.unknown-word",
                    "4 cost.bad-date", "5 cost.tax-impossible", "6 cost.tax-impossible", "6 cost.tax-incomplete",
                    "8 cost.tax-overlap", "9 cost.tax-overlap", "9 cost.unknown-key",
                ])
        #expect(findings("") == ["1 cost.no-tax"])
        #expect(findings("taxes: none") == ["1 cost.no-tax"])
        #expect(findings("rules: none") == ["1 cost.wrong-kind"])
        #expect(findings("- a") == ["1 cost.wrong-kind"])
    }
}
