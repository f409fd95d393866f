/// A report on its way to becoming lines of text.
struct TextPage {
    let width: Int
    let ink: TextInk
    let book: Phrasebook
    private var lines: [String] = []

    init(width: Int, isColoured: Bool, book: Phrasebook) {
        self.width = width
        self.book = book
        ink = TextInk(isColoured: isColoured)
    }

    /// All lines, each with its line end.
    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func append(_ report: Report) {
        append(wrapping: report.title, in: .strong)
        if let subtitle = report.subtitle { append(wrapping: subtitle) }
        for fact in report.facts {
            append(wrapping: book.say(LayoutPhrase.labelled(fact.label, fact.value)), in: .quiet)
        }
        skip()
        for sentence in report.headline.sentences { append(wrapping: sentence, in: .headline(report.headline.tone)) }
        for section in report.sections {
            skip()
            append(wrapping: section.heading, in: .strong)
            lines.append(
                ink.paint(String(repeating: "─", count: min(width, section.heading.printable.columns)), .quiet))
            for (index, block) in section.blocks.enumerated() {
                if index > 0 { skip() }
                append(block, in: section)
            }
        }
    }

    private mutating func append(_ block: Block, in section: Section) {
        switch block {
        case .paragraph(let text): append(wrapping: text)
        case .statements(let statements): for statement in statements { append(wrapping: statement.text, after: "• ") }
        case .list(let items): for item in items { append(wrapping: item, after: "• ") }
        case .keyFigures(let figures): append(figures)
        case .table(let table):
            lines += TextTable(table, isTitled: table.title != section.heading, width: width, ink, book).lines
        case .chart(let chart): append(chart)
        case .note(let note): append(note)
        }
    }

    private mutating func append(_ figures: [KeyFigure]) {
        let labels = min(width / 2, figures.map { $0.label.printable.columns }.max() ?? 0)
        for figure in figures {
            let context = figure.context.map { book.say(LayoutPhrase.inParentheses($0)) } ?? ""
            append(
                wrapping: figure.value + context, in: .headline(figure.tone),
                after: figure.label.printable.set(columns: labels) + "  ")
        }
    }

    private mutating func append(_ chart: Chart) {
        append(wrapping: chart.title, in: .strong)
        switch chart {
        case .gantt(let chart): lines += TextGantt(chart, width: width, ink, book).lines
        case .line(let chart): lines += TextLines(chart, width: width, ink, book).lines
        case .bar(let chart): lines += TextBars(chart, width: width, ink).lines
        case .share(let chart): lines += TextShares(chart, width: width, ink, book).lines
        case .network(let chart): lines += TextNetwork(chart, width: width, ink, book).lines
        case .fever(let chart): lines += TextFever(chart, width: width, ink, book).lines
        case .heatMap(let chart): lines += TextHeat(chart, width: width, ink, book).lines
        }
    }

    private mutating func append(_ note: Note) {
        append(wrapping: note.text, in: .headline(note.tone), after: note.tone == .neutral ? "  " : "! ")
        if let advice = note.advice { append(wrapping: advice, in: .quiet, after: "  → ") }
    }

    // MARK: Lines

    private mutating func skip() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    /// Breaks a text into lines; the first begins with a lead, the others are indented as far.
    private mutating func append(wrapping text: String, in style: TextInk.Style = .plain, after lead: String = "") {
        let indent = String(repeating: " ", count: lead.columns)
        for (index, line) in text.printable.wrapped(columns: width - lead.columns).enumerated() {
            lines.append((index == 0 ? lead : indent) + ink.paint(line, style))
        }
    }
}
