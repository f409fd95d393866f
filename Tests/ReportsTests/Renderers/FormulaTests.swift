import Monetary
import Testing

@testable import Reports

@Suite("Live formulas in spreadsheets")
struct FormulaTests {
    private let text = FormulaText(sheets: ["lines": "Lines", "odd": "Anna's lines"])

    @Test(
        "are written as spreadsheets read them",
        arguments: [
            (.cell(row: 0, column: 0), "=A2"), (.cell(row: 9, column: 27), "=AB11"),
            (.sum(rows: 0..<3, column: 1), "=SUM(B2:B4)"), (.sum(rows: [0, 2, 3], column: 1), "=SUM(B2,B4:B5)"),
            (.sum([]), "=0"), (.sum(rows: [4], column: 2), "=SUM(C6)"),
            (.sum([CellReference(row: 0, column: 0), CellReference(row: 0, column: 1)]), "=SUM(A2,B2)"),
            (.rounded(.times(.cell(row: 0, column: 2), .cell(row: 0, column: 4)), places: 2), "=ROUND(C2*E2,2)"),
            (.minus(.cell(row: 0, column: 0), .plus(.number(2), .cell(row: 1, column: 0))), "=A2-(2+A3)"),
            (.over(.cell(row: 0, column: 0), .number(Rate(percent: 85))), "=A2/(17/20)"),
            (
                .most(.number(0), .minus(.least(.cell(row: 0, column: 0), .cell(row: 1, column: 0)), .number(1))),
                "=MAX(0,MIN(A2,A3)-1)"
            ),
            (.cell(CellReference(row: 3, column: 3, in: "lines")), "='Lines'!D5"),
            (
                .sum([CellReference(row: 0, column: 0, in: "odd"), CellReference(row: 1, column: 0, in: "odd")]),
                "=SUM('Anna''s lines'!A2:A3)"
            ),
        ] as [(Formula, String)])
    func written(formula: Formula, expected: String) { #expect(text.text(of: formula) == expected) }

    @Test("that speak of a table without a sheet are not written")
    func unknown() {
        #expect(text.text(of: .cell(CellReference(row: 0, column: 0, in: "gone"))) == nil)
        #expect(text.text(of: .sum([CellReference(row: 0, column: 0, in: "gone")])) == nil)
    }

    @Test("stand in the workbook with their values, and look at later sheets too")
    func workbook() throws {
        let book = Phrasebook(.english)
        let amount = Money(minorUnits: 250, .cny)
        let first = Table(
            "first", title: "First", columns: [Column("Amount", .money)],
            rows: [[book.cell(bare: amount).computed(by: .cell(CellReference(row: 0, column: 0, in: "second")))]])
        let second = Table(
            "second", title: "Second", columns: [Column("Amount", .money)], rows: [[book.cell(bare: amount)]],
            totals: [book.cell(bare: amount).computed(by: .sum(rows: 0..<1, column: 0))])
        let report = Report(
            kind: "test", language: .english, title: "Test", headline: .init(["Test."]),
            sections: [Section("Test", [.table(first), .table(second)])])
        let parts = unzipped(try report.rendered(as: .xlsx).files[0].bytes)
        #expect(try #require(parts["xl/worksheets/sheet2.xml"]).contains("<f>'Second'!A2</f><v>2.5</v>"))
        #expect(try #require(parts["xl/worksheets/sheet3.xml"]).contains("<f>SUM(A2)</f><v>2.5</v>"))
    }
}
