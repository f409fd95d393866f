import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The reconciliation paper")
struct ReconciliationPaperTests {
    private func yuan(_ amount: Int64) -> Money { Money(minorUnits: amount * 100, .cny) }

    private func line(
        _ id: LineID, approved: Int64, ordered: Int64, accrued: Int64, invoiced: Int64, paid: Int64, time: Int64 = 0,
        open: Int64, uncommitted: Int64, billed: Int64
    ) -> ReconciledLine {
        ReconciledLine(
            line: id, approved: yuan(approved), ordered: yuan(ordered), accrued: yuan(accrued),
            invoiced: yuan(invoiced),
            paid: yuan(paid), time: yuan(time), notInvoiced: yuan(accrued - invoiced - time),
            openCommitment: yuan(open),
            uncommitted: yuan(uncommitted), billed: yuan(billed))
    }

    /// A film that costs more than approved, a flight of television, and a fee.
    private func figures(film: Int64 = 320_000) -> Reconciliation {
        let settled = SettledCurrency(
            net: yuan(400_000), tax: yuan(24_000), paid: yuan(200_000), credited: yuan(0), open: yuan(224_000))
        let suppliers = SettledCurrency(
            net: yuan(360_000), tax: yuan(0), paid: yuan(300_000), credited: yuan(10_000), open: yuan(50_000))
        return Reconciliation(
            job: "spring-launch", month: CivilMonth("2026-03")!, currency: .cny, version: 2,
            lines: [
                line(
                    "fee", approved: 360_000, ordered: 0, accrued: 90_000, invoiced: 0, paid: 0, time: 90_000, open: 0,
                    uncommitted: 270_000, billed: 120_000),
                line(
                    "film", approved: 440_000, ordered: 480_000, accrued: film, invoiced: 250_000, paid: 230_000,
                    open: 480_000 - film, uncommitted: 0, billed: 280_000),
                line(
                    "tv-north", approved: 153_000, ordered: 100_000, accrued: 100_000, invoiced: 100_000, paid: 60_000,
                    open: 0, uncommitted: 53_000, billed: 0),
            ], contingency: yuan(60_000), client: [settled], suppliers: [suppliers], billed: yuan(400_000),
            retained: yuan(200_000), unused: yuan(120_000), proof: [.zero(.cny), .zero(.hkd)])
    }

    private func paper(restated: Bool = false) throws -> ReconciliationPaper {
        let close = CloseRecord(
            edition: 1, date: CivilDay("2026-04-02")!, name: "Li Wei", batch: 3,
            figures: restated ? figures(film: 300_000) : figures())
        let late = CostEvent(
            id: "W-7", kind: .workDone, date: CivilDay("2026-03-28")!, line: "film", order: "PO-1",
            party: "Harbour Films", amount: yuan(20_000), tax: yuan(0), bookAmount: yuan(20_000))
        let item = OpenItem(
            document: "B-1", party: "Example Tea", date: CivilDay("2026-02-01")!, due: CivilDay("2026-02-15")!,
            gross: yuan(224_000), settled: yuan(0), open: yuan(224_000))
        return ReconciliationPaper(
            figures: figures(), of: nil,
            reported: RestatedMonth(reported: close, restated: figures(), events: restated ? [late] : []),
            receivables: try [item].ageing(on: CivilDay("2026-03-31")!, delays: ["Example Tea": 12.5]), payables: [],
            findings: [])
    }

    @Test("reads as it was read and kept, in both languages, with what was reported beside what is restated")
    func golden() throws { try expectGolden(paper(restated: true), "cost-reconciliation") }

    @Test("leads with headroom and says when a month was restated")
    func headline() throws {
        let report = try paper(restated: true).report(in: .english)
        #expect(
            report.headline.sentences == [
                "By the median of the forecast, cost headroom is CNY 20,000.00: of CNY 1,013,000.00 approved, CNY 993,000.00 is expected to be spent.",
                "The month was restated since it was closed: 1 event has come later.",
            ])
        #expect(report.headline.tone == .warning)
        #expect(try paper().report(in: .english).headline.tone == .good)
    }

    @Test("every difference of the tables is zero, and spreadsheets compute it")
    func proof() throws {
        for table in try paper().report(in: .english).tables where ["budget", "cost", "settlements"].contains(table.id)
        {
            let column = try #require(table.columns.firstIndex { $0.heading == "Difference" })
            for row in table.rows {
                #expect(row[column].figure == .money(.zero(.cny)))
                #expect(row[column].formula != nil)
            }
        }
    }
}
