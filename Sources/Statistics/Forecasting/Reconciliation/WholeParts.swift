/// Rounds parts to whole units, such as cents, so that they add up to the rounded whole.
public enum WholeParts {
    /// Each part rounded down, and one unit more for those with the largest remainders, until the sum is that of all parts,
    /// rounded; between equal remainders, the first.
    ///
    /// - Returns: `nil` when a part or the sum is beyond whole numbers.
    /// - Source: Hamilton's method of apportionment, 1792.
    public static func rounded(_ parts: [Double]) -> [Int64]? {
        let limit = 0x1p62
        let sum = parts.reduce(0, +).rounded(.toNearestOrEven)
        guard parts.allSatisfy({ $0.magnitude < limit }), sum.magnitude < limit else { return nil }
        var whole = parts.map { Int64($0.rounded(.down)) }
        // Sums of whole numbers are exact; those of doubles of this size are not.
        let (given, overflows) = whole.reduce((Int64(0), false)) { sum, part in
            let next = sum.0.addingReportingOverflow(part)
            return (next.partialValue, sum.1 || next.overflow)
        }
        guard !overflows else { return nil }
        let missing = Int(min(max(Int64(sum) - given, 0), Int64(parts.count)))
        let remainders = parts.map { $0 - $0.rounded(.down) }
        let order = parts.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(missing) { whole[index] += 1 }
        return whole
    }
}
