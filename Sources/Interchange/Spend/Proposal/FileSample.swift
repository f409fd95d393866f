import Diagnostics
import Formats
import MediaSpend

/// The first lines of a file that nothing is known of: its encoding, its delimiter, its records as texts.
struct FileSample {
    let path: String
    let encoding: TextEncoding
    let delimiter: FieldDelimiter
    let records: [Record]
    /// All that was read, as UTF-8; empty for a workbook.
    private let text: [UInt8]
    /// Which record names the columns; `nil` when none looks as if it did.
    let header: Int?

    struct Record {
        /// Counted from 1; of a workbook, the row.
        let line: Int
        /// Without blanks around them.
        let fields: [String]

        var filled: Int { fields.count { !$0.isEmpty } }
    }

    /// How many records are looked at.
    static let recordLimit = 1_000
    private static let byteLimit = 8 << 20
    private static let headRecords = 50

    /// - Throws: ``SpendFileFault`` when the file cannot be opened or read; a `Rejection` when it is packed and damaged.
    init(_ path: String) throws {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while bytes.count < Self.byteLimit, try source.read(into: &bytes) {}
        if Workbook.isWorkbook(bytes) {
            try self.init(workbook: path)
        } else {
            self.init(path, bytes)
        }
    }

    init(
        _ path: String, _ encoding: TextEncoding, _ delimiter: FieldDelimiter, _ records: [Record], text: [UInt8] = []
    ) {
        self.path = path
        self.encoding = encoding
        self.delimiter = delimiter
        self.records = records
        self.text = text
        header = Self.header(of: records)
    }

    static func isWorkbook(_ bytes: [UInt8]) -> Bool { Workbook.isWorkbook(bytes) }

    /// The text of the first bytes of a file, in the encoding that they are most likely in.
    static func text(of bytes: [UInt8]) -> [UInt8] { guess(bytes).utf8(bytes).bytes }

    private init(_ path: String, _ bytes: [UInt8]) {
        // The last line may be cut in the middle of a character.
        let end = bytes.count < Self.byteLimit ? nil : bytes.lastIndex(of: UInt8(ascii: "\n"))
        let whole = end.map { Array(bytes[...$0]) } ?? bytes
        let guess = Self.guess(whole)
        let text = guess.utf8(whole).bytes
        let splits = FieldDelimiter.allCases.map { (delimiter: $0, records: Self.records(of: text, $0)) }
        var best = splits[0]
        for split in splits.dropFirst() where Self.evenness(split.records) > Self.evenness(best.records) {
            best = split
        }
        self.init(path, TextEncoding(guess), best.delimiter, best.records, text: text)
    }

    /// The most decimals, zeros at the end not counted, that a number in these columns has in all that was read: one price
    /// of three decimals may stand far below the first records.
    func mostDecimals(in columns: [Int], mark: UInt8) -> Int {
        var scanner = RecordScanner(delimiter: delimiter.byte)
        var most = 0
        while scanner.next(in: text.span, isLast: true) {
            for column in columns where column < scanner.fields.count {
                let field = scanner.fields[column]
                most = max(most, Self.decimals(of: text[field.start..<field.end], mark: mark, beyond: most))
            }
        }
        return most
    }

    private static func decimals(of number: ArraySlice<UInt8>, mark: UInt8, beyond known: Int) -> Int {
        guard let position = number.lastIndex(of: mark) else { return 0 }
        let digits = number[(position + 1)...].prefix { (0x30...0x39).contains($0) }
        return digits.count > known ? digits.reversed().drop { $0 == 0x30 }.count : 0
    }

    /// UTF-16 without its mark has a zero in every other byte of plain letters.
    private static func guess(_ bytes: [UInt8]) -> CharacterEncoding {
        let head = bytes.prefix(400)
        guard CharacterEncoding(markedIn: bytes) == nil, head.count(where: { $0 == 0 }) * 3 > head.count else {
            return CharacterEncoding.guess(bytes)
        }
        return head.first == 0 ? .utf16HighByteFirst : .utf16LowByteFirst
    }

    /// The records of a text, at most so many.
    static func records(of text: [UInt8], _ delimiter: FieldDelimiter, limit: Int = recordLimit) -> [Record] {
        var scanner = RecordScanner(delimiter: delimiter.byte)
        var records: [Record] = []
        while records.count < limit, scanner.next(in: text.span, isLast: true) {
            let view = RecordView(file: "", line: scanner.line, start: scanner.start, fields: scanner.fields)
            records.append(
                Record(line: scanner.line, fields: view.fields.indices.map { view.text($0, in: text.span) }))
        }
        return records
    }

    /// How many records have the most usual number of fields, and that number: the right delimiter has most of both.
    private static func evenness(_ records: [Record]) -> (records: Int, fields: Int) {
        let width = usualWidth(of: records)
        return width < 2 ? (0, 0) : (records.count { $0.fields.count == width }, width)
    }

    private static func usualWidth(of records: [Record]) -> Int {
        var counts: [Int: Int] = [:]
        for record in records { counts[record.fields.count, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    // MARK: The header

    /// The first record that is nothing but words, and nearly as many as there are columns.
    private static func header(of records: [Record]) -> Int? {
        let width = records.map(\.filled).sorted().dropFirst(records.count / 2).first ?? 0
        return records.prefix(headRecords).firstIndex { record in
            record.filled >= max(2, width * 6 / 10) && record.fields.allSatisfy { !isFigure($0) }
        }
    }

    /// Whether a text is a figure or a date rather than a name: it begins with a digit, or is one behind a sign.
    private static func isFigure(_ text: String) -> Bool {
        guard let first = text.first(where: { !"-+(¥￥$€£ ".contains($0) }) else { return false }
        return first.isASCII && first.isNumber && !text.contains(where: { $0.isLetter && !"年月日eETW".contains($0) })
    }
}

extension TextEncoding {
    /// What a layout calls an encoding.
    init(_ encoding: CharacterEncoding) {
        switch encoding {
        case .utf8: self = .utf8
        case .utf16: self = .utf16
        case .utf16LowByteFirst: self = .utf16LowByteFirst
        case .utf16HighByteFirst: self = .utf16HighByteFirst
        case .windows1252: self = .windows1252
        case .gb18030: self = .gb18030
        }
    }
}
