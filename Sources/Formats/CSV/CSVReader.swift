public import Diagnostics

/// Reads the records of a CSV file one after another, and says what is wrong with the file.
///
/// Fields may be quoted, with quotes inside written twice; a quoted field may hold delimiters and line ends. Lines end
/// in LF, CR LF or CR; blank lines are passed over; a byte order mark is dropped. A quote inside a field that does not
/// begin with one stands for itself.
///
/// ```swift
/// var reader = CSVReader(bytes, file: "costs.csv")
/// while let record = reader.next() { use(record[0]) }
/// findings.report(contentsOf: reader.findings)
/// ```
///
/// Findings: `csv.unclosed-quote`, `csv.text-after-quote`, `csv.ragged-record`, and those of ``TextEncodingCheck``.
/// Reading goes on after each but the first, which ends it. At most ``findingLimit`` of one kind are listed; the last of them says how many more.
///
/// - Complexity: O(bytes); one small allocation a record.
/// - Source: RFC 4180, and the dialects that spreadsheets write.
public struct CSVReader: Sendable {
    /// How many findings of one kind are listed.
    public static let findingLimit = FindingTally.standardLimit

    public let file: String
    public let delimiter: CSVDelimiter
    /// The number of fields that every record must have; set by the first record unless set before. A record with more
    /// fields is ragged only when one of the surplus fields holds something: spreadsheets leave empty ones.
    public var width: Int?

    private let bytes: [UInt8]
    private let source: SourceName
    private var position: Int
    private var line = 1
    /// Whether a quote that is never closed has swallowed the rest of the file.
    private var isCutShort = false
    /// Where the record being read begins.
    private var recordStart = 0
    private var recordLine = 1
    private let encodingFindings: [Finding]
    private var tally = FindingTally()

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name as the user gave it.
    ///   - skippedLines: how many lines of preamble stand before the header.
    public init(_ bytes: [UInt8], file: String, delimiter: CSVDelimiter = .comma, skippingLines skippedLines: Int = 0) {
        let check = TextEncodingCheck(bytes, file: file)
        self.bytes = bytes
        self.file = file
        source = SourceName(file)
        self.delimiter = delimiter
        encodingFindings = check.findings
        position = check.isReadable ? check.start : bytes.count
        for _ in 0..<skippedLines { skipLine() }
    }

    /// What was found so far; complete once ``next()`` has returned `nil`.
    public var findings: [Finding] { encodingFindings + tally.findings }

    /// The next record, or `nil` at the end.
    public mutating func next() -> CSVRecord? {
        skipBlankLines()
        guard position < bytes.count else { return nil }
        recordStart = position
        recordLine = line
        var fields: [CSVField] = []
        fields.reserveCapacity(width ?? 8)
        repeat { fields.append(field()) } while passDelimiter()
        guard !isCutShort else { return nil }
        passLineEnd()
        let record = record(of: fields)
        checkWidth(of: record)
        return record
    }

    // MARK: Fields

    /// Fields of the record being read, with what it takes to name their places.
    private func record(of fields: [CSVField]) -> CSVRecord {
        CSVRecord(source: source, line: recordLine, bytes: bytes, start: recordStart, fields: fields)
    }

    private mutating func field() -> CSVField {
        if position < bytes.count, bytes[position] == Byte.quote { return quotedField() }
        let start = position
        position = endOfPlainText(from: start)
        return CSVField(start: start, end: position)
    }

    /// The first delimiter or line end at or after `start`.
    private func endOfPlainText(from start: Int) -> Int {
        let delimiter = delimiter.rawValue
        return bytes.withUnsafeBufferPointer { bytes in
            var end = start
            while end < bytes.count {
                let byte = bytes[end]
                if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
                end += 1
            }
            return end
        }
    }

    /// A field that begins with a quote, at `position`.
    private mutating func quotedField() -> CSVField {
        let openingLine = line
        position += 1
        var field = CSVField(start: position, end: position, isQuoted: true)
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case Byte.quote:
                guard position < bytes.count, bytes[position] == Byte.quote else {
                    field.end = position - 1
                    passTextAfterQuote(&field, openingLine: openingLine)
                    return field
                }
                position += 1
                field.hasDoubledQuotes = true
            case Byte.lineFeed: line += 1
            case Byte.carriageReturn where position == bytes.count || bytes[position] != Byte.lineFeed: line += 1
            default: break
            }
        }
        field.end = position
        let opened = record(of: [field])
        tally.report("csv.unclosed-quote") {
            opened.finding(
                "csv.unclosed-quote", .error, "the quote that opens here is never closed",
                advice: "close it; this record and everything after it was not read")
        }
        isCutShort = true
        return field
    }

    /// Text between a closing quote and the next delimiter: reported, and kept as part of the field as it stands.
    private mutating func passTextAfterQuote(_ field: inout CSVField, openingLine: Int) {
        let closing = position
        position = endOfPlainText(from: closing)
        guard bytes[closing..<position].contains(where: { $0 != UInt8(ascii: " ") }) else { return }
        let surplus = record(of: [CSVField(start: closing, end: position)])
        let opening = openingLine == line ? "" : ", which opened in line \(openingLine)"
        tally.report("csv.text-after-quote") {
            surplus.finding(
                "csv.text-after-quote", .error, "text follows the closing quote\(opening)",
                advice: "write a quote inside a quoted field twice, or close the quote that was left open")
        }
        field.start -= 1
        field.end = position
        field.isQuoted = false
        field.hasDoubledQuotes = false
    }

    // MARK: Lines

    private mutating func passDelimiter() -> Bool {
        guard position < bytes.count, bytes[position] == delimiter.rawValue else { return false }
        position += 1
        return true
    }

    private mutating func passLineEnd() {
        guard position < bytes.count else { return }
        let isPair =
            bytes[position] == Byte.carriageReturn && position + 1 < bytes.count
            && bytes[position + 1] == Byte.lineFeed
        position += isPair ? 2 : 1
        line += 1
    }

    private mutating func skipBlankLines() {
        while position < bytes.count, bytes[position] == Byte.lineFeed || bytes[position] == Byte.carriageReturn {
            passLineEnd()
        }
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != Byte.lineFeed, bytes[position] != Byte.carriageReturn {
            position += 1
        }
        passLineEnd()
    }

    private mutating func checkWidth(of record: CSVRecord) {
        guard let width else {
            width = record.count
            return
        }
        guard record.count != width else { return }
        guard record.count < width || (width..<record.count).contains(where: { !record.isEmpty($0) }) else { return }
        tally.report("csv.ragged-record") {
            record.finding(
                "csv.ragged-record", .error,
                "this record has \(record.count) \(record.count == 1 ? "field" : "fields") where \(width) are expected",
                advice: record.count < width
                    ? "add what is missing, or check for a quote or line end inside a field"
                    : "put a field that holds a \(delimiter.name) into quotes",
                field: min(record.count, width))
        }
    }
}
