/// Series as one row each: name, a line of eight heights, the first and the last value.
struct TextLines {
    private let chart: LineChart
    private let width: Int
    private let ink: TextInk
    private let book: Phrasebook

    init(_ chart: LineChart, width: Int, _ ink: TextInk, _ book: Phrasebook) {
        self.chart = chart
        self.width = width
        self.ink = ink
        self.book = book
    }

    private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    var lines: [String] {
        let count = chart.axis.count
        guard count > 0 else { return [] }
        let ends = "\(chart.axis.label(at: 0, book)) – \(chart.axis.label(at: count - 1, book))"
        var lines = chart.series.map(line)
        lines += chart.levels.flatMap { level in
            book.say(LayoutPhrase.labelled(level.label.printable, chart.words(level.value, book)))
                .wrapped(columns: width).map { ink.paint($0, .headline(level.tone)) }
        }
        lines.append(ink.paint(ends.printable.fitted(columns: width), .quiet))
        return lines
    }

    private func line(_ series: LineChart.Series) -> String {
        let names = min(width / 4, chart.series.map { $0.name.printable.columns }.max() ?? 0)
        let known = series.values.compactMap(\.self).filter(\.isFinite)
        guard let first = known.first, let last = known.last else {
            return series.name.printable.set(columns: names) + "  " + book.say(.notAvailable)
        }
        let both = "\(chart.words(first, book)) → \(chart.words(last, book))"
        let hasRoom = known.count > 1 && width - names - both.columns >= 16
        let ends = hasRoom ? both : chart.words(last, book)
        let heights = self.heights(of: series, columns: max(8, width - names - ends.columns - 4))
        return [series.name.printable.set(columns: names), heights, ends].joined(separator: "  ").fitted(columns: width)
    }

    /// One character a place, or a place chosen for each column when there are more places than columns; a forecast
    /// stands behind a `┊`.
    private func heights(of series: LineChart.Series, columns: Int) -> String {
        let range = chart.valueRange
        let room = columns - 1
        let shown =
            series.values.count <= room
            ? Array(series.values.indices) : (0..<room).map { $0 * (series.values.count - 1) / max(1, room - 1) }
        var line = ""
        var hasForecast = false
        for place in shown {
            if let seam = series.forecastFrom, place >= seam, !hasForecast {
                line += "┊"
                hasForecast = true
            }
            guard let value = series.values[place], value.isFinite else {
                line += " "
                continue
            }
            let fraction = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
            line.append(Self.heights[fraction.isFinite ? min(7, max(0, Int(fraction * 8))) : 4])
        }
        return line
    }
}
