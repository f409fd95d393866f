public import WorkTime

/// What one unit of a currency is worth in another, with where that comes from.
public struct ExchangeRate: Hashable, Sendable, Codable {
    public let from: Currency
    public let to: Currency
    /// Units of ``to`` for one unit of ``from``: exact, above zero, never rounded before an amount is.
    public let rate: Rate
    public let origin: Origin
    /// The day it is of; of two quotes the earlier, since a chain is as old as its oldest link.
    public let date: CivilDay
    /// Whoever said so; two sources with a comma between them. `nil` where nobody is named.
    public let source: String?

    /// How a rate was found.
    public enum Origin: Hashable, Sendable, Codable {
        /// Both currencies are one.
        case sameCurrency
        case quoted(ExchangeQuote)
        /// The reciprocal of a quote the other way round.
        case inverse(ExchangeQuote)
        /// Over a third currency: the first quote leads to it or from it, and so does the second.
        case triangulated(ExchangeQuote, ExchangeQuote)
        /// From two amounts that a document states; they are what holds, and the rate only follows.
        case totals
    }

    /// The rate at which one stated amount is another.
    ///
    /// - Throws: `divisionByZero` when nothing is exchanged; `impossibleExchangeRate` when the amounts differ in sign or
    ///   something becomes nothing; `overflow`.
    public init(of original: Money, as converted: Money, date: CivilDay, source: String?) throws(MonetaryFault) {
        let rate = try Rate(
            Int128(converted.minorUnits) * Int128(original.currency.minorUnitsPerUnit),
            over: Int128(original.minorUnits) * Int128(converted.currency.minorUnitsPerUnit))
        guard rate > 0 else { throw .impossibleExchangeRate(original.currency, converted.currency, rate) }
        self.init(
            from: original.currency, to: converted.currency, rate: rate, origin: .totals, date: date, source: source)
    }

    init(from: Currency, to: Currency, rate: Rate, origin: Origin, date: CivilDay, source: String?) {
        self.from = from
        self.to = to
        self.rate = rate
        self.origin = origin
        self.date = date
        self.source = source
    }

    /// A quote as it stands, or turned round when it prices `to`.
    init(_ quote: ExchangeQuote, from: Currency, to: Currency) throws(MonetaryFault) {
        let isDirect = quote.currency == from && quote.pricedIn == to
        self.init(
            from: from, to: to, rate: isDirect ? quote.rate : try quote.rate.reciprocal(),
            origin: isDirect ? .quoted(quote) : .inverse(quote), date: quote.date, source: quote.source)
    }
}

extension Money {
    /// This amount in another currency, rounded once.
    ///
    /// - Parameter rate: units of `currency` for one unit of this amount's.
    /// - Throws: `overflow`.
    public func converted(
        to currency: Currency, at rate: Rate, rounding: Rounding
    ) throws(MonetaryFault) -> Money {
        // Both currencies count in their own minor units: 1 yen is 1, 1 yuan is 100.
        let (scale, units) = (currency.minorUnitsPerUnit, self.currency.minorUnitsPerUnit)
        let exact =
            scale == units ? rate : try rate * Rate(Int128(scale), over: Int128(units))
        return try Money(exactly: exact.times(Int128(minorUnits), rounding: rounding), currency)
    }
}
