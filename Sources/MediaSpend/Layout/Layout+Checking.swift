public import Diagnostics
import Monetary

extension Layout {
    /// Names by which a layout file speaks of what it maps.
    static let insertionsName = "insertions"
    static let spendName = "spend"
    static let dimensionNames: [String: SpendDimension] = Dictionary(
        uniqueKeysWithValues: SpendDimension.allCases.filter { $0 != .month }.map {
            ($0 == .adLength ? "ad length" : $0.rawValue, $0)
        })

    /// Whether a text is an amount in some currency.
    static func isAmount(_ text: String, _ style: AmountStyle) -> Bool {
        guard let currency = try? Currency("CNY") else { return false }
        return (try? style.minorUnits(of: Array(text.utf8).span, in: currency)) != nil
    }

    /// The dimensions that no analysis can do without.
    static let neededDimensions: [SpendDimension] = [.category, .brand, .medium]

    /// A layout from what a file states, if nothing is wrong with it; everything wrong is added to `findings`.
    ///
    /// Findings: `layout.missing` (something that every layout needs), `layout.unknown-value` (a word that is none of
    /// those allowed), `layout.unknown-column`, `layout.duplicate-column`, `layout.contradiction`.
    public init?(checking draft: LayoutDraft, findings: inout FindingList) {
        var check = LayoutCheck(draft)
        defer { findings.report(contentsOf: check.findings) }
        let layout = check.layout()
        guard let layout, !check.findings.contains(where: { $0.severity == .error }) else { return nil }
        self = layout
    }
}

/// A draft while it is being checked.
private struct LayoutCheck {
    let draft: LayoutDraft
    private(set) var findings: [Finding] = []

    init(_ draft: LayoutDraft) { self.draft = draft }

    mutating func layout() -> Layout? {
        let name = needed(draft.name, "name", advice: "begin the layout with a name, such as name: my-vendor")
        let amounts = amountStyle()
        let dates = draft.dates.compactMap { choice($0, of: DateFormat.self, default: nil) }
        let currency = currencySource()
        let basis = choice(
            needed(draft.basis, "basis", advice: "say what the amounts are: basis: rate card, or basis: net"),
            of: SpendBasis.self, default: nil)
        let month = monthRule()
        let columns = mappedColumns()
        let encoding = choice(draft.encoding, of: TextEncoding.self, default: .utf8)
        let delimiter = choice(draft.delimiter, of: FieldDelimiter.self, default: .comma)
        guard let name, let currency, let basis, let month, let columns, let encoding, let delimiter else { return nil }
        return Layout(
            name: name.value, about: draft.about, encoding: encoding, delimiter: delimiter, amounts: amounts,
            dates: dates.isEmpty ? [.yearMonthDay] : dates, currency: currency, basis: basis, month: month,
            dimensions: columns.dimensions, insertions: columns.insertions, spend: columns.spend,
            rows: rowRule(amounts), key: draft.key.map(\.value), ignored: draft.ignored)
    }

    // MARK: Amounts

    private mutating func amountStyle() -> AmountStyle {
        var style = AmountStyle(acceptsBrackets: true, acceptsTrailingMinus: true)
        style.decimalMark = word(draft.decimalMark, in: Self.decimalMarks, "point, comma") ?? .point
        style.grouping = word(draft.groupingMark, in: Self.groupingMarks, "comma, point, space, apostrophe")
        style.scale = word(draft.unit, in: Self.scales, "ones, thousands, 千元, 万元, millions") ?? 0
        style.surplusDecimals =
            word(draft.surplusDecimals, in: Self.surplusRules, "refused, zeros dropped, rounded") ?? .refused
        if style.grouping?.rawValue == style.decimalMark.rawValue {
            report(
                "layout.contradiction", "the same mark cannot stand before decimals and between thousands",
                advice: "give decimal and grouping two different marks", at: draft.groupingMark?.place)
        }
        return style
    }

    private static let decimalMarks: [String: DecimalMark] = ["point": .point, "comma": .comma]
    private static let groupingMarks: [String: GroupingMark] = [
        "comma": .comma, "point": .point, "space": .space, "apostrophe": .apostrophe,
    ]
    private static let scales = ["ones": 0, "thousands": 3, "千元": 3, "万元": 4, "millions": 6]
    private static let surplusRules: [String: SurplusDecimals] = [
        "refused": .refused, "zeros dropped": .zeros, "rounded": .rounded(.halfEven),
    ]

