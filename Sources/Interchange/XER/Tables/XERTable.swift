import Diagnostics

/// The tables that a plan is read from, by the name that a file gives them.
enum XERTableName: String, CaseIterable {
    case projects = "PROJECT"
    case options = "SCHEDOPTIONS"
    case calendars = "CALENDAR"
    case structure = "PROJWBS"
    case resources = "RSRC"
    case activities = "TASK"
    case links = "TASKPRED"
    case assignments = "TASKRSRC"
}

/// One table of a file: the names of its columns, and where its rows stand.
///
/// Rows are not taken apart before they are asked for, and cells not before they are read.
struct XERTable {
    let name: XERTableName
    /// Where its heading stands.
    let spot: XERSpot
    var columns: [String] = []
    /// Where each row stands: its line without the `%R`.
    var rows: [XERLine] = []

    init(_ name: XERTableName, at spot: XERSpot) {
        self.name = name
        self.spot = spot
    }

    func column(_ name: String) -> XERColumn { XERColumn(name: name, position: columns.firstIndex(of: name)) }
}

/// A column that is looked for in a table.
struct XERColumn {
    let name: String
    /// `nil` when the table has none of this name.
    let position: Int?
}

/// A line of a file, as offsets into its bytes.
struct XERLine {
    var start: Int
    var end: Int
    /// Counted from 1.
    var number: Int
}

/// Where in a file something stands.
struct XERSpot {
    var line: XERLine
    /// An offset into the bytes of the file.
    var offset: Int

    /// The beginning of a line.
    init(_ line: XERLine) { self.init(line, offset: line.start) }

    init(_ line: XERLine, offset: Int) {
        self.line = line
        self.offset = offset
    }
}

/// A row, taken apart at its tabs.
struct XERRow {
    private let bytes: [UInt8]
    let line: XERLine
    /// Where the cells begin; the last number is where another one would.
    private let starts: [Int]

    init(_ line: XERLine, of bytes: [UInt8], columns: Int) {
        self.bytes = bytes
        self.line = line
        var starts: [Int] = []
        starts.reserveCapacity(columns + 2)
        // Behind the `%R` and its tab.
        starts.append(min(line.start + 3, line.end))
        let text = bytes.span
        for offset in starts[0]..<max(starts[0], line.end) where text[offset] == XERByte.tab {
            starts.append(offset + 1)
        }
        starts.append(line.end + 1)
        self.starts = starts
    }

    /// How many cells the row has.
    var count: Int { starts.count - 1 }

    /// The bytes of a cell, without white space at either end; `nil` when it is empty or not there.
    func cell(_ column: XERColumn) -> ArraySlice<UInt8>? {
        guard let position = column.position, position < count else { return nil }
        var (start, end) = (starts[position], starts[position + 1] - 1)
        while start < end, XERByte.isBlank(bytes[start]) { start += 1 }
        while end > start, XERByte.isBlank(bytes[end - 1]) { end -= 1 }
        return start < end ? bytes[start..<end] : nil
    }

    /// The text of a cell; `nil` when it is empty or not there.
    func text(_ column: XERColumn) -> String? { cell(column).map { String(decoding: $0, as: UTF8.self) } }

    /// A text of one line: what would break one is a blank.
    func name(_ column: XERColumn) -> String? {
        guard let cell = cell(column) else { return nil }
        guard cell.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return String(decoding: cell, as: UTF8.self) }
        return String(decoding: cell.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether a cell says yes.
    func isYes(_ column: XERColumn) -> Bool { cell(column)?.first == UInt8(ascii: "Y") }

    /// Where a cell stands, or the row when it has no such cell.
    func spot(_ column: XERColumn) -> XERSpot {
        guard let position = column.position, position < count else { return XERSpot(line) }
        return XERSpot(line, offset: starts[position])
    }
}

/// The bytes that the reader looks for.
enum XERByte {
    static let tab = UInt8(ascii: "\t")
    static let percent = UInt8(ascii: "%")

    static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    /// A blank, or one of the controls that stand for line breaks within a cell.
    static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
