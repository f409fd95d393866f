/// A running total of amounts in one currency, exact beyond 64 bits, so that the order of adding never matters.
public struct MoneyTotal: Hashable, Sendable {
    public let currency: Currency
    private var minorUnits: Int128 = 0

    public init(in currency: Currency) { self.currency = currency }

    /// Takes in one more amount.
    ///
    /// - Throws: `mixedCurrencies`. More than 2⁶³ additions would be needed to leave 128 bits.
    public mutating func add(_ money: Money) throws(MonetaryFault) {
        guard money.currency == currency else { throw .mixedCurrencies(currency, money.currency) }
        minorUnits += Int128(money.minorUnits)
    }

    /// Takes in the amounts of another total.
    ///
    /// - Throws: `mixedCurrencies`.
    public mutating func add(_ other: MoneyTotal) throws(MonetaryFault) {
        guard other.currency == currency else { throw .mixedCurrencies(currency, other.currency) }
        minorUnits += other.minorUnits
    }

    /// Takes out the amounts of another total.
    ///
    /// - Throws: `mixedCurrencies`.
    public mutating func subtract(_ other: MoneyTotal) throws(MonetaryFault) {
        guard other.currency == currency else { throw .mixedCurrencies(currency, other.currency) }
        minorUnits -= other.minorUnits
    }

    /// What is missing from this total to an amount; below zero when the total is more.
    ///
    /// - Throws: `mixedCurrencies`; `overflow` when the difference itself does not fit.
    public func missing(to whole: Money) throws(MonetaryFault) -> Money {
        guard whole.currency == currency else { throw .mixedCurrencies(currency, whole.currency) }
        return try Money(exactly: Int128(whole.minorUnits) - minorUnits, currency)
    }

    /// The total as an amount.
    ///
    /// - Throws: `overflow`.
    public func money() throws(MonetaryFault) -> Money { try Money(exactly: minorUnits, currency) }
}

extension Sequence where Element == Money {
    /// The sum of these amounts; zero when there are none.
    ///
    /// - Throws: `mixedCurrencies` when one is not in `currency`; `overflow` only when the sum itself does not fit.
    public func total(in currency: Currency) throws(MonetaryFault) -> Money {
        var total = MoneyTotal(in: currency)
        for money in self { try total.add(money) }
        return try total.money()
    }
}
