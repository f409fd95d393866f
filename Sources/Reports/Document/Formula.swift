public import Monetary

/// How the value of a cell follows from other cells, for forms that compute: a spreadsheet keeps it as a live formula with
/// the value beside it, so that a reader can check a sum by changing what goes into it. Every other form shows the value.
///
/// The value of the cell and that of its formula must be equal to the last decimal; whoever makes a table sees to that.
public indirect enum Formula: Hashable, Sendable, Codable {
    case cell(CellReference)
    /// A constant, such as a commission.
    case number(Rate)
    /// Of cells in any order; cells that have no number count as nothing.
    case sum([CellReference])
    case plus(Formula, Formula)
    case minus(Formula, Formula)
    case times(Formula, Formula)
    case over(Formula, Formula)
    /// The lesser of two.
    case least(Formula, Formula)
    /// The greater of two.
    case most(Formula, Formula)
    /// To so many decimals, halves away from zero.
    case rounded(Formula, places: Int)
}

/// A cell of a table by its place.
public struct CellReference: Hashable, Sendable, Codable {
    /// The id of the table; `nil` for the table that the formula stands in.
    public var table: String?
    /// From 0; the number of rows stands for the totals below them.
    public var row: Int
    /// From 0.
    public var column: Int

    public init(row: Int, column: Int, in table: String? = nil) {
        self.table = table
        self.row = row
        self.column = column
    }
}

extension Formula {
    /// A cell of the same table.
    public static func cell(row: Int, column: Int) -> Formula { .cell(CellReference(row: row, column: column)) }

    /// The sum of one column over rows of the same table.
    public static func sum(rows: some Sequence<Int>, column: Int) -> Formula {
        .sum(rows.map { CellReference(row: $0, column: column) })
    }
}

extension Cell {
    /// The same cell with what its value follows from.
    public func computed(by formula: Formula?) -> Cell {
        var cell = self
        cell.formula = formula
        return cell
    }
}
