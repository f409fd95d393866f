import Diagnostics
import Formats
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var records: [[String]]
        var findings: [FindingID] = []
        var testDescription: String { name }
    }

    static let samples: [Sample] = [
        Sample(name: "nothing", text: "", records: []),
        Sample(name: "one field", text: "a", records: [["a"]]),
        Sample(name: "no line end at the end", text: "a,b\n1,2", records: [["a", "b"], ["1", "2"]]),
        Sample(name: "CR LF", text: "a,b\r\n1,2\r\n", records: [["a", "b"], ["1", "2"]]),
        Sample(name: "CR alone", text: "a,b\r1,2\r", records: [["a", "b"], ["1", "2"]]),
        Sample(name: "blank lines", text: "\n\na,b\n\r\n1,2\n\n", records: [["a", "b"], ["1", "2"]]),
        Sample(name: "byte order mark", text: "\u{FEFF}a,b\n", records: [["a", "b"]]),
        Sample(name: "empty fields", text: ",\n,\n", records: [["", ""], ["", ""]]),
        Sample(name: "quotes", text: "\"a,b\",\"c\"\"d\",\"\"\n", records: [["a,b", "c\"d", ""]]),
        Sample(name: "only doubled quotes", text: "\"\"\"\"\n", records: [["\""]]),
        Sample(name: "line end in quotes", text: "\"a\r\nb\",c\n", records: [["a\r\nb", "c"]]),
        Sample(name: "quote in a plain field", text: "5\" disk,x\n", records: [["5\" disk", "x"]]),
        Sample(name: "blanks after a quote", text: "\"a\"  ,b\n", records: [["a", "b"]]),
        Sample(
            name: "text after a quote", text: "\"a\"b,c\n", records: [["\"a\"b", "c"]],
            findings: ["csv.text-after-quote"]),
        Sample(name: "unclosed", text: "a,\"b\nc,d\n", records: [], findings: ["csv.unclosed-quote"]),
        Sample(name: "quote at the very end", text: "a,\"", records: [], findings: ["csv.unclosed-quote"]),
        Sample(
            name: "short record", text: "a,b,c\n1,2\n", records: [["a", "b", "c"], ["1", "2"]],
            findings: ["csv.ragged-record"]),
        Sample(
            name: "long record", text: "a,b\n1,2,3\n", records: [["a", "b"], ["1", "2", "3"]],
            findings: ["csv.ragged-record"]),
        Sample(name: "empty surplus fields", text: "a,b\n1,2,,\n", records: [["a", "b"], ["1", "2", "", ""]]),
        Sample(name: "NUL", text: "a\u{0},b\n", records: [["a\u{0}", "b"]], findings: ["text.nul-byte"]),
        Sample(
            name: "Chinese", text: "品牌,花费\n“甲,乙”,1\n", records: [["品牌", "花费"], ["“甲", "乙”", "1"]],
            findings: ["csv.ragged-record"]),
    ]

    @Test("records and findings are as the text says", arguments: samples)
    func reading(_ sample: Sample) {
        var reader = CSVReader(Array(sample.text.utf8), file: "t.csv")
        var records: [[String]] = []
        while let record = reader.next() { records.append((0..<record.count).map { record[$0] }) }
        #expect(records == sample.records)
        #expect(reader.findings.map(\.id) == sample.findings)
        #expect(reader.findings.allSatisfy { $0.place != nil && !$0.advice.isEmpty })
    }

    @Test("places count lines inside quotes, and columns in scalars")
    func places() throws {
        var reader = CSVReader(Array("a,b,c\n\"x\ny\r\nz\",品牌花费,last\r\n1,2,3".utf8), file: "t.csv")
        _ = reader.next()
        let second = reader.next()
        let record = try #require(second)
        #expect(record.place(of: 0).description == "t.csv:2:1")
        #expect(record.place(of: 1).description == "t.csv:4:4")
        #expect(record.place(of: 2).description == "t.csv:4:9")
        #expect(record.excerpt(of: 2) == "z\",品牌花费,last")
        #expect(record.place(of: 9).description == "t.csv:4:13")
        let third = reader.next()
        let next = try #require(third)
        #expect(next.line == 5)
        #expect(next.place(of: 2).description == "t.csv:5:5")
    }

    @Test("an unclosed quote is reported where it opened")
    func unclosedQuote() throws {
        var reader = CSVReader(Array("a,b\n1,2\n3,\"four\n5,6\n7,8\n".utf8), file: "t.csv")
        while reader.next() != nil {}
        let finding = try #require(reader.findings.first { $0.id == "csv.unclosed-quote" })
        #expect(finding.place?.description == "t.csv:3:3")
        #expect(finding.excerpt == "3,\"four")
    }

    @Test("text after a quote names the line where the quote opened")
    func textAfterQuote() throws {
        var reader = CSVReader(Array("a,b\n1,\"open\n2,\"x\"\n".utf8), file: "t.csv")
        while reader.next() != nil {}
        let finding = try #require(reader.findings.first)
        #expect(finding.id == "csv.text-after-quote")
        #expect(finding.message.contains("line 2"))
        #expect(finding.place?.line == 3)
    }

    @Test("a file with wrong bytes is read on, and each wrong place is named")
    func invalidUTF8() {
        var reader = CSVReader(Array("a,b\n".utf8) + [0xC3, 0x2C, 0x31, 0x0A, 0x32, 0x2C, 0xFF, 0x0A], file: "t.csv")
        var texts: [String] = []
        while let record = reader.next() { texts += (0..<record.count).map { record[$0] } }
        #expect(texts == ["a", "b", "\u{FFFD}", "1", "2", "\u{FFFD}"])
        #expect(reader.findings.map(\.id) == ["text.not-utf-8", "text.not-utf-8"])
        #expect(reader.findings.map(\.place?.description) == ["t.csv:2:1", "t.csv:3:3"])
    }

    @Test("UTF-16 is named as such and not read")
    func utf16() {
        var reader = CSVReader([0xFF, 0xFE, 0x61, 0x00], file: "t.csv")
        let first = reader.next()
        #expect(first?.count == nil)
        #expect(reader.findings.map(\.id) == ["text.utf-16"])
    }

    @Test("a million faults make a list that a person can read")
    func manyFaults() throws {
        let text = "a,b\n" + String(repeating: "1\n", count: 5_000)
        var reader = CSVReader(Array(text.utf8), file: "t.csv")
        while reader.next() != nil {}
        #expect(reader.findings.count == CSVReader.findingLimit)
        #expect(try #require(reader.findings.last).message.contains("4900 more"))
    }

    @Test("the preamble is passed over and the lines still count")
    func preamble() throws {
        var reader = CSVReader(
            Array("Report 2024\n\na;b\n".utf8), file: "t.csv", delimiter: .semicolon, skippingLines: 2)
        let first = reader.next()
        let record = try #require(first)
        #expect(record.line == 3)
        #expect(record[1] == "b")
    }

    @Test(
        "the delimiter is found in the first line",
        arguments: [
            ("a,b;c,d\n1;2;3;4;5", CSVDelimiter.comma), ("a;b;c,d\n", .semicolon), ("\"a,b,c\"\tb\n", .tab),
            ("alone\n", .comma),
            ("", .comma), ("\n\n\r\na;b", .semicolon),
        ])
    func delimiter(text: String, expected: CSVDelimiter) {
        #expect(CSVDelimiter.guess(from: Array(text.utf8)) == expected)
    }

    @Test("every text of up to six bytes from quotes, delimiters and line ends is read to its end without a trap")
    func smallTexts() {
        let alphabet = Array("a,\"\n\r".utf8)
        for length in 0...6 {
            for number in 0..<Int(repeatElement(5, count: length).reduce(1, *)) {
                var rest = number
                let bytes = (0..<length).map { _ in
                    defer { rest /= 5 }
                    return alphabet[rest % 5]
                }
                var reader = CSVReader(bytes, file: "t.csv")
                while let record = reader.next() {
                    for index in 0...record.count {
                        _ = (record[index], record.place(of: index), record.excerpt(of: index))
                    }
                }
                #expect(reader.findings.allSatisfy { ($0.place?.line ?? 0) <= length + 1 })
            }
        }
    }
}
