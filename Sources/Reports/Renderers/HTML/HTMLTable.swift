/// A table on its way into a page, in a box of its own that scrolls when the page is narrow.
struct HTMLTable {
    private let table: Table
    private let book: Phrasebook
    /// Why values are missing, each reason once, in the order of their marks.
    private let reasons: [String]

    init(_ table: Table, _ book: Phrasebook) {
        self.table = table
        self.book = book
        reasons = table.reasons
    }

    var text: String {
        let head = HTMLPage.tag("thead", row(table.columns.map(heading)))
        let shown = table.shownRows
        var body = shown.map { row(zip($0, table.columns).enumerated().map { cell($1.0, $1.1, isFirst: $0 == 0) }) }
        if table.rows.count > shown.count {
            let rest = HTMLPage.words(book.say(LayoutPhrase.moreRows(table.rows.count - shown.count)))
            body.append("<tr class=\"more\"><td colspan=\"\(table.columns.count)\">\(rest)</td></tr>")
        }
        var parts = [head, HTMLPage.tag("tbody", body)]
        if let totals = table.totals {
            let cells = zip(totals, table.columns).enumerated().map { cell($1.0, $1.1, isFirst: $0 == 0) }
            parts.append(HTMLPage.tag("tfoot", row(cells)))
        }
        var blocks = [
            HTMLPage.tag("h3", HTMLPage.words(table.title)),
            HTMLPage.tag("div", class: "scroll", [HTMLPage.tag("table", parts)]),
        ]
        blocks += remarks.map { HTMLPage.tag("p", class: "remark", $0) }
        return HTMLPage.tag("div", class: "table", blocks)
    }

    /// The reasons of missing values by their marks, then the table's own remark.
    private var remarks: [String] {
        let reasons = reasons.enumerated().map { index, reason in
            "<sup>\(index + 1)</sup> \(HTMLPage.words(book.say(.notAvailable))): \(HTMLPage.words(reason))"
        }
        return reasons + [table.remark].compactMap(\.self).map(HTMLPage.words)
    }

    private func row(_ cells: [String]) -> String { HTMLPage.tag("tr", cells.joined()) }

    private func heading(_ column: Column) -> String {
        let classes = column.alignment.rawValue
        return "<th scope=\"col\" class=\"\(classes)\">\(HTMLPage.words(column.heading))</th>"
    }

    private func cell(_ cell: Cell, _ column: Column, isFirst: Bool) -> String {
        var classes = [column.alignment.rawValue]
        if column.kind != .text { classes.append("tight") }
        if cell.emphasis != .plain { classes.append(cell.emphasis.rawValue) }
        var content = HTMLPage.words(cell.text)
        if case .absent(let reason) = cell.figure, let index = reasons.firstIndex(of: reason) {
            content += "<sup>\(index + 1)</sup>"
            classes.append("muted")
        }
        let attributes = "class=\"\(classes.joined(separator: " "))\""
        return isFirst ? "<th scope=\"row\" \(attributes)>\(content)</th>" : "<td \(attributes)>\(content)</td>"
    }
}
