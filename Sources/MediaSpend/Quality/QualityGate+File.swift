import WorkTime

extension QualityGate {
    /// What the reader found and the rules weigh.
    var readerIssues: [QualityIssue] {
        QualityRule.allCases.filter(\.isFoundByReader).compactMap { rule in
            guard let count = foundByReader[rule], count > 0 else { return nil }
            return issue(rule, count: count, measure: Double(count))
        }
    }

    /// Columns that came or went, against all earlier deliveries of the layout: a vendor who changes a column between
    /// two forms that both occurred before says nothing new.
    var columnIssues: [QualityIssue] {
        guard !earlierColumns.isEmpty, !columns.isEmpty else { return [] }
        let known = Set(earlierColumns.joined().map(folded))
        let steady = earlierColumns.dropFirst().reduce(Set((earlierColumns.first ?? []).map(folded))) { common, names in
            common.intersection(names.map(folded))
        }
        let stated = Set(columns.map(folded))
        let new = columns.filter { !known.contains(folded($0)) }.map { QualityIssue.Case(["+", $0]) }
        let last = earlierColumns.last ?? []
        let gone = last.filter { steady.contains(folded($0)) && !stated.contains(folded($0)) }
            .map { QualityIssue.Case(["-", $0]) }
        let cases = gone + new
        return [issue(.columnsChanged, count: cases.count, cases: cases, measure: Double(cases.count))]
            .compactMap(\.self)
    }

    /// Upper and lower case tell no columns apart, as in the reader.
    private func folded(_ column: String) -> String { column.lowercased() }

    /// Pieces of the file that stand in it twice, or half of all rows, as where each stands beside its double; the
    /// measure is the part that they are of all rows.
    var duplicateIssues: [QualityIssue] {
        guard delivery.rows > 0 else { return [] }
        let isDoubled = file.duplicateRows * 9 >= delivery.rows * 4
        let rows = isDoubled ? file.duplicateRows : file.rowsInRuns
        return [
            issue(
                .duplicateRows, count: rows, amount: isDoubled ? file.duplicateSpend : file.spendInRuns,
                measure: Double(rows) / Double(delivery.rows))
        ].compactMap(\.self)
    }

    /// Amounts below zero; the measure is their part of the month's spend.
    var creditIssues: [QualityIssue] {
        months.compactMap { month in
            guard let credits = file.credits[month] else { return nil }
            return issue(
                .negativeAmounts, in: month, count: credits.rows, amount: credits.spend,
                measure: part(credits.spend, of: total(month)))
        }
    }
}
