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

    /// The lanes cut into pages of about equally many rows, at most `most`. A lane that goes on repeats its name.
    func pages(rows most: Int) -> [[Lane]] {
        let all = lanes.reduce(0) { $0 + $1.rows.count }
        let count = max(1, (all + most - 1) / most)
        let limit = max(1, (all + count - 1) / count)
        var pages: [[Lane]] = [[]]
        var room = limit
        for lane in lanes {
            var rest = lane.rows[...]
            // A heading with fewer than two rows below it would hang at the foot of a page.
            if room < min(2, rest.count) { (pages, room) = (pages + [[]], limit) }
            while !rest.isEmpty {
                if room == 0 { (pages, room) = (pages + [[]], limit) }
                let part = rest.prefix(room)
                pages[pages.count - 1].append(Lane(lane.name, rows: Array(part)))
                rest = rest.dropFirst(part.count)
                room -= part.count
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
