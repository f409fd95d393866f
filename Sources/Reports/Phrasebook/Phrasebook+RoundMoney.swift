public import Monetary

extension Phrasebook {
    /// An amount as people say it, rounded: `CNY 12.3 million`, `1,234.5万元`. Amounts below a million, in Chinese below
    /// ten thousand, are in whole units.
    public func roundMoney(_ money: Money, signed: Bool = false) -> String {
        let units = money.approximateUnits
        switch language {
        case .english:
            let sign = sign(isNegative: money.isNegative, isZero: money.isZero, signed: signed)
            return "\(sign)\(money.currency.code) " + rounded(units.magnitude, [(1e9, " billion"), (1e6, " million")])
        case .simplifiedChinese:
            let name = Self.chineseCurrencies[money.currency.code] ?? " \(money.currency.code)"
            return rounded(units, [(1e8, "亿"), (1e4, "万")], signed: signed) + name
        }
    }

    /// An amount in whole units of its currency, for a table whose heading names the currency.
    func cell(whole money: Money, _ emphasis: Cell.Emphasis = .plain, signed: Bool = false) -> Cell {
        Cell(.money(money), text: number(money.approximateUnits, decimals: 0, signed: signed), emphasis: emphasis)
    }

    /// Two decimals below ten, one from there on; the next size where rounding would reach it.
    private func rounded(_ value: Double, _ sizes: [(Double, String)], signed: Bool = false) -> String {
        for (size, name) in sizes where (value / size).magnitude >= 0.9995 {
            let scaled = value / size
            return number(scaled, decimals: scaled.magnitude < 9.995 ? 2 : 1, signed: signed) + name
        }
        return number(value, decimals: 0, signed: signed)
    }

    private static let chineseCurrencies = [
        "CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "HKD": "港元", "JPY": "日元", "SGD": "新加坡元",
        "TWD": "新台币", "KRW": "韩元", "MXN": "墨西哥比索",
    ]
}
