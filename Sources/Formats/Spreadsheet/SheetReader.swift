import Diagnostics

/// Reads the cells of one sheet.
///
/// The size that the sheet states is not looked at, since it may be anything. Rows and cells without a reference of their
/// own follow the one before.
struct SheetReader {
    private var reader: XMLReader
    private let name: String
    private let workbook: Workbook
    let source: SourceName
    private var rows: [WorkbookRow] = []
    private var merged: [CellRange] = []
    var tally = FindingTally()
    var hiddenRows = 0
    var firstHidden = 0

    // The row that is being read.
    var row = 0
    private var isRowHidden = false
    var column = 0
    private var cells: [SheetCell] = []

    init(_ contents: [UInt8], _ name: String, of workbook: Workbook) {
        self.name = name
        self.workbook = workbook
        source = SourceName("\(workbook.file)#\(name)")
        reader = XMLReader(contents, file: "\(workbook.file)#\(name)", names: Self.names)
    }

    var findings: [Finding] { reader.findings + tally.findings }

    /// Elements and attributes of a sheet that are read.
    private enum Code {
        static let row = 0, cell = 1, value = 2, inline = 3, formula = 4, text = 5, pronunciation = 6, merge = 7
        static let reference = 8, style = 9, hidden = 10, range = 11
    }
    /// `r` is a reference as an attribute and a run as an element; `t` is a kind and a text.
    private static let names = XMLNames([
        "row", "c", "v", "is", "f", "t", "rPh", "mergeCell", "r", "s", "hidden", "ref",
    ])

    mutating func sheet() -> WorkbookSheet {
        while let row = nextRow() { rows.append(row) }
        uncover()
        noteHiddenRows()
        return WorkbookSheet(name: name, rows: rows)
    }

    /// The next row with a cell that is not empty, those under merged cells among them; `nil` at the end of the sheet.
    mutating func nextRow() -> WorkbookRow? {
        while let event = reader.next() {
            switch event {
            case .open(Code.row): beginRow()
            case .close(Code.row): if let row = finishedRow() { return row }
            case .open(Code.cell): readCell()
            case .open(Code.merge): readMerge()
            default: break
            }
        }
        return nil
    }

    /// Reads to the end for the merged cells alone, which stand behind the rows.
    mutating func mergedRanges() -> [CellRange] {
        while let event = reader.next() {
            if event == .open(Code.merge) { readMerge() }
        }
        return merged
    }

    // MARK: Rows

    private mutating func beginRow() {
        let before = row
        row += 1
        if let stated = reader.attribute(Code.reference) {
            row = CellAddress([UInt8(ascii: "A")] + stated)?.row ?? 0
        }
        if row < 1 || row > CellAddress.lastRow {
            reportReference(reader.text(of: Code.reference) ?? "\(row)")
            row = before
        } else if row <= before {
            reportOrder("row \(row) stands behind row \(before)")
        }
        isRowHidden = WorkbookReader.isTrue(reader.text(of: Code.hidden))
        column = 0
        cells = []
    }

    private mutating func finishedRow() -> WorkbookRow? {
        guard !cells.isEmpty else { return nil }
        if isRowHidden {
            hiddenRows += 1
            if firstHidden == 0 { firstHidden = row }
        }
        defer { cells = [] }
        return WorkbookRow(source: source, number: row, isHidden: isRowHidden, cells: cells)
    }

    // MARK: Cells

    private mutating func readCell() {
        let kind = CellKind(reader.attribute(Code.text))
        let style = reader.attribute(Code.style).flatMap(Self.number).map { style in
            workbook.styles.indices.contains(style) ? workbook.styles[style] : .plain
        }
        guard let column = columnOfCell() else {
            reader.skip()
            return
        }
        let content = readContent()
        guard let text = content.text else {
            if content.hasFormula { reportNoResult(column) }
            return
        }
        guard let value = value(text, kind, style ?? .plain) else { return }
        cells.append(SheetCell(column: Int32(column), value: value))
    }

