/// Draws shades in rows, their labels to the left (on narrow pictures above), and a key over them.
struct HeatDrawing {
    let chart: HeatMap
    let book: Phrasebook
    let width: Double
    private let isNarrow: Bool
    private let labelWidth: Double
    private let limits: [Double]

    init(_ chart: HeatMap, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
        let widest = chart.rows.map { TextMeasure.width(of: $0.label.printable, size: 12, isBold: true) }.max() ?? 0
        labelWidth = isNarrow ? 0 : min(widest + 26, width * 0.24)
        limits = chart.limits
    }

    private var rowHeight: Double { isNarrow ? 33 : 22 }
    private var cellWidth: Double { (width - labelWidth - 1) / Double(max(1, chart.columns.count)) }

    private func x(_ column: Int) -> Double { labelWidth + Double(column) * cellWidth }

    var picture: Picture {
        var canvas = Canvas(width: width)
        let top = legend.draw(on: &canvas, left: 0, right: width, top: 2) + 6
        let head = top + drawHead(on: &canvas, top: top)
        for (index, row) in chart.rows.enumerated() { draw(row, on: &canvas, top: head + Double(index) * rowHeight) }
        let bottom = head + Double(chart.rows.count) * rowHeight
        drawBorders(on: &canvas, from: head, to: bottom)
        return Picture(.heatMap(chart), width: width, height: bottom + 4, canvas: canvas)
    }

    // MARK: Columns

    /// Two lines of words, where there are any; the height of both.
    private func drawHead(on canvas: inout Canvas, top: Double) -> Double {
        let lines = [chart.columns.map(\.group), chart.columns.map(\.mark)]
        var y = top
        for (line, marks) in lines.enumerated() where marks.contains(where: { $0 != nil }) {
            let style = Canvas.TextStyle(10.5, line == 0 ? Palette.faintInk : Palette.quietInk)
            for (column, mark) in marks.enumerated() {
                guard let mark = mark?.printable else { continue }
                let place = Point(x(column) + 1, y + 11)
                if canvas.hasRoom(for: mark, at: place, style) { canvas.text(mark, at: place, style) }
            }
            y += 14
        }
        return y - top + 2
    }

    /// Lines where a mark stands, thin enough for the shades to stay in front.
    private func drawBorders(on canvas: inout Canvas, from top: Double, to bottom: Double) {
        for (column, place) in chart.columns.enumerated() where place.mark != nil && column > 0 {
            let x = x(column)
            canvas.line(
                from: Point(x, top), to: Point(x, bottom), stroke: place.group == nil ? Palette.rule : Palette.faintInk,
                width: 0.6)
        }
    }

    // MARK: Rows

    private func draw(_ row: HeatMap.Row, on canvas: inout Canvas, top: Double) {
        let style = Canvas.TextStyle(
            row.isPart ? 11.5 : 12, row.isPart ? Palette.quietInk : Palette.ink, bold: row.isStrong)
        let indent = row.isPart ? 12.0 : 0
        let room = (isNarrow ? width - 4 : labelWidth - 12) - indent
        let label = TextMeasure.fitted(row.label.printable, into: room, size: style.size, isBold: row.isStrong)
        canvas.text(label, at: Point(indent + (isNarrow ? 0 : 4), top + (isNarrow ? 12 : 15)), style)

        let band = Box(left: labelWidth, top: top + (isNarrow ? 16 : 3), width: width - labelWidth - 1, height: 15)
        canvas.line(
            from: Point(band.left, band.bottom), to: Point(band.right, band.bottom), stroke: Palette.rule)
        for run in runs(of: row) {
            let box = Box(
                left: x(run.places.lowerBound), top: band.top, right: x(run.places.upperBound), bottom: band.bottom)
            draw(run.shade, of: row, run.places.lowerBound, on: &canvas, box)
        }
    }

    private enum Shade: Hashable {
        case level(Int)
        case unknown
    }

    /// Places side by side of one shade. Where a pointer may ask for its words, each place is one of its own.
    private func runs(of row: HeatMap.Row) -> [(shade: Shade, places: Range<Int>)] {
        var runs: [(shade: Shade, places: Range<Int>)] = []
        for (place, value) in row.places.enumerated() {
            guard let shade = shade(of: value) else { continue }
            if let last = runs.last, last.shade == shade, last.places.upperBound == place, isNarrow || shade == .unknown
            {
                runs[runs.count - 1].places = last.places.lowerBound..<place + 1
            } else {
                runs.append((shade, place..<place + 1))
            }
        }
        return runs
    }

    private func shade(of value: HeatMap.Value) -> Shade? {
        if value == .unknown { return .unknown }
        return value.amount.map { .level(chart.level(of: $0, limits)) }
    }

    private func draw(
        _ shade: Shade, of row: HeatMap.Row, _ place: Int, on canvas: inout Canvas, _ box: Box
    ) {
        switch shade {
        case .unknown: canvas.hatch(box)
        case .level(let level):
            let tip =
                isNarrow
                ? nil : "\(row.label), \(chart.columns[place].label): \(chart.words(row.places[place], book))"
            canvas.rectangle(box, fill: Palette.heat[level], tip: tip)
        }
    }

    // MARK: Key

    private var legend: Legend {
        var legend = Legend()
        for (level, words) in chart.levelWords(book) {
            legend.add(words) {
                $0.rectangle(Box(left: $1.x, top: $1.y, width: 18, height: 12), fill: Palette.heat[level])
            }
        }
        legend.add(chart.nothingLabel) {
            $0.line(from: Point($1.x, $1.y + 12), to: Point($1.x + 18, $1.y + 12), stroke: Palette.rule)
        }
        if chart.hasUnknown {
            legend.add(chart.unknownLabel) { $0.hatch(Box(left: $1.x, top: $1.y, width: 18, height: 12)) }
        }
        return legend
    }
}

extension Canvas {
    /// Slanted lines on a pale ground: what is not known, in print without colours too.
    fileprivate mutating func hatch(_ box: Box) {
        rectangle(box, fill: Palette.shade)
        for offset in stride(from: -box.height, to: box.width, by: 6) {
            let left = max(box.left, box.left + offset)
            let right = min(box.right, box.left + offset + box.height)
            guard right > left else { continue }
            let from = Point(left, box.bottom - (left - box.left - offset))
            let to = Point(right, box.bottom - (right - box.left - offset))
            line(from: from, to: to, stroke: Palette.faintInk, width: 0.8)
        }
    }
}
