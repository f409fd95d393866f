import Formats

/// A report on its way to becoming a page.
struct HTMLReport {
    let report: Report
    let book: Phrasebook

    init(_ report: Report) {
        self.report = report
        book = Phrasebook(report.language)
    }

    var text: String {
        HTMLPage.written(
            language: report.language.rawValue, title: report.title.printable, head: head,
            body: [.tag("main", [header, headline] + report.sections.map(section))])
    }

    /// Nothing but inline styles may be loaded or run: a browser that keeps to it cannot fetch anything.
    private var head: [Markup] {
        [
            Self.meta("http-equiv", "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
            Self.meta("name", "viewport", "width=device-width, initial-scale=1"),
            .element(Element("style", [], [.raw("\n\(style)\n")])),
        ]
    }

    private var style: String {
        let cells = report.tables.lazy.flatMap { $0.rows.joined() }
        return [
            HTMLStyle.sheet, cells.contains { $0.emphasis == .blank } ? HTMLStyle.signing : nil,
            cells.contains { $0.link != nil } ? HTMLStyle.links : nil, followed.isEmpty ? nil : HTMLStyle.following,
        ].compactMap(\.self).joined(separator: "\n")
    }

    /// The tables that sentences lead to.
    private var followed: Set<String> {
        let statements = report.sections.flatMap(\.blocks).flatMap { block -> [Statement] in
            if case .statements(let statements) = block { statements } else { [] }
        }
        return Set(statements.compactMap(\.table))
    }

    private static func meta(_ key: String, _ name: String, _ content: String) -> Markup {
        .element(Element("meta", [(key, name), ("content", content)]))
    }

    // MARK: Top of the page

    private var header: Markup {
        let facts = report.facts.map { Markup.tag("div", [.tag("dt", $0.label), .tag("dd", $0.value)]) }
        return .tag(
            "header",
            [.tag("h1", report.title)] + [report.subtitle].compactMap(\.self).map { .tag("p", class: "subtitle", $0) }
                + (facts.isEmpty ? [] : [.tag("dl", class: "facts", facts)]))
    }

    private var headline: Markup {
        .tag("div", class: "headline \(report.headline.tone.rawValue)", report.headline.sentences.map { .tag("p", $0) })
    }

    // MARK: Sections

    private func section(_ section: Section) -> Markup {
        .tag("section", [.tag("h2", section.heading)] + section.blocks.map { block($0, in: section) })
    }

    private func block(_ block: Block, in section: Section) -> Markup {
        switch block {
        case .paragraph(let text): .tag("p", text)
        case .list(let items): .tag("ul", items.map { .tag("li", $0) })
        case .statements(let statements): .tag("ul", statements.map(self.statement))
        case .keyFigures(let figures): .tag("div", class: "keys", figures.map(keyFigure))
        case .table(let table):
            HTMLTable(
                table, isTitled: table.title != section.heading, isFollowed: followed.contains(table.id), book
            ).markup
        case .chart(let chart): self.chart(chart)
        case .note(let note):
            .tag(
                "div", class: "note \(note.tone.rawValue)",
                [.tag("p", note.text)]
                    + [note.advice].compactMap(\.self).map { .tag("p", class: "advice", $0) })
        }
    }

    /// A sentence; a small arrow leads to the table that shows its figures, where the page has that.
    private func statement(_ statement: Statement) -> Markup {
        let words = Markup.text(statement.text.printable)
        guard let table = report.tables.first(where: { $0.id == statement.table }) else { return .tag("li", [words]) }
        let link = Element(
            "a", [("href", "#\(table.id)"), ("title", table.title.printable), ("class", "follow")], [.text("↓")])
        return .tag("li", [words, .text("\u{a0}"), .element(link)])
    }

    private func keyFigure(_ figure: KeyFigure) -> Markup {
        .tag(
            "div", class: "key \(figure.tone.rawValue)",
            [.tag("p", class: "label", figure.label), .tag("p", class: "value", figure.value)]
                + [figure.context].compactMap(\.self).map { .tag("p", class: "context", $0) })
    }

    /// The chart drawn twice, for wide and for narrow pages, of which one is shown; and what it shows in words.
    private func chart(_ chart: Chart) -> Markup {
        let drawn = [("wide", 880.0), ("narrow", 350.0)].map { name, width in
            Markup.tag("div", class: name, chart.pictures(width: width, book).map { .element($0.element) })
        }
        return .tag(
            "figure", [.tag("figcaption", chart.title)] + drawn + [.tag("p", class: "summary", chart.summary)])
    }
}

extension Markup {
    /// An element of HTML that holds others.
    static func tag(_ name: String, class style: String? = nil, _ children: [Markup]) -> Markup {
        .element(Element(name, style.map { [("class", $0)] } ?? [], children))
    }

    /// An element of HTML that holds words, cleared of what could break the page.
    static func tag(_ name: String, class style: String? = nil, _ words: String) -> Markup {
        tag(name, class: style, [.text(words.printable)])
    }
}
