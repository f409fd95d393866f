/// An exact ratio: a price per hour, a commission, an exchange rate, a performance index.
///
/// Kept as a fraction in lowest terms of 128 bits, so that 15 % stays 3/20 and what follows from it, 3/17 on the net
/// amount, is not 17.65 %. Operations are exact or throw. Codable as its text, `3/20`.
public struct Rate: Hashable, Sendable {
    public let numerator: Int128
    /// Above zero.
    public let denominator: Int128

    /// - Throws: `divisionByZero`; `overflow` when a sign cannot be moved out of −2¹²⁷.
    public init(_ numerator: Int128, over denominator: Int128) throws(MonetaryFault) {
        guard denominator != 0 else { throw .divisionByZero }
        let common = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let isNegative = (numerator < 0) != (denominator < 0)
        guard let upper = Int128(magnitude: numerator.magnitude / common, isNegative: isNegative),
            let lower = Int128(magnitude: denominator.magnitude / common, isNegative: false)
        else { throw .overflow }
        self.init(reduced: upper, lower)
    }

    /// So many per cent: `Rate(percent: 15)` is 3/20.
    public init(percent: Int) {
        let common = Int128(greatestCommonDivisor(UInt128(percent.magnitude), 100))
        self.init(reduced: Int128(percent) / common, 100 / common)
    }

    /// A whole number.
    public init(_ count: Int) { self.init(reduced: Int128(count), 1) }

    /// - Precondition: the terms have no common divisor and `denominator` is above zero.
    private init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    public static let zero = Rate(reduced: 0, 1)
    public static let one = Rate(reduced: 1, 1)

    public var isZero: Bool { numerator == 0 }
    public var isNegative: Bool { numerator < 0 }
}

extension Rate: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int64) { self.init(reduced: Int128(value), 1) }
}

extension Rate: Comparable {
    /// Exact: the products that are compared have 256 bits.
    public static func < (left: Rate, right: Rate) -> Bool {
        let first = left.numerator.multipliedFullWidth(by: right.denominator)
        let second = right.numerator.multipliedFullWidth(by: left.denominator)
        return (first.high, first.low) < (second.high, second.low)
    }
}

extension Rate: CustomStringConvertible {
    /// `3/20`; without a denominator when it is whole.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Double {
    /// The number nearest to a rate, or a neighbour of it.
    public init(_ rate: Rate) { self = Double(rate.numerator) / Double(rate.denominator) }
}
