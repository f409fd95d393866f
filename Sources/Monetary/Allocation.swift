/// An amount shared out among lines in proportion to their weights, so that the parts add up to the whole exactly.
///
/// Every line first gets its share rounded towards zero; the minor units left over go, one each, to the lines with the
/// largest remainders, the earlier line on a tie. A line of weight zero gets zero. Parts of a negative amount are the
/// mirror of those of the positive one.
///
/// ```swift
/// try Allocation(of: Money("100.00", .eur), by: [1, 1, 1]).parts   // 33.34, 33.33, 33.33
/// ```
///
/// - Complexity: O(*n* log *n*) for *n* lines.
/// - Source: the method of largest remainders (Hamilton, 1792).
public struct Allocation: Hashable, Sendable {
    public let whole: Money
    /// One for each weight, in their order.
    public let parts: [Money]

    /// - Throws: `noWeight` when all weights are zero or there are none, `negativeWeight`.
    public init(of whole: Money, by weights: [Int64]) throws(MonetaryFault) {
        if let line = weights.firstIndex(where: { $0 < 0 }) { throw .negativeWeight(line: line) }
        let total = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
        guard total > 0 else { throw .noWeight }
        let shares = weights.map {
            (UInt128(whole.minorUnits.magnitude) * UInt128($0)).quotientAndRemainder(dividingBy: total)
        }
        var magnitudes = shares.map(\.quotient)
        let left = UInt128(whole.minorUnits.magnitude) - magnitudes.reduce(0, +)
        for line in Self.linesByRemainder(shares.map(\.remainder)).prefix(Int(left)) { magnitudes[line] += 1 }
        self.whole = whole
        parts = magnitudes.map { magnitude in
            let signed = Int128(magnitude) * (whole.isNegative ? -1 : 1)
            // No part is larger than the whole, so each fits where the whole does.
            return Money(minorUnits: Int64(signed), whole.currency)
        }
    }

    /// Shares an amount out in proportion to other amounts, such as a discount over the lines of an invoice.
    ///
    /// - Throws: `mixedCurrencies` when the weights are not of one currency, `noWeight`, `negativeWeight`.
    public init(of whole: Money, by weights: [Money]) throws(MonetaryFault) {
        for weight in weights.dropFirst() { try weight.requireSameCurrency(as: weights[0]) }
        try self.init(of: whole, by: weights.map(\.minorUnits))
    }

    /// Largest first, the earlier of equals before the later. Fewer units are left over than lines have a remainder, so
    /// the lines of weight zero at the end are never reached.
    private static func linesByRemainder(_ remainders: [UInt128]) -> [Int] {
        remainders.indices.sorted { left, right in
            remainders[left] == remainders[right] ? left < right : remainders[left] > remainders[right]
        }
    }
}
