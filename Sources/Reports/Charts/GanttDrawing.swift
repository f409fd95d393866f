import WorkTime

/// Draws a timetable: labels to the left (on narrow pictures above their bars), months and weeks on top.
struct GanttDrawing {
    let chart: GanttChart
    let book: Phrasebook
    let width: Double
    let scale: TimeScale
    private let isNarrow: Bool
    private let labelWidth: Double

    /// The most height of a picture's rows: a page of A4 holds it whole, so that no page's end cuts it.
    static let rowsOfPage = 1_060.0

    init(_ chart: GanttChart, width: Double, _ book: Phrasebook) {
        self.chart = chart
        self.book = book
        self.width = width
        isNarrow = width < Chart.leastWideWidth
        let names = chart.lanes.flatMap(\.rows).map {
            TextMeasure.width(of: $0.label.printable, size: 12, isBold: true)
        }
        labelWidth = isNarrow ? 0 : min((names.max() ?? 0) + 14, width * 0.34)
        let (first, end) = chart.shownDays
        // A milestone on the first or last day keeps both its corners.
        let margin = isNarrow ? 8.0 : 1
        scale = TimeScale(
            first: first, end: end, left: labelWidth + (isNarrow ? margin : 0), right: width - margin,
            hours: chart.hours)
    }

    var pictures: [Picture] {
        let pages = chart.pages(height: Self.rowsOfPage, row: rowHeight, heading: laneHeight)
        return pages.enumerated().map { index, lanes in
            var canvas = Canvas(width: width)
            let height = draw(lanes, on: &canvas, withLegend: index == 0)
            return Picture(.gantt(chart), part: index, of: pages.count, width: width, height: height, canvas: canvas)
        }
    }

    private var rowHeight: Double { isNarrow ? 36 : 21 }
    private var laneHeight: Double { 22 }
    /// The middle of a row's bar, below the top of the row.
    private var barMiddle: Double { isNarrow ? 25 : 10.5 }

    private func draw(_ lanes: [GanttChart.Lane], on canvas: inout Canvas, withLegend: Bool) -> Double {
        let legendHeight = withLegend ? legend.draw(on: &canvas, left: 0, right: width, top: 2) + 6 : 0
        let markerHeight = drawMarkerLabels(on: &canvas, top: legendHeight)
        let axisTop = legendHeight + markerHeight
        let rowsTop = axisTop + axisHeight
        let rows = lanes.reduce(0) { $0 + $1.rows.count }
        let headings = lanes.filter { !$0.name.isEmpty }.count
        let bottom = rowsTop + Double(rows) * rowHeight + Double(headings) * laneHeight

        drawDays(on: &canvas, from: axisTop, rowsTop: rowsTop, to: bottom)
        drawAxis(on: &canvas, top: axisTop, bottom: bottom)
        drawMarkerLines(on: &canvas, from: axisTop, to: bottom)
        var top = rowsTop
        for lane in lanes {
            if !lane.name.isEmpty {
                drawHeading(lane.name, on: &canvas, top: top)
                top += laneHeight
            }
            for row in lane.rows {
                draw(row, on: &canvas, top: top)
                top += rowHeight
            }
        }
        canvas.line(from: Point(0, bottom), to: Point(width, bottom), stroke: Palette.rule)
        return bottom + 4
    }

    // MARK: Rows

    private func drawHeading(_ name: String, on canvas: inout Canvas, top: Double) {
        canvas.rectangle(
            Box(left: 0, top: top + 2, width: width, height: laneHeight - 3), fill: Palette.paleRule, radius: 2)
        let style = Canvas.TextStyle(12, Palette.quietInk, bold: true)
        let fitted = TextMeasure.fitted(name.printable, into: width - 16, size: 12, isBold: true)
        canvas.text(fitted, at: Point(6, top + 15.5), style)
    }

