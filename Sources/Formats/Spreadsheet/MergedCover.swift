/// Which cells of a row lie hidden under merged ones, asked row by row from the top.
///
/// A file may merge as many ranges as it likes, one over another. So each is looked at once, and what is kept is a number
/// for each column.
///
/// - Complexity: O(columns of the range) for each range.
struct MergedCover {
    /// What a merged range hides: all but its top left cell. Those are the rest of its first row and the column below, each
    /// down to the last row.
    private struct Part {
        let row: Int
        let columns: ClosedRange<Int>
        let lastRow: Int
    }

    /// By their first row, the next one last.
    private var parts: [Part]
    /// By column: the last row that is hidden of all that begins by now.
    private var hiddenThrough = [Int](repeating: 0, count: CellAddress.lastColumn + 1)
    private var row = 0

    init(of ranges: [CellRange]) {
        parts = ranges.flatMap { range in
            let (first, last) = (range.first, range.last)
            let below = Part(row: first.row + 1, columns: first.column...first.column, lastRow: last.row)
            guard first.column < last.column else { return [below] }
            return [below, Part(row: first.row, columns: first.column + 1...last.column, lastRow: last.row)]
        }
        parts.sort { $0.row > $1.row }
    }

    /// - Parameter row: not above the one before.
    mutating func advance(to row: Int) {
        self.row = row
        while let part = parts.last, part.row <= row {
            parts.removeLast()
            for column in part.columns { hiddenThrough[column] = max(hiddenThrough[column], part.lastRow) }
        }
    }

    func hides(column: Int) -> Bool { hiddenThrough[column] >= row }
}
