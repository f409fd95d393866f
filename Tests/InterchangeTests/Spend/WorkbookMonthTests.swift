import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Month files that are workbooks")
struct WorkbookMonthTests {
    private func file(_ name: String, _ more: String = "") throws -> MonthFile {
        let file = try #require(MonthFileCorpusTests.files.first { $0.name == name })
        return try MonthFile(file.url.path, layout: Self.layout(more))
    }

    private static func layout(_ more: String) throws -> Layout {
        try LayoutFile.read(
            SourceText(
                """
                name: corpus
                basis: net
                currency: CNY
                month: {column: date, rule: day}
                columns:
                  day: date
                  category: {constant: Beer}
                  brand: brand
                  medium: {column: medium, optional: yes}
                  spend: spend
                \(more)
                """, file: "corpus.yaml"))
    }

    private func findings(_ name: String) throws -> [Finding] {
        let rejection = #expect(throws: Rejection.self) { try file(name) }
        return try #require(rejection?.findings)
    }

    @Test("every sheet with the columns is read, one after the other, from its header on")
    func sheets() throws {
        let file = try file("good.xlsx")
        let cube = try file.cube(by: [.day, .brand])
        #expect(cube.names(in: .brand) == ["Ales", "雪花, \"纯生\""])
        #expect(cube.names(in: .day) == ["2025-12-31", "2026-01-01", "2026-01-02"])
        #expect(cube.spend == [150, 123_456, -200])
        let note = try #require(file.reading.findings.first { $0.id == "spend.unread-sheet" })
        #expect(note.message.contains("“Notes”"))
    }

    @Test("a layout names the sheet, in any case")
    func namedSheets() throws {
        #expect(try file("good.xlsx", "sheets: [radio]").reading.delivery.spend.amount == "-2.00")
        let rejection = #expect(throws: Rejection.self) { try file("good.xlsx", "sheets: Rado") }
        #expect(rejection?.findings.map(\.id) == ["spreadsheet.unknown-sheet"])
        #expect(rejection?.findings.first?.advice == "did you mean “Radio”?")
    }

    @Test("dates of cells are days, whatever form the layout states for its text files")
    func dates() throws {
        let file = try file("good.xlsx", "dates: [day/month/year]")
        #expect(file.reading.delivery.months.map(\.month.description) == ["2025-12", "2026-01"])
    }

    @Test("numbers are read where the layout's text files have a decimal comma")
    func decimalComma() throws {
        #expect(try file("good.xlsx", "decimal: comma\nsheets: [Radio]").reading.delivery.spend.amount == "-2.00")
    }

    @Test("a fault in a sheet is told by sheet, row and column")
    func places() throws {
        let places = try findings("faults.xlsx").filter { $0.severity == .error }.map {
            "\($0.id) \($0.place.map { "\($0.file.split(separator: "#").last ?? "") \($0.line):\($0.column)" } ?? "-")"
        }
        #expect(
            places == [
                "spend.bad-amount Radio 2:4", "spend.bad-amount Radio 4:4", "spend.ragged-row Radio 5:5",
            ])
    }

    @Test("a workbook without the columns is refused with what its first sheet lacks")
    func noHeader() throws {
        let findings = try findings("no-header.xlsx")
        #expect(Set(findings.map(\.id)) == ["spend.missing-column"])
        #expect(findings.first?.place?.file.hasSuffix("#Notes") == true)
    }

    @Test(
        "bombs, document types and paths out of the workbook are refused",
        arguments: [
            ("bomb.xlsx", "spreadsheet.too-large"), ("doctype.xlsx", "spreadsheet.document-type"),
            ("path-trick.xlsx", "spreadsheet.missing-part"), ("outside.xlsx", "spreadsheet.missing-part"),
            ("no-workbook.xlsx", "spreadsheet.not-a-workbook"), ("old-format.xlsx", "spreadsheet.old-format"),
            ("cut-short.xlsx", "spreadsheet.cut-short"),
        ])
    func hostile(name: String, id: FindingID) throws {
        let findings = try findings(name)
        #expect(findings.map(\.id) == [id])
        #expect(findings.allSatisfy { $0.place != nil })
    }
}
