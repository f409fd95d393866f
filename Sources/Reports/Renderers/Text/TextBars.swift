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
                "\(label)  \(value)  \(blocks(bar.value, room))".trailingBlanksTrimmed, .cell(bar.emphasis))
        }
    }

    /// A bar to the right of zero or, when there are values below zero, to either side of a line.
    private func blocks(_ value: Double?, _ room: Int) -> String {
        let values = chart.bars.compactMap(\.value).filter(\.isFinite)
        let (low, high) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
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

    private func run(_ fraction: Double, _ room: Int) -> String {
        let eighths = Int((fraction * Double(room) * 8).rounded())
        let whole = String(repeating: "█", count: eighths / 8)
        return eighths % 8 == 0 ? whole : whole + String(Self.eighths[eighths % 8 - 1])
    }
}
