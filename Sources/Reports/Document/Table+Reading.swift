import Monetary

extension Table {
    /// The rows that a page shows.
    var shownRows: [[Cell]] { rowLimit.map { Array(rows.prefix(max(0, $0))) } ?? rows }

    /// Why values on the page are missing: each reason once, in the order of appearance.
    var reasons: [String] {
        var reasons: [String] = []
        for cell in (shownRows + [totals].compactMap(\.self)).joined() {
            if case .absent(let reason) = cell.figure, !reason.isEmpty, !reasons.contains(reason) {
                reasons.append(reason)
            }
        }
        return reasons
    }
}

extension Table {
    /// The one currency of a column's amounts; `nil` when it has none or several.
    func currency(ofColumn index: Int) -> String? {
        var codes: Set<String> = []
        for row in rows {
            if case .money(let money) = row[index].figure { codes.insert(money.currency.code) }
        }
        return codes.count == 1 ? codes.first : nil
    }
}
