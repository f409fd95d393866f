/// A cube part by part, in order: in one where memory has room for all cells, otherwise in many that are read from where
/// they wait.
package struct CubeParts: Sendable {
    package let market: MarketData
    package let dimensions: [SpendDimension]
    /// Of each dimension, in order; those of parts are the same.
    private let members: [[CubeColumn.Member]]
    private let cells: Cells

    private enum Cells {
        case held(Cube)
        case waiting([CellRun], CellBound)
    }

    /// A cube as its only part.
    package init(_ cube: Cube) {
        market = cube.market
        dimensions = cube.dimensions
        members = cube.columns.map(\.members)
        cells = .held(cube)
    }

    /// - Parameter runs: sorted.
    init(
        _ runs: [CellRun], _ dimensions: [SpendDimension], members: [[CubeColumn.Member]], of market: MarketData,
        within bound: CellBound
    ) {
        self.market = market
        self.dimensions = dimensions
        self.members = members
        cells = .waiting(runs, bound)
    }

    /// Whether cells wait outside of memory.
    package var isSpilled: Bool { if case .waiting = cells { true } else { false } }

    /// Whether there is no cell.
    package var isEmpty: Bool {
        switch cells {
        case .held(let cube): cube.count == 0
        case .waiting(let runs, _): runs.allSatisfy { $0.count == 0 }
        }
    }

    /// The names of a dimension, to which ``Cube/memberPositions(in:)`` of a part points; some may not occur.
    package func names(at position: Int) -> [String] { members[position].map(\.name) }

    /// Hands on the parts.
    ///
    /// - Throws: what the storage throws, and what `body` throws.
    package func forEach(_ body: (Cube) throws -> Void) throws {
        switch cells {
        case .held(let cube): try body(cube)
        case .waiting(let runs, let bound):
            let layout = CellLayout(dimensions: dimensions.count)
            let merge = try RunMerge(runs, layout, from: bound.storage, bytes: bound.bytes / 4)
            let most = min(1 << 18, max(64, bound.bytes / 4 / CellBound.cost(of: layout)))
            while case let part = try merge.next(most), part.count > 0 { try body(cube(of: part)) }
        }
    }

    private func cube(of part: MergedPart) -> Cube {
        let columns = dimensions.indices.map { position in
            CubeColumn(dimension: dimensions[position], members: members[position], cells: part.ranks(position))
        }
        return Cube(columns: columns, rows: part.rows, insertions: part.insertions, spend: part.spend, of: market)
    }

    /// All parts as one cube, in memory.
    ///
    /// - Throws: what the storage throws.
    package func whole() throws -> Cube {
        if case .held(let cube) = cells { return cube }
        var ranks = [[UInt32]](repeating: [], count: dimensions.count)
        var sums = CellSums()
        try forEach { part in
            for (position, column) in part.columns.enumerated() { ranks[position] += column.cells }
            sums.rows += part.rows
            sums.insertions += part.insertions
            sums.spend += part.spend
        }
        let columns = dimensions.indices.map { position in
            CubeColumn(dimension: dimensions[position], members: members[position], cells: []).keeping(ranks[position])
        }
        return Cube(columns: columns, rows: sums.rows, insertions: sums.insertions, spend: sums.spend, of: market)
    }
}
