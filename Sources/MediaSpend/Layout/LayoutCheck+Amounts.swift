import Diagnostics
import Monetary

extension LayoutCheck {
    mutating func amountStyle() -> AmountStyle {
        var style = AmountStyle(acceptsBrackets: true, acceptsTrailingMinus: true)
        style.decimalMark = word(draft.decimalMark, in: LayoutWords.decimalMarks, "point, comma") ?? .point
        style.grouping = word(draft.groupingMark, in: LayoutWords.groupingMarks, "comma, point, space, apostrophe")
        style.scale = word(draft.unit, in: LayoutWords.scales, "ones, thousands, 千元, 万元, millions") ?? 0
        style.surplusDecimals =
            word(draft.surplusDecimals, in: LayoutWords.surplusRules, "refused, zeros dropped, rounded") ?? .refused
        if style.grouping?.rawValue == style.decimalMark.rawValue {
            report(
                "layout.contradiction", "the same mark cannot stand before decimals and between thousands",
                advice: "give decimal and grouping two different marks", at: draft.groupingMark?.place)
        }
        return style
    }

    mutating func currencySource() -> CurrencySource? {
        let column = draft.columns.first { $0.name.value == LayoutWords.currency }?.source
        switch (draft.currency, column?.column) {
        case (let stated?, nil):
            if let currency = try? Currency(stated.value) { return .fixed(currency) }
            report(
                "layout.unknown-value", "“\(stated.value)” is not the code of a currency",
                advice: "write three capital letters, such as CNY", at: stated.place)
            return nil
        case (nil, let column?): return .column(column.value)
        case (let stated?, _?):
            report(
                "layout.contradiction", "the currency is stated here and also read from a column",
                advice: "keep one of the two", at: stated.place)
            return nil
        case (nil, nil):
            report(
                "layout.missing", "the layout does not say in which currency the amounts are",
                advice: "add a line such as currency: CNY, or map the column currency", at: draft.place)
            return nil
        }
    }
}
