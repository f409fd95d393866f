import WorkTime

/// Draws series over time: a legend, the plot with round values to the left, and time below.
struct LineDrawing {
    let chart: LineChart
    let book: Phrasebook
    let width: Double
    private let vertical: NumberScale
    private let isNarrow: Bool

    init(_ chart: LineChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
        vertical = NumberScale(covering: chart.valueRange, steps: 5)
    }

    var picture: Picture {
        var canvas = Canvas(width: width)
        let legendHeight = legend.draw(on: &canvas, left: 0, right: width, top: 2) + 8
        let title = book.axisTitle(chart.unit)
        let top = legendHeight + (title == nil ? 6 : 24)
        let plot = Box(
            left: labelWidth + 8, top: top, right: width - 12, bottom: top + (isNarrow ? 200 : 250))
        if let title {
            canvas.text(title, at: Point(0, legendHeight + 10), Canvas.TextStyle(11, Palette.faintInk))
        }
        drawValues(on: &canvas, plot)
        let below = drawPlaces(on: &canvas, plot)
        for index in chart.series.indices { drawBand(index, on: &canvas, plot) }
        for index in chart.series.indices where !chart.series[index].isLeading { draw(index, on: &canvas, plot) }
        for index in chart.series.indices where chart.series[index].isLeading { draw(index, on: &canvas, plot) }
        drawLevels(on: &canvas, plot)
        return Picture(.line(chart), width: width, height: plot.bottom + below, canvas: canvas)
    }

    // MARK: Axes

    private func label(_ value: Double) -> String { book.axisValue(value, chart.unit, decimals: vertical.decimals) }

    private var labelWidth: Double {
        vertical.ticks.map { TextMeasure.width(of: label($0), size: 11) }.max() ?? 0
    }

    private func y(_ value: Double, _ plot: Box) -> Double { plot.bottom - vertical.fraction(of: value) * plot.height }

    private func drawValues(on canvas: inout Canvas, _ plot: Box) {
        for tick in vertical.ticks {
            let y = y(tick, plot)
            let stroke = tick == 0 ? Palette.faintInk : Palette.paleRule
            canvas.line(from: Point(plot.left, y), to: Point(plot.right, y), stroke: stroke)
            canvas.text(
                label(tick), at: Point(plot.left - 6, y + 4), Canvas.TextStyle(11, Palette.quietInk), anchor: .end)
        }
    }

    private func x(_ index: Int, _ plot: Box) -> Double { plot.left + chart.axis.fraction(of: index) * plot.width }

    /// How many words share the width. Days of several years are long, and a narrow picture writes only a few of them;
    /// months that overlap are left out, so that none has to be cut.
    private var mostPlaces: Int {
        switch chart.axis {
        case .days where isNarrow: 3
        case .months: 3
        case .days, .steps: 6
        }
    }

    /// Writes the places below the plot, as many as have room; returns the height that they take.
    private func drawPlaces(on canvas: inout Canvas, _ plot: Box) -> Double {
        let style = Canvas.TextStyle(11, Palette.quietInk)
        let baseline = plot.bottom + 18
        let room = max(40, width / Double(min(mostPlaces, max(1, chart.axis.count))) - 8)
        for index in chart.axis.legibleIndices {
            let words = TextMeasure.fitted(chart.axis.mark(at: index, book), into: room, size: style.size)
            let x = x(index, plot)
            canvas.line(from: Point(x, plot.bottom), to: Point(x, plot.bottom + 4), stroke: Palette.faintInk)
            let half = TextMeasure.width(of: words, size: style.size) / 2
            let middle = min(max(x, half + 1), width - half - 1)
            let clear = Canvas.box(of: words + "  ", at: Point(middle, baseline), style, anchor: .middle)
            if !canvas.labels.contains(where: { $0.box.overlaps(clear) }) {
                canvas.text(words, at: Point(middle, baseline), style, anchor: .middle)
            }
        }
        return 26
    }

    // MARK: Series

    private func colour(_ index: Int) -> String { chart.colour(ofSeries: index) }

    private func points(_ index: Int, _ plot: Box) -> [Point?] {
        chart.series[index].values.enumerated().map { place, value in
            value.flatMap { $0.isFinite ? Point(x(place, plot), y($0, plot)) : nil }
        }
    }

    private func draw(_ index: Int, on canvas: inout Canvas, _ plot: Box) {
        let series = chart.series[index]
        let points = points(index, plot)
        let width = series.isLeading ? 2.5 : 1.75
        let seam = min(series.forecastFrom ?? points.count, points.count)
        for run in points[..<seam].runs { canvas.path(run, stroke: colour(index), width: width) }
        for run in points[max(0, seam - 1)...].runs where seam < points.count {
            canvas.path(run, stroke: colour(index), width: width, dashes: "5 4")
        }
        guard points.count <= 31 else { return }
        for (place, point) in points.enumerated() {
            guard let point, let value = series.values[place] else { continue }
            let tip = "\(series.name), \(chart.axis.label(at: place, book)): \(chart.words(value, book))"
            drawMark(index, at: point, isForecast: place >= seam, on: &canvas, tip: tip)
        }
    }

