import Synchronization

/// One thread's part of a cube whose cells leave memory when they pass what they may take there.
///
/// Cells leave as they are, without an order: what their codes are called is known only at the end. Then ``RunOrder``
/// sorts each run by itself, and ``RunMerge`` hands on the cells of all.
package struct SpillingBuilder: Sendable {
    private(set) var builder: CubeBuilder
    private(set) var runs: [CellRun] = []
    /// For each dimension, and each of its codes, whether it occurs in the runs.
    private(set) var occurs: [[Bool]]
    private let bound: CellBound?
    /// How many cells may be in memory.
    private let most: Int

    /// - Parameters:
    ///   - bound: `nil`: cells stay in memory however many there are.
    ///   - threads: among how many builders the memory is shared.
    package init(_ builder: CubeBuilder, within bound: CellBound?, sharedBy threads: Int = 1) {
        self.builder = builder
        self.bound = bound
        let layout = CellLayout(dimensions: builder.dimensions.count)
        most = bound.map { $0.bytes / threads / CellBound.cost(of: layout) } ?? .max
        occurs = Array(repeating: [], count: builder.dimensions.count)
    }

    /// Adds the rows of a chunk, as ``CubeBuilder/update(with:)`` does.
    ///
    /// - Throws: what the storage throws; all is void then.
    package mutating func update(with chunk: OccurrenceChunk) throws {
        builder.update(with: chunk)
        if let bound, builder.cellCount > most { try spill(to: bound.storage) }
    }

    /// Moves all cells out of memory, as one run.
    private mutating func spill(to storage: any CellStorage) throws {
        let layout = CellLayout(dimensions: builder.dimensions.count)
        let run = try CellRun(of: builder.cellCount, layout, in: storage)
        var written = 0
        try builder.takeAllCells(CellRun.pieceSize) { cells, columns in
            for (position, codes) in columns.enumerated() { mark(codes, in: &occurs[position]) }
            var words: [UInt64] = []
            words.reserveCapacity(cells.count * layout.size)
            for (row, cell) in cells.enumerated() {
                layout.appendKey(of: columns, row, to: &words)
                words.append(UInt64(bitPattern: cell.rows))
                words.append(UInt64(bitPattern: cell.insertions))
                words.append(UInt64(bitPattern: cell.spend))
            }
            try run.write(words, from: written, to: storage)
            written += cells.count
        }
        runs.append(run)
    }
}

// MARK: The end

extension SpillingBuilder {
    /// The cube of what several builders added up; they are emptied on the way.
    ///
    /// - Parameters:
    ///   - dimensions: what the cube is asked by; the builders are grouped by what `filter` looks at, too.
    ///   - filter: which cells count, by what their codes are called in the end.
    ///   - concurrently: does something for each number below a count, for as many at a time as there are builders.
    /// - Throws: ``CubeOverflow`` as `CubeBuilder` does; what the storage throws.
    package static func finish(
        _ builders: inout [SpillingBuilder], by dimensions: [SpendDimension], where filter: CubeFilter = .all,
        _ vocabulary: Vocabulary, of market: MarketData,
        concurrently: (Int, @Sendable (Int) -> Void) -> Void = { count, work in for part in 0..<count { work(part) } }
    ) throws -> CubeParts {
        guard let bound = builders.first?.bound, builders.contains(where: { !$0.runs.isEmpty }) else {
            var plain = builders.map(\.builder)
            builders = []
            let cube = try CubeBuilder.finish(&plain, vocabulary, of: market)
            return CubeParts(filter == .all ? cube : cube.counting(filter, by: dimensions))
        }
        try builders.map(\.builder).checkSizes()
        for position in builders.indices { try builders[position].spill(to: bound.storage) }
        let order = RunOrder(
            of: builders[0].builder.dimensions, occurs: builders.map(\.occurs), by: dimensions, where: filter,
            vocabulary)
        let runs = builders.flatMap(\.runs)
        let sorted = Mutex([Result<CellRun, any Error>?](repeating: nil, count: runs.count))
        concurrently(runs.count) { run in
            let result = Result { try order.sort(runs[run], in: bound.storage) }
            sorted.withLock { $0[run] = result }
        }
        let inOrder = try sorted.withLock { $0 }.compactMap { try $0?.get() }
        return CubeParts(inOrder, dimensions, members: order.keptMembers, of: market, within: bound)
    }
}
