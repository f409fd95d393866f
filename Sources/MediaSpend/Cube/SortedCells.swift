/// The cells of a cube in order, while they are being put there part by part.
struct SortedCells {
    /// For each dimension, which of its members each cell has.
    private(set) var ranks: [[UInt32]]
    private(set) var rows: [Int64] = []
    private(set) var insertions: [Int64] = []
    private(set) var spend: [Int64] = []
    /// How many members each dimension has.
    private let sizes: [Int]

    init(sizes: [Int]) {
        self.sizes = sizes
        ranks = Array(repeating: [], count: sizes.count)
    }

    /// Puts the cells of a part behind those before, sorted among themselves.
    mutating func append(_ cells: [CellTable.Cell], ranks columns: [[UInt32]]) {
        let order = ascendingOrder(of: columns, sizes: sizes, count: cells.count)
        for (position, column) in columns.enumerated() {
            ranks[position].append(contentsOf: order.lazy.map { column[Int($0)] })
        }
        rows.append(contentsOf: order.lazy.map { cells[Int($0)].rows })
        insertions.append(contentsOf: order.lazy.map { cells[Int($0)].insertions })
        spend.append(contentsOf: order.lazy.map { cells[Int($0)].spend })
    }

    /// Sorts all parts together.
    mutating func sort() {
        let order = ascendingOrder(of: ranks, sizes: sizes, count: rows.count)
        for position in ranks.indices {
            let column = ranks[position]
            ranks[position] = order.map { column[Int($0)] }
        }
        rows = order.map { rows[Int($0)] }
        insertions = order.map { insertions[Int($0)] }
        spend = order.map { spend[Int($0)] }
    }
}
