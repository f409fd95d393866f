import Diagnostics
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The paper on taxes and fees")
struct TaxPaperTests {
    private func yuan(_ text: String) throws -> Money { try Money(text, .cny) }

    private func paper(_ receipts: String, _ payments: String) throws -> TaxPaper {
        let day = CivilDay("2026-11-30")!
        let start = CivilDay("2016-05-01")!
        let relief = TaxRelief(
            share: Rate(percent: 50), from: CivilDay("2025-01-01")!, through: CivilDay("2027-12-31"),
            source: "Caishui [2025] 7 / 财税〔2025〕7号")
        let table = try TaxTable(
            name: "China, advertising services / 中国广告服务",
            rules: [
                TaxRule(
                    "vat", name: "Value added tax", chineseName: "增值税", rate: Rate(percent: 6), base: .price,
                    roundedPer: .line, from: start, source: "Caishui [2016] 36 / 财税〔2016〕36号", isVerified: false),
                TaxRule(
                    "fee", name: "Cultural construction fee", chineseName: "文化事业建设费", rate: Rate(percent: 3),
                    base: .receiptsLessMedia, from: start, reliefs: [relief], source: "Caishui [2016] 25 / 财税〔2016〕25号"),
            ])
        let statement = try TaxStatement(
            receipts: yuan(receipts), payments: yuan(payments), by: table.rules(on: day), on: day)
        let finding = Finding(
            "cost.tax-unverified", .warning, "the rule of “vat” for 2026-11-30 was not looked up in its source",
            advice: "compare it with Caishui [2016] 36 before you rely on it")
        return TaxPaper(statement: statement, table: table, findings: [finding])
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws { try expectGolden(paper("1060000.00", "742000.00"), "cost-tax") }

    @Test("says what is carried forward, and that nothing is due")
    func carriedForward() throws {
        let paper = try paper("106.00", "212.00")
        #expect(
            paper.report(in: Phrasebook(.english)).headline.sentences == [
                "Nothing is due on CNY 106.00 received and CNY 212.00 paid for media.",
                "Value added tax: CNY 6.00 is carried forward.",
                "Cultural construction fee: CNY 106.00 of the payments is still to be deducted.",
            ])
    }
}
