/// How amounts are written in one file: which marks it uses, what its negatives look like, what a written unit stands
/// for. Nothing beyond what is declared is accepted, since `1,234` is two different amounts in two countries.
public struct AmountStyle: Hashable, Sendable, Codable {
    /// What stands before the decimals.
    public var decimalMark: DecimalMark
    /// What may stand between groups of three digits; `nil` when nothing may. Amounts without groups are read either way.
    public var grouping: GroupingMark?
    /// Whether `(12.50)` is an amount below zero.
    public var acceptsBrackets: Bool
    /// Whether `12.50-` is an amount below zero.
    public var acceptsTrailingMinus: Bool
    /// The power of ten that a written unit stands for: 0 for units, 3 for thousands, 4 for 万, 6 for millions. 0…9.
    public var scale: Int
    /// What becomes of decimals beyond those of the currency.
    public var surplusDecimals: SurplusDecimals

    public init(
        decimalMark: DecimalMark = .point, grouping: GroupingMark? = nil, acceptsBrackets: Bool = false,
        acceptsTrailingMinus: Bool = false, scale: Int = 0, surplusDecimals: SurplusDecimals = .refused
    ) {
        precondition((0...9).contains(scale), "a scale of 10^\(scale)")
        self.decimalMark = decimalMark
        self.grouping = grouping
        self.acceptsBrackets = acceptsBrackets
        self.acceptsTrailingMinus = acceptsTrailingMinus
        self.scale = scale
        self.surplusDecimals = surplusDecimals
    }

    /// `-1234.50`, as programs write it.
    public static let plain = AmountStyle()
    /// `-1,234.50` or `(1,234.50)`, as books in English and Chinese write it.
    public static let commaGrouped = AmountStyle(grouping: .comma, acceptsBrackets: true)
    /// `-1.234,50`, as most of Europe and Latin America write it.
    public static let pointGrouped = AmountStyle(decimalMark: .comma, grouping: .point, acceptsBrackets: true)
}

/// The mark before the decimals.
public enum DecimalMark: String, Hashable, Sendable, Codable, CaseIterable {
    case point = "."
    case comma = ","

    var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}

/// The mark between groups of three digits.
public enum GroupingMark: String, Hashable, Sendable, Codable, CaseIterable {
    case comma = ","
    case point = "."
    /// A space of any usual kind: plain, no-break, thin, narrow no-break.
    case space = " "
    /// `'` or `’`, as in Switzerland.
    case apostrophe = "'"
}

/// What becomes of decimals that a currency does not have.
public enum SurplusDecimals: Hashable, Sendable, Codable {
    /// They are a fault, zeros too: where amounts have two decimals, `1.500` is more likely 1,500 than 1.5.
    case refused
    /// Zeros are dropped, anything else is a fault. For files that always write four decimals.
    case zeros
    /// The amount is rounded. For files that state more than money can be.
    case rounded(Rounding)
}
