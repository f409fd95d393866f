/// A dense matrix of doubles, stored column after column as LAPACK wants it.
public struct Matrix: Hashable, Sendable {
    public let rows: Int
    public let columns: Int
    /// Column after column; `rows × columns` numbers.
    public internal(set) var elements: [Double]

    /// A matrix of zeros.
    ///
    /// - Precondition: neither count is below zero, and both fit in 32 bits, as BLAS counts.
    public init(rows: Int, columns: Int) {
        precondition(
            Int32(exactly: rows) ?? -1 >= 0 && Int32(exactly: columns) ?? -1 >= 0, "a matrix of \(rows) × \(columns)")
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: 0, count: rows * columns)
    }

    /// A matrix as it is written down, row after row.
    ///
    /// - Precondition: all rows are equally long.
    public init(_ rows: [[Double]]) {
        self.init(rows: rows.count, columns: rows.first?.count ?? 0)
        for (row, numbers) in rows.enumerated() {
            precondition(
                numbers.count == columns, "row \(row) has \(numbers.count) numbers where \(columns) are needed")
            for (column, number) in numbers.enumerated() { self[row, column] = number }
        }
    }

    /// A matrix of one column.
    public init(column: [Double]) {
        self.init(rows: column.count, columns: 1)
        elements = column
    }

    /// Rows and columns are counted from 0.
    public subscript(row: Int, column: Int) -> Double {
        get {
            checkPosition(row, column)
            return elements[column * rows + row]
        }
        set {
            checkPosition(row, column)
            elements[column * rows + row] = newValue
        }
    }

    /// The numbers of one column from top to bottom.
    public func column(_ column: Int) -> [Double] {
        precondition(0..<columns ~= column, "column \(column) of \(columns)")
        return Array(elements[(column * rows)..<((column + 1) * rows)])
    }

    /// Rows as columns.
    public var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }

    private func checkPosition(_ row: Int, _ column: Int) {
        precondition(
            row >= 0 && row < rows && column >= 0 && column < columns, "[\(row), \(column)] of \(rows) × \(columns)")
    }
}
