import Monetary

/// How amounts of one style are read in SQL.
struct AmountSQL {
    let style: AmountStyle
    /// Decimals that an amount may have: those of the currency, and those that the written unit adds.
    let places: Int
    /// Digits before and after the point of the decimals that are added up.
    private static let precision = 38
    /// Decimals that may be rounded away; a text with more is refused. Twenty digits stay before the point.
    private var surplus: Int { Self.precision - 20 - places }

    /// - Parameter exponent: the decimals of the currency.
    init(_ style: AmountStyle, exponent: Int) {
        self.style = style
        places = exponent + style.scale
    }

    /// An amount in the written unit, exact.
    func amount(_ text: String) -> String {
        let plain = FieldSQL.matches(text, "^[+-]?\(number)$")
        let credit = FieldSQL.matches(text, "^(\\(\(number)\\)|\(number)-|\u{2212}\(number))$")
        return """
            CASE WHEN \(plain) THEN \(decimal(digits(text))) WHEN \(credit) THEN -\(decimal(digits(text, unsigned: true))) \
            WHEN \(text) = '' THEN \(FieldSQL.fault("spend.missing-amount", text)) \
            ELSE \(FieldSQL.fault("spend.bad-amount", text)) END
            """
    }

    /// How many decimals an amount writes; those that are zero do not count where the style drops them.
    func writtenDecimals(_ text: String) -> String {
        let point = SQLText.literal(style.decimalMark.rawValue)
        let decimals = "translate(substring_index(\(text), \(point), -1), ')-', '')"
        let counted = style.surplusDecimals == .refused ? decimals : "rtrim('0', \(decimals))"
        return "CASE WHEN instr(\(text), \(point)) > 0 THEN length(\(counted)) ELSE 0 END"
    }

    // MARK: Parts

    /// The digits of an amount as a regular expression.
    private var number: String {
        let mark = style.decimalMark == .point ? "\\." : ","
        let decimals =
            switch style.surplusDecimals {
            case .refused: places == 0 ? "" : "(\(mark)[0-9]{1,\(places)})?"
            case .zeros: places == 0 ? "(\(mark)0+)?" : "(\(mark)([0-9]{1,\(places)}|[0-9]{\(places)}0+))?"
            case .rounded: "(\(mark)[0-9]{1,\(places + surplus)})?"
            }
        let alone = places == 0 ? "" : "|\(mark)[0-9]{1,\(places)}"
        guard let grouping = style.grouping else { return "([0-9]+\(decimals)\(alone))" }
        let separator = "[\(grouping.marks)]"
        return "(([0-9]+|[0-9]{1,3}(\(separator)[0-9]{3})+)\(decimals)\(alone))"
    }

    /// The text as SQL reads decimals.
    private func digits(_ text: String, unsigned: Bool = false) -> String {
        let grouping = style.grouping.map { $0.marks } ?? ""
        let dropped = grouping + (unsigned ? "()-\u{2212}" : "+")
        let isComma = style.decimalMark == .comma
        // What stands in the first list at the place of a character of the second becomes it; the rest goes.
        return "translate(\(text), \(SQLText.literal((isComma ? "," : "") + dropped)), '\(isComma ? "." : "")')"
    }

    private func decimal(_ digits: String) -> String {
        if case .rounded(let rounding) = style.surplusDecimals {
            precondition(rounding == .halfEven, "amounts are rounded half even here, and not \(rounding)")
            return "bround(CAST(\(digits) AS DECIMAL(\(Self.precision), \(places + surplus))), \(places))"
        }
        return "CAST(\(digits) AS DECIMAL(\(20 + style.scale), \(places)))"
    }
}

extension GroupingMark {
    /// Every character that stands for the mark; none means anything else inside brackets of a regular expression.
    fileprivate var marks: String {
        switch self {
        case .comma: ","
        case .point: "."
        case .space: " \u{A0}\u{202F}\u{2009}"
        case .apostrophe: "'\u{2019}"
        }
    }
}
