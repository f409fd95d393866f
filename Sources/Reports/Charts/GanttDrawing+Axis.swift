import WorkTime

extension GanttDrawing {
    /// Months above, days or weeks below, and a line for the names of holidays where there are any.
    var axisHeight: Double {
        18 + (scale.minorSpans(book).isEmpty ? 0 : 16) + (namedStretches.isEmpty ? 0 : 14)
            + (chart.makeUpDays.isEmpty ? 0 : 8)
    }

    func drawAxis(on canvas: inout Canvas, top: Double, bottom: Double) {
        for span in scale.majorSpans(book) {
            let left = scale.x(span.from)
            canvas.line(from: Point(left, top), to: Point(left, bottom), stroke: Palette.rule)
            let style = Canvas.TextStyle(12, Palette.quietInk, bold: true)
            let fitting = [span.label, span.shortLabel].first {
                TextMeasure.width(of: $0, size: style.size, isBold: true) + 6 <= scale.x(span.to) - left
            }
            canvas.text(fitting ?? "", at: Point(left + 4, top + 13), style)
        }
        let minor = scale.minorSpans(book)
        for span in minor {
            let (left, right) = (scale.x(span.from), scale.x(span.to))
            canvas.line(from: Point(left, top + 18), to: Point(left, bottom), stroke: Palette.paleRule)
            let style = Canvas.TextStyle(11, Palette.quietInk)
            if TextMeasure.width(of: span.label, size: 11) + 4 <= right - left {
                canvas.text(span.label, at: Point(left + 3, top + 29), style)
            }
        }
        drawHolidayNames(on: &canvas, baseline: top + (minor.isEmpty ? 29 : 45))
    }

    /// Shades the days off and marks the make-up days; days narrower than a pixel and a half are left alone.
    func drawDays(on canvas: inout Canvas, from top: Double, rowsTop: Double, to bottom: Double) {
        guard scale.perDay >= 1.5 else { return }
        for stretch in chart.daysOff.map(\.day).stretches {
            let box = Box(
                left: scale.x(stretch.lowerBound), top: rowsTop,
                right: scale.x(stretch.upperBound.advanced(by: 1)), bottom: bottom)
            canvas.rectangle(box, fill: Palette.shade)
        }
        for makeUp in chart.makeUpDays where (scale.first..<scale.end).contains(makeUp.day) {
            let middle = (scale.x(makeUp.day) + scale.x(makeUp.day.advanced(by: 1))) / 2
            let tip = "\(book.day(makeUp.day)): \(makeUp.name ?? book.say(LegendPhrase.makeUpDay))"
            Self.drawMakeUpMark(at: Point(middle, rowsTop), on: &canvas, tip: tip)
        }
    }

    /// A small wedge hanging from the axis.
    static func drawMakeUpMark(at tip: Point, on canvas: inout Canvas, tip words: String? = nil) {
        canvas.polygon(
            [Point(tip.x - 4, tip.y - 7), Point(tip.x + 4, tip.y - 7), tip], fill: Palette.warning, tip: words)
    }

    // MARK: Holidays by name

    /// Runs of days off that carry the same name.
    private var namedStretches: [(name: String, days: ClosedRange<CivilDay>)] {
        var stretches: [(name: String, days: ClosedRange<CivilDay>)] = []
        for off in chart.daysOff {
            guard let name = off.name else { continue }
            if let last = stretches.last, last.name == name, last.days.upperBound.distance(to: off.day) <= 3 {
                stretches[stretches.count - 1].days = last.days.lowerBound...max(last.days.upperBound, off.day)
            } else {
                stretches.append((name, off.day...off.day))
            }
        }
        return stretches
    }

    /// Names stand at the beginning of their days, as far as there is room between one another.
    private func drawHolidayNames(on canvas: inout Canvas, baseline: Double) {
        let style = Canvas.TextStyle(10.5, Palette.faintInk)
        for stretch in namedStretches {
            let width = TextMeasure.width(of: stretch.name.printable, size: style.size)
            let left = min(scale.x(stretch.days.lowerBound) + 2, scale.right - width)
            guard left >= scale.left else { continue }
            let point = Point(left, baseline)
            if canvas.hasRoom(for: stretch.name.printable, at: point, style) {
                canvas.text(stretch.name, at: point, style)
            }
        }
    }

    // MARK: Dates that concern the whole chart

    /// Labels above the axis, on as many lines as they need. Returns their height.
    func drawMarkerLabels(on canvas: inout Canvas, top: Double) -> Double {
        var lines = 0
        for marker in chart.markers {
            let style = Canvas.TextStyle(11.5, Palette.ink(of: marker.tone), bold: true)
            let label = TextMeasure.fitted(marker.label.printable, into: width - 4, size: style.size, isBold: true)
            let half = TextMeasure.width(of: label, size: style.size, isBold: true) / 2
            let x = min(max(scale.x(marker.at), half + 1), width - half - 1)
            var line = 0
            while !canvas.hasRoom(for: label, at: Point(x, top + 12 + Double(line) * 16), style, anchor: .middle),
                line < chart.markers.count
            {
                line += 1
            }
            canvas.text(label, at: Point(x, top + 12 + Double(line) * 16), style, anchor: .middle)
            lines = max(lines, line + 1)
        }
        return lines == 0 ? 0 : Double(lines) * 16 + 4
    }

    func drawMarkerLines(on canvas: inout Canvas, from top: Double, to bottom: Double) {
        for marker in chart.markers {
            let x = scale.x(marker.at)
            canvas.line(
                from: Point(x, top), to: Point(x, bottom), stroke: Palette.ink(of: marker.tone), width: 1.5,
                dashes: "4 3")
        }
    }
}
