/// A table set in columns: what does not fit is left out by importance, then texts go on below.
struct TextTable {
    private let table: Table
    /// Whether the title is shown; not below a heading that says the same.
    private let isTitled: Bool
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook
    /// Which columns are shown, and how wide each is.
    private let layout: [(index: Int, width: Int)]
    private let reasons: [String]

    /// How many lines a text in a row may take.
    private static let mostLines = 6

    init(_ table: Table, isTitled: Bool, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.table = table
        self.isTitled = isTitled
        self.width = width
        self.ink = ink
        self.book = book
        let reasons = table.reasons
        self.reasons = reasons
        layout = TableLayout(table, width: width, mark: { Self.shown($0, reasons) }).columns
    }

    var lines: [String] {
        var lines = isTitled ? table.title.printable.wrapped(columns: width).map { ink.paint($0, .strong) } : []
        lines += headings
        lines.append(ink.paint(layout.map { String(repeating: "─", count: $0.width) }.joined(separator: "  "), .quiet))
        lines += table.shownRows.flatMap(row)
        if let totals = table.totals {
            let rule = layout.map { String(repeating: "─", count: $0.width) }.joined(separator: "  ")
            lines += [ink.paint(rule, .quiet)] + row(totals)
        }
        return lines + remarks
    }

    /// Headings may take two lines; they stand on the rule.
    private var headings: [String] {
        let wrapped = layout.map { table.columns[$0.index].heading.printable.wrapped(columns: $0.width) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let words = zip(layout, wrapped).map { column, heading in
                let offset = line - (height - heading.count)
                return (offset >= 0 ? heading[offset] : "").set(
                    columns: column.width, table.columns[column.index].alignment)
            }
            return ink.paint(words.joined(separator: "  ").trailingBlanksTrimmed, .quiet)
        }
    }

    private func row(_ cells: [Cell]) -> [String] {
        let words = layout.map { lines(of: cells[$0.index], $0) }
        return (0..<(words.map(\.count).max() ?? 0)).map { line in
            ink.line(
                zip(layout, words).map { column, lines in
                    let text = (lines.indices.contains(line) ? lines[line] : "").set(
                        columns: column.width, table.columns[column.index].alignment)
                    return (text, .cell(cells[column.index].emphasis))
                })
        }
    }

    /// The words of a cell: a text as wide as its column, on as many lines as it may take; anything else on one.
    private func lines(of cell: Cell, _ column: (index: Int, width: Int)) -> [String] {
        let words = Self.shown(cell, reasons)
        guard table.columns[column.index].kind == .text, words.columns > column.width else { return [words] }
        // A cell may hold megabytes; no more of it is looked at than can be shown.
        let lines = words.fitted(columns: column.width * (Self.mostLines + 1)).wrapped(columns: column.width)
        guard lines.count > Self.mostLines else { return lines }
        // More follows than its line holds, so what is shown of it ends in an ellipsis.
        let last = lines[Self.mostLines - 1].fitted(columns: column.width - 1)
        return lines.prefix(Self.mostLines - 1) + [last.hasSuffix("…") ? last : last + "…"]
    }

    /// The cell's words, with the number of the reason when its value is missing.
    private static func shown(_ cell: Cell, _ reasons: [String]) -> String {
        guard case .absent(let reason) = cell.figure, let index = reasons.firstIndex(of: reason) else {
            return cell.text.printable
        }
        return "\(cell.text.printable) [\(index + 1)]"
    }

    private var remarks: [String] {
        var remarks: [String] = []
        let left = table.rows.count - table.shownRows.count
        if left > 0 { remarks.append(book.say(LayoutPhrase.moreRows(left))) }
        let leftOut = table.columns.indices.filter { index in !layout.contains { $0.index == index } }
        if !leftOut.isEmpty {
            remarks.append(book.say(LayoutPhrase.columnsLeftOut(leftOut.map { table.columns[$0].heading })))
        }
        remarks += reasons.enumerated().map {
            "[\($0 + 1)] " + book.say(LayoutPhrase.labelled(book.say(.notAvailable), $1))
        }
        remarks += [table.remark].compactMap(\.self)
        return remarks.flatMap { $0.printable.wrapped(columns: width) }.map { ink.paint($0, .quiet) }
    }
}

extension String {
    /// Without blanks at its end.
    var trailingBlanksTrimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
