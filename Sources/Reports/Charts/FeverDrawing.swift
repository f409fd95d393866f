/// Draws a fever chart: the zones, then the path of each buffer with its latest reading marked.
struct FeverDrawing {
    let chart: FeverChart
    let book: Phrasebook
    let width: Double
    private let isNarrow: Bool

    init(_ chart: FeverChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
    }

    var picture: Picture {
        var canvas = Canvas(width: width)
        let legendHeight = legend.draw(on: &canvas, left: 0, right: width, top: 2) + 8
        let quiet = Canvas.TextStyle(11, Palette.faintInk)
        canvas.text(book.say(FeverPhrase.consumed), at: Point(0, legendHeight + 10), quiet)
        let top = legendHeight + 24
        let plot = Box(left: 48, top: top, right: width - 14, bottom: top + (isNarrow ? 200 : 250))
        drawZones(on: &canvas, plot)
        drawAxes(on: &canvas, plot)
        canvas.text(
            book.say(FeverPhrase.done), at: Point(plot.right, plot.bottom + 34), quiet, anchor: .end)
        for index in chart.paths.indices { drawPath(index, on: &canvas, plot) }
        for index in chart.paths.indices { drawName(index, on: &canvas, plot) }
        for index in chart.paths.indices { drawDates(index, on: &canvas, plot) }
        return Picture(.fever(chart), width: width, height: plot.bottom + 40, canvas: canvas)
    }

    private func place(_ progress: Double, _ consumed: Double, _ plot: Box) -> Point {
        Point(plot.left + progress * plot.width, plot.bottom - consumed / chart.top * plot.height)
    }

    // MARK: Ground

    private func drawZones(on canvas: inout Canvas, _ plot: Box) {
        func line(_ border: FeverChart.Border) -> [Point] {
            [0, 1].map { place($0, min(border.height(at: $0), chart.top), plot) }
        }
        let (yellow, red) = (line(chart.yellow), line(chart.red))
        let (floor, ceiling) = (
            [Point(plot.right, plot.bottom), Point(plot.left, plot.bottom)],
            [Point(plot.right, plot.top), Point(plot.left, plot.top)]
        )
        canvas.polygon(yellow + floor, fill: Palette.calm)
        canvas.polygon(yellow + red.reversed(), fill: Palette.watch)
        canvas.polygon(red + ceiling, fill: Palette.alarm)
    }

    private func drawAxes(on canvas: inout Canvas, _ plot: Box) {
        let style = Canvas.TextStyle(11, Palette.quietInk)
        for tick in stride(from: 0, through: chart.top, by: 0.25) {
            let y = place(0, tick, plot).y
            canvas.line(
                from: Point(plot.left, y), to: Point(plot.right, y),
                stroke: tick == 0 ? Palette.faintInk : Palette.paper)
            canvas.text(
                book.percent(tick, decimals: 0), at: Point(plot.left - 6, y + 4), style, anchor: .end)
        }
        for tick in isNarrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1] {
            let x = place(tick, 0, plot).x
            canvas.line(from: Point(x, plot.bottom), to: Point(x, plot.bottom + 4), stroke: Palette.faintInk)
            canvas.text(
                book.percent(tick, decimals: 0), at: Point(x, plot.bottom + 18), style,
                anchor: tick == 1 ? .end : .middle)
        }
        guard chart.top > 1 else { return }
        let whole = place(0, 1, plot).y
        canvas.line(
            from: Point(plot.left, whole), to: Point(plot.right, whole), stroke: Palette.critical, width: 1.5,
            dashes: "4 3")
    }

    // MARK: Paths

    /// The readings of a path as they are, and where each stands.
    private func points(_ index: Int, _ plot: Box) -> [(reading: FeverChart.Point, place: Point)] {
        let path = chart.paths[index]
        return path.points.filter(\.isSound).map { reading in
            (reading, place(min(max(0, reading.progress), 1), min(max(0, reading.consumed), chart.top), plot))
        }
    }

    private func drawPath(_ index: Int, on canvas: inout Canvas, _ plot: Box) {
        let path = chart.paths[index]
        let colour = Palette.series(index)
        let points = points(index, plot)
        canvas.path(points.map(\.place), stroke: colour, width: 2)
        for (order, (reading, place)) in points.enumerated() {
            let isLast = order == points.count - 1
            canvas.circle(
                at: place, radius: isLast ? 5 : 2.5, fill: isLast ? colour : Palette.paper, stroke: colour,
                tip: chart.words(reading, of: path, book))
        }
    }

    private func drawName(_ index: Int, on canvas: inout Canvas, _ plot: Box) {
        guard let last = points(index, plot).last else { return }
        let style = Canvas.TextStyle(11.5, Palette.series(index), bold: true, halo: true)
        let name = TextMeasure.fitted(
            chart.paths[index].name.printable, into: plot.width * 0.45, size: style.size, isBold: true)
        // What lies beyond the edge says how far.
        let share = last.reading.consumed > chart.top ? " " + book.percent(last.reading.consumed, decimals: 0) : ""
        write(name + share, beside: last.place, style, on: &canvas, plot)
    }

    /// The dates of the first and the last reading, and of those between them that have room.
    private func drawDates(_ index: Int, on canvas: inout Canvas, _ plot: Box) {
        let points = points(index, plot)
        let style = Canvas.TextStyle(10, Palette.quietInk, halo: true)
        for place in ([points.count - 1, 0] + Array(1..<max(1, points.count - 1))).prefix(points.count) {
            let label = TextMeasure.fitted(points[place].reading.label.printable, into: 90, size: style.size)
            write(label, beside: points[place].place, style, on: &canvas, plot)
        }
    }

    /// Writes words where they have room beside a point, inside the plot; nowhere if there is none.
    private func write(
        _ text: String, beside point: Point, _ style: Canvas.TextStyle, on canvas: inout Canvas, _ plot: Box
    ) {
        let places: [(Point, Canvas.Anchor)] = [
            (Point(point.x + 9, point.y + 4), .start), (Point(point.x - 9, point.y + 4), .end),
            (Point(point.x + 2, point.y - 9), .start), (Point(point.x - 2, point.y - 9), .end),
            (Point(point.x + 2, point.y + 17), .start), (Point(point.x - 2, point.y + 17), .end),
            (Point(point.x + 9, point.y - 9), .start), (Point(point.x - 9, point.y + 17), .end),
        ]
        let free = places.first { place, anchor in
            let box = Canvas.box(of: text, at: place, style, anchor: anchor)
            return plot.contains(box) && canvas.hasRoom(for: text, at: place, style, anchor: anchor)
        }
        if let (place, anchor) = free { canvas.text(text, at: place, style, anchor: anchor) }
    }

    private var legend: Legend {
        var legend = Legend()
        for (phrase, fill) in [
            (FeverPhrase.calm, Palette.calm), (.watch, Palette.watch), (.alarm, Palette.alarm),
        ] {
            legend.add(book.say(phrase)) {
                $0.rectangle(Box(left: $1.x, top: $1.y, width: 18, height: 12), fill: fill, stroke: Palette.rule)
            }
        }
        for (index, path) in chart.paths.enumerated() {
            legend.add(path.name) {
                $0.circle(at: Point($1.x + 9, $1.y + 6), radius: 5, fill: Palette.series(index))
            }
        }
        return legend
    }
}