    /// A point of the series' own shape, so that lines are told apart without colour; hollow in the forecast.
    private func drawMark(_ index: Int, at point: Point, isForecast: Bool, on canvas: inout Canvas, tip: String?) {
        let colour = colour(index)
        let fill = isForecast ? Palette.paper : colour
        let (x, y) = (point.x, point.y)
        switch index % 4 {
        case 0: canvas.circle(at: point, radius: 3, fill: fill, stroke: colour, tip: tip)
        case 1:
            let box = Box(left: x - 2.8, top: y - 2.8, width: 5.6, height: 5.6)
            canvas.rectangle(box, fill: fill, stroke: colour, tip: tip)
        case 2:
            let corners = [Point(x, y - 3.6), Point(x + 3.6, y + 2.8), Point(x - 3.6, y + 2.8)]
            canvas.polygon(corners, fill: fill, stroke: colour, tip: tip)
        default:
            let corners = [Point(x, y - 4), Point(x + 4, y), Point(x, y + 4), Point(x - 4, y)]
            canvas.polygon(corners, fill: fill, stroke: colour, tip: tip)
        }
    }

    private func drawBand(_ index: Int, on canvas: inout Canvas, _ plot: Box) {
        for band in chart.series[index].bands.reversed() { draw(band.ranges, colour(index), on: &canvas, plot) }
    }

    private func draw(_ ranges: [ClosedRange<Double>?], _ colour: String, on canvas: inout Canvas, _ plot: Box) {
        let places = ranges.indices.filter { ranges[$0] != nil }
        let upper = places.compactMap { place in ranges[place].map { Point(x(place, plot), y($0.upperBound, plot)) } }
        let lower = places.compactMap { place in ranges[place].map { Point(x(place, plot), y($0.lowerBound, plot)) } }
        guard upper.count > 1 else { return }
        canvas.polygon(upper + lower.reversed(), fill: colour, opacity: 0.14)
    }

    // MARK: Levels and legend

    /// Lines across the plot; their words stand above them, or higher still where words are already.
    private func drawLevels(on canvas: inout Canvas, _ plot: Box) {
        for level in chart.levels where level.value.isFinite {
            let y = y(level.value, plot)
            let colour = Palette.ink(of: level.tone)
            canvas.line(
                from: Point(plot.left, y), to: Point(plot.right, y), stroke: colour, width: 1.5, dashes: "2 3")
            let style = Canvas.TextStyle(11.5, colour, bold: true, halo: true)
            let label = "\(level.label) \(chart.words(level.value, book))"
            let words = TextMeasure.fitted(label.printable, into: plot.width - 8, size: 11.5, isBold: true)
            let places = [y - 5, y + 14, y - 20, y + 29].filter { $0 - 11 >= plot.top && $0 + 3 <= plot.bottom }
            let free = places.first {
                canvas.hasRoom(for: words, at: Point(plot.left + 6, $0), style)
            }
            if let free { canvas.text(words, at: Point(plot.left + 6, free), style) }
        }
    }

    private var legend: Legend {
        var legend = Legend()
        for (index, series) in chart.series.enumerated() {
            legend.add(series.name) { canvas, corner in
                let middle = corner.y + 6
                canvas.path(
                    [Point(corner.x, middle), Point(corner.x + 18, middle)], stroke: colour(index),
                    width: series.isLeading ? 2.5 : 1.75)
                drawMark(index, at: Point(corner.x + 9, middle), isForecast: false, on: &canvas, tip: nil)
            }
        }
        if chart.series.contains(where: { $0.forecastFrom.map { $0 < chart.axis.count } ?? false }) {
            legend.add(book.say(LegendPhrase.forecast)) {
                let ends = [Point($1.x, $1.y + 6), Point($1.x + 18, $1.y + 6)]
                $0.path(ends, stroke: Palette.quietInk, width: 1.75, dashes: "5 4")
            }
        }
        if chart.series.contains(where: { !$0.bands.isEmpty }) {
            legend.add(book.say(LegendPhrase.range)) {
                let box = Box(left: $1.x, top: $1.y, width: 18, height: 12)
                $0.rectangle(box, fill: Palette.paleRule, stroke: Palette.rule)
            }
        }
        return legend
    }
}

extension ArraySlice<Point?> {
    /// The stretches without a gap.
    fileprivate var runs: [[Point]] { split { $0 == nil }.map { $0.compactMap(\.self) } }
}
