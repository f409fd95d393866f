import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("The spreadsheet form")
struct SpreadsheetTests {
    @Test("has a sheet for the words, one for each table and one for each native chart")
    func sheets() throws {
        let parts = unzipped(try sampleReport(.english).rendered(as: .xlsx).files[0].bytes)
        let workbook = try #require(parts["xl/workbook.xml"])
        let names = workbook.split(separator: "<sheet name=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(
            names == [
                "Spring launch timetable", "Deadlines", "All activities", "Share of spend, December 2025",
                "Spend by month", "Movers against the month before", "Share of spend", "Media mix",
            ])
        #expect(parts.keys.count { $0.hasPrefix("xl/charts/chart") } == 4)
    }

    @Test("holds dates, amounts and fractions as numbers with their formats")
    func typedCells() throws {
        let book = Phrasebook(.english)
        let table = Table(
            "typed", title: "Typed",
            columns: [Column("Day", .date), Column("Share", .percent), Column("Work", .work), Column("Name")],
            rows: [
                [
                    book.cell(.day(day("2026-02-14"))), book.cell(.percent(0.125)),
                    book.cell(.work(WorkLength(WorkMinutes(720), perDay: WorkMinutes(480)))), Cell("=1+1"),
                ]
            ])
        let report = Report(
            kind: "test", language: .english, title: "Test", headline: .init(["Test."]),
            sections: [Section("Test", [.table(table)])])
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        let sheet = try #require(parts["xl/worksheets/sheet2.xml"])
        #expect(sheet.contains("<v>46067</v>"), "2026-02-14 is day 46,067 of a spreadsheet")
        #expect(sheet.contains("<v>0.125</v>"))
        #expect(sheet.contains("<v>1.5</v>"))
        #expect(!sheet.contains("<f>"))
        #expect(try #require(parts["xl/sharedStrings.xml"]).contains("=1+1"))
        #expect(
            try #require(parts["xl/styles.xml"]).contains("yyyy\\-mm\\-dd")
                || parts["xl/styles.xml"]!.contains("yyyy-mm-dd"))
    }

    @Test("columns hold the decimals that a page leaves out, long headings and remarks have the lines that they need")
    func room() throws {
        let book = Phrasebook(.english)
        let amount = book.cell(whole: Money(minorUnits: 31_041_457_04, .cny))
        let table = Table(
            "room", title: "Room",
            columns: [
                Column("Moving annual total of twelve months (CNY)", .money), Column("Share, on year", .percent),
            ], rows: [[amount, book.cell(.points(-0.000_2))]], totals: [amount, book.cell(.points(0.012))],
            remark: String(repeating: "How to read the table. ", count: 10))
        let report = Report(
            kind: "test", language: .english, title: "Test", headline: .init(["Test."]),
            sections: [Section("Test", [.table(table)])])
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        let sheet = try #require(parts["xl/worksheets/sheet2.xml"])
        let width = try #require(sheet.split(separator: "<col min=\"1\" max=\"1\" width=\"").dropFirst().first)
        let characters = try #require(Double(width.prefix { $0 != "\"" }))
        #expect(characters >= Double("31,041,457.04".count + 2))
        #expect(sheet.contains("<row r=\"1\" spans=\"1:2\" ht=\"45\""), "\(sheet.prefix(1_500))")
        #expect(sheet.contains("<mergeCell ref=\"A5:B5\"/>"))
        #expect(sheet.contains("<v>0</v>"), "what is shown as nothing has no sign")
        #expect(try #require(parts["xl/styles.xml"]).contains("pp"))
    }

    @Test("words longer than the widest column are broken into lines, and stand off the numbers before them")
    func longWords() throws {
        let words = String(repeating: "2025-11-27 · Cereals · ", count: 6)
        let table = Table(
            "long", title: "Long", columns: [Column("Rows", .integer), Column("Row")],
            rows: [[Phrasebook(.english).cell(.integer(1)), Cell(words)]])
        let report = Report(
            kind: "test", language: .english, title: "Test", headline: .init(["Test."]),
            sections: [Section("Test", [.table(table)])])
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        #expect(try #require(parts["xl/worksheets/sheet2.xml"]).contains("<row r=\"2\" spans=\"1:2\" ht=\"60\""))
        #expect(try #require(parts["xl/styles.xml"]).contains("indent=\"1\" wrapText=\"1\""))
    }

    @Test("is dated the same whenever it is made")
    func fixedDate() throws {
        let parts = unzipped(try sampleReport(.english).rendered(as: .xlsx).files[0].bytes)
        #expect(try #require(parts["docProps/core.xml"]).contains("2000-01-01T00:00:00Z"))
    }

    @Test("names its sheets as a workbook allows")
    func sheetNames() {
        var names = SheetNames()
        #expect(names.add("Media mix") == "Media mix")
        #expect(names.add("media MIX") == "media MIX (2)")
        #expect(names.add("a/b:c*d?e[f]") == "a b c d e f")
        #expect(names.add("'quoted'") == "quoted")
        #expect(names.add("") == "Sheet")
        #expect(names.add("History") == "Sheet History")
        #expect(names.add(String(repeating: "长", count: 40)).utf16.count == 31)
        #expect(names.add(String(repeating: "长", count: 40)).hasSuffix(" (2)"))
        #expect(names.add(String(repeating: "😀", count: 20)).utf16.count == 30)
    }
}