    private mutating func currencySource() -> CurrencySource? {
        let column = draft.columns.first { $0.name.value == "currency" }?.source
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

    // MARK: Columns

    private mutating func monthRule() -> MonthRule? {
        guard let month = draft.month else {
            report(
                "layout.missing", "the layout does not say which column decides the month",
                advice: "add a line such as month: {column: date, rule: day}", at: draft.place)
            return nil
        }
        let column = needed(
            month.column, "month's column", advice: "write month: {column: date, rule: day}", at: month.place)
        let kind = choice(month.rule, of: MonthRule.Kind.self, default: .month)
        guard let column, let kind else { return nil }
        return MonthRule(column: column.value, kind: kind)
    }

    private typealias Columns = (dimensions: [SpendDimension: ColumnSource], insertions: String?, spend: String)

    private mutating func mappedColumns() -> Columns? {
        var dimensions: [SpendDimension: ColumnSource] = [:]
        var measures: [String: String] = [:]
        var seen: Set<String> = []
        for (name, source) in draft.columns where name.value != "currency" {
            guard seen.insert(name.value).inserted else {
                report(
                    "layout.duplicate-column", "“\(name.value)” is mapped twice", advice: "keep one of the two",
                    at: name.place)
                continue
            }
            if let dimension = Layout.dimensionNames[name.value] {
                dimensions[dimension] = columnSource(source, for: name)
            } else if name.value == Layout.insertionsName || name.value == Layout.spendName {
                measures[name.value] =
                    needed(
                        source.column, "column of \(name.value)", advice: "write \(name.value): and the column's name",
                        at: name.place)?.value
            } else {
                reportUnknown(name)
            }
        }
        for dimension in Layout.neededDimensions
        where dimensions[dimension] == nil && !seen.contains(dimension.rawValue) {
            report(
                "layout.missing", "the layout does not say where the \(dimension.rawValue) is",
                advice: "map a column, or state it once: \(dimension.rawValue): {constant: …}", at: draft.place)
        }
        guard let spend = measures[Layout.spendName] else {
            if !seen.contains(Layout.spendName) {
                report(
                    "layout.missing", "the layout does not say which column holds the spend",
                    advice: "add spend: and the column's name under columns", at: draft.place)
            }
            return nil
        }
        return (dimensions, measures[Layout.insertionsName], spend)
    }

    private mutating func columnSource(_ source: LayoutDraft.ColumnDraft, for name: Located<String>) -> ColumnSource? {
        switch (source.column, source.constant) {
        case (let column?, nil):
            return .column(
                ColumnSource.NamedColumn(
                    column.value, key: source.key?.value, dropsLeadingZeros: source.dropsLeadingZeros,
                    isOptional: source.isOptional))
        case (nil, let constant?): return .constant(constant.value)
        case (nil, nil):
            report(
                "layout.missing", "“\(name.value)” has neither a column nor a constant",
                advice: "write \(name.value): and the column's name", at: name.place)
        case (_?, _?):
            report(
                "layout.contradiction", "“\(name.value)” has a column and a constant", advice: "keep one of the two",
                at: name.place)
        }
        return nil
    }

    private mutating func reportUnknown(_ name: Located<String>) {
        let known = Layout.dimensionNames.keys.sorted() + [Layout.insertionsName, Layout.spendName, "currency"]
        let nearest = nearestName(to: name.value, among: known)
        report(
            "layout.unknown-column", "“\(name.value)” is nothing that a layout can map",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(known.joined(separator: ", "))",
            at: name.place)
    }

    // MARK: Rows

    private mutating func rowRule(_ amounts: AmountStyle) -> RowRule {
        guard let rows = draft.rows else { return RowRule() }
        var rule = RowRule(othersAreSkipped: rows.othersAreSkipped)
        rule.only = rows.only.map { RowRule.Condition(column: $0.column.value, text: $0.text.value) }
        if let control = rows.control {
            rule.control = RowRule.Control(column: control.value, tolerance: rows.tolerance?.value ?? "0")
        }
        if let tolerance = rows.tolerance, Layout.isAmount(tolerance.value, amounts) == false {
            report(
                "layout.unknown-value", "“\(tolerance.value)” is not an amount",
                advice: "write the tolerance as the file writes amounts, such as 1.00", at: tolerance.place)
        }
        return rule
    }

    // MARK: Words

    private mutating func needed(
        _ value: Located<String>?, _ what: String, advice: String, at place: SourcePlace? = nil
    ) -> Located<String>? {
        if let value, !value.value.isEmpty { return value }
        report("layout.missing", "the layout has no \(what)", advice: advice, at: value?.place ?? place ?? draft.place)
        return nil
    }

    /// The case that a word names; `fallback` when nothing is written.
    private mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ word: Located<String>?, of type: Value.Type, default fallback: Value?
    ) -> Value? {
        guard let word else { return fallback }
        if let value = Value(rawValue: word.value) { return value }
        reportUnknownWord(word, allowed: Value.allCases.map(\.rawValue))
        return nil
    }

    private mutating func word<Value>(
        _ word: Located<String>?, in words: [String: Value], _ allowed: String
    ) -> Value? {
        guard let word else { return nil }
        if let value = words[word.value] { return value }
        report(
            "layout.unknown-value", "“\(word.value)” is not allowed here", advice: "use one of: \(allowed)",
            at: word.place)
        return nil
    }

    private mutating func reportUnknownWord(_ word: Located<String>, allowed: [String]) {
        let nearest = nearestName(to: word.value, among: allowed)
        report(
            "layout.unknown-value", "“\(word.value)” is not allowed here",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(allowed.joined(separator: ", "))",
            at: word.place)
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .error, message, advice: advice, at: place))
    }
}
