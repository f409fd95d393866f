import WorkTime

/// Quotes of exchange by day, and what follows from them exactly.
///
/// On a day the last quote not after it holds. A pair that nobody quotes is found the other way round, or over the base of
/// the table; in rationals, so that nothing is rounded before an amount is. Which way was taken is told with every rate.
///
/// ```swift
/// let table = try ExchangeTable(through: .cny, quotes: [dollar, hongKongDollar], staleAfterDays: 7)
/// try table.convert(Money("100.00", .usd), to: .hkd, on: day)    // both amounts, rate, date, source
/// ```
///
/// - Complexity: O(quotes · log quotes) to build; O(log quotes) to look up.
public struct ExchangeTable: Hashable, Sendable {
    /// Through which pairs are found that nobody quotes.
    public let base: Currency
    /// How many days a quote may be old; `nil` for any age.
    public let staleAfterDays: Int?
    /// Of each pair as it is quoted, by day, one a day.
    private let quotesByPair: [Pair: [ExchangeQuote]]

    struct Pair: Hashable {
        let currency: Currency
        let pricedIn: Currency
    }

    /// - Throws: `contradictingQuotes` when two quotes of one pair and day differ in their rate; of equal ones the first is
    ///   kept.
    public init(
        through base: Currency, quotes: [ExchangeQuote], staleAfterDays: Int? = nil
    ) throws(MonetaryFault) {
        self.base = base
        self.staleAfterDays = staleAfterDays
        var quotesByPair: [Pair: [ExchangeQuote]] = [:]
        for quote in quotes.stablySortedByDay() {
            let pair = Pair(currency: quote.currency, pricedIn: quote.pricedIn)
            if let last = quotesByPair[pair]?.last, last.date == quote.date {
                guard last.rate == quote.rate else {
                    throw .contradictingQuotes(pair.currency, pair.pricedIn, on: quote.date)
                }
            } else {
                quotesByPair[pair, default: []].append(quote)
            }
        }
        self.quotesByPair = quotesByPair
    }

    /// All quotes, by currency, then by what it is priced in, then by day.
    public var quotes: [ExchangeQuote] {
        quotesByPair.sorted { ($0.key.currency, $0.key.pricedIn) < ($1.key.currency, $1.key.pricedIn) }
            .flatMap(\.value)
    }

    /// The quotes of a pair in order of days.
    func quotes(of currency: Currency, in pricedIn: Currency) -> [ExchangeQuote] {
        quotesByPair[Pair(currency: currency, pricedIn: pricedIn)] ?? []
    }
}

extension Sequence where Element == ExchangeQuote {
    fileprivate func stablySortedByDay() -> [ExchangeQuote] {
        enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }
}
