public import Diagnostics

/// The rows of a sheet one after the other, so that a sheet of a million rows needs no room for all of them.
///
/// They are the rows of ``WorkbookSheet``, in the same order.
public struct SheetRows {
    private var reader: SheetReader
    private var cover: MergedCover?
    private var hasEnded = false

    init(_ contents: [UInt8], _ name: String, of workbook: Workbook) {
        reader = SheetReader(contents, name, of: workbook)
        guard Self.mentionsMerges(contents) else { return }
        // Which cells are merged is said behind the rows.
        var first = reader
        cover = MergedCover(of: first.mergedRanges())
    }

    /// Whether the sheet can have merged cells: then the element's name occurs.
    private static func mentionsMerges(_ contents: [UInt8]) -> Bool {
        contents.suffix(1 << 16).firstRange(of: Array("mergeCell".utf8)) != nil
            || contents.firstRange(of: Array("mergeCell".utf8)) != nil
    }

    /// The next row with a cell that is not empty; `nil` at the end of the sheet, or where it cannot be read on.
    public mutating func next() -> WorkbookRow? {
        while let row = reader.nextRow() {
            guard cover != nil else { return row }
            if let shown = uncovered(row) { return shown }
        }
        if !hasEnded { reader.noteHiddenRows() }
        hasEnded = true
        return nil
    }

    /// What was found in the rows so far; with an error among it the sheet cannot be used.
    public var findings: [Finding] { reader.findings }

    /// A row without what lies hidden under merged cells; `nil` when nothing else stands in it.
    private mutating func uncovered(_ row: WorkbookRow) -> WorkbookRow? {
        cover!.advance(to: row.number)
        let shown = row.cells.filter { !cover!.hides(column: Int($0.column)) }
        if shown.count < row.cells.count { reader.reportCovered(row.number) }
        return shown.isEmpty
            ? nil : WorkbookRow(source: row.source, number: row.number, isHidden: row.isHidden, cells: shown)
    }
}

extension Workbook {
    /// The rows of a sheet one by one; `nil` when it cannot be read, which the findings then say.
    public func rows(of name: SheetName) -> (rows: SheetRows?, findings: [Finding]) {
        do throws(WorkbookFault) {
            var parts = try WorkbookParts(bytes, file: file, limits: limits)
            return (SheetRows(try parts.contents(of: name.part), name.name, of: self), [])
        } catch {
            return (nil, [error.finding(at: SourcePlace(file: file, line: 1, column: 1))])
        }
    }
}
