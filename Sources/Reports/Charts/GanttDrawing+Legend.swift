extension GanttDrawing {
    /// Samples of what this chart really shows.
    var legend: Legend {
        let rows = chart.lanes.flatMap(\.rows)
        var legend = Legend()
        let hasCritical = rows.contains { $0.isCritical && !$0.isMilestone }
        if hasCritical {
            legend.add(book.say(LegendPhrase.criticalWork)) {
                $0.rectangle(Box(at: $1, height: 12), fill: Palette.critical, radius: 2)
            }
        }
        if rows.contains(where: { !$0.isCritical && !$0.isMilestone }) {
            legend.add(book.say(hasCritical ? LegendPhrase.otherWork : .work)) {
                $0.rectangle(Box(at: $1, height: 12), fill: Palette.work, radius: 2)
            }
        }
        if rows.contains(where: { ($0.slackUntil ?? $0.finish) > $0.finish }) {
            legend.add(book.say(LegendPhrase.slack)) { canvas, corner in
                canvas.rectangle(Box(at: Point(corner.x, corner.y + 4), height: 4), fill: Palette.slack)
                let right = corner.x + 18
                canvas.line(
                    from: Point(right, corner.y + 1), to: Point(right, corner.y + 11), stroke: Palette.work, width: 1.5)
            }
        }
        if rows.contains(where: \.isMilestone) {
            legend.add(book.say(LegendPhrase.milestone)) {
                $0.polygon(Self.diamond(at: Point($1.x + 9, $1.y + 6)), fill: Palette.ink)
            }
        }
        addDates(to: &legend, rows)
        return legend
    }

    private func addDates(to legend: inout Legend, _ rows: [GanttChart.Row]) {
        if rows.contains(where: { $0.deadline != nil && !$0.missesDeadline }) {
            legend.add(book.say(LegendPhrase.deadline)) {
                Self.drawFlag(at: Point($1.x + 13, $1.y + 6), isMissed: false, on: &$0)
            }
        }
        if rows.contains(where: \.missesDeadline) {
            legend.add(book.say(LegendPhrase.missedDeadline)) {
                Self.drawFlag(at: Point($1.x + 13, $1.y + 6), isMissed: true, on: &$0)
            }
        }
        guard scale.perDay >= 1.5 else { return }
        if !chart.daysOff.isEmpty {
            legend.add(book.say(LegendPhrase.dayOff)) {
                $0.rectangle(Box(at: $1, height: 12), fill: Palette.shade, stroke: Palette.rule)
            }
        }
        if chart.makeUpDays.contains(where: { (scale.first..<scale.end).contains($0.day) }) {
            legend.add(book.say(LegendPhrase.makeUpDay)) {
                Self.drawMakeUpMark(at: Point($1.x + 9, $1.y + 10), on: &$0)
            }
        }
    }
}

extension Box {
    /// The box of a legend's sample.
    fileprivate init(at corner: Point, height: Double) {
        self.init(left: corner.x, top: corner.y, width: 18, height: height)
    }
}
