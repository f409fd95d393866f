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

    typealias Columns = (dimensions: [SpendDimension: ColumnSource], insertions: String?, spend: String?)

    mutating func mappedColumns() -> Columns? {
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
        let unpivoted = draft.unpivot?.dimension?.value
        for dimension in Layout.neededDimensions
        where dimensions[dimension] == nil && !seen.contains(dimension.rawValue) && dimension.rawValue != unpivoted {
            report(
                "layout.missing", "the layout does not say where the \(dimension.rawValue) is",
                advice: "map a column, or state it once: \(dimension.rawValue): {constant: …}", at: draft.place)
        }
        guard let spend = measures[Layout.spendName] else {
            if draft.unpivot != nil { return (dimensions, nil, nil) }
            if !seen.contains(Layout.spendName) {
                report(
                    "layout.missing", "the layout does not say which column holds the spend",
                    advice: "add spend: and the column's name under columns", at: draft.place)
            }
            return nil
        }
        return (dimensions, measures[Layout.insertionsName], spend)
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
        let known = Layout.dimensionNames.keys.sorted() + [Layout.insertionsName, Layout.spendName, "currency"]
        let nearest = nearestName(to: name.value, among: known)
        report(
            "layout.unknown-column", "“\(name.value)” is nothing that a layout can map",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use one of: \(known.joined(separator: ", "))",
            at: name.place)
    }
}
