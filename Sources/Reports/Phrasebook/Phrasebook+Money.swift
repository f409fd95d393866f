public import Monetary

extension Phrasebook {
    /// `CNY 1,234.50`: the code, then the amount with the decimals of its currency.
    ///
    /// - Parameter code: `false` where a heading names the currency.
    public func money(_ money: Money, code: Bool = true, signed: Bool = false) -> String {
        let digits = String(money.minorUnits.magnitude)
        let places = money.currency.exponent
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = grouped(padded.dropLast(places))
        let sign = sign(isNegative: money.minorUnits < 0, isZero: money.minorUnits == 0, signed: signed)
        return (code ? money.currency.code + " " : "") + sign + whole + (places > 0 ? "." + padded.suffix(places) : "")
    }
}
