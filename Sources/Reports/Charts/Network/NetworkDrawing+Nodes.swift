extension NetworkDrawing {
    /// A box with its name on at most two lines and, below, how long and from when.
    func draw(_ node: NetworkChart.Node, in box: Box, on canvas: inout Canvas) {
        let edge = node.isCritical ? Palette.critical : Palette.faintInk
        canvas.rectangle(
            box, fill: node.isMilestone ? Palette.shade : Palette.paper, stroke: edge,
            radius: node.isMilestone ? 14 : 3, tip: node.detail.isEmpty ? node.label : "\(node.label): \(node.detail)")
        if let group = node.group {
            canvas.rectangle(
                Box(left: box.left + 4, top: box.top + 7, width: 3, height: box.height - 14),
                fill: Palette.series(group), radius: 1)
        }
        let left = box.left + 12
        let room = box.right - left - 5
        let name = TextMeasure.wrapped(node.label.printable, into: room, size: 10.5, isBold: node.isCritical, lines: 2)
        let style = Canvas.TextStyle(10.5, Palette.ink, bold: node.isCritical)
        let lines = name.count + (node.detail.isEmpty ? 0 : 1)
        var base = box.top + (box.height - Double(lines) * 13) / 2 + 10
        for line in name {
            canvas.text(line, at: Point(left, base), style)
            base += 13
        }
        let detail = TextMeasure.fitted(node.detail.printable, into: room, size: 9)
        canvas.text(detail, at: Point(left, base), Canvas.TextStyle(9, Palette.quietInk))
    }

    /// Samples of what this chart really shows.
    var legend: Legend {
        var legend = Legend()
        let shown = Set(chart.links.map(\.strength))
        for (strength, phrase) in [
            (NetworkChart.Strength.critical, NetworkPhrase.critical), (.driving, .driving), (.loose, .loose),
        ] where shown.contains(strength) {
            legend.add(book.say(phrase)) { canvas, corner in
                let pen = Pen(strength)
                canvas.line(
                    from: Point(corner.x, corner.y + 6), to: Point(corner.x + 18, corner.y + 6), stroke: pen.colour,
                    width: pen.width)
            }
        }
        if chart.links.contains(where: \.isUnusual) {
            legend.add(book.say(NetworkPhrase.unusual)) { canvas, corner in
                canvas.line(
                    from: Point(corner.x, corner.y + 6), to: Point(corner.x + 18, corner.y + 6),
                    stroke: Palette.quietInk, width: 1.75, dashes: "4 3")
            }
        }
        if chart.nodes.contains(where: \.isMilestone) {
            legend.add(book.say(LegendPhrase.milestone)) {
                $0.rectangle(
                    Box(left: $1.x, top: $1.y, width: 18, height: 12), fill: Palette.shade, stroke: Palette.faintInk,
                    radius: 6)
            }
        }
        if network.layers.count > columns {
            legend.add(book.say(NetworkPhrase.marks)) { canvas, corner in
                canvas.circle(
                    at: Point(corner.x + 9, corner.y + 6), radius: 6, fill: Palette.paper, stroke: Palette.faintInk)
            }
        }
        for (place, group) in chart.groups.enumerated() {
            legend.add(group) {
                $0.rectangle(
                    Box(left: $1.x + 7, top: $1.y, width: 4, height: 12), fill: Palette.series(place), radius: 1)
            }
        }
        return legend
    }
}
