/// Spend added up by some dimensions: all that an analysis ever sees.
///
/// Cells are sorted by the first dimension, then by the second, and so on; names sort by their Unicode scalars. Two
/// cubes of the same rows are equal however the rows were read. The sizes of all cells add up to less than 2⁶³, so that
/// no sum over any of them can overflow.
public struct Cube: Hashable, Sendable {
    public let market: MarketData
    let columns: [CubeColumn]
    /// How many occurrences a cell adds up.
    public let rows: [Int64]
    /// How many insertions a cell adds up; 0 where the market counts none.
    public let insertions: [Int64]
    /// What a cell spends, in minor units of the market's currency; below zero where credits exceed spend.
    public let spend: [Int64]

    /// - Parameters:
    ///   - cells: in order; the sizes of each measure together below 2⁶³.
    ///   - members: of each dimension, in order.
    init(_ cells: SortedCells, _ dimensions: [SpendDimension], members: [[CubeColumn.Member]], of market: MarketData) {
        self.market = market
        columns = dimensions.indices.map { position in
            CubeColumn(dimension: dimensions[position], members: members[position], cells: cells.ranks[position])
        }
        rows = cells.rows
        insertions = cells.insertions
        spend = cells.spend
    }

    /// - Precondition: the cells are sorted, and the sizes of each measure add up to less than 2⁶³.
    init(columns: [CubeColumn], rows: [Int64], insertions: [Int64], spend: [Int64], of market: MarketData) {
        self.market = market
        self.columns = columns
        self.rows = rows
        self.insertions = insertions
        self.spend = spend
    }

    /// What it is grouped by.
    public var dimensions: [SpendDimension] { columns.map(\.dimension) }

    /// How many cells it has.
    public var count: Int { spend.count }

    /// The names that occur in a dimension, sorted.
    ///
    /// - Precondition: the cube is grouped by it.
    public func names(in dimension: SpendDimension) -> [String] { column(dimension).members.map(\.name) }

    /// What a cell's code in a dimension says: a name, or a month or day in ISO 8601; empty when not stated.
    ///
    /// - Precondition: the cube is grouped by the dimension.
    public func name(of cell: Int, in dimension: SpendDimension) -> String {
        let column = column(dimension)
        return column.members[Int(column.cells[cell])].name
    }

    /// For each cell the position of its name among ``names(in:)``.
    ///
    /// - Precondition: the cube is grouped by the dimension.
    package func memberPositions(in dimension: SpendDimension) -> [UInt32] { column(dimension).cells }

    /// The sum over all cells, in minor units.
    public var totalSpend: Int64 { spend.reduce(0, +) }
    /// How many insertions all cells add up.
    public var totalInsertions: Int64 { insertions.reduce(0, +) }
    /// How many occurrences all cells add up.
    public var totalRows: Int64 { rows.reduce(0, +) }

    func column(_ dimension: SpendDimension) -> CubeColumn {
        guard let column = columns.first(where: { $0.dimension == dimension }) else {
            preconditionFailure("a cube by \(dimensions) has no \(dimension)")
        }
        return column
    }
}
