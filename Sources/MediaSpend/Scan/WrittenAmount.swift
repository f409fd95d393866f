package import Monetary

extension AmountStyle {
    /// Reads an amount as vendors write it: beside what the style accepts, the sign, the word or the code of its own
    /// currency may stand at either end, the word of its unit behind it, and `CR` behind a credit.
    ///
    /// `￥1,234.50`, `-$12`, `($12)`, `12.50 €`, `12.5万元` where the unit is 万元, `12.50 CR` for −12.50. The sign of another
    /// currency is a fault: that amount cannot be added to the others.
    ///
    /// - Complexity: O(bytes); nothing is added to the cost of an amount without a sign.
    package func minorUnits(asWritten field: Span<UInt8>, in currency: Currency) throws(AmountFault) -> Int64 {
        do throws(AmountFault) {
            return try minorUnits(of: field, in: currency)
        } catch {
            var written = WrittenAmount(field)
            let isCredit = written.dropCreditMark()
            let hasSign = written.dropSign(AmountSigns.of(currency, scale: scale))
            guard isCredit || hasSign else { throw error }
            let bytes = Array(written.text.utf8)
            let amount = try minorUnits(of: bytes.span, in: currency)
            // A credit with a minus is two statements of which one may be meant.
            guard isCredit else { return amount }
            guard amount >= 0 else { throw error }
            return -amount
        }
    }
}

/// The text of an amount while marks are taken off it.
private struct WrittenAmount {
    private(set) var text: String

    init(_ field: Span<UInt8>) { text = field.trimmedText }

    mutating func dropCreditMark() -> Bool {
        guard text.utf8.count > 2, text.suffix(2).lowercased() == "cr" else { return false }
        text = text.dropLast(2).trimmingBlanks
        return true
    }

    /// Takes one of the signs off either end, also from within brackets and beside a minus.
    mutating func dropSign(_ signs: [String]) -> Bool {
        let lead = text.first.map { "-+(−".contains($0) } == true ? String(text.removeFirst()) : ""
        let tail = text.last.map { "-)".contains($0) } == true ? String(text.removeLast()) : ""
        defer { text = lead + text.trimmingBlanks + tail }
        for sign in signs {
            if text.hasPrefix(sign) {
                text.removeFirst(sign.count)
                return true
            }
            if text.trimmingBlanks.hasSuffix(sign) {
                text = String(text.trimmingBlanks.dropLast(sign.count))
                return true
            }
        }
        return false
    }
}

/// What vendors write for a currency.
package enum AmountSigns {
    /// The longest first, so that `US$` is not read as `US` and `$`.
    package static func of(_ currency: Currency, scale: Int = 0) -> [String] {
        let units: [String] =
            switch scale {
            case 3: ["千元", "千"]
            case 4: ["万元", "万"]
            case 6: ["百万元", "百万"]
            default: []
            }
        return units + (signs[currency.code] ?? []) + [currency.code]
    }

    /// The currencies that a sign or word may stand for, by code; several for `$`.
    package static func currencies(of sign: String) -> [String] {
        signs.filter { $0.value.contains(sign) || $0.key == sign }.keys.sorted()
    }

    private static let signs: [String: [String]] = [
        "ARS": ["AR$", "$"], "AUD": ["AU$", "A$", "$"], "BRL": ["R$"], "CAD": ["CA$", "C$", "$"],
        "CHF": ["SFr.", "Fr."], "CLP": ["$"], "CNY": ["人民币", "CN¥", "RMB", "¥", "￥", "元"], "COP": ["$"],
        "EUR": ["€", "euros", "Euro", "欧元"], "GBP": ["£"], "HKD": ["HK$", "港元", "港币", "$"], "INR": ["₹", "Rs."],
        "JPY": ["¥", "￥", "円"], "KRW": ["₩"], "MXN": ["MX$", "$"], "NZD": ["NZ$", "$"], "SGD": ["S$", "$"],
        "TWD": ["NT$", "$"], "USD": ["US$", "$", "美元"],
    ]
}

extension Span<UInt8> {
    /// The text of a field without the blanks around it.
    package var trimmedText: String {
        let range = trimmedRange(of: self)
        return String(decoding: range.map { self[$0] }, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without blanks at either end, narrow and wide ones too.
    fileprivate var trimmingBlanks: String {
        var rest = self[startIndex..<endIndex]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
