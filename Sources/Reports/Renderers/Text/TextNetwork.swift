/// A network in lines of text: each activity with what it waits for, the strongest links first.
struct TextNetwork {
    let chart: NetworkChart
    let width: Int
    let ink: TextInk
    let book: Phrasebook

    init(_ chart: NetworkChart, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
    }

    var lines: [String] {
        let incoming = Dictionary(grouping: chart.links, by: \.target)
        let names = min(width / 2, chart.nodes.map { $0.label.printable.columns }.max() ?? 0)
        return chart.nodes.enumerated().map { place, node in
            let links = (incoming[place] ?? []).sorted { ($0.strength, -$0.source) > ($1.strength, -$1.source) }
            let sources = links.map { chart.nodes[$0.source].label.printable }
            let style: TextInk.Style = node.isCritical ? .headline(.bad) : .plain
            guard !sources.isEmpty else { return ink.paint(node.label.printable.fitted(columns: names), style) }
            let name = ink.paint(node.label.printable.set(columns: names), style)
            let separator = book.language == .english ? ", " : "、"
            return name + "  ← " + sources.joined(separator: separator).fitted(columns: width - names - 4)
        }
    }
}
