/// Draws bars from a common zero, their labels to the left (on narrow pictures above), their values at their ends.
struct BarDrawing {
    let chart: BarChart
    let book: Phrasebook
    let width: Double
    private let isNarrow: Bool
    private let labelWidth: Double
    private let valueStyle = Canvas.TextStyle(12, Palette.ink)

    init(_ chart: BarChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
        let widest = chart.bars.map { TextMeasure.width(of: $0.label.printable, size: 12, isBold: true) }.max() ?? 0
        labelWidth = isNarrow ? 0 : min(widest + 14, width * 0.36)
    }

    private var rowHeight: Double { isNarrow ? 40 : 26 }

    var picture: Picture {
        var canvas = Canvas(width: width)
        let top = legend.draw(on: &canvas, left: 0, right: width, top: 2) + 4
        let bottom = top + Double(chart.bars.count) * rowHeight
        let scale = scale
        canvas.line(from: Point(scale.zero, top), to: Point(scale.zero, bottom), stroke: Palette.faintInk)
        for (index, bar) in chart.bars.enumerated() {
            draw(bar, on: &canvas, top: top + Double(index) * rowHeight, scale)
        }
        return Picture(.bar(chart), width: width, height: bottom + 4, canvas: canvas)
    }

    // MARK: Scale

    private struct Scale {
        /// Where zero lies.
        var zero: Double
        /// The values from one side to the other, and the pixels that they have.
        var span: Double
        var room: Double

        func x(_ value: Double) -> Double { span > 0 ? zero + value / span * room : zero }
    }

    /// Leaves room for the longest words at either end, so that no value leaves the picture or meets a label.
    private var scale: Scale {
        let drawn = chart.bars.filter { $0.value?.isFinite ?? false }
        let values = drawn.flatMap { [$0.start, $0.end, $0.reference] }.compactMap(\.self).filter(\.isFinite)
        let low = min(0, values.min() ?? 0)
        let high = max(0, values.max() ?? 0)
        let leftWords = words(of: drawn.filter { ($0.value ?? 0) < 0 })
        let rightWords = words(of: chart.bars.filter { ($0.value ?? 0) >= 0 })
        let room = max(10, width - labelWidth - leftWords - rightWords - 2)
        let left = labelWidth + leftWords + 1
        let span = high - low
        return Scale(zero: span > 0 ? left - low / span * room : left, span: span, room: room)
    }

    private func words(of bars: [BarChart.Bar]) -> Double {
        bars.map { TextMeasure.width(of: words(of: $0), size: 12) + 8 }.max() ?? 0
    }

    private func words(of bar: BarChart.Bar) -> String {
        TextMeasure.fitted(bar.text.printable, into: width * 0.28, size: 12)
    }

    // MARK: Bars

    private func draw(_ bar: BarChart.Bar, on canvas: inout Canvas, top: Double, _ scale: Scale) {
        let isStrong = bar.emphasis != .plain && bar.emphasis != .muted
        let style = Canvas.TextStyle(12, Palette.ink, bold: isStrong)
        let room = isNarrow ? width - 4 : labelWidth - 12
        let label = TextMeasure.fitted(bar.label.printable, into: room, size: 12, isBold: isStrong)
        canvas.text(label, at: Point(isNarrow ? 0 : 4, top + (isNarrow ? 13 : 17)), style)

        let box = Box(left: scale.zero, top: top + (isNarrow ? 18 : 5), width: 0, height: 16)
        let baseline = box.top + 12.5
        guard let value = bar.value, value.isFinite else {
            canvas.text(
                words(of: bar), at: Point(scale.zero + 6, baseline), Canvas.TextStyle(12, Palette.faintInk))
            return
        }
        drawValue(value, of: bar, on: &canvas, box, baseline: baseline, scale)
    }

    private func drawValue(
        _ value: Double, of bar: BarChart.Bar, on canvas: inout Canvas, _ row: Box, baseline: Double, _ scale: Scale
    ) {
        let (start, end) = (scale.x(bar.start ?? 0), scale.x((bar.start ?? 0) + value))
        let box = Box(left: min(start, end), top: row.top, right: max(start, end), bottom: row.bottom)
        canvas.rectangle(box, fill: fill(of: bar, value), radius: 1.5, tip: "\(bar.label): \(bar.text)")
        var reach = box
        if let reference = bar.reference, reference.isFinite {
            let x = scale.x(reference)
            canvas.line(
                from: Point(x, row.top - 2), to: Point(x, row.bottom + 2), stroke: Palette.ink, width: 2)
            reach = Box(left: min(box.left, x), top: row.top, right: max(box.right, x), bottom: row.bottom)
        }
        if value < 0 {
            canvas.text(words(of: bar), at: Point(reach.left - 6, baseline), valueStyle, anchor: .end)
        } else {
            canvas.text(words(of: bar), at: Point(reach.right + 6, baseline), valueStyle)
        }
    }

    private func fill(of bar: BarChart.Bar, _ value: Double) -> String {
        switch bar.emphasis {
        case .strong, .new: Palette.leading
        case .critical, .missed: Palette.critical
        case .kept: Palette.good
        case .muted, .blank: Palette.slack
        case .plain: value < 0 ? Palette.falling : chart.risingFill
        }
    }

    private var legend: Legend {
        var legend = Legend()
        if let label = chart.referenceLabel, chart.bars.contains(where: { $0.reference != nil }) {
            legend.add(label) {
                $0.line(from: Point($1.x + 9, $1.y), to: Point($1.x + 9, $1.y + 12), stroke: Palette.ink, width: 2)
            }
        }
        return legend
    }
}

extension BarChart.Bar {
    /// Where the bar ends.
    var end: Double? { value.map { (start ?? 0) + $0 } }
}

extension BarChart {
    /// Whether bars begin where others end.
    var isWaterfall: Bool { bars.contains { $0.start != nil } }

    /// Whether bars point to either side.
    var isSigned: Bool { bars.contains { ($0.value ?? 0) < 0 } }

    /// The colour of bars to the right, which stand out only against others to the left.
    var risingFill: String { isSigned ? Palette.rising : Palette.work }
}
