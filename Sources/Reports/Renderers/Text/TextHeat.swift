/// Rows of blocks, taller for more; a point is nothing, a question mark is not known.
struct TextHeat {
    private let chart: HeatMap
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook
    private let limits: [Double]

    init(_ chart: HeatMap, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
        limits = chart.limits
    }

    private static let blocks: [Character] = ["▁", "▃", "▅", "▆", "█"]
    private static let nothing: Character = "·"
    private static let unknown: Character = "?"

    var lines: [String] {
        guard !chart.columns.isEmpty else { return [] }
        let heads = [chart.columns.map(\.group), chart.columns.map(\.mark)]
            .filter { $0.contains { $0 != nil } }
            .map { ink.paint(String(repeating: " ", count: labels + 2) + head($0), .quiet) }
        return heads + chart.rows.map(line) + key
    }

    private var labels: Int {
        let widest = chart.rows.map { $0.label.printable.columns + ($0.isPart ? 2 : 0) }.max() ?? 0
        return min(widest, max(8, width - 2 - chart.columns.count), width * 2 / 5)
    }

    private var room: Int { max(1, width - labels - 2) }

    /// How many places share a column of the terminal, and how many columns of it a place takes.
    private var shared: Int { (chart.columns.count + room - 1) / room }
    private var wide: Int { shared > 1 ? 1 : min(4, room / chart.columns.count) }

    private func line(_ row: HeatMap.Row) -> String {
        let label = ((row.isPart ? "  " : "") + row.label.printable).set(columns: labels)
        let blocks = stride(from: 0, to: row.places.count, by: shared).map { start in
            String(repeating: block(row.places[start..<min(start + shared, row.places.count)]), count: wide)
        }.joined()
        return ink.paint(label, row.isStrong ? .strong : row.isPart ? .quiet : .plain) + "  " + blocks
    }

    /// The heaviest of some places; what is not known is seen before what is nothing.
    private func block(_ places: ArraySlice<HeatMap.Value>) -> Character {
        if let most = places.compactMap(\.amount).max() { return Self.blocks[chart.level(of: most, limits)] }
        return places.contains(.unknown) ? Self.unknown : Self.nothing
    }

    /// Marks over the places where they belong, those that have room.
    private func head(_ marks: [String?]) -> String {
        var line = ""
        for (place, mark) in marks.enumerated() {
            guard let mark = mark?.printable else { continue }
            let start = place / shared * wide
            guard start >= line.columns + (line.isEmpty ? 0 : 1), start + mark.columns <= room else { continue }
            line += String(repeating: " ", count: start - line.columns) + mark
        }
        return line
    }

    private var key: [String] {
        var words = chart.levelWords(book).map { "\(Self.blocks[$0.level]) \($0.words)" }
        words.append("\(Self.nothing) \(chart.nothingLabel.printable)")
        if chart.hasUnknown { words.append("\(Self.unknown) \(chart.unknownLabel.printable)") }
        return words.joined(separator: "   ").wrapped(columns: width).map { ink.paint($0, .quiet) }
    }
}
