/// A cube while it is being added up: update with chunks, combine with the builders of other workers, finish.
///
/// The finished cube depends on the rows alone: not on their order, their chunks, or who added them.
public struct CubeBuilder: Sendable {
    public let dimensions: [SpendDimension]
    private let filter: CodeFilter
    private var cells: CellTable

    /// - Parameters:
    ///   - dimensions: what to group by, in the order in which the cube is sorted.
    ///   - filter: which rows count; its names are looked up in `vocabulary` now.
    public init(
        by dimensions: [SpendDimension], where filter: CubeFilter = .all, in vocabulary: Vocabulary = Vocabulary()
    ) {
        precondition(Set(dimensions).count == dimensions.count, "a dimension stands twice in \(dimensions)")
        self.dimensions = dimensions
        self.filter = filter.coded(with: vocabulary)
        cells = CellTable(width: dimensions.count)
    }

    /// Adds the rows of a chunk that pass the filter.
    ///
    /// - Precondition: the chunk has the columns of ``dimensions`` and of the filter.
    public mutating func update(with chunk: OccurrenceChunk) {
        let columns = dimensions.map { chunk[$0] }
        for column in columns { precondition(column.count == chunk.count, "a column of the cube was not read") }
        var key = [UInt32](repeating: 0, count: columns.count)
        func add(_ row: Int, to cells: inout CellTable) {
            for column in columns.indices { key[column] = columns[column][row] }
            cells.add(
                key.span, rows: 1, insertions: Int128(chunk.insertions[row]), spend: Int128(chunk.spend[row]))
        }
        if let passing = filter.passingRows(of: chunk) {
            for row in passing { add(row, to: &cells) }
        } else {
            for row in 0..<chunk.count { add(row, to: &cells) }
        }
    }

    /// Adds a cell that was added up elsewhere: one occurrence that stands for so many rows. The filter is not asked.
    public mutating func add(_ occurrence: Occurrence, rows count: Int64) {
        let key = dimensions.map { occurrence[$0] }
        cells.add(key.span, rows: count, insertions: Int128(occurrence.insertions), spend: Int128(occurrence.spend))
    }

    /// Adds what another builder has added up.
    ///
    /// - Precondition: the same dimensions, and codes of the same vocabulary.
    public mutating func combine(with other: CubeBuilder) {
        precondition(dimensions == other.dimensions, "\(dimensions) cannot be combined with \(other.dimensions)")
        for cell in 0..<other.cells.count {
            let start = cell * dimensions.count
            cells.add(
                other.cells.keys.span.extracting(start..<start + dimensions.count), rows: other.cells.rows[cell],
                insertions: other.cells.insertions[cell], spend: other.cells.spend[cell])
        }
    }

    /// The cube, sorted by what its codes say.
    ///
    /// - Throws: ``CubeOverflow`` when a measure passes what an `Int64` holds, see ``Cube``.
    public func finish(_ vocabulary: Vocabulary, of market: MarketData) throws(CubeOverflow) -> Cube {
        var columns: [CubeColumn] = []
        for (position, dimension) in dimensions.enumerated() {
            let codes = (0..<cells.count).map { cells.code(position, of: $0) }
            columns.append(CubeColumn(dimension, codes: codes, vocabulary: vocabulary))
        }
        return try Cube(columns: columns, cells: cells, of: market)
    }
}

/// A sum that cannot be stated: the sizes of a cube's cells add up to more than 2⁶³ − 1.
public struct CubeOverflow: Error, Hashable, Sendable {
    /// `spend` or `insertions`.
    public let measure: String
}
