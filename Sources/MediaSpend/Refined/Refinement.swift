import Monetary
import WorkTime

/// What a cube is refined by.
public struct Refinement: Sendable {
    public let columns: [SpendColumn]
    public let taxonomy: Taxonomy?
    public let factors: FactorTable?

    /// - Precondition: no column stands twice, and levels of a taxonomy need one.
    public init(by columns: [SpendColumn], taxonomy: Taxonomy? = nil, factors: FactorTable? = nil) {
        precondition(Set(columns).count == columns.count, "a column stands twice in \(columns)")
        for case .level(let level) in columns {
            precondition(taxonomy != nil, "a table by \(level) without a taxonomy")
        }
        self.columns = columns
        self.taxonomy = taxonomy
        self.factors = factors
    }

    /// Why a cube cannot be refined.
    public enum Fault: Error, Hashable, Sendable {
        /// Factors turn the rate card into net, and the data are net.
        case alreadyNet
        /// The net of a cell is more than money can state.
        case netTooLarge
    }

    /// What the cube has to be grouped by: more than is asked for, where months or names decide.
    public var dimensions: [SpendDimension] {
        var needed: Set<SpendDimension> = []
        for case .dimension(let dimension) in columns { needed.insert(dimension) }
        if let taxonomy {
            needed.insert(.month)
            if asksForCategories { needed.formUnion([.category, .brand]) }
            if asksForOwners { needed.formUnion([.advertiser, .brand]) }
            if asksForOwners, taxonomy.names(at: .product).isEmpty == false { needed.insert(.product) }
        }
        if factors != nil { needed.formUnion([.month, .medium, .vehicle, .advertiser]) }
        return needed.sorted()
    }

    /// Whether a column shows where a brand belongs, so that a brand of several categories is shared out.
    var asksForCategories: Bool { columns.contains { $0.taxonomyLevel?.order == .categories } }

    /// Whether a column shows who owns whom.
    private var asksForOwners: Bool {
        columns.contains { column in if case .level(let level) = column { level.order == .owners } else { false } }
    }

    /// The spend of a cube by ``columns``.
    ///
    /// A cell of a brand in several categories is shared out by the method of largest remainders, spend, insertions and rows
    /// alike, so that the parts add up to the cell exactly.
    ///
    /// - Precondition: the cube is grouped by each of ``dimensions``.
    /// - Throws: ``Fault``.
    public func of(_ cube: Cube) throws(Fault) -> RefinedSpend {
        var sum = try sum(of: cube.market)
        sum.add(cube)
        return try sum.finish(cube.market)
    }

    /// The same part by part.
    ///
    /// - Throws: ``Fault``; what reading the parts throws.
    package func of(_ parts: CubeParts) throws -> RefinedSpend {
        var sum = try sum(of: parts.market)
        try parts.forEach { sum.add($0) }
        return try sum.finish(parts.market)
    }

    private func sum(of market: MarketData) throws(Fault) -> RefinedSum {
        guard factors == nil || market.basis == .rateCard else { throw .alreadyNet }
        return RefinedSum(self, market.currency)
    }
}
