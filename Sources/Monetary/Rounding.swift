/// How a result between two minor units becomes one of them. Named at every call: no rounding happens by itself.
public enum Rounding: String, Hashable, Sendable, Codable, CaseIterable {
    /// To the nearest; a tie to the even neighbour. For statistics, indices and exchange.
    case halfEven
    /// To the nearest; a tie away from zero. For invoices and tax where law or contract says so.
    case halfUp
    /// Towards zero.
    case down
    /// Away from zero.
    case up
    /// Towards minus infinity.
    case floor
    /// Towards plus infinity.
    case ceiling
}

extension Rounding {
    /// `numerator / denominator` as a whole number.
    ///
    /// - Throws: `divisionByZero`; `overflow` for the one quotient that does not fit, −2¹²⁷ / −1.
    public func quotient(of numerator: Int128, over denominator: Int128) throws(MonetaryFault) -> Int128 {
        try product(of: numerator, 1, over: denominator)
    }

    /// `left · right / denominator` as a whole number, rounded once; the product is not limited to 128 bits.
    ///
    /// - Throws: `divisionByZero`; `overflow` when the quotient does not fit.
    public func product(
        of left: Int128, _ right: Int128, over denominator: Int128
    ) throws(MonetaryFault) -> Int128 {
        guard denominator != 0 else { throw .divisionByZero }
        if let result = narrowProduct(of: left, right, over: denominator) { return Int128(result) }
        let isNegative = ((left < 0) != (right < 0)) != (denominator < 0)
        let divisor = denominator.magnitude
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        guard product.high < divisor else { throw .overflow }
        let (quotient, remainder) =
            product.high == 0
            ? product.low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth(product)
        let steps = remainder != 0 && movesAway(quotient, remainder, divisor, isNegative: isNegative)
        let (magnitude, overflow) = quotient.addingReportingOverflow(steps ? 1 : 0)
        guard !overflow, let result = Int128(magnitude: magnitude, isNegative: isNegative) else { throw .overflow }
        return result
    }

    /// The usual case, several times faster: terms of 64 bits and a quotient of 63. `nil` leaves anything else to the
    /// division of 128 bits.
    private func narrowProduct(of left: Int128, _ right: Int128, over denominator: Int128) -> Int64? {
        guard let left = Int64(exactly: left), let right = Int64(exactly: right),
            let denominator = Int64(exactly: denominator)
        else { return nil }
        let isNegative = (left ^ right ^ denominator) < 0
        let divisor = denominator.magnitude
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        guard product.high < divisor else { return nil }
        let (quotient, remainder) =
            product.high == 0
            ? product.low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth(product)
        let steps = remainder != 0 && movesAway(quotient, remainder, divisor, isNegative: isNegative)
        guard quotient < UInt64(Int64.max) else { return nil }
        let magnitude = Int64(quotient) &+ (steps ? 1 : 0)
        return isNegative ? 0 &- magnitude : magnitude
    }

    /// Whether the quotient of magnitudes is to be made one larger, given a remainder that is not zero.
    private func movesAway<Word: FixedWidthInteger & UnsignedInteger>(
        _ quotient: Word, _ remainder: Word, _ divisor: Word, isNegative: Bool
    ) -> Bool {
        // Compared with what is missing to the next whole, since twice the remainder may not fit.
        let missing = divisor - remainder
        return switch self {
        case .halfEven: remainder > missing || remainder == missing && !quotient.isMultiple(of: 2)
        case .halfUp: remainder >= missing
        case .down: false
        case .up: true
        case .floor: isNegative
        case .ceiling: !isNegative
        }
    }
}

extension Int128 {
    /// `nil` when it does not fit.
    init?(magnitude: UInt128, isNegative: Bool) {
        if !isNegative {
            self.init(exactly: magnitude)
        } else if magnitude <= Int128.min.magnitude {
            self = 0 &- Int128(truncatingIfNeeded: magnitude)
        } else {
            return nil
        }
    }
}
