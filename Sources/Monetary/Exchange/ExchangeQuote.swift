public import WorkTime

/// What somebody says one currency is worth in another on a day.
///
/// Banks quote for one unit or for a hundred; what is kept is what one unit is worth, exactly.
public struct ExchangeQuote: Hashable, Sendable, Codable {
    /// The currency that is priced.
    public let currency: Currency
    /// The currency in which it is priced.
    public let pricedIn: Currency
    /// Units of ``pricedIn`` for one unit of ``currency``. Above zero.
    public let rate: Rate
    public let date: CivilDay
    /// Who says so: a bank, a contract; `nil` where nobody is named.
    public let source: String?

    /// - Parameters:
    ///   - price: how many units of `pricedIn` are given for `units` units of `currency`.
    ///   - units: 1, or 100 where a bank quotes so.
    /// - Throws: `impossibleExchangeRate` for a price that is not above zero, and for a currency priced in itself at
    ///   anything but 1; `divisionByZero` for no units; `overflow`.
    public init(
        _ currency: Currency, in pricedIn: Currency, price: Rate, per units: Int = 1, date: CivilDay,
        source: String? = nil
    ) throws(MonetaryFault) {
        let rate = units == 1 ? price : try price / Rate(units)
        guard rate > 0, currency != pricedIn || rate == 1 else {
            throw .impossibleExchangeRate(currency, pricedIn, rate)
        }
        self.currency = currency
        self.pricedIn = pricedIn
        self.rate = rate
        self.date = date
        self.source = source
    }
}
