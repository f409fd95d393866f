import Formats

/// A table on its way into a page, in a box of its own that scrolls when the page is narrow.
struct HTMLTable {
    private let table: Table
    /// Whether the title is shown; not below a heading that says the same.
    private let isTitled: Bool
    /// Whether a sentence of the page leads to it.
    private let isFollowed: Bool
    private let book: Phrasebook
    /// Why values are missing, each reason once, in the order of their marks.
    private let reasons: [String]
    /// Which columns hold sentences rather than names.
    private let longColumns: Set<Int>

    /// From how many columns of text on a cell holds a sentence.
    private static let long = 40

    init(_ table: Table, isTitled: Bool, isFollowed: Bool = false, _ book: Phrasebook) {
        self.table = table
        self.isTitled = isTitled
        self.isFollowed = isFollowed
        self.book = book
        reasons = table.reasons
        let rows = table.shownRows
        longColumns = Set(
            table.columns.indices.filter { index in
                table.columns[index].kind == .text && rows.contains { $0[index].text.columns > Self.long }
            })
    }

    var markup: Markup {
        let box = Markup.tag("div", class: "scroll", [.tag("table", [head, body] + [foot].compactMap(\.self))])
        return .element(
            Element(
                "div", (isFollowed ? [("id", table.id)] : []) + [("class", classes)],
                (isTitled ? [.tag("h3", table.title)] : []) + [box] + remarks))
    }

    private var classes: String {
        let short = table.shownRows.count <= 12 ? " short" : ""
        // The last column of a paper on money is what it is about: it should not have to be scrolled to.
        let dense = table.columns.count > 9 ? " dense" : ""
        return "table" + short + dense
    }

    private var head: Markup {
        let headings = table.columns.map { column in
            let classes = "\(column.alignment.rawValue) \(Self.classes(of: column))"
            return Markup.element(
                Element("th", [("scope", "col"), ("class", classes)], text: column.heading.printable))
        }
        return .tag("thead", [.tag("tr", headings)])
    }

    private var body: Markup {
        var rows = table.shownRows.map(row)
        let left = table.rows.count - rows.count
        if left > 0 {
            let words = book.say(LayoutPhrase.moreRows(left))
            let cell = Element("td", [("colspan", "\(table.columns.count)")], text: words)
            rows.append(.tag("tr", class: "more", [.element(cell)]))
        }
        return .tag("tbody", rows)
    }

    private var foot: Markup? { table.totals.map { .tag("tfoot", [row($0)]) } }

    private func row(_ cells: [Cell]) -> Markup {
        .tag("tr", cells.indices.map { cell(cells[$0], at: $0) })
    }

    private func cell(_ cell: Cell, at index: Int) -> Markup {
        let (column, isFirst) = (table.columns[index], index == 0)
        var classes = [column.alignment.rawValue, Self.classes(of: column)]
        if longColumns.contains(index) { classes.append("long") }
        if cell.emphasis != .plain { classes.append(cell.emphasis.rawValue) }
        var content = [cell.words]
        if case .absent(let reason) = cell.figure, let index = reasons.firstIndex(of: reason) {
            content.append(.tag("sup", "\(index + 1)"))
            classes.append("muted")
        }
        let scope = isFirst ? [("scope", "row")] : []
        return .element(
            Element(isFirst ? "th" : "td", scope + [("class", classes.joined(separator: " "))], content))
    }

    private static func classes(of column: Column) -> String {
        column.importance == .extra ? "\(column.kind.rawValue) extra" : column.kind.rawValue
    }

    /// The reasons of missing values by their marks, then the table's own remark.
    private var remarks: [Markup] {
        let reasons = reasons.enumerated().map { index, reason in
            let words = book.say(LayoutPhrase.labelled(book.say(.notAvailable), reason))
            return Markup.tag("p", class: "remark", [.tag("sup", "\(index + 1)"), .text(" " + words.printable)])
        }
        return reasons + [table.remark].compactMap(\.self).map { .tag("p", class: "remark", $0) }
    }
}

extension Cell {
    /// Its words, as a link where they lead somewhere. The page that is followed is not told where the reader comes from.
    fileprivate var words: Markup {
        guard let link else { return .text(text.printable) }
        return .element(
            Element("a", [("href", link.href), ("rel", "noopener noreferrer")], [.text(text.printable)]))
    }
}
