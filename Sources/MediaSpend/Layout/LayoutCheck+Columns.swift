import Diagnostics

extension LayoutCheck {
    mutating func monthRule() -> MonthRule? {
        guard let month = draft.month else {
            report(
                "layout.missing", "the layout does not say which column decides the month",
                advice: "add a line such as month: {column: date, rule: day}", at: draft.place)
            return nil
        }
        let kind = choice(month.rule, of: MonthRule.Kind.self, default: .month)
        if let kind, !kind.needsColumn {
            guard let column = month.column else { return MonthRule(column: nil, kind: kind) }
            report(
                "layout.contradiction", "the month is in the name of the file and also in a column",
                advice: "keep one of the two", at: column.place)
            return nil
        }
        let column = needed(
            month.column, "month's column", advice: "write month: {column: date, rule: day}", at: month.place)
        guard let column, let kind else { return nil }
        return MonthRule(column: column.value, kind: kind)
    }

    /// What is mapped; the spend of a wide layout is in its columns side by side.
    struct Columns {
        var dimensions: [SpendDimension: ColumnSource] = [:]
        var insertions: String?
        var spend: String?
    }

    mutating func mappedColumns() -> Columns? {
        var columns = Columns()
        var seen: Set<String> = []
        for (name, source) in draft.columns where name.value != LayoutWords.currency {
            guard seen.insert(name.value).inserted else {
                report(
                    "layout.duplicate-column", "“\(name.value)” is mapped twice", advice: "keep one of the two",
                    at: name.place)
                continue
            }
            map(name, to: source, in: &columns)
        }
        requireDimensions(of: columns, besides: seen)
        if draft.unpivot == nil, columns.spend == nil {
            if !seen.contains(LayoutWords.spend) {
                report(
                    "layout.missing", "the layout does not say which column holds the spend",
                    advice: "add spend: and the column's name under columns", at: draft.place)
            }
            return nil
        }
        return columns
    }

    private mutating func map(
        _ name: Located<String>, to source: LayoutDraft.ColumnDraft, in columns: inout Columns
    ) {
        if let dimension = LayoutWords.dimensions[name.value] {
            columns.dimensions[dimension] = columnSource(source, for: name)
        } else if name.value == LayoutWords.insertions {
            columns.insertions = measure(source, for: name)
        } else if name.value == LayoutWords.spend {
            columns.spend = measure(source, for: name)
        } else {
            reportUnknown(name)
        }
    }

    private mutating func measure(_ source: LayoutDraft.ColumnDraft, for name: Located<String>) -> String? {
        needed(
            source.column, "column of \(name.value)", advice: "write \(name.value): and the column's name",
            at: name.place)?.value
    }

    /// - Parameter seen: what is mapped, well or badly; of the latter something was said already.
    private mutating func requireDimensions(of columns: Columns, besides seen: Set<String>) {
        let unpivoted = draft.unpivot?.dimension?.value
        for dimension in Layout.neededDimensions
        where columns.dimensions[dimension] == nil && !seen.contains(dimension.rawValue)
            && dimension.rawValue != unpivoted
        {
            report(
                "layout.missing", "the layout does not say where the \(dimension.rawValue) is",
                advice: "map a column, or state it once: \(dimension.rawValue): {constant: …}", at: draft.place)
        }
    }

    mutating func columnSource(_ source: LayoutDraft.ColumnDraft, for name: Located<String>) -> ColumnSource? {
        switch (source.column, source.constant) {
        case (let column?, nil):
            return .column(
                ColumnSource.NamedColumn(
                    column.value, key: source.key?.value, dropsLeadingZeros: source.dropsLeadingZeros,
                    isOptional: source.isOptional, substitutes: source.substitutes))
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

    mutating func reportUnknown(_ name: Located<String>) {
        let nearest = nearestName(to: name.value, among: LayoutWords.mapped)
        report(
            "layout.unknown-column", "“\(name.value)” is nothing that a layout can map",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(LayoutWords.mapped.joined(separator: ", "))",
            at: name.place)
    }
}
