import Costing
import Diagnostics
import Interchange
import Monetary
import Testing

/// A ledger that somebody keeps in a workbook, as a spreadsheet program saves it.
@Suite("Ledgers in workbooks")
struct LedgerWorkbookTests {
    private let text = """
        id,date,kind,line,order,party,amount,currency,tax,rate,rate_date,rate_source,percent,due
        PO-1,2026-02-02,order,film,,Harbour Films,480000,HKD,,0.9215,2026-02-02,Bank of China,,
        PR-1,2026-03-31,progress,film,,,,,,,,,40%,
        INV-7,2026-04-15,invoice,film,PO-1,Harbour Films,192000.5,HKD,,0.9198,2026-04-15,Bank of China,,2026-05-15
        """

    private func reading(_ bytes: [UInt8], _ file: String) -> LedgerReading {
        var reading = LedgerReading(of: "launch", currency: .cny)
        reading.add(bytes, file: file)
        return reading
    }

    /// What a row states, without its places.
    private func values(_ row: LedgerDraft.Row) -> [String?] {
        [
            row.id.value, "\(row.kind.value)", "\(row.date.value)", row.line?.value, row.order?.value, row.party?.value,
            row.amount?.value, row.currency?.value, row.rate?.value, (row.rateDate?.value).map { "\($0)" },
            row.percent?.value, (row.due?.value).map { "\($0)" },
        ]
    }

    @Test("a sheet states the events of the same table as text, with places in the sheet")
    func same() throws {
        let file = try #require(CorpusFile.all(of: "workbook").first { $0.name == "ledger.xlsx" })
        let sheet = reading(try file.bytes, "ledger.xlsx")
        #expect(sheet.findings.inReadingOrder == [])
        let rows = try #require(sheet.drafts.first).rows
        let expected = try #require(reading(Array(text.utf8), "ledger.csv").drafts.first).rows
        #expect(rows.map(values) == expected.map(values))
        #expect(rows[1].percent?.place == SourcePlace(file: "ledger.xlsx#Ledger", line: 4, column: 13))
    }

    @Test("what is no workbook after all is a finding")
    func hostile() {
        let cut = reading([0x50, 0x4B, 3, 4, 0], "cut.xlsx")
        #expect(cut.findings.inReadingOrder.map(\.id) == ["spreadsheet.cut-short"])
        let old = reading([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old.xls")
        #expect(old.findings.inReadingOrder.map(\.id) == ["spreadsheet.old-format"])
    }
}
