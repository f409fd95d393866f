import Diagnostics

/// Finds the tables of a file in one go over its bytes.
///
/// Lines begin with `%T` and a table's name, `%F` and the names of its columns, `%R` and a row, or are `%E`, the end.
struct XERScanner {
    private let bytes: [UInt8]
    private(set) var tables: [XERTableName: XERTable] = [:]
    private(set) var log: XERLog
    /// The table that is being read; `nil` in one that no plan is read from.
    private var current: XERTable?
    /// Whether a table has begun, of any name.
    private var isInTable = false
    private var hasEnd = false
    private var last: XERLine?

    init(_ bytes: [UInt8], file: String) {
        self.bytes = bytes
        log = XERLog(bytes, file: file)
        scan()
    }

    private mutating func scan() {
        var line = XERLine(start: 0, end: 0, number: 1)
        let bytes = bytes
        let text = bytes.span
        while line.start < text.count, !hasEnd {
            line.end = line.start
            while line.end < text.count, !XERByte.endsLine(text[line.end]) { line.end += 1 }
            read(line)
            let isPair = line.end + 1 < text.count && text[line.end] == 0x0D && text[line.end + 1] == 0x0A
            line.start = line.end + (isPair ? 2 : 1)
            line.number += 1
        }
        keepCurrent()
        if !hasEnd { reportMissingEnd() }
    }

    private mutating func read(_ line: XERLine) {
        guard line.end > line.start else { return }
        last = line
        guard bytes[line.start] == XERByte.percent, line.end > line.start + 1 else {
            if line.number > 1 { reportStray(line) }
            return
        }
        switch bytes[line.start + 1] {
        case UInt8(ascii: "R"): addRow(line)
        case UInt8(ascii: "F"):
            let columns = words(of: line)
            current?.columns = columns
        case UInt8(ascii: "T"): begin(line)
        case UInt8(ascii: "E"): hasEnd = true
        default: reportStray(line)
        }
    }

    /// The cells of a line, as texts.
    private func words(of line: XERLine) -> [String] {
        bytes[min(line.start + 3, line.end)..<line.end].split(separator: XERByte.tab, omittingEmptySubsequences: false)
            .map {
                String(decoding: $0.filter { !XERByte.isBlank($0) }, as: UTF8.self)
            }
    }

    private mutating func begin(_ line: XERLine) {
        keepCurrent()
        isInTable = true
        guard let name = words(of: line).first.flatMap(XERTableName.init) else { return }
        current = XERTable(name, at: XERSpot(line))
    }

    /// Tables of one name are joined where their columns are the same.
    private mutating func keepCurrent() {
        defer { current = nil }
        guard let table = current else { return }
        guard let known = tables[table.name] else {
            tables[table.name] = table
            return
        }
        if known.columns == table.columns {
            tables[table.name]?.rows += table.rows
        } else if !table.rows.isEmpty {
            log.report(
                "xer.repeated-table", .error, "the table \(table.name.rawValue) stands twice, with other columns",
                advice: "export the projects again, into one file", at: table.spot)
        }
    }

    private mutating func addRow(_ line: XERLine) {
        guard isInTable else {
            reportStray(line)
            return
        }
        guard current != nil else { return }
        current?.rows.append(line)
    }

    private mutating func reportStray(_ line: XERLine) {
        log.report(
            "xer.stray-line", .warning, "this line is no part of a table, and is not read",
            advice: "check that the file was not changed after it was exported", at: XERSpot(line))
    }

    /// A file that was cut short lacks links or activities, so its dates would be wrong.
    private mutating func reportMissingEnd() {
        let isCut = bytes.last.map { !XERByte.endsLine($0) } ?? true
        log.report(
            "xer.cut-short", isCut ? .error : .warning, "the file does not end with %E, so a part of it is missing",
            advice: "export or copy it again", at: last.map { XERSpot($0) })
    }
}
