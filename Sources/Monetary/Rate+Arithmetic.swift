extension Rate {
    /// - Throws: `overflow`.
    public static func + (left: Rate, right: Rate) throws(MonetaryFault) -> Rate {
        // Over the least common multiple of the denominators, so that equal ones do not grow.
        let common = Int128(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let leftScale = right.denominator / common
        let upper = try sum(product(left.numerator, leftScale), product(right.numerator, left.denominator / common))
        return try Rate(upper, over: product(left.denominator, leftScale))
    }

    /// - Throws: `overflow`.
    public static func - (left: Rate, right: Rate) throws(MonetaryFault) -> Rate { try left + -right }

    /// - Throws: `overflow`.
    public static prefix func - (rate: Rate) throws(MonetaryFault) -> Rate {
        try Rate(product(rate.numerator, -1), over: rate.denominator)
    }

    /// - Throws: `overflow`.
    public static func * (left: Rate, right: Rate) throws(MonetaryFault) -> Rate {
        // Reduced crosswise first: the terms of the result are then the smallest there are.
        let first = try Rate(left.numerator, over: right.denominator)
        let second = try Rate(right.numerator, over: left.denominator)
        return try Rate(
            product(first.numerator, second.numerator), over: product(first.denominator, second.denominator))
    }

    /// - Throws: `divisionByZero`, `overflow`.
    public static func / (left: Rate, right: Rate) throws(MonetaryFault) -> Rate { try left * right.reciprocal() }

    /// - Throws: `divisionByZero`.
    public func reciprocal() throws(MonetaryFault) -> Rate { try Rate(denominator, over: numerator) }

    /// The whole number that a rounding makes of this rate, after multiplying it by a whole number.
    ///
    /// - Throws: `overflow`.
    public func times(_ count: Int128, rounding: Rounding) throws(MonetaryFault) -> Int128 {
        try rounding.product(of: count, numerator, over: denominator)
    }

    private static func product(_ left: Int128, _ right: Int128) throws(MonetaryFault) -> Int128 {
        let (result, overflow) = left.multipliedReportingOverflow(by: right)
        guard !overflow else { throw .overflow }
        return result
    }

    private static func sum(_ left: Int128, _ right: Int128) throws(MonetaryFault) -> Int128 {
        let (result, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { throw .overflow }
        return result
    }
}

/// The largest number that divides both; the other when one is zero; never zero unless both are.
///
/// - Source: Stein, 1967 (binary algorithm).
func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    if left == 0 || right == 0 { return max(left | right, 1) }
    if let left = UInt64(exactly: left), let right = UInt64(exactly: right) {
        return UInt128(oddPartDivisor(left, right))
    }
    return oddPartDivisor(left, right)
}

private func oddPartDivisor<Word: FixedWidthInteger & UnsignedInteger>(_ left: Word, _ right: Word) -> Word {
    let commonTwos = (left | right).trailingZeroBitCount
    var larger = left >> left.trailingZeroBitCount
    var smaller = right >> right.trailingZeroBitCount
    while larger != smaller {
        if larger < smaller { swap(&larger, &smaller) }
        larger -= smaller
        larger >>= larger.trailingZeroBitCount
    }
    return larger << commonTwos
}
