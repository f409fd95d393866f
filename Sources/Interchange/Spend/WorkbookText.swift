import Diagnostics
import Formats
import MediaSpend
import Monetary

/// The sheets of a workbook as delimited text in UTF-8, a piece at a time, one sheet after the other.
///
/// Row *n* of a sheet stands on line *n* behind the lines of the sheets before it, so that findings lead back to it. What
/// stands above the header of a sheet is left out; a sheet without the layout's columns is left out as a whole.
final class WorkbookText {
    let workbook: Workbook
    let layout: Layout
    private let candidates: [Workbook.SheetName]
    private var next = 0
    private var sheet: Sheet?
    /// Whether a sheet has been found that the layout fits.
    private var hasFound = false
    /// The line that is written next, counted from 1.
    private var line = 1
    /// The sheets that are read, and how many lines of text come before each.
    private(set) var sections: [(sheet: String, linesBefore: Int)] = []
    /// Warnings and notes on the workbook.
    private(set) var findings: [Finding] = []

    /// A sheet that is being written.
    private struct Sheet {
        var rows: SheetRows
        /// Rows that were looked at already, the next one last.
        var ahead: [WorkbookRow]
        /// How many columns the header has.
        let width: Int
    }

    /// How many rows are looked at for a header.
    private static let headRows = 50

    /// - Throws: a `Rejection` when it is no workbook, or has none of the sheets that the layout names.
    init(_ bytes: [UInt8], file: String, layout: Layout) throws {
        let (workbook, findings) = Workbook.reading(bytes, file: file)
        guard let workbook else { throw Rejection(findings: findings) }
        self.workbook = workbook
        self.layout = layout
        candidates = try Self.candidates(workbook, layout)
        self.findings = findings
    }

    private static func candidates(_ workbook: Workbook, _ layout: Layout) throws -> [Workbook.SheetName] {
        guard !layout.sheets.isEmpty else {
            let shown = workbook.sheets.filter { !$0.isHidden }
            return shown.isEmpty ? workbook.sheets : shown
        }
        return try layout.sheets.map { wanted in
            let found = workbook.sheets.first { $0.name.lowercased() == wanted.lowercased() }
            if let found { return found }
            throw Rejection(findings: workbook.sheet(named: wanted).findings)
        }
    }

    /// Appends the next lines to `text`.
    ///
    /// - Returns: whether there were any.
    func read(into text: inout [UInt8], atLeast size: Int) throws -> Bool {
        let start = text.count
        while text.count - start < size {
            if sheet == nil, try !beginSheet() { break }
            if let row = sheet!.ahead.popLast() ?? sheet!.rows.next() {
                write(row, width: sheet!.width, into: &text)
            } else {
                try endSheet()
            }
        }
        return text.count > start
    }

    // MARK: Sheets

    /// Begins the next sheet that the layout fits; when none does, the first one, so that what it lacks is reported.
    private func beginSheet() throws -> Bool {
        while next < candidates.count {
            let name = candidates[next]
            next += 1
            if try begin(name, mustFit: layout.sheets.isEmpty) { return true }
            findings.append(
                Finding(
                    "spend.unread-sheet", .note,
                    "the sheet “\(name.name)” is not read, as it lacks the columns of the layout",
                    advice: "nothing needs to be done; a layout that names the sheets says which are meant"))
        }
        guard !hasFound, let first = candidates.first else { return false }
        findings = []
        return try begin(first, mustFit: false)
    }

    private func begin(_ name: Workbook.SheetName, mustFit: Bool) throws -> Bool {
        let (opened, faults) = workbook.rows(of: name)
        guard var rows = opened else { throw Rejection(findings: faults) }
        var head: [WorkbookRow] = []
        while head.count < Self.headRows, let row = rows.next() { head.append(row) }
        try check(rows)
        let header = head.firstIndex { isHeader($0) }
        guard header != nil || !mustFit else { return false }
        hasFound = true
        sections.append((name.name, line - 1))
        let first = header ?? 0
        sheet = Sheet(
            rows: rows, ahead: head.dropFirst(first).reversed(),
            width: header.map { head[$0].count } ?? CellAddress.lastColumn)
        return true
    }

    private func endSheet() throws {
        try check(sheet!.rows)
        findings += sheet!.rows.findings
        sheet = nil
    }

    private func check(_ rows: SheetRows) throws {
        try FindingList(rows.findings).throwIfErrors()
    }

    private func isHeader(_ row: WorkbookRow) -> Bool {
        var missing: [String] = []
        return ColumnMap(row.texts, for: layout, missing: &missing) != nil
    }

    // MARK: Lines

    private func write(_ row: WorkbookRow, width: Int, into text: inout [UInt8]) {
        let target = (sections.last?.linesBefore ?? 0) + row.number
        while line < target {
            text.append(UInt8(ascii: "\n"))
            line += 1
        }
        for column in 1...min(row.count, width) {
            if column > 1 { text.append(layout.delimiter.byte) }
            if let value = row.value(inColumn: column) { append(written(value), to: &text) }
        }
        // A row that is wider than its header is a fault; the first cell too many shows it.
        if row.count > width {
            text.append(layout.delimiter.byte)
            append(row.value(inColumn: row.count).map(written) ?? "", to: &text)
        }
        text.append(UInt8(ascii: "\n"))
        line += 1
    }

    /// Numbers as the layout's amounts are written, everything else as the sheet shows it.
    private func written(_ value: CellValue) -> String {
        guard case .number = value, layout.amounts.decimalMark == .comma else { return value.text }
        return value.text.replacing(".", with: ",")
    }

    private func append(_ field: String, to text: inout [UInt8]) {
        let needsQuotes = field.utf8.contains {
            $0 == layout.delimiter.byte || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
        }
        guard needsQuotes else {
            text += field.utf8
            return
        }
        text.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            // A line end in a cell would move all rows below it by a line.
            text.append(byte == 10 || byte == 13 ? UInt8(ascii: " ") : byte)
            if byte == UInt8(ascii: "\"") { text.append(byte) }
        }
        text.append(UInt8(ascii: "\""))
    }
}

extension WorkbookRow {
    /// What the cells show, up to the last that is not empty, without blanks around it.
    var texts: [String] { (0..<count).map { self[$0].trimmed } }
}
