public import Monetary

extension Phrasebook {
    /// `CNY 1,234.50`: the code, then the amount with the decimals of its currency.
    ///
    /// - Parameter code: `false` where a heading names the currency.
    public func money(_ money: Money, code: Bool = true, signed: Bool = false) -> String {
        let style = AmountStyle(grouping: .comma)
        let digits = style.text(of: money).drop { $0 == "-" }
        let amount = sign(isNegative: money.isNegative, isZero: money.isZero, signed: signed) + digits
        return code ? "\(money.currency.code) \(amount)" : amount
    }
}
