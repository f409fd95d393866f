public import Monetary
public import WorkTime

/// Spend by columns that data alone do not have: levels of a taxonomy, and net beside the rate card.
///
/// Made of a cube, cell by cell; its totals are those of the cube, whatever the taxonomy says. Cells are sorted by the
/// first column, then by the second, and so on; names sort by their Unicode scalars.
public struct RefinedSpend: Sendable {
    /// What it is grouped by.
    public let columns: [SpendColumn]
    public let market: MarketData
    public let rows: [Int64]
    public let insertions: [Int64]
    /// Minor units, on the basis of the market.
    public let spend: [Int64]
    /// Minor units net, each cell rounded once, half to even, from its exact sum; `nil` where some of its spend has no
    /// factor. Empty when no factors were asked for.
    public let net: [Int64?]
    /// Spend that has no factor, the most first.
    public let withoutFactor: [UnfactoredSpend]
    /// Names end to end, a cell's after those of the one before.
    private let names: [String]

    init(
        columns: [SpendColumn], market: MarketData, cells: [RefinedCell], hasNet: Bool,
        withoutFactor: [UnfactoredSpend]
    ) {
        self.columns = columns
        self.market = market
        rows = cells.map { Int64($0.rows) }
        insertions = cells.map { Int64($0.insertions) }
        spend = cells.map { Int64($0.spend) }
        net = hasNet ? cells.map(\.net) : []
        names = cells.flatMap(\.names)
        self.withoutFactor = withoutFactor
    }

    /// How many cells it has.
    public var count: Int { spend.count }

    /// What a cell says in a column, by its position among ``columns``.
    public func name(of cell: Int, _ column: Int) -> String { names[cell * columns.count + column] }

    /// A cell's spend as the data state it.
    public func spend(of cell: Int) -> SpendAmount { SpendAmount(market.money(spend[cell]), market.basis) }

    /// A cell's net spend; `nil` where it has none, or none was asked for.
    public func net(of cell: Int) -> SpendAmount? {
        guard net.indices.contains(cell), let amount = net[cell] else { return nil }
        return SpendAmount(market.money(amount), .net)
    }
}

/// Spend for which no factor is stated.
public struct UnfactoredSpend: Hashable, Sendable {
    public let medium: String
    public let vehicle: String
    /// `nil` where the advertiser has none.
    public let tier: String?
    public let months: ClosedRange<CivilMonth>
    /// As the data state it.
    public let spend: Money
}

/// A group of spend on its way into a table.
struct RefinedCell {
    let names: [String]
    var rows: Int128 = 0
    var insertions: Int128 = 0
    var spend: Int128 = 0
    var net: Int64?
}
