public import Diagnostics

/// The cells of one sheet that hold something, row by row.
public struct WorkbookSheet: Sendable {
    /// As on its tab.
    public let name: String
    /// Those with at least one cell that is not empty, from the top.
    public let rows: [WorkbookRow]

    init(name: String, rows: [WorkbookRow]) {
        self.name = name
        self.rows = rows
    }

    /// What stands in a cell; `nil` when it is empty.
    ///
    /// - Complexity: O(log rows + log cells of the row).
    public func value(at reference: CellAddress) -> CellValue? {
        let index = rows.partitioningIndex { $0.number >= reference.row }
        guard index < rows.count, rows[index].number == reference.row else { return nil }
        return rows[index].value(inColumn: reference.column)
    }
}

/// One row of a sheet.
///
/// Places name the file and the sheet, `estimate.xlsx#Lines`, the row as the line and the number of the column.
public struct WorkbookRow: Sendable {
    let source: SourceName
    /// Counted from 1, as the sheet shows it.
    public let number: Int
    /// Whether the sheet does not show it.
    public let isHidden: Bool
    let cells: [SheetCell]

    /// How many columns reach up to the last cell that is not empty; 1 or more.
    public var count: Int { Int(cells.last?.column ?? 0) }

    /// The text of a cell, the first column being 0; empty where nothing stands.
    public subscript(index: Int) -> String { value(inColumn: index + 1)?.text ?? "" }

    /// What stands in a column, the first being 1; `nil` where nothing does.
    public func value(inColumn column: Int) -> CellValue? {
        // Most rows have no gap.
        if column <= cells.count, column > 0, cells[column - 1].column == column { return cells[column - 1].value }
        let index = cells.partitioningIndex { $0.column >= column }
        return index < cells.count && cells[index].column == column ? cells[index].value : nil
    }

    /// Where the cell of an index stands, the first being 0.
    public func place(of index: Int = 0) -> SourcePlace { SourcePlace(in: source, line: number, column: index + 1) }

    /// Whether nothing stands in the cell of an index, the first being 0.
    public func isEmpty(_ index: Int) -> Bool { value(inColumn: index + 1) == nil }

    /// What stands in the cell of an index; `nil` when it is blank.
    public func excerpt(of index: Int = 0) -> String? { TextLine.excerpt(of: Array(self[index].utf8), from: 0) }

    /// A finding about a cell, with its place and what stands in it.
    public func finding(
        _ id: FindingID, _ severity: Severity, _ message: String, advice: String, field index: Int = 0
    ) -> Finding {
        Finding(id, severity, message, advice: advice, at: place(of: index), excerpt: excerpt(of: index))
    }
}

/// A cell that holds something.
struct SheetCell: Sendable {
    /// Counted from 1.
    let column: Int32
    let value: CellValue
}

extension Array {
    /// The first index whose element fulfils a claim that all later ones fulfil too; the end when none does.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
