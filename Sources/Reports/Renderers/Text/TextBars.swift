/// Bars of blocks from a common zero, an eighth of a column fine.
struct TextBars {
    private let chart: BarChart
    private let width: Int
    private let ink: TextInk

    init(_ chart: BarChart, width: Int, _ ink: TextInk) {
        self.chart = chart
        self.width = width
        self.ink = ink
    }

    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

    var lines: [String] {
        let labels = min(width * 2 / 5, chart.bars.map { $0.label.printable.columns }.max() ?? 0)
        let values = min(width / 3, chart.bars.map { $0.text.printable.columns }.max() ?? 0)
        let room = max(4, width - labels - values - 4)
        return chart.bars.map { bar in
            let label = bar.label.printable.set(columns: labels)
            let value = bar.text.printable.set(columns: values, .trailing)
            return ink.paint(
                "\(label)  \(value)  \(bar.start == nil ? blocks(bar.value, room) : step(bar, room))"
                    .trailingBlanksTrimmed, .cell(bar.emphasis))
        }
    }

    /// A bar to the right of zero or, when there are values below zero, to either side of a line.
    private func blocks(_ value: Double?, _ room: Int) -> String {
        let (low, high) = span
        guard let value, value.isFinite, high > low else { return "" }
        guard low < 0 else { return run(value / high, room) }
        // A line between the sides takes one column; the left side has no eighths, for there are no such blocks.
        let left = min(room - 2, max(1, Int((-low / (high - low) * Double(room - 1)).rounded())))
        if value >= 0 {
            return String(repeating: " ", count: left) + "│" + (high > 0 ? run(value / high, room - 1 - left) : "")
        }
        let count = min(left, max(1, Int((value / low * Double(left)).rounded())))
        return String(repeating: " ", count: left - count) + String(repeating: "█", count: count) + "│"
    }

    /// A bar that begins at the end of the one above it, in whole columns; where it passes zero, its line is covered.
    private func step(_ bar: BarChart.Bar, _ room: Int) -> String {
        let (low, high) = span
        guard let start = bar.start, let end = bar.end, start.isFinite, end.isFinite, high > low else { return "" }
        let line = low < 0 ? min(room - 2, max(1, Int((-low / (high - low) * Double(room - 1)).rounded()))) : nil
        func column(_ value: Double) -> Int { Int(((value - low) / (high - low) * Double(room - 1)).rounded()) }
        let bar = min(column(start), column(end))...max(column(start), column(end))
        return String((0..<room).map { bar.contains($0) ? "█" : $0 == line ? "│" : " " })
    }

    /// From the least to the largest value that a bar reaches, and zero.
    private var span: (low: Double, high: Double) {
        let values = chart.bars.flatMap { [$0.start, $0.end] }.compactMap(\.self).filter(\.isFinite)
        return (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    }

    private func run(_ fraction: Double, _ room: Int) -> String {
        let eighths = Int((fraction * Double(room) * 8).rounded())
        let whole = String(repeating: "█", count: eighths / 8)
        return eighths % 8 == 0 ? whole : whole + String(Self.eighths[eighths % 8 - 1])
    }
}
