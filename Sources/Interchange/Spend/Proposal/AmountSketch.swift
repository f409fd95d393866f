import MediaSpend
import Monetary

/// How the numbers of a column are written, found by trying.
struct AmountSketch {
    var style: AmountStyle
    /// The most decimals that a value has, zeros at the end not counted.
    var decimals = 0
    /// The most decimals that are written.
    var writtenDecimals = 0
    /// The currencies that the sign beside the numbers may stand for; empty without one.
    var currencies: [String] = []
    /// Whether the mark in the numbers could as well mean the other thing.
    var isAmbiguous = false

    var isWhole: Bool { writtenDecimals == 0 && currencies.isEmpty && style.grouping == nil }

    /// The styles, the most usual first.
    private static let styles: [AmountStyle] = [
        (.point, nil), (.point, .comma), (.comma, .point), (.comma, nil), (.point, .apostrophe), (.point, .space),
        (.comma, .space), (.comma, .apostrophe),
    ].map { mark, grouping in
        AmountStyle(
            decimalMark: mark, grouping: grouping, acceptsBrackets: true, acceptsTrailingMinus: true,
            surplusDecimals: .rounded(.halfEven))
    }

    /// The style in which at least so many of the values are numbers; `nil` when there is none.
    ///
    /// - Parameter share: in hundredths.
    init?(_ values: [String], share: Int) {
        guard !values.isEmpty else { return nil }
        let signs = Set(values.map(Self.sign).filter { !$0.isEmpty })
        currencies = signs.count == 1 ? AmountSigns.currencies(of: signs.first ?? "") : []
        let currency = currencies.first.flatMap { try? Currency($0) } ?? .cny
        let fitting = Self.styles.first { style in
            values.count { Self.isAmount($0, style, currency) } * 100 >= values.count * share
        }
        guard let fitting else { return nil }
        style = fitting
        measure(values)
        settleThousands(values)
    }

    private static func isAmount(_ text: String, _ style: AmountStyle, _ currency: Currency) -> Bool {
        let bytes = Array(text.utf8)
        return (try? style.minorUnits(asWritten: bytes.span, in: currency)) != nil
    }

    /// What stands beside the digits of a number and their marks.
    private static func sign(_ text: String) -> String {
        String(text.filter { !($0.isNumber || $0.isWhitespace || ".,'’-+()−".contains($0)) })
    }

    private mutating func measure(_ values: [String]) {
        for value in values {
            let parts = value.split(separator: Character(style.decimalMark.rawValue), maxSplits: 1)
            guard parts.count == 2 else { continue }
            let written = parts[1].prefix { $0.isNumber }
            writtenDecimals = max(writtenDecimals, written.count)
            decimals = max(decimals, written.reversed().drop { $0 == "0" }.count)
        }
    }

    /// `1.234` and `12.500` in every value are thousands rather than amounts of three decimals.
    private mutating func settleThousands(_ values: [String]) {
        let mark = Character(style.decimalMark.rawValue)
        let marked = values.filter { $0.contains(mark) }
        let hasThrees = marked.allSatisfy { $0.split(separator: mark).last?.prefix { $0.isNumber }.count == 3 }
        if style.grouping == nil, !marked.isEmpty, hasThrees {
            style.grouping = style.decimalMark == .point ? .point : .comma
            style.decimalMark = style.decimalMark == .point ? .comma : .point
            (decimals, writtenDecimals, isAmbiguous) = (0, 0, true)
        } else if let grouping = style.grouping, writtenDecimals == 0, grouping == .comma {
            isAmbiguous = values.contains { $0.contains(",") }
        }
    }
}
