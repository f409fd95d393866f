/// An exact amount of one currency, counted in its minor unit: 1,234.50 yuan is 123450 fen.
///
/// Sums, differences and products either are exact or throw; two currencies never meet silently. Codable as
/// `{"amount": "1234.50", "currency": "CNY"}`.
public struct Money: Hashable, Sendable {
    /// Below zero for a credit.
    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, _ currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The result of a computation in 128 bits.
    ///
    /// - Throws: ``MonetaryFault/overflow`` when it does not fit.
    public init(exactly minorUnits: Int128, _ currency: Currency) throws(MonetaryFault) {
        guard let exact = Int64(exactly: minorUnits) else { throw .overflow }
        self.init(minorUnits: exact, currency)
    }

    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency) }

    public var isZero: Bool { minorUnits == 0 }
    public var isNegative: Bool { minorUnits < 0 }
    /// Itself, or nothing where it is below zero.
    public var notBelowZero: Money { isNegative ? .zero(currency) : self }
}

// MARK: Sums and comparison

extension Money {
    /// - Throws: `overflow`, `mixedCurrencies`.
    public static func + (left: Money, right: Money) throws(MonetaryFault) -> Money {
        try left.requireSameCurrency(as: right)
        return try Money(exactly: Int128(left.minorUnits) + Int128(right.minorUnits), left.currency)
    }

    /// - Throws: `overflow`, `mixedCurrencies`.
    public static func - (left: Money, right: Money) throws(MonetaryFault) -> Money {
        try left.requireSameCurrency(as: right)
        return try Money(exactly: Int128(left.minorUnits) - Int128(right.minorUnits), left.currency)
    }

    /// - Throws: `overflow` for the one amount that has no opposite, −2⁶³.
    public static prefix func - (money: Money) throws(MonetaryFault) -> Money {
        try Money(exactly: -Int128(money.minorUnits), money.currency)
    }

    /// - Throws: `overflow`.
    public static func * (money: Money, count: Int) throws(MonetaryFault) -> Money {
        try Money(exactly: Int128(money.minorUnits) * Int128(count), money.currency)
    }

    /// Amounts of different currencies have no order, so this throws where `Comparable` could not.
    public static func < (left: Money, right: Money) throws(MonetaryFault) -> Bool {
        try left.requireSameCurrency(as: right)
        return left.minorUnits < right.minorUnits
    }

    /// - Throws: `mixedCurrencies`.
    public static func > (left: Money, right: Money) throws(MonetaryFault) -> Bool { try right < left }

    func requireSameCurrency(as other: Money) throws(MonetaryFault) {
        guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    }
}

// MARK: Rates

extension Money {
    /// This amount times an exact rate, rounded once to the minor unit.
    ///
    /// - Throws: `overflow` when the result does not fit; the product itself has 192 bits and always does.
    public func times(_ rate: Rate, rounding: Rounding) throws(MonetaryFault) -> Money {
        let product = try rounding.product(of: Int128(minorUnits), rate.numerator, over: rate.denominator)
        return try Money(exactly: product, currency)
    }

    /// The exact ratio of this amount to another.
    ///
    /// - Throws: `divisionByZero`, `mixedCurrencies`.
    public func ratio(to whole: Money) throws(MonetaryFault) -> Rate {
        try requireSameCurrency(as: whole)
        return try Rate(Int128(minorUnits), over: Int128(whole.minorUnits))
    }

    /// In units of the currency, for drawing and for forecasts: 123450 fen are 1234.5. Exact up to 2⁵³ minor units.
    public var approximateUnits: Double { Double(minorUnits) / Double(currency.minorUnitsPerUnit) }
}
