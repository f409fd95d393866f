/// Rounds parts to whole units, such as cents, so that they add up to the rounded whole.
public enum WholeParts {
    /// Each part rounded down, and one unit more for those with the largest remainders, until the sum is that of all parts,
    /// rounded; between equal remainders, the first.
    ///
    /// - Parameter whole: what they add up to instead, where the parts were made to and only rounding stands between; `nil`:
    ///   their sum, rounded.
    /// - Returns: `nil` when a part or the sum is beyond whole numbers, or when the whole is a unit a part or more away from
    ///   what the parts add up to.
    /// - Source: Hamilton's method of apportionment, 1792.
    public static func rounded(_ parts: [Double], to whole: Int64? = nil) -> [Int64]? {
        let limit = 0x1p62
        let sum = parts.reduce(0, +).rounded(.toNearestOrEven)
        guard parts.allSatisfy({ $0.magnitude < limit }), sum.magnitude < limit else { return nil }
        var rounded = parts.map { Int64($0.rounded(.down)) }
        // Sums of whole numbers are exact; those of doubles of this size are not.
        guard let given = exactSum(rounded) else { return nil }
        let missing = (whole ?? Int64(sum)).subtractingReportingOverflow(given)
        guard whole == nil || !missing.overflow && (0...Int64(parts.count)).contains(missing.partialValue) else {
            return nil
        }
        let remainders = parts.map { $0 - $0.rounded(.down) }
        let order = parts.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(Int(min(max(missing.partialValue, 0), Int64(parts.count)))) { rounded[index] += 1 }
        return rounded
    }

    /// `nil` beyond 64 bits.
    private static func exactSum(_ parts: [Int64]) -> Int64? {
        let sum = parts.reduce(Int128(0)) { $0 + Int128($1) }
        return Int64(exactly: sum)
    }
}
