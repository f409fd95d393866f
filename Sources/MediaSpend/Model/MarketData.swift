public import Monetary
public import WorkTime

/// What the figures of a cube are: whose data, in which currency and on what basis, and which months were delivered.
///
/// A month that was delivered and holds no row of a brand says that the brand spent nothing. Of a month that was not
/// delivered nothing is known.
public struct MarketData: Hashable, Sendable {
    /// The name of the layout that the data came through.
    public var source: String
    public var currency: Currency
    public var basis: SpendBasis
    /// In order.
    public private(set) var months: [CivilMonth]
    /// Whether every delivery counts insertions, so that spend has a price.
    public var countsInsertions: Bool

    public init(
        source: String, currency: Currency, basis: SpendBasis, months: some Sequence<CivilMonth>,
        countsInsertions: Bool
    ) {
        self.source = source
        self.currency = currency
        self.basis = basis
        self.months = Set(months).sorted()
        self.countsInsertions = countsInsertions
    }

    /// Whether a month was delivered.
    public func covers(_ month: CivilMonth) -> Bool {
        var (low, high) = (0, months.count)
        while low < high {
            let middle = (low + high) / 2
            if months[middle] < month { low = middle + 1 } else { high = middle }
        }
        return low < months.count && months[low] == month
    }

    /// Whether each of these months was delivered.
    public func covers(_ span: ClosedRange<CivilMonth>) -> Bool { span.allSatisfy(covers) }

    /// An amount of this market's currency.
    public func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency) }
}
