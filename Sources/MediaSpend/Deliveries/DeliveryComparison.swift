public import Monetary
public import WorkTime

/// What became of the rows of one delivery in another of the same periods, row by row.
///
/// Every old row is exactly one of same, changed, reclassified, re-keyed and vanished; every new one exactly one of
/// same, changed, reclassified, re-keyed, late-added and new. Renamed and uniformly re-priced are said beside it.
public struct DeliveryComparison: Hashable, Sendable {
    public let market: MarketData
    public let identity: RowIdentity
    public let counts: Counts
    /// The spend of the periods that the old delivery covers, as it stated them and as the new one does.
    public let before: Money
    public let after: Money
    /// The same month by month, of months with a row in either.
    public let months: [MonthLine]
    /// The rows that are not the same, the largest changes first; at most ``shownLines``.
    public let lines: [Line]
    public let renames: [Rename]
    public let rekeys: [Rekey]
    public let reclassifications: [Reclassification]
    public let repricings: [Repricing]

    /// How many changed rows are listed.
    public static let shownLines = 1_000

    /// How many rows there are of each kind.
    public struct Counts: Hashable, Sendable {
        /// The same amounts.
        public var same = 0
        /// Other amounts.
        public var changed = 0
        /// Not there any more.
        public var vanished = 0
        /// Not there before, in a period that was delivered.
        public var lateAdded = 0
        /// In a period that was not delivered.
        public var new = 0
        /// Names, not rows: keys whose name is another.
        public var renamed = 0
        /// The same amounts under another category or medium.
        public var reclassified = 0
        /// The same amounts under another id.
        public var rekeyed = 0
        /// Of the changed rows, those that one factor explains.
        public var repriced = 0

        public init() {}

        /// All rows of the old delivery.
        public var oldRows: Int { same + changed + reclassified + rekeyed + vanished }
        /// All rows of the new delivery.
        public var newRows: Int { same + changed + reclassified + rekeyed + lateAdded + new }
    }

    /// What became of a row.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case changed, vanished, lateAdded, new, reclassified, rekeyed
    }

    /// A row that is not the same.
    public struct Line: Hashable, Sendable {
        public let kind: Kind
        public let month: CivilMonth
        /// What the row is, in the order of the identity's dimensions; the month is left out.
        public let names: [String]
        /// `nil` where the row is not there.
        public let before: Money?
        public let after: Money?
    }

    /// The spend of a month in both deliveries.
    public struct MonthLine: Hashable, Sendable {
        public let month: CivilMonth
        /// `nil`: not delivered.
        public let before: Money?
        /// Only of periods that the old delivery covers, where it covers any of the month.
        public let after: Money
    }

    /// One key under two names.
    public struct Rename: Hashable, Sendable {
        public let dimension: SpendDimension
        public let key: String
        public let from: String
        public let to: String
    }

    /// Everything of one id under another.
    public struct Rekey: Hashable, Sendable {
        public let dimensions: [SpendDimension]
        public let from: [String]
        public let to: [String]
        public let rows: Int
        public let spend: Money
    }

    /// Rows that went from one category, or medium, to another with the same amounts.
    public struct Reclassification: Hashable, Sendable {
        public let dimension: SpendDimension
        public let from: String
        public let to: String
        public let rows: Int
        public let spend: Money
    }

    /// All that was bought of a vehicle at one factor of its former price.
    public struct Repricing: Hashable, Sendable {
        /// The vehicle, or the medium where no vehicle is stated; `nil`: everything.
        public let name: String?
        public let rows: Int
        public let before: Money
        public let after: Money

        /// New price over old.
        public var factor: Double { Double(after.minorUnits) / Double(before.minorUnits) }
    }

    init(_ matching: RowMatching) {
        market = matching.cubes.new.cube.market
        identity = matching.identity
        var counts = matching.counts
        renames = matching.renames
        counts.renamed = renames.count
        rekeys = matching.rekeys
        reclassifications = matching.reclassifications
        repricings = matching.repricings
        counts.repriced = repricings.reduce(0) { $0 + $1.rows }
        self.counts = counts
        (before, after) = matching.totals
        months = matching.months
        lines = matching.lines
    }

    /// Compares what two deliveries of one layout state.
    ///
    /// - Parameters:
    ///   - old: by all dimensions.
    ///   - new: by all dimensions, in the same currency.
    ///   - months: those that are compared, of both; `nil`: those that the old one's market covers.
    /// - Complexity: O(cells × dimensions) in time and memory.
    public init(
        from old: Cube, to new: Cube, by identity: RowIdentity, covering months: Set<CivilMonth>? = nil
    ) {
        precondition(old.market.currency == new.market.currency, "deliveries in two currencies are not compared")
        var matching = RowMatching(
            ComparedCubes(old, new, identity), identity, covering: months ?? Set(old.market.months))
        matching.findReclassified()
        matching.findRekeyed()
        self.init(matching)
    }

    /// Whether the old periods stand as they were.
    public var isUnchanged: Bool {
        counts.changed + counts.vanished + counts.lateAdded + counts.reclassified + counts.rekeyed + counts.renamed == 0
    }
}
