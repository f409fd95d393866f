public import Monetary

/// The prices of a product, or of a brand, over stores.
public struct PriceSpread: Hashable, Sendable {
    /// How many prices were recorded.
    public let count: Int
    /// Their mean, to the minor unit, halves to the even one.
    public let average: Money
    /// The one in the middle; of an even number the mean of the middle two.
    public let median: Money
    public let lowest: Money
    public let highest: Money

    /// `nil` when there are no prices.
    init?(of prices: [Int64], in currency: Currency) {
        let sorted = prices.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        count = sorted.count
        average = Self.mean(sorted.reduce(0) { $0 + Int128($1) }, sorted.count, currency)
        median = Self.mean(Int128(low) + Int128(high), 2, currency)
        lowest = Money(minorUnits: first, currency)
        highest = Money(minorUnits: last, currency)
    }

    /// A mean of amounts lies between them, so that it is one as well.
    static func mean(_ sum: Int128, _ count: Int, _ currency: Currency) -> Money {
        do {
            return try Money(exactly: Rounding.halfEven.quotient(of: sum, over: Int128(count)), currency)
        } catch {
            preconditionFailure("the mean of \(count) amounts with the sum \(sum): \(error)")
        }
    }
}

/// The prices of the same products in the same stores, then and now: another choice of stores is no change of price.
public struct MatchedPrices: Hashable, Sendable {
    /// How many pairs of prices there are: one for each product and store that has a price in both months.
    public let pairs: Int
    public let rises: Int
    public let falls: Int
    /// Means over the pairs.
    public let before: Money
    public let now: Money
    /// The sum of the prices now over the sum then, less one: 0.05 is 5 % dearer.
    public let change: Double

    /// `nil` when there is no pair.
    ///
    /// - Parameter pairs: then and now, in minor units above zero.
    init?(_ pairs: [(before: Int64, now: Int64)], in currency: Currency) {
        guard !pairs.isEmpty else { return nil }
        let before = pairs.reduce(Int128(0)) { $0 + Int128($1.before) }
        let now = pairs.reduce(Int128(0)) { $0 + Int128($1.now) }
        self.pairs = pairs.count
        rises = pairs.count { $0.now > $0.before }
        falls = pairs.count { $0.now < $0.before }
        self.before = PriceSpread.mean(before, pairs.count, currency)
        self.now = PriceSpread.mean(now, pairs.count, currency)
        change = Double(now - before) / Double(before)
    }
}
