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
        }
    }
}
