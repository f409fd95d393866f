public import Monetary

extension Phrasebook {
    /// `CNY 1,234.50`: the code, then the amount with the decimals of its currency.
    ///
    /// - Parameter code: `false` where a heading names the currency.
    public func money(_ money: Money, code: Bool = true, signed: Bool = false) -> String {
        let digits = money.digits
        let sign = sign(isNegative: money.minorUnits < 0, isZero: money.minorUnits == 0, signed: signed)
        let amount = sign + grouped(digits.whole) + (digits.part.isEmpty ? "" : "." + digits.part)
        return code ? "\(money.currency.code) \(amount)" : amount
    }
}

extension Money {
    /// The amount without its sign: whole units, and as many decimals as the currency has.
    fileprivate var digits: (whole: Substring, part: Substring) {
        let all = String(minorUnits.magnitude)
        let places = currency.exponent
        let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
        return (padded.dropLast(places), padded.suffix(places))
    }

    /// `-1234.50`, for programs.
    var bareDigits: String {
        let digits = digits
        return (minorUnits < 0 ? "-" : "") + digits.whole + (digits.part.isEmpty ? "" : "." + digits.part)
    }
}
