/// Draws wholes cut into shares, with the shares written into the parts where they fit.
struct ShareDrawing {
    let chart: ShareChart
    let book: Phrasebook
    let width: Double
    private let isNarrow: Bool
    private let labelWidth: Double

    init(_ chart: ShareChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
        let widest = chart.bars.map { TextMeasure.width(of: $0.label.printable, size: 12) }.max() ?? 0
        labelWidth = isNarrow ? 0 : min(widest + 14, width * 0.3)
    }

    private var rowHeight: Double { isNarrow ? 44 : 30 }

    var picture: Picture {
        var canvas = Canvas(width: width)
        let top = legend.draw(on: &canvas, left: 0, right: width, top: 2) + 6
        for (index, bar) in chart.bars.enumerated() { draw(bar, on: &canvas, top: top + Double(index) * rowHeight) }
        let bottom = top + Double(chart.bars.count) * rowHeight
        return Picture(.share(chart), width: width, height: bottom + 2, canvas: canvas)
    }

    private func draw(_ bar: ShareChart.Bar, on canvas: inout Canvas, top: Double) {
        let room = isNarrow ? width - 4 : labelWidth - 12
        let label = TextMeasure.fitted(bar.label.printable, into: room, size: 12)
        canvas.text(label, at: Point(isNarrow ? 0 : 4, top + (isNarrow ? 13 : 19)))

        let row = Box(left: labelWidth, top: top + (isNarrow ? 18 : 4), width: width - labelWidth - 1, height: 22)
        let shares = bar.shares.map { $0.isFinite ? max(0, $0) : 0 }
        let whole = shares.reduce(0, +)
        guard whole > 0 else { return drawEmpty(row, on: &canvas) }
        var left = row.left
        for (part, share) in shares.enumerated() where share > 0 {
            let right = left + row.width * (share / whole)
            drawPart(part, share, of: bar, on: &canvas, Box(left: left, top: row.top, right: right, bottom: row.bottom))
            left = right
        }
    }

    private func drawPart(
        _ part: Int, _ share: Double, of bar: ShareChart.Bar, on canvas: inout Canvas, _ box: Box
    ) {
        let fill = Palette.series(part)
        let tip = "\(bar.label), \(chart.parts[part]): \(book.percent(share))"
        canvas.rectangle(box, fill: fill, stroke: Palette.paper, tip: tip)
        let words = book.percent(share, decimals: 0)
        if TextMeasure.width(of: words, size: 11) + 6 <= box.width {
            let middle = Point((box.left + box.right) / 2, box.top + 15)
            canvas.text(words, at: middle, Canvas.TextStyle(11, Palette.inkOn(fill)), anchor: .middle)
        }
    }

    /// A whole of nothing has no shares.
    private func drawEmpty(_ row: Box, on canvas: inout Canvas) {
        canvas.rectangle(row, fill: Palette.paper, stroke: Palette.rule)
        canvas.text(
            book.say(.notAvailable), at: Point(row.left + 8, row.top + 15), Canvas.TextStyle(11, Palette.faintInk))
    }

    private var legend: Legend {
        var legend = Legend()
        for (part, name) in chart.parts.enumerated() {
            legend.add(name) {
                $0.rectangle(Box(left: $1.x, top: $1.y, width: 18, height: 12), fill: Palette.series(part))
            }
        }
        return legend
    }
}
