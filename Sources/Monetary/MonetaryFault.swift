public import WorkTime

/// Why a sum of money cannot be computed. Nothing wraps, nothing is guessed.
public enum MonetaryFault: Error, Hashable, Sendable {
    /// The result does not fit: amounts reach ±92 quadrillion units of a currency with two decimals.
    case overflow
    /// Two currencies meet where only one can be.
    case mixedCurrencies(Currency, Currency)
    case divisionByZero
    /// Not a code of ``Currency/known``.
    case unknownCurrency(String)
    /// An amount shared out among lines that all have weight zero, or among no lines.
    case noWeight
    /// An amount shared out by a weight below zero; the line is counted from 0.
    case negativeWeight(line: Int)
    /// A commission below zero, or of the whole price and more.
    case impossibleCommission(Rate)
    /// A rate of exchange of zero or below it: no currency is given away.
    case impossibleExchangeRate(Currency, Currency, Rate)
    /// No quote of the pair at all, nor a way through the base of the table.
    case unknownExchange(Currency, Currency)
    /// There are quotes of the pair, and all are later than the day.
    case noQuoteYet(Currency, Currency, on: CivilDay)
    /// The last quote of the pair by the day is older than the table allows.
    case staleQuote(Currency, Currency, quoted: CivilDay, on: CivilDay)
    /// Two quotes of one pair on one day do not say the same.
    case contradictingQuotes(Currency, Currency, on: CivilDay)
}

extension MonetaryFault: CustomStringConvertible {
    /// What is the case, without a full stop.
    public var description: String {
        switch self {
        case .overflow: "the amount is too large to be counted exactly"
        case .mixedCurrencies(let first, let second): "\(first) and \(second) cannot be counted together"
        case .divisionByZero: "a division by zero has no result"
        case .unknownCurrency(let code): "“\(code)” is not a currency code"
        case .noWeight: "no line has a weight to share the amount by"
        case .negativeWeight(let line): "line \(line + 1) has a weight below zero"
        case .impossibleCommission(let share): "a commission cannot be \(share) of the gross price"
        case .impossibleExchangeRate(let from, let to, let rate): "one \(from) cannot be \(rate) \(to)"
        case .unknownExchange(let from, let to): "there is no exchange rate from \(from) to \(to)"
        case .noQuoteYet(let from, let to, let day):
            "there is no exchange rate from \(from) to \(to) by \(day) yet"
        case .staleQuote(let from, let to, let quoted, let day):
            "the exchange rate from \(from) to \(to) is of \(quoted), which is too old on \(day)"
        case .contradictingQuotes(let from, let to, let day):
            "there are two exchange rates from \(from) to \(to) for \(day)"
        }
    }
}
