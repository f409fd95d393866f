import Diagnostics
import Formats
import Testing
import WorkTime

@testable import Reports

/// What the spreadsheet form writes, the reader of workbooks gives back.
@Suite("The spreadsheet form, read again")
struct SpreadsheetRoundTripTests {
    private func sheets(_ report: Report) throws -> [WorkbookSheet] {
        let (workbook, findings) = Formats.Workbook.reading(
            try report.rendered(as: .xlsx).files[0].bytes, file: "report.xlsx")
        #expect(findings == [])
        let book = try #require(workbook)
        return try book.sheets.map { name in
            let (sheet, findings) = book.sheet(name)
            #expect(findings == [], "\(name)")
            return try #require(sheet)
        }
    }

    @Test("days, shares, work and texts that look like formulas come back as they were")
    func typedCells() throws {
        let book = Phrasebook(.english)
        let table = Table(
            "typed", title: "Typed",
            columns: [Column("Day", .date), Column("Share", .percent), Column("Work", .work), Column("Name")],
            rows: [
                [
                    book.cell(.day(day("2026-02-14"))), book.cell(.percent(0.125)),
                    book.cell(.work(WorkLength(WorkMinutes(720), perDay: WorkMinutes(480)))), Cell("=1+1 & <2> “三”"),
                ]
            ])
        let report = Report(
            kind: "test", language: .english, title: "Test", headline: .init(["Test."]),
            sections: [Section("Test", [.table(table)])])
        let sheet = try #require(try sheets(report).first { $0.name == "Typed" })
        let row = try #require(sheet.rows.last)
        #expect((0..<row.count).map { row[$0] } == ["2026-02-14", "12.5%", "1.5", "=1+1 & <2> “三”"])
    }

    @Test("every table of a paper has all its rows, in both languages", arguments: Language.allCases)
    func allRows(language: Language) throws {
        let report = sampleReport(language)
        let sheets = try sheets(report)
        for table in report.tables {
            let headings = table.columns.map(\.heading)
            let sheet = sheets.first { sheet in
                sheet.rows.contains { row in headings.indices.allSatisfy { row[$0] == headings[$0] } }
            }
            #expect(try #require(sheet, "\(table.title)").rows.count >= table.rows.count + 1, "\(table.title)")
        }
    }
}
