/// A report on its way to becoming a page.
struct HTMLPage {
    let report: Report
    let book: Phrasebook

    init(_ report: Report) {
        self.report = report
        book = Phrasebook(report.language)
    }

    var text: String {
        var charts = 0
        let sections = report.sections.map { section($0, charts: &charts) }
        let main = Self.tag("main", [header, headline] + sections)
        return """
            <!DOCTYPE html>
            <html lang="\(report.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.words(report.title))</title>
            <style>
            \(HTMLStyle.sheet)
            </style>
            </head>
            <body>
            \(main)
            </body>
            </html>

            """
    }

    /// Nothing but inline styles: a browser that keeps to it cannot fetch or run anything.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    // MARK: Top of the page

    private var header: String {
        var parts = [Self.tag("h1", Self.words(report.title))]
        if let subtitle = report.subtitle { parts.append(Self.tag("p", class: "subtitle", Self.words(subtitle))) }
        if !report.facts.isEmpty {
            let facts = report.facts.map {
                Self.tag("div", Self.tag("dt", Self.words($0.label)) + Self.tag("dd", Self.words($0.value)))
            }
            parts.append(Self.tag("dl", class: "facts", facts))
        }
        return Self.tag("header", parts)
    }

    private var headline: String {
        let sentences = report.headline.sentences.map { Self.tag("p", Self.words($0)) }
        return Self.tag("div", class: "headline \(report.headline.tone.rawValue)", sentences)
    }

    // MARK: Sections

    private func section(_ section: Section, charts: inout Int) -> String {
        var parts = [Self.tag("h2", Self.words(section.heading))]
        for block in section.blocks { parts.append(self.block(block, charts: &charts)) }
        return Self.tag("section", parts)
    }

    private func block(_ block: Block, charts: inout Int) -> String {
        switch block {
        case .paragraph(let text):
            return Self.tag("p", Self.words(text))
        case .list(let items):
            return Self.tag("ul", items.map { Self.tag("li", Self.words($0)) })
        case .keyFigures(let figures):
            return Self.tag("div", class: "keys", figures.map(keyFigure))
        case .table(let table):
            return HTMLTable(table, book).text
        case .chart(let chart):
            charts += 1
            return self.chart(chart, number: charts)
        case .note(let note):
            var parts = [Self.tag("p", Self.words(note.text))]
            if let advice = note.advice { parts.append(Self.tag("p", class: "advice", Self.words(advice))) }
            return Self.tag("div", class: "note \(note.tone.rawValue)", parts)
        }
    }

    private func keyFigure(_ figure: KeyFigure) -> String {
        var parts = [
            Self.tag("p", class: "label", Self.words(figure.label)),
            Self.tag("p", class: "value", Self.words(figure.value)),
        ]
        if let context = figure.context { parts.append(Self.tag("p", class: "context", Self.words(context))) }
        return Self.tag("div", class: "key \(figure.tone.rawValue)", parts)
    }

    /// The chart drawn twice, for wide and for narrow pages, of which one is shown; and what it shows in words.
    private func chart(_ chart: Chart, number: Int) -> String {
        var parts = [Self.tag("figcaption", Self.words(chart.title))]
        for (name, width) in [("wide", 880.0), ("narrow", 350.0)] {
            let pictures = chart.pictures(width: width, book).enumerated().map { index, picture in
                picture.svg(id: "chart-\(number)-\(name)-\(index + 1)")
            }
            parts.append(Self.tag("div", class: name, pictures))
        }
        parts.append(Self.tag("p", class: "summary", Self.words(chart.summary)))
        return Self.tag("figure", parts)
    }

    // MARK: Markup

    static func words(_ text: String) -> String { Markup.escaped(text.printable) }

    static func tag(_ name: String, class style: String? = nil, _ content: String) -> String {
        "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(content)</\(name)>"
    }

    static func tag(_ name: String, class style: String? = nil, _ parts: [String]) -> String {
        tag(name, class: style, "\n\(parts.joined(separator: "\n"))\n")
    }
}
