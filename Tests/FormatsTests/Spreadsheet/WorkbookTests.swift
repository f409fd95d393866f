import Diagnostics
import Testing

@testable import Formats

@Suite("Workbook")
struct WorkbookTests {
    private func read(_ workbook: HandmadeWorkbook) throws -> (sheet: WorkbookSheet?, findings: [Finding]) {
        let (book, findings) = Workbook.reading(try workbook.bytes(), file: "book.xlsx")
        guard let book, let first = book.sheets.first else { return (nil, findings) }
        let (sheet, more) = book.sheet(first)
        return (sheet, findings + more)
    }

    private func texts(_ workbook: HandmadeWorkbook) throws -> [[String]] {
        let (sheet, findings) = try read(workbook)
        #expect(findings == [])
        return try #require(sheet).rows.map { row in (0..<row.count).map { row[$0] } }
    }

    @Test("numbers keep their digits, texts come from the table or stand in the cell, formulas have results")
    func kinds() throws {
        var workbook = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>in the cell</t></is></c>\
                <c r="C1"><v>1234.50</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#DIV/0!</v></c>\
                <c r="F1" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="G1"><f>1+1</f><v>2</v></c></row>
                """)
        workbook.texts = ["<si><t xml:space=\"preserve\"> North &amp; South </t></si>"]
        let sheet = try #require(try read(workbook).sheet)
        let row = sheet.rows[0]
        #expect(row.value(inColumn: 1) == .text(" North & South "))
        #expect(row.value(inColumn: 2) == .text("in the cell"))
        #expect(row.value(inColumn: 3) == .number("1234.50"))
        #expect(row.value(inColumn: 4) == .boolean(true))
        #expect(row.value(inColumn: 5) == .error("#DIV/0!"))
        #expect(row.value(inColumn: 6) == .text("result"))
        #expect(row.value(inColumn: 7) == .number("2"))
        #expect(row.value(inColumn: 8) == nil)
        #expect(sheet.value(at: CellAddress(row: 1, column: 3)!) == .number("1234.50"))
        #expect(sheet.value(at: CellAddress(row: 2, column: 1)!) == nil)
        #expect(row.place(of: 2) == SourcePlace(file: "book.xlsx#Lines", line: 1, column: 3))
    }

    @Test("runs of different looks are one text, without how it is pronounced, and escapes are characters")
    func richText() throws {
        var workbook = HandmadeWorkbook(
            rows: #"<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>"#)
        workbook.texts = [
            "<si><r><rPr><b/></rPr><t>Tele</t></r><r><t>vision</t></r></si>",
            "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>",
            "<si><t>two_x000A_lines, _x005F_x000A_ and _x_</t></si>",
        ]
        #expect(try texts(workbook) == [["Television", "東京", "two\nlines, _x000A_ and _x_"]])
    }

    @Test(
        "a number reads as the sheet shows it: 15 digits, no exponent",
        arguments: [
            ("1234.5599999999999", "1234.56"), ("0.1", "0.1"), ("1E-3", "0.001"), ("1.25E+6", "1250000"),
            ("-0", "0"), ("-12.50", "-12.5"), ("100", "100"), ("0.30000000000000004", "0.3"),
            ("999999999999999.9", "1000000000000000"), ("123456789012345678", "123456789012346000"), (".5", "0.5"),
            ("5.", "5"),
        ])
    func numbers(stored: String, shown: String) {
        #expect(CellValue.number(stored).text == shown)
        #expect(CellValue.number(stored) == .number(stored))
    }

    @Test("a number shown in per cent reads in per cent")
    func percentages() throws {
        var workbook = HandmadeWorkbook(
            rows: """
                <row><c s="0"><v>0.15</v></c><c s="1"><v>0.17649999999999999</v></c><c s="2"><v>-1.5</v></c>\
                <c s="3"><v>0.15</v></c></row>
                """)
        workbook.formats = [(170, "0.0%;[Red]-0.0%"), (171, "0.00&quot; %&quot;")]
        workbook.styles = [9, 10, 170, 171]
        #expect(try texts(workbook) == [["15%", "17.65%", "-150%", "0.15"]])
    }

    @Test(
        "a number in the format of a date is a date",
        arguments: [
            ("46027", "14", "2026-01-05"), ("46027.395833333336", "22", "2026-01-05T09:30"), ("0.75", "20", "18:00"),
            ("1", "14", "1900-01-01"), ("59", "14", "1900-02-28"), ("61", "14", "1900-03-01"), ("60", "14", "60"),
            ("2958465", "14", "9999-12-31"), ("2958466", "14", "2958466"), ("-1", "14", "-1"),
            ("46027", "31", "2026-01-05"),
            ("46027", "170", "2026-01-05"), ("46027", "171", "46027"), ("46027", "172", "46027"),
            ("46027", "173", "2026-01-05"), ("46027.99999", "14", "2026-01-06"),
        ])
    func dates(stored: String, format: String, shown: String) throws {
        var workbook = HandmadeWorkbook(rows: "<row><c s=\"0\"><v>\(stored)</v></c></row>")
        workbook.formats = [
            (170, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"), (171, "[Red]0.00&quot; days&quot;"),
            (172, "General\\d"),
            (173, "[$-409]d\\-mmm\\-yy;@"),
        ]
        workbook.styles = [Int(format)!]
        #expect(try texts(workbook) == [[shown]])
    }

    @Test("days may be counted from 1904, and be written as dates")
    func otherSystem() throws {
        var workbook = HandmadeWorkbook(
            rows: """
                <row><c s="0"><v>0</v></c><c s="0"><v>44565</v></c><c t="d"><v>2026-01-05T00:00:00</v></c>\
                <c t="d"><v>2026-01-05T09:30:00</v></c></row>
                """)
        workbook.properties = "<workbookPr date1904=\"1\"/>"
        workbook.styles = [14]
        #expect(try texts(workbook) == [["1904-01-01", "2026-01-05", "2026-01-05", "2026-01-05T09:30"]])
    }

    @Test("a sheet is found by its name in any case, and a near one is offered")
    func names() throws {
        let book = try #require(Workbook.reading(try HandmadeWorkbook().bytes(), file: "book.xlsx").workbook)
        #expect(book.sheets.map(\.name) == ["Lines"])
        #expect(book.sheet(named: " lines ").sheet?.rows.isEmpty == true)
        let (sheet, findings) = book.sheet(named: "Liness")
        #expect(sheet == nil)
        #expect(findings.map(\.id) == ["spreadsheet.unknown-sheet"])
        #expect(findings[0].advice == "did you mean “Lines”?")
    }

    @Test("merged cells have the value at the top left; what lies under them is told and not read")
    func merged() throws {
        var workbook = HandmadeWorkbook(
            rows: """
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>\
                <row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>
                """)
        workbook.sheet += "<mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"A3\"/></mergeCells>"
        let (sheet, findings) = try read(workbook)
        #expect(sheet?.rows.map(\.number) == [1, 3])
        #expect(sheet?.rows[0].value(inColumn: 1) == .number("1"))
        #expect(sheet?.rows[0].value(inColumn: 2) == nil)
        #expect(sheet?.rows[0].value(inColumn: 3) == .number("3"))
        #expect(findings.map(\.id) == ["spreadsheet.covered-value", "spreadsheet.covered-value"])
    }

    @Test("hidden rows are read and noted; empty cells and rows are none")
    func hidden() throws {
        let (sheet, findings) = try read(
            HandmadeWorkbook(
                rows: """
                    <row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="4"><c r="A4" s="1"/><c r="B4"><v></v></c></row>\
                    <row r="5"><c r="C5"><v>7</v></c></row>
                    """))
        #expect(sheet?.rows.map(\.number) == [2, 5])
        #expect(sheet?.rows.map(\.isHidden) == [true, false])
        #expect(sheet?.rows[1].count == 3)
        #expect(findings.map(\.id) == ["spreadsheet.hidden-rows"])
        #expect(findings[0].severity == .note)
    }
}
