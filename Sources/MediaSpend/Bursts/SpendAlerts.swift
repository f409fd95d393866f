public import WorkTime

/// The bursts of a competitive set in some months, each with what made it: what the competitive activity report tells.
public struct SpendAlerts: Hashable, Sendable {
    public let market: MarketData
    public let set: CompetitiveSet
    /// The months that were asked about, in order.
    public let months: [CivilMonth]
    /// The client's brand, if the report is written for one.
    public let client: String?
    /// The largest excess first.
    public let alerts: [Alert]

    /// A burst and what made it.
    public struct Alert: Hashable, Sendable {
        public let burst: Burst
        /// One for each of ``SpendAlerts/explainingDimensions``.
        public let parts: [BurstParts]
    }

    /// What bursts are explained by.
    public static let explainingDimensions: [SpendDimension] = [.medium, .vehicle, .region, .product]

    /// - Parameters:
    ///   - bursts: found in the set.
    ///   - cells: of the brands and months of the bursts, grouped by category, brand, the explaining dimensions and month.
    public init(
        _ bursts: Bursts, in cells: Cube, of set: CompetitiveSet, months: some Sequence<CivilMonth>,
        client: String? = nil
    ) {
        market = cells.market
        self.set = set
        self.months = months.sorted()
        self.client = client
        alerts = bursts.lines.map { burst in
            Alert(burst: burst, parts: Self.explainingDimensions.map { BurstParts(burst, by: $0, in: cells) })
        }
    }
}