    private func draw(_ row: GanttChart.Row, on canvas: inout Canvas, top: Double) {
        drawLabel(of: row, on: &canvas, top: top)
        let middle = top + barMiddle
        if row.isMilestone {
            drawMilestone(row, on: &canvas, middle: middle)
        } else {
            drawBar(row, on: &canvas, middle)
        }
        if let deadline = row.deadline { drawDeadline(deadline, of: row, on: &canvas, middle: middle) }
    }

    private func drawLabel(of row: GanttChart.Row, on canvas: inout Canvas, top: Double) {
        let style = Canvas.TextStyle(12, Palette.ink, bold: row.isCritical)
        let room = isNarrow ? width - 8 : labelWidth - 14
        let label = TextMeasure.fitted(row.label.printable, into: room, size: 12, isBold: row.isCritical)
        canvas.text(label, at: Point(isNarrow ? 2 : 6, top + (isNarrow ? 14 : 14.5)), style)
    }

    private func drawBar(_ row: GanttChart.Row, on canvas: inout Canvas, _ middle: Double) {
        let left = scale.x(row.start)
        let right = max(left + 2, scale.x(row.finish))
        drawSlack(of: row, on: &canvas, from: right, middle: middle)
        let half = row.isCritical ? 6.5 : 5.5
        canvas.rectangle(
            Box(left: left, top: middle - half, right: right, bottom: middle + half),
            fill: row.isCritical ? Palette.critical : Palette.work, radius: 2, tip: tip(for: row))
    }

    private func drawSlack(of row: GanttChart.Row, on canvas: inout Canvas, from left: Double, middle: Double) {
        guard let until = row.slackUntil, until > row.finish else { return }
        let right = scale.x(until)
        guard right - left >= 1 else { return }
        canvas.rectangle(
            Box(left: left, top: middle - 2, right: right, bottom: middle + 2), fill: Palette.slack)
        canvas.line(from: Point(right, middle - 5), to: Point(right, middle + 5), stroke: Palette.work, width: 1.5)
    }

    private func drawMilestone(_ row: GanttChart.Row, on canvas: inout Canvas, middle: Double) {
        let x = scale.x(row.finish)
        drawSlack(of: row, on: &canvas, from: x, middle: middle)
        let fill = row.isCritical ? Palette.critical : Palette.ink
        canvas.polygon(Self.diamond(at: Point(x, middle)), fill: fill, stroke: Palette.paper, tip: tip(for: row))
    }

    static func diamond(at centre: Point) -> [Point] {
        [
            Point(centre.x, centre.y - 7), Point(centre.x + 7, centre.y), Point(centre.x, centre.y + 7),
            Point(centre.x - 7, centre.y),
        ]
    }

    private func drawDeadline(
        _ deadline: CivilMinute, of row: GanttChart.Row, on canvas: inout Canvas, middle: Double
    ) {
        let tip = "\(book.say(LegendPhrase.deadline)) \(book.instant(deadline))"
        Self.drawFlag(at: Point(scale.x(deadline), middle), isMissed: row.missesDeadline, on: &canvas, tip: tip)
    }

    /// A flag on a pole: filled and red when the deadline is missed.
    static func drawFlag(at foot: Point, isMissed: Bool, on canvas: inout Canvas, tip: String? = nil) {
        let colour = isMissed ? Palette.critical : Palette.good
        canvas.line(from: Point(foot.x, foot.y - 9), to: Point(foot.x, foot.y + 9), stroke: colour, width: 2)
        let flag = [
            Point(foot.x, foot.y - 9), Point(foot.x - 8, foot.y - 5.5), Point(foot.x, foot.y - 2),
        ]
        canvas.polygon(flag, fill: isMissed ? colour : Palette.paper, stroke: colour, tip: tip)
    }

    private func tip(for row: GanttChart.Row) -> String {
        let dates =
            row.isMilestone
            ? book.instant(row.finish) : "\(book.instant(row.start)) – \(book.instant(row.finish))"
        return "\(row.label): \(dates)"
    }
}
