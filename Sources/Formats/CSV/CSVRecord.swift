public import Diagnostics

/// One record of a CSV file: its fields as ranges of the file's bytes. A `String` is made only when asked for.
public struct CSVRecord: Sendable {
    /// The file, for places.
    let source: SourceName
    /// The line on which the record begins, counted from 1.
    public let line: Int
    let bytes: [UInt8]
    /// Where the record begins in the file.
    let start: Int
    let fields: [CSVField]

    /// The number of fields.
    public var count: Int { fields.count }

    /// The text of a field, without its quotes. Beyond the last field of a short record: the empty text.
    public subscript(index: Int) -> String {
        guard index < fields.count else { return "" }
        let field = fields[index]
        guard field.hasDoubledQuotes else { return String(decoding: bytes[field.start..<field.end], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(field.end - field.start)
        var position = field.start
        while position < field.end {
            text.append(bytes[position])
            let isDoubled =
                bytes[position] == Byte.quote && position + 1 < field.end && bytes[position + 1] == Byte.quote
            position += isDoubled ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a field as they stand in the file, between the quotes if it has them; doubled quotes stay doubled.
    /// Beyond the last field: empty.
    public func bytes(of index: Int) -> ArraySlice<UInt8> {
        guard index < fields.count else { return [] }
        return bytes[fields[index].start..<fields[index].end]
    }

    /// Whether there is nothing in the field, or no such field.
    public func isEmpty(_ index: Int) -> Bool { index >= fields.count || fields[index].start == fields[index].end }

    /// Whether the field is written in quotes, which says that it is a text even where it looks like a number.
    public func isQuoted(_ index: Int) -> Bool { index < fields.count && fields[index].isQuoted }

    /// Where a field begins; for an index beyond the last field, the end of the record.
    ///
    /// - Complexity: O(length of the record).
    public func place(of index: Int) -> SourcePlace {
        let offset = offset(of: index)
        let position = linePosition(of: offset)
        let column = bytes[position.start..<offset].count { !Byte.isContinuation($0) }
        return SourcePlace(in: source, line: position.line, column: column + 1)
    }

    /// The line on which a field begins, for showing under a finding.
    public func excerpt(of index: Int = 0) -> String? {
        TextLine.excerpt(of: bytes, from: linePosition(of: offset(of: index)).start)
    }

    /// A finding about a field, with its place and line.
    public func finding(
        _ id: FindingID, _ severity: Severity, _ message: String, advice: String, field index: Int = 0
    ) -> Finding {
        Finding(id, severity, message, advice: advice, at: place(of: index), excerpt: excerpt(of: index))
    }

    /// Where a field begins, with its quote; for an index beyond the last field, the end of the record.
    private func offset(of index: Int) -> Int {
        if index < fields.count { return fields[index].outerStart }
        // A quote left open at the end of the file has no partner to count.
        return min(fields.last?.outerEnd ?? start, bytes.count)
    }

    /// The line that holds a byte of this record, and where that line begins.
    private func linePosition(of offset: Int) -> (line: Int, start: Int) {
        var found = (line: line, start: start)
        var position = start
        while position < offset {
            let byte = bytes[position]
            position += 1
            let endsLine =
                byte == Byte.lineFeed
                || byte == Byte.carriageReturn && !(position < bytes.count && bytes[position] == Byte.lineFeed)
            if endsLine { found = (found.line + 1, position) }
        }
        return found
    }
}

/// A field as a range of bytes, without the quotes around it.
struct CSVField: Sendable {
    var start: Int
    var end: Int
    var isQuoted = false
    /// Whether the text between the quotes has quotes of its own, written twice.
    var hasDoubledQuotes = false

    var outerStart: Int { isQuoted ? start - 1 : start }
    var outerEnd: Int { isQuoted ? end + 1 : end }
}
