import Diagnostics
import MediaSpend

/// Where a record stands, for findings about it.
struct RecordView {
    let file: String
    /// The line on which it begins.
    let line: Int
    /// Where it begins in its block.
    let start: Int
    let fields: [RecordScanner.FieldRange]

    /// A field; empty beyond the last.
    subscript(index: Int) -> RecordScanner.FieldRange {
        index < fields.count ? fields[index] : RecordScanner.FieldRange(start: end, end: end)
    }

    /// The text of a field, without blanks at either end.
    func text(_ index: Int, in block: Span<UInt8>) -> String {
        let field = self[index]
        let bytes = block.extracting(field.start..<field.end)
        let range = trimmedRange(of: bytes)
        var text: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            text.append(bytes[position])
            let isDoubled =
                field.hasDoubledQuotes && bytes[position] == quote && position + 1 < range.upperBound
                && bytes[position + 1] == quote
            position += isDoubled ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    func isBlank(_ index: Int, in block: Span<UInt8>) -> Bool {
        let field = self[index]
        return trimmedRange(of: block.extracting(field.start..<field.end)).isEmpty
    }

    /// A finding about a field, with its place and line.
    func finding(
        _ id: FindingID, _ severity: Severity = .error, _ message: String, advice: String, field index: Int = 0,
        in block: Span<UInt8>
    ) -> Finding {
        let field = self[index]
        var lineStart = start
        var line = line
        for position in start..<field.start where block[position] == UInt8(ascii: "\n") {
            line += 1
            lineStart = position + 1
        }
        var column = 1
        for position in lineStart..<field.start where block[position] & 0b1100_0000 != 0b1000_0000 { column += 1 }
        // The place of a quoted field is its quote.
        if field.start > lineStart, block[field.start - 1] == quote { column -= 1 }
        return Finding(
            id, severity, message, advice: advice, at: SourcePlace(file: file, line: line, column: column),
            excerpt: excerpt(from: lineStart, in: block))
    }

    private var end: Int { fields.last?.end ?? start }
    private let quote = UInt8(ascii: "\"")

    /// The rest of the line from `start` on, cut to 160 characters.
    private func excerpt(from start: Int, in block: Span<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var position = start
        while position < block.count, bytes.count < 640, block[position] != 10, block[position] != 13 {
            bytes.append(block[position])
            position += 1
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text.count > 160 ? text.prefix(159) + "…" : text
    }
}