    /// The column that the cell states, or the next one; `nil` when it cannot be there.
    private mutating func columnOfCell() -> Int? {
        let before = column
        column += 1
        guard let stated = reader.attribute(Code.reference) else {
            guard column <= CellAddress.lastColumn else {
                reportReference("column \(column)")
                return nil
            }
            return column
        }
        guard let reference = CellAddress(stated), reference.row == row else {
            reportReference(String(decoding: stated, as: UTF8.self))
            return nil
        }
        column = reference.column
        guard column > before else {
            reportOrder("cell \(reference) stands behind column \(CellAddress.letters(of: before))")
            return nil
        }
        return column
    }

    /// What stands between the tags of a cell.
    private mutating func readContent() -> (text: Text?, hasFormula: Bool) {
        let outside = reader.depth - 1
        var text: Text?
        var hasFormula = false
        while reader.depth > outside, let event = reader.next() {
            switch event {
            case .close(Code.value): text = .stored(reader.text)
            case .close(Code.formula): hasFormula = true
            case .open(Code.inline):
                text = .inline(RichText.read(&reader, text: Code.text, pronunciation: Code.pronunciation))
            default: break
            }
        }
        return (text, hasFormula)
    }

    private enum Text {
        case stored(ArraySlice<UInt8>)
        case inline(String)
    }

    /// What a cell holds, by its kind and its format; `nil` for an empty text.
    private mutating func value(_ text: Text, _ kind: CellKind, _ style: NumberStyle) -> CellValue? {
        switch text {
        case .inline(let text): return text.isEmpty ? nil : .text(text)
        case .stored(let bytes):
            switch kind {
            case .sharedText:
                guard let index = Self.number(bytes), workbook.sharedTexts.indices.contains(index) else {
                    reportDamaged("names a text that the workbook does not hold")
                    return nil
                }
                return workbook.sharedTexts[index].isEmpty ? nil : .text(workbook.sharedTexts[index])
            case .text: return bytes.isEmpty ? nil : .text(RichText.unescaped(bytes))
            case .boolean: return .boolean(bytes.first == UInt8(ascii: "1") || bytes.first == UInt8(ascii: "t"))
            case .error: return .error(String(decoding: bytes, as: UTF8.self))
            case .date: return .date(String(decoding: bytes.prefix(16), as: UTF8.self).withoutMidnight)
            case .number: return number(bytes, style)
            }
        }
    }

    private mutating func number(_ bytes: ArraySlice<UInt8>, _ style: NumberStyle) -> CellValue? {
        guard !bytes.isEmpty else { return nil }
        let stored = String(decoding: bytes, as: UTF8.self)
        guard SheetNumber(stored) != nil else {
            reportDamaged("holds “\(stored.prefix(40))”, which is no number")
            return nil
        }
        switch style {
        case .plain: return .number(stored)
        case .percentage: return .percentage(stored)
        case .date: return workbook.dateSystem.text(of: stored).map(CellValue.date) ?? .number(stored)
        }
    }

    /// A whole number of a few digits, without a `String` on the way.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count), bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    // MARK: Merged cells

    private mutating func readMerge() {
        guard let stated = reader.attribute(Code.range) else { return }
        guard let range = CellRange(stated) else { return reportReference(String(decoding: stated, as: UTF8.self)) }
        if range.first != range.last { merged.append(range) }
    }

    /// Takes away what lies hidden under merged cells, of which the one at the top left alone is shown.
    private mutating func uncover() {
        guard !merged.isEmpty else { return }
        var cover = MergedCover(of: merged)
        rows = rows.compactMap { row in
            cover.advance(to: row.number)
            let shown = row.cells.filter { !cover.hides(column: Int($0.column)) }
            if shown.count < row.cells.count { reportCovered(row.number) }
            return shown.isEmpty
                ? nil : WorkbookRow(source: source, number: row.number, isHidden: row.isHidden, cells: shown)
        }
    }
}

/// The kind that a cell states.
///
/// - Source: ECMA-376-1, 18.18.11.
private enum CellKind {
    case number, sharedText, text, boolean, error, date

    init(_ stated: ArraySlice<UInt8>?) {
        switch stated?.first {
        case UInt8(ascii: "s"): self = stated?.count == 1 ? .sharedText : .text
        case UInt8(ascii: "i"): self = .text
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .date
        default: self = .number
        }
    }
}

extension String {
    /// A day that is written with the time 00:00 without it.
    fileprivate var withoutMidnight: String { hasSuffix("T00:00") ? String(dropLast(6)) : self }
}
