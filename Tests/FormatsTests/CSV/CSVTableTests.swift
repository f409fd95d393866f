import Diagnostics
import Formats
import Testing

@Suite("Columns of a CSV file")
struct CSVTableTests {
    @Test("columns are found by name, whatever their case and order")
    func lookup() throws {
        let table = CSVTable(Array(" Duration ,ID\n2d,brief\n".utf8), file: "t.csv", required: ["id", "duration"])
        let record = try #require(table.records.first)
        #expect(table.text(record, "id") == "brief")
        #expect(table.text(record, "duration") == "2d")
        #expect(table.text(record, "note") == "")
        #expect(table.findings.inReadingOrder.isEmpty)
    }

    @Test("a missing column is reported at the name that is nearest to it")
    func missing() throws {
        let table = CSVTable(Array("id,duraton\nbrief,2d\n".utf8), file: "t.csv", required: ["id", "duration"])
        let finding = try #require(table.findings.inReadingOrder.first)
        #expect(finding.id == "csv.missing-column")
        #expect(finding.place?.description == "t.csv:1:4")
        #expect(finding.advice.contains("“duraton”"))
    }

    @Test("a column named twice is an error, an unknown one a warning with the nearest name")
    func odd() {
        let table = CSVTable(Array("id,id,lan\n1,2,3\n".utf8), file: "t.csv", required: ["id"], optional: ["lane"])
        let findings = table.findings.inReadingOrder
        #expect(findings.map(\.id) == ["csv.duplicate-column", "csv.unknown-column"])
        #expect(findings[1].severity == .warning)
        #expect(findings[1].advice.contains("“lane”"))
    }

    @Test("an empty file says what its first line should be")
    func empty() {
        let table = CSVTable([], file: "t.csv", required: ["id", "duration"])
        #expect(table.findings.inReadingOrder.map(\.id) == ["csv.empty"])
        #expect(table.findings.inReadingOrder.first?.advice.contains("id,duration") == true)
    }
}
