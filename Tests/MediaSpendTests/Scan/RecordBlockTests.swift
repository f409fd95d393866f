import CKernels
import MediaSpend
import Testing

@Suite("Finding records many bytes at a time")
struct RecordBlockTests {
    /// What a block makes of a text; `nil` when it leaves it to the careful scanner.
    static func records(_ text: [UInt8], isLast: Bool = true) -> [[[UInt8]]]? {
        let block = RecordBlock(capacity: text.count)
        for (position, byte) in text.enumerated() { block.bytes[position] = byte }
        guard block.findRecords(in: text.count, delimiter: UInt8(ascii: ","), atMost: .max, isLast: isLast) else {
            return nil
        }
        var first = 0
        return (0..<block.records).map { record in
            let end = Int(block.recordEnds[record])
            defer { first = end + 1 }
            return (first...end).map { index in
                let start = Int(block.separators[index - 1] &+ 1)
                return Array(text[start..<Int(block.separators[index])])
            }
        }
    }

    /// The same by the scanner that goes byte by byte.
    static func scanned(_ text: [UInt8]) -> [[[UInt8]]] {
        var scanner = RecordScanner(delimiter: UInt8(ascii: ","))
        var records: [[[UInt8]]] = []
        while scanner.next(in: text.span, isLast: true) {
            records.append(scanner.fields.map { Array(text[$0.start..<$0.end]) })
        }
        return records
    }

    /// A field as the scanner shows it: without its quotes, and without the carriage return of a line end.
    static func bare(_ field: [UInt8], isLast: Bool) -> [UInt8] {
        var field = field
        if isLast, field.last == UInt8(ascii: "\r") { field.removeLast() }
        guard field.first == UInt8(ascii: "\"") else { return field }
        return Array(field.dropFirst().dropLast())
    }

    @Test("whatever is not left to the careful scanner comes out as it would from it")
    func sameAsScanner() {
        var random = SeededGenerator(seed: 41)
        var certain = 0
        for _ in 0..<30_000 {
            let pieces = ["a", "bc", ",", ",", "\n", "\"", "\"\"", "\"x,y\"", "\r\n", "\r", " ", "啤", ",\"q\"\n"]
            let count = Int.random(in: 0...90, using: &random)
            var text = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
            if Bool.random(using: &random) { text = text.replacing("\"", with: "") }
            text += "\n"
            let bytes = Array(text.utf8)
            guard let records = Self.records(bytes) else { continue }
            certain += 1
            let fields = records.map { record in
                record.enumerated().map { Self.bare($1, isLast: $0 == record.count - 1) }
            }
            // The scanner passes over blank lines.
            #expect(
                fields.filter { $0 != [[]] } == Self.scanned(bytes).filter { $0 != [[]] }, "\(text.debugDescription)")
        }
        #expect(certain > 3_000)
    }

    @Test("quotes and line ends that only a careful reader can tell are left to it")
    func doubts() {
        for text in [
            "a\"b\n", "\"a\" ,b\n", "\"a\"b\n", "a\rb\n", "\"open\n", "a,\"\"\"\n", " \"a\"\n", "a,b\r\rc\n",
        ] {
            #expect(Self.records(Array(text.utf8)) == nil, "\(text.debugDescription)")
        }
        for text in ["\"a\"\"b\"\n", "\"\"\"\"\n", "\"\",\"\"\r\n", "a,\"b\n\"\r\n"] {
            #expect(Self.records(Array(text.utf8)) != nil, "\(text.debugDescription)")
        }
    }

    @Test("both kernels find the same, at every length and wherever a block ends")
    func kernels() {
        typealias Kernel = (
            UnsafePointer<UInt8>?, Int, UInt8, UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?,
            UnsafeMutablePointer<separator_scan>?
        ) -> Void
        func found(_ bytes: [UInt8], cutAt cut: Int, by kernel: Kernel) -> [[Int]] {
            var scan = separator_scan()
            scan.was_separator = 1
            var result: [[Int]] = []
            for part in [Array(bytes[..<cut]), Array(bytes[cut...])] where !part.isEmpty {
                var positions = [UInt32](repeating: 0, count: part.count + 16)
                var ends = [UInt32](repeating: 0, count: part.count + 16)
                // What stands behind the text must not matter.
                kernel(part + Array(repeating: UInt8(ascii: "\""), count: 64), part.count, 44, &positions, &ends, &scan)
                result.append(positions.prefix(Int(scan.separators)).map { Int($0) })
                result.append(ends.prefix(Int(scan.records)).map { Int($0) })
                result.append([Int(scan.is_doubtful), Int(scan.has_nul), Int(scan.lines), Int(scan.is_inside)])
            }
            return result
        }
        var random = SeededGenerator(seed: 43)
        for length in 0...200 {
            let alphabet = Array(",\n\"\r\0ab,".utf8)
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
            let cut = Int.random(in: 0...length, using: &random)
            #expect(
                found(bytes, cutAt: cut, by: find_separators) == found(bytes, cutAt: cut, by: find_separators_portably))
        }
    }

    @Test("text is told from other bytes as the standard library tells it, by both kernels, at every length")
    func text() {
        var random = SeededGenerator(seed: 47)
        let pieces: [[UInt8]] = [
            "a", "é", "啤", "🍺", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}",
        ].map { Array($0.utf8) }
        let broken: [[UInt8]] = [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5, 0x95], [0xF0, 0x9F, 0x8D], [0xC3], [0xFF],
            [0xBF, 0xBF],
        ]
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) { bytes += pieces.randomElement(using: &random)! }
            if Bool.random(using: &random) {
                bytes.insert(
                    contentsOf: broken.randomElement(using: &random)!,
                    at: Int.random(in: 0...bytes.count, using: &random))
            }
            let isText = String(validating: bytes, as: UTF8.self) != nil
            #expect((is_utf8(bytes, bytes.count) != 0) == isText, "\(bytes)")
            #expect((is_utf8_portably(bytes, bytes.count) != 0) == isText, "\(bytes)")
        }
    }
}
