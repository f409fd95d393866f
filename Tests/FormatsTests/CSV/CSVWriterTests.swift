import Formats
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
    @Test("what is written is read back", arguments: CSVDelimiter.allCases)
    func roundTrip(delimiter: CSVDelimiter) {
        let texts = [
            "a", "", " a", "a ", "a,b;c\td", "say \"yes\"", "\"", "two\nlines", "two\r\nlines", "中文，名", "'", "x\r",
        ]
        let records = texts.map { [$0, "other"] } + texts.map { ["other", $0] }
        var writer = CSVWriter(delimiter: delimiter)
        for record in records { writer.write(record.map(CSVCell.text)) }
        var reader = CSVReader(Array(writer.text.utf8), file: "t.csv", delimiter: delimiter)
        var readBack: [[String]] = []
        while let record = reader.next() { readBack.append((0..<record.count).map { record[$0] }) }
        #expect(readBack == records)
        #expect(reader.findings.isEmpty)
    }

    @Test(
        "numbers stay numbers, names never become formulas",
        arguments: [
            (CSVCell.text("=1+1"), "'=1+1"), (.text("+86 21"), "'+86 21"), (.text("-Brand"), "'-Brand"),
            (.text("@home"), "'@home"),
            (.text("\t=1"), "'\t=1"), (.text("＝1"), "'＝1"), (.text("'=1"), "''=1"), (.text("'s"), "'s"),
            (.text("-"), "-"),
            (.text("a=b"), "a=b"), (.integer(-5), "-5"), (.number(-0.5), "-0.5"), (.figure("-1250.00"), "-1250.00"),
            (.empty, ""),
            (.number(1e21), "1e+21"), (.integer(.min), "-9223372036854775808"),
        ])
    func formulaGuard(cell: CSVCell, written: String) {
        var writer = CSVWriter()
        writer.write([cell, "x"])
        #expect(writer.text == written + ",x\n")
    }

    @Test(
        "taking the guard away gives back the name",
        arguments: [
            "=1", "'=1", "''=1", "'", "''", "'a", "", "-", "--", "\r\n", "@x", "＋1", "'-", "'-1",
        ])
    func unguarding(name: String) {
        #expect(FormulaGuard.unguarded(FormulaGuard.guarded(name)) == name)
    }

    @Test("a lone empty field is not a blank line")
    func loneEmptyField() {
        var writer = CSVWriter()
        writer.write([""])
        var reader = CSVReader(Array(writer.text.utf8), file: "t.csv")
        let record = reader.next()
        #expect(record?.count == 1)
    }
}
