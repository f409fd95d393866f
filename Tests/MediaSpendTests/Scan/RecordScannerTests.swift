import MediaSpend
import Testing

@Suite("Cutting bytes into records")
struct RecordScannerTests {
    /// The records of a text that comes in two pieces, as lists of fields.
    static func records(_ text: String, cutAt cut: Int? = nil) -> [[String]] {
        let bytes = Array(text.utf8)
        var scanner = RecordScanner(delimiter: UInt8(ascii: ","))
        var records: [[String]] = []
        func take(_ block: [UInt8], isLast: Bool) {
            while scanner.next(in: block.span, isLast: isLast) {
                records.append(scanner.fields.map { String(decoding: block[$0.start..<$0.end], as: UTF8.self) })
            }
        }
        if let cut {
            let first = Array(bytes[..<cut])
            take(first, isLast: false)
            let rest = Array(bytes[scanner.position...])
            scanner.position = 0
            take(rest, isLast: true)
        } else {
            take(bytes, isLast: true)
        }
        return records
    }

    static let samples: [(text: String, records: [[String]])] = [
        ("", []),
        ("\n\r\n\r", []),
        ("a,b\n", [["a", "b"]]),
        ("a,b", [["a", "b"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a\rb\r", [["a"], ["b"]]),
        (",\n", [["", ""]]),
        ("a,\"b,c\",d\n", [["a", "b,c", "d"]]),
        ("\"a\nb\",c\n\"\"\n", [["a\nb", "c"], [""]]),
        ("\"say \"\"hi\"\"\",x\n", [["say \"\"hi\"\"", "x"]]),
        ("a\"b,c\n", [["a\"b", "c"]]),
        ("\"a\" ,b\n", [["a", "b"]]),
        ("啤酒,\"雪花, 纯生\"\r\n", [["啤酒", "雪花, 纯生"]]),
    ]

    @Test("fields come out as they went in", arguments: samples)
    func fields(text: String, records: [[String]]) {
        #expect(Self.records(text) == records)
    }

    @Test("where a block ends makes no difference", arguments: samples)
    func blocks(text: String, records: [[String]]) {
        for cut in 0...text.utf8.count {
            #expect(Self.records(text, cutAt: cut) == records, "cut at \(cut)")
        }
    }

    @Test("faults of quotes are told, and the next line is read")
    func faults() {
        let bytes = Array("\"a\"b,c\nd\n\"e".utf8)
        var scanner = RecordScanner(delimiter: UInt8(ascii: ","))
        var faults: [RecordScanner.FieldRange.Fault?] = []
        while scanner.next(in: bytes.span, isLast: true) { faults.append(scanner.fields[0].fault) }
        #expect(faults == [.textAfterQuote, nil, .unclosedQuote])
    }

    @Test("lines are counted through line ends of every kind, also inside quotes")
    func lines() {
        let bytes = Array("a\n\n\"b\r\nc\"\r\nd\re".utf8)
        var scanner = RecordScanner(delimiter: UInt8(ascii: ","))
        var lines: [Int] = []
        while scanner.next(in: bytes.span, isLast: true) { lines.append(scanner.line) }
        #expect(lines == [1, 3, 5, 6])
    }
}
