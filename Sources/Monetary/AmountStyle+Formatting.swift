extension AmountStyle {
    /// Writes an amount so that reading it in this style gives it back: all decimals of the currency, those of the scale
    /// too, groups where the style has them, brackets below zero where it accepts them.
    public func text(of money: Money) -> String {
        let places = money.currency.exponent + scale
        let digits = String(money.minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let whole = grouped(padded.dropLast(places))
        let amount = places > 0 ? whole + decimalMark.rawValue + padded.suffix(places) : whole
        return !money.isNegative ? amount : acceptsBrackets ? "(\(amount))" : "-\(amount)"
    }

    /// Digits in threes from the right, with the mark between them.
    private func grouped(_ digits: Substring) -> String {
        guard let grouping else { return String(digits) }
        var groups: [Substring] = []
        var rest = digits
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: grouping.rawValue)
    }
}

extension Money {
    /// `-1234.50`: the amount alone with the decimals of its currency.
    public var amount: String { AmountStyle.plain.text(of: self) }
}

extension Money: CustomStringConvertible, Codable {
    /// `-1234.50 EUR`, the same everywhere; what a paper prints is for its phrasebook to say.
    public var description: String { "\(amount) \(currency)" }

    private enum Key: CodingKey { case amount, currency }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let currency = try container.decode(Currency.self, forKey: .currency)
        let text = try container.decode(String.self, forKey: .amount)
        do {
            try self.init(text, currency)
        } catch {
            throw DecodingError.dataCorruptedError(
                forKey: .amount, in: container, debugDescription: "“\(text)” \(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(amount, forKey: .amount)
        try container.encode(currency, forKey: .currency)
    }
}
