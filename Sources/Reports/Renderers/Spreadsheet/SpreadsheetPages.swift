/// Lays a report out on sheets.
struct SpreadsheetPages {
    private let report: Report
    let workbook: Workbook
    let book: Phrasebook

    init(_ report: Report, _ workbook: Workbook) {
        self.report = report
        self.workbook = workbook
        book = Phrasebook(report.language)
    }

    func write() throws(RenderingFailure) {
        workbook.setProperties(title: report.title.printable.cut(utf16: 250))
        try writeWords()
        // All sheets are there before the first is filled: a formula may look at a later one.
        var sheets: [(table: Table, sheet: Sheet)] = []
        for table in report.tables { sheets.append((table, try addSheet(for: table))) }
        let formulas = FormulaText(
            sheets: Dictionary(sheets.map { ($0.table.id, $0.sheet.name) }) { first, _ in first })
        for (table, sheet) in sheets { write(table, on: sheet, formulas) }
        for chart in report.charts { try write(chart) }
    }

    // MARK: Words

    /// The first sheet: title, facts, headline, and what the sections say beside tables and charts.
    private func writeWords() throws(RenderingFailure) {
        let sheet = try workbook.addSheet(named: report.title)
        let widths = (label: 24, text: 90)
        sheet.setWidth(ofColumn: 0, Double(widths.label))
        sheet.setWidth(ofColumn: 1, Double(widths.text))
        sheet.hideGridlines()
        sheet.setPage(isLandscape: false)
        var row = 0
        func put(_ label: String, _ text: String? = nil, _ format: CellFormat = CellFormat(wraps: true)) {
            sheet.write(label, row: row, column: 0, text == nil ? format : CellFormat(role: .quiet, wraps: true))
            if let text { sheet.write(text, row: row, column: 1, format) }
            let lines = text.map { max($0.wrappedLines(in: widths.text), label.wrappedLines(in: widths.label)) } ?? 1
            if lines > 1 { sheet.setHeight(ofRow: row, lines: lines) }
            row += 1
        }
        sheet.setHeight(ofRow: 0, points: 24)
        put(report.title, nil, CellFormat(role: .title))
        if let subtitle = report.subtitle { put(subtitle, nil, CellFormat(role: .quiet)) }
        for fact in report.facts { put(fact.label, fact.value) }
        row += 1
        for (index, sentence) in report.headline.sentences.enumerated() {
            put("", sentence, CellFormat(emphasis: index == 0 ? .strong : .plain, wraps: true))
        }
        for section in report.sections {
            let lines = section.blocks.flatMap { $0.spreadsheetLines(book) }
            guard !lines.isEmpty else { continue }
            row += 1
            put(section.heading, nil, CellFormat(emphasis: .strong))
            for line in lines { put(line.label, line.text) }
        }
    }

    // MARK: Tables

    private func addSheet(for table: Table) throws(RenderingFailure) -> Sheet {
        guard table.rows.count + 20 < Sheet.rowLimit else {
            throw RenderingFailure(
                "the spreadsheet", cause: "“\(table.title)” has \(table.rows.count) rows, more than a sheet holds")
        }
        return try workbook.addSheet(named: table.title)
    }

    private func write(_ table: Table, on sheet: Sheet, _ formulas: FormulaText) {
        let widths = table.columns.indices.map { width(ofColumn: $0, in: table) }
        let formats = formats(of: table)
        for (index, column) in table.columns.enumerated() {
            var heading = formats[index]
            heading.role = .heading
            sheet.write(column.heading, row: 0, column: index, heading)
            sheet.setWidth(ofColumn: index, Double(widths[index]))
        }
        let lines = zip(table.columns, widths).map { $0.heading.wrappedLines(in: $1) }.max() ?? 1
        if lines > 1 { sheet.setHeight(ofRow: 0, lines: lines) }
        for (row, cells) in table.rows.enumerated() {
            write(cells, row: row + 1, formats, widths, on: sheet, formulas)
        }
        sheet.makeTable(rows: table.rows.count, columns: table.columns.count)
        sheet.setPage(isLandscape: table.columns.count > 5)
        writeFoot(of: table, on: sheet, width: widths.reduce(0, +), formulas)
    }

    private func formats(of table: Table) -> [CellFormat] {
        table.columns.indices.map { index in
            let alignment = table.columns[index].alignment
            return CellFormat(
                alignment: alignment,
                isIndented: alignment == .leading && index > 0 && table.columns[index - 1].alignment == .trailing)
        }
    }

    /// A row; words that are longer than their column is wide are broken into lines.
    private func write(
        _ cells: [Cell], row: Int, _ formats: [CellFormat], _ widths: [Int], on sheet: Sheet, _ formulas: FormulaText
    ) {
        var lines = 1
        for (index, cell) in cells.enumerated() {
            var format = formats[index]
            if case .text = cell.figure, cell.text.columns > widths[index] {
                format.wraps = true
                lines = max(lines, cell.text.wrappedLines(in: widths[index]))
            }
            sheet.write(cell, row: row, column: index, format, book, formulas)
        }
        if lines > 1 { sheet.setHeight(ofRow: row, lines: lines) }
    }

    /// Totals, and below them why values are missing and how to read the table.
    private func writeFoot(of table: Table, on sheet: Sheet, width: Int, _ formulas: FormulaText) {
        var row = table.rows.count + 1
        if let totals = table.totals {
            for (index, format) in formats(of: table).enumerated() {
                var total = format
                total.role = .total
                sheet.write(totals[index], row: row, column: index, total, book, formulas)
            }
            row += 1
        }
        let whole = Table(table.id, title: table.title, columns: table.columns, rows: table.rows, totals: table.totals)
        let reasons = whole.reasons.map { book.say(LayoutPhrase.labelled(book.say(.notAvailable), $0)) }
        for (line, text) in (reasons + [table.remark].compactMap(\.self)).enumerated() {
            sheet.write(
                text, row: row + 1 + line, across: table.columns.count, width: width, CellFormat(role: .quiet))
        }
    }

    /// In characters of the usual font: enough for what is shown, within bounds; totals are bold, which is wider.
    private func width(ofColumn index: Int, in table: Table) -> Int {
        let cells = table.rows.prefix(500).map { $0[index].spreadsheetWidth }.max() ?? 0
        let total = (table.totals.map { $0[index].spreadsheetWidth } ?? 0) * 23 / 20
        let widest = max(cells, total, min(table.columns[index].heading.columns, 16))
        return min(max(widest + 2, 8), 48)
    }
}

extension Block {
    /// What a block says in words, with a label in front where it has one.
    fileprivate func spreadsheetLines(_ book: Phrasebook) -> [(label: String, text: String)] {
        switch self {
        case .paragraph(let text): [("", text)]
        case .list(let items): items.map { ("", $0) }
        case .statements(let statements): statements.map { ("", $0.text) }
        case .keyFigures(let figures):
            figures.map { ($0.label, $0.value + ($0.context.map { book.say(LayoutPhrase.inParentheses($0)) } ?? "")) }
        case .note(let note): [("!", note.text)] + [note.advice].compactMap(\.self).map { ("", "→ \($0)") }
        case .table, .chart: []
        }
    }
}
