extension Cube {
    /// The cube of cells that are added up already, in any order; cells of the same codes become one.
    ///
    /// - Parameters:
    ///   - dimensions: what to group by, in the order in which the cube is sorted.
    ///   - orders: one a dimension.
    ///   - codes: one column a dimension, one code a cell.
    ///   - sums: of the same cells.
    /// - Returns: `nil` when so many names cannot be told apart in 64 bits.
    /// - Throws: ``CubeOverflow``, as `CubeBuilder` does.
    /// - Complexity: O(cells); nothing is hashed, and no name is compared.
    package static func adding(
        _ dimensions: [SpendDimension], _ orders: [NameOrder], codes: [[UInt32]], _ sums: CellSums,
        of market: MarketData
    ) throws(CubeOverflow) -> Cube? {
        var ranks: [[UInt32]] = []
        for (order, column) in zip(orders, codes) { ranks.append(column.map { order.rank(of: $0) }) }
        let columns = zip(dimensions, orders).map { CubeColumn(dimension: $0, members: $1.members, cells: []) }
        return try Cube(adding: columns, ranks: ranks, sums, of: market)
    }

    /// The cube of cells that are added up already, in any order; cells of the same ranks become one.
    ///
    /// - Parameters:
    ///   - columns: the dimensions with their members; their cells do not matter.
    ///   - ranks: for each column the position of each cell's member.
    /// - Returns: `nil` when so many members cannot be told apart in 64 bits.
    init?(adding columns: [CubeColumn], ranks: [[UInt32]], _ sums: CellSums, of market: MarketData) throws(CubeOverflow)
    {
        let widths = columns.map { Int.bitWidth - max(0, $0.members.count - 1).leadingZeroBitCount }
        let width = widths.reduce(0, +)
        guard width <= UInt64.bitWidth else { return nil }
        var keys = [UInt64](repeating: 0, count: sums.count)
        for (width, column) in zip(widths, ranks) {
            for cell in keys.indices { keys[cell] = keys[cell] << UInt64(width) | UInt64(column[cell]) }
        }
        let merged = MergedCells(keys, sums, in: ascendingOrder(of: keys, width: width))
        var kept: [CubeColumn] = []
        var shift = width
        for (column, width) in zip(columns, widths) {
            shift -= width
            let mask = UInt64(1) << UInt64(width) - 1
            kept.append(column.keeping(merged.keys.map { UInt32(truncatingIfNeeded: $0 >> UInt64(shift) & mask) }))
        }
        // Spend is what a reader looks at first, also where both pass.
        let spend = try Self.fitting(merged.spend, "spend")
        let insertions = try Self.fitting(merged.insertions, "insertions")
        self.init(columns: kept, rows: merged.rows, insertions: insertions, spend: spend, of: market)
    }

    /// The sums as they are stated, when their sizes together can be.
    private static func fitting(_ sums: [Int128], _ measure: String) throws(CubeOverflow) -> [Int64] {
        var size: UInt128 = 0
        for sum in sums {
            let (next, overflow) = size.addingReportingOverflow(sum.magnitude)
            guard !overflow, next <= UInt128(Int64.max) else { throw CubeOverflow(measure: measure) }
            size = next
        }
        return sums.map { Int64(truncatingIfNeeded: $0) }
    }
}

/// What some cells add up to, one of each a cell.
package struct CellSums: Sendable {
    package var rows: [Int64]
    package var insertions: [Int64]
    package var spend: [Int64]

    package init(rows: [Int64] = [], insertions: [Int64] = [], spend: [Int64] = []) {
        self.rows = rows
        self.insertions = insertions
        self.spend = spend
    }

    package var count: Int { spend.count }
}

/// Cells in the order of their keys, those of one key added up.
private struct MergedCells {
    private(set) var keys: [UInt64] = []
    private(set) var rows: [Int64] = []
    private(set) var insertions: [Int128] = []
    private(set) var spend: [Int128] = []

    init(_ all: [UInt64], _ sums: CellSums, in order: [UInt32]) {
        keys.reserveCapacity(order.count)
        rows.reserveCapacity(order.count)
        insertions.reserveCapacity(order.count)
        spend.reserveCapacity(order.count)
        var next = 0
        while next < order.count {
            let key = all[Int(order[next])]
            var (count, volume, amount) = (Int64(0), Int128(0), Int128(0))
            while next < order.count, all[Int(order[next])] == key {
                let cell = Int(order[next])
                count += sums.rows[cell]
                volume += Int128(sums.insertions[cell])
                amount += Int128(sums.spend[cell])
                next += 1
            }
            keys.append(key)
            rows.append(count)
            insertions.append(volume)
            spend.append(amount)
        }
    }
}
