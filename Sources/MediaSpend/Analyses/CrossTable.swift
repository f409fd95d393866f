public import Monetary

/// Spend in a cut of one's own: a row for each name of some dimensions, a column for each name of another, with the part
/// that each cell is of its column (% down) and of its row (% across).
///
/// Rows and columns of names come by spend, the largest first, equals by name; months and days come in order. What lies
/// beyond the limits is one row and one column, so that the table always adds up.
public struct CrossTable: Hashable, Sendable {
    public let rowDimensions: [SpendDimension]
    /// `nil`: the table has a total only.
    public let columnDimension: SpendDimension?
    public let columns: [String]
    /// How many names of the column dimension are one column at the end; 0: none.
    public let otherColumns: Int
    public let rows: [Row]
    /// How many names ``rest`` adds up.
    public let otherRows: Int
    /// All that is not listed; `nil` when everything is.
    public let rest: Row?
    public let totals: Row

    /// A row of the table.
    public struct Row: Hashable, Sendable {
        /// One for each row dimension; none in the rest and the totals.
        public let names: [String]
        /// One for each column, and one for all other columns where there are any.
        public let cells: [Money]
        public let total: Money
    }

    /// The part of a cell in its column; of a row's total where no place is given.
    public func down(_ row: Row, at place: Int? = nil) -> Derived<Double> {
        guard let place else { return share(of: row.total.minorUnits, in: totals.total.minorUnits) }
        return share(of: row.cells[place].minorUnits, in: totals.cells[place].minorUnits)
    }

    /// The part of a cell in its row.
    public func across(_ row: Row, at place: Int) -> Derived<Double> {
        share(of: row.cells[place].minorUnits, in: row.total.minorUnits)
    }

    /// - Parameters:
    ///   - cube: grouped at least by these dimensions.
    ///   - rows: at least one dimension.
    ///   - limit: how many rows are listed.
    ///   - columnLimit: how many names stand in columns; months and days are all shown.
    public init(
        _ cube: Cube, rows: [SpendDimension], across column: SpendDimension? = nil, limit: Int = 20,
        columnLimit: Int = 8
    ) {
        precondition(
            !rows.isEmpty && !rows.contains { $0 == column },
            "a table by \(rows) across \(column.map { "\($0)" } ?? "nothing")")
        let heads = ColumnHeads(cube, column, limit: columnLimit)
        var amounts: [[String]: [Int64]] = [:]
        for cell in 0..<cube.count {
            let key = rows.map { cube.name(of: cell, in: $0) }
            let place = column.map { heads.place(of: cube.name(of: cell, in: $0)) }
            if let place { amounts[key, default: heads.empty][place] += cube.spend[cell] }
            amounts[key, default: heads.empty][heads.width] += cube.spend[cell]
        }
        let isInTime = rows.allSatisfy { !$0.isNamed }
        let order = amounts.keys.sorted { left, right in
            let (one, other) = (amounts[left]?.last ?? 0, amounts[right]?.last ?? 0)
            return isInTime || one == other ? left.lexicographicallyPrecedes(right) : one > other
        }
        func row(_ names: [String], _ keys: some Sequence<[String]>) -> Row {
            let sums = keys.reduce(heads.empty) { sums, key in zip(sums, amounts[key] ?? heads.empty).map { $0 + $1 } }
            return Row(
                names: names, cells: sums.dropLast().map(cube.market.money), total: cube.market.money(sums[heads.width])
            )
        }
        // One row more is shown rather than called all others.
        let shown = isInTime || order.count <= limit + 1 ? order.count : limit
        rowDimensions = rows
        columnDimension = column
        columns = heads.names
        otherColumns = heads.others
        self.rows = order.prefix(shown).map { row($0, [$0]) }
        otherRows = order.count - shown
        rest = shown < order.count ? row([], order.dropFirst(shown)) : nil
        totals = row([], order)
    }
}

/// The columns of a table, and where a name belongs.
private struct ColumnHeads {
    let names: [String]
    let others: Int
    private let places: [String: Int]

    init(_ cube: Cube, _ dimension: SpendDimension?, limit: Int) {
        guard let dimension else {
            (names, others, places) = ([], 0, [:])
            return
        }
        var spend: [String: Int64] = [:]
        for cell in 0..<cube.count { spend[cube.name(of: cell, in: dimension), default: 0] += cube.spend[cell] }
        let order =
            dimension.isNamed
            ? spend.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key) : spend.keys.sorted()
        names = dimension.isNamed && order.count > limit + 1 ? Array(order.prefix(limit)) : order
        others = order.count - names.count
        places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    /// The number of cells of a row without its total.
    var width: Int { names.count + (others > 0 ? 1 : 0) }
    /// A row of nothing; its total comes last.
    var empty: [Int64] { Array(repeating: 0, count: width + 1) }

    func place(of name: String) -> Int { places[name] ?? names.count }
}
