/// Amounts of which some are below zero, so that the size of an amount stays the size of its number: those from zero on
/// as they are, those below it behind the largest. −1 comes after the largest, −2 after that.
///
/// Counted from the smallest, one large credit note would make a large number of every amount.
enum FoldedValues {
    /// Exchanges how far each value is above the smallest for its folded number.
    ///
    /// - Precondition: the smallest is below zero, and the largest is not.
    static func folded(_ column: ChunkOffsets.Column) -> [UInt64] {
        let (maximum, below) = (UInt64(bitPattern: column.maximum), column.minimum.magnitude)
        return column.values.map { $0 >= below ? $0 &- below : maximum &+ (below &- $0) }
    }

    /// How far the values of folded numbers are above the smallest.
    ///
    /// - Throws: ``Damage`` when a number is none.
    static func unfolded(_ numbers: [UInt64], minimum: Int64, maximum: Int64) throws(Damage) -> [UInt64] {
        guard minimum < 0, maximum >= 0 else { throw Damage("\(minimum)…\(maximum) is on one side of zero") }
        let (most, below) = (UInt64(bitPattern: maximum), minimum.magnitude)
        // A number beyond the smallest value wraps, and is found too large by those who know the limits.
        return numbers.map { $0 <= most ? $0 &+ below : below &- ($0 &- most) }
    }
}
