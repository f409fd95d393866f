import WorkTime

extension GanttChart {
    /// The first day shown and the day after the last: everything drawn, with a day of air at the end.
    var shownDays: (first: CivilDay, end: CivilDay) {
        var days = markers.map(\.at.day)
        for row in lanes.flatMap(\.rows) {
            days += [row.start.day, row.lastDay(row.finish), row.lastDay(row.slackUntil ?? row.finish)]
            if let deadline = row.deadline { days.append(deadline.day) }
        }
        let first = days.min() ?? CivilDay(number: 0)
        return (first, (days.max() ?? first).advanced(by: 2))
    }

    /// The lanes cut into pages of about equal height, none higher than `most`. A lane that goes on repeats its name.
    ///
    /// - Parameters:
    ///   - row: the height of an activity's row.
    ///   - heading: the height of a lane's name.
    func pages(height most: Double, row: Double, heading: Double) -> [[Lane]] {
        let lanes = lanes.filter { !$0.rows.isEmpty }
        let whole = lanes.reduce(0) { $0 + Double($1.rows.count) * row + heading }
        let count = whole <= most ? 1 : (whole / (most - heading)).rounded(.up)
        let height = min(most, whole / count + heading)
        var pages: [[Lane]] = [[]]
        var room = height
        for lane in lanes {
            var rest = lane.rows[...]
            while !rest.isEmpty {
                // A name with fewer than two rows below it would hang at the foot of a page.
                if room < heading + row * Double(min(2, rest.count)), room < height {
                    (pages, room) = (pages + [[]], height)
                }
                let part = rest.prefix(max(1, Int((room - heading) / row)))
                pages[pages.count - 1].append(Lane(lane.name, rows: Array(part)))
                rest = rest.dropFirst(part.count)
                room -= heading + Double(part.count) * row
            }
        }
        return pages
    }
}

extension GanttChart.Row {
    /// The day on which a finish falls; midnight ends the day before.
    fileprivate func lastDay(_ finish: CivilMinute) -> CivilDay {
        finish.minuteOfDay == 0 && finish > start ? finish.day.advanced(by: -1) : finish.day
    }
}

extension [CivilDay] {
    /// Runs of days without a gap. The days are in order.
    var stretches: [ClosedRange<CivilDay>] {
        reduce(into: []) { runs, day in
            if let last = runs.last, last.upperBound.distance(to: day) <= 1 {
                runs[runs.count - 1] = last.lowerBound...Swift.max(last.upperBound, day)
            } else {
                runs.append(day...day)
            }
        }
    }
}
