import Diagnostics
import Monetary

/// A draft while it is being checked.
struct LayoutCheck {
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
        let rows = rowRule(amounts)
        let unpivot = draft.unpivot.flatMap { self.unpivot($0) }
        guard let name, let currency, let basis, let month, let columns, let encoding, let delimiter,
            let spend = columns.spend ?? unpivot?.columns.first?.spend
        else { return nil }
        return Layout(
            name: name.value, about: draft.about, encoding: encoding, delimiter: delimiter, amounts: amounts,
            dates: dates.isEmpty ? [.yearMonthDay] : dates, currency: currency, basis: basis, month: month,
            dimensions: columns.dimensions, insertions: columns.insertions, spend: spend, unpivot: unpivot,
            rows: rows, key: draft.key.map(\.value), ignored: draft.ignored,
            emptyTexts: draft.emptyTexts, sheets: draft.sheets)
    }

    // MARK: Rows

    mutating func rowRule(_ amounts: AmountStyle) -> RowRule {
        guard let rows = draft.rows else { return RowRule() }
        var rule = RowRule(othersAreSkipped: rows.othersAreSkipped, totalsAreSkipped: rows.totalsAreSkipped)
        rule.only = rows.only.map { RowRule.Condition(column: $0.column.value, text: $0.text.value) }
        if let control = rows.control {
            rule.control = RowRule.Control(column: control.value, tolerance: rows.tolerance?.value ?? "0")
        }
        for tolerance in [rows.tolerance, rows.parts?.tolerance].compactMap(\.self)
        where !Layout.isAmount(tolerance.value, amounts) {
            report(
                "layout.unknown-value", "“\(tolerance.value)” is not an amount",
                advice: "write the tolerance as the file writes amounts, such as 1.00", at: tolerance.place)
        }
        rule.parts = rows.parts.flatMap { parts($0) }
        return rule
    }

    private mutating func parts(_ draft: LayoutDraft.PartsDraft) -> RowRule.Parts? {
        let advice = "write parts: {of: campaign, total: budget}"
        let group = needed(draft.group, "column by which parts belong together", advice: advice, at: draft.place)
        let total = needed(draft.total, "column with the total of the parts", advice: advice, at: draft.place)
        guard let group, let total else { return nil }
        return RowRule.Parts(
            group: group.value, total: total.value, tolerance: draft.tolerance?.value ?? "0")
    }

    // MARK: Words

    mutating func needed(
        _ value: Located<String>?, _ what: String, advice: String, at place: SourcePlace? = nil
    ) -> Located<String>? {
        if let value, !value.value.isEmpty { return value }
        report("layout.missing", "the layout has no \(what)", advice: advice, at: value?.place ?? place ?? draft.place)
        return nil
    }

    /// The case that a word names; `fallback` when nothing is written.
    mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ word: Located<String>?, of type: Value.Type, default fallback: Value?
    ) -> Value? {
        guard let word else { return fallback }
        if let value = Value(rawValue: word.value) { return value }
        reportUnknownWord(word, allowed: Value.allCases.map(\.rawValue))
        return nil
    }

    mutating func word<Value>(
        _ word: Located<String>?, in words: [String: Value], _ allowed: String
    ) -> Value? {
        guard let word else { return nil }
        if let value = words[word.value] { return value }
        report(
            "layout.unknown-value", "“\(word.value)” is not allowed here", advice: "use one of: \(allowed)",
            at: word.place)
        return nil
    }

    mutating func reportUnknownWord(_ word: Located<String>, allowed: [String]) {
        let nearest = nearestName(to: word.value, among: allowed)
        report(
            "layout.unknown-value", "“\(word.value)” is not allowed here",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(allowed.joined(separator: ", "))",
            at: word.place)
    }

    mutating func report(_ id: FindingID, _ message: String, advice: String, at place: SourcePlace?) {
        findings.append(Finding(id, .error, message, advice: advice, at: place))
    }
}
