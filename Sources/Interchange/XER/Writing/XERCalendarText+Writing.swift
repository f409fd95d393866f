import WorkTime

extension XERCalendarText {
    /// The cell of a calendar: its week, and the dates that differ from it.
    ///
    /// A shift over midnight is written as two, for days end at midnight there; the day after a date that differs then may
    /// differ too.
    static func text(of calendar: WorkCalendar) -> String {
        let weekdays = Weekday.allCases
        let week = weekdays.map { day in
            stretches(calendar.week[day], after: calendar.week[weekdays[(day.rawValue + 5) % 7]])
        }
        // Sunday comes first.
        let days = (0..<7).map { list("\($0 + 1)", hours: week[($0 + 6) % 7]) }
        let exceptions = differing(calendar, from: week).enumerated().map { index, day in
            list("\(index)", "d|\(day.date.number + epoch)", hours: day.hours)
        }
        return list(
            "CalendarData",
            lists: list("DaysOfWeek", lists: days.joined()) + list("VIEW", "ShowTotal|N")
                + list("Exceptions", lists: exceptions.joined()))
    }

    private static func list(_ name: String, _ values: String = "", lists: String = "") -> String {
        "(0||\(name)(\(values))(\(lists)))"
    }

    private static func list(_ name: String, _ values: String = "", hours: [Hours]) -> String {
        let shifts = hours.enumerated().map { list("\($0)", "s|\(time($1.start))|f|\(time($1.end % 1_440))") }
        return list(name, values, lists: shifts.joined())
    }

    private static func time(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// What is worked from midnight to midnight of a day, joined where shifts meet.
    private static func stretches(_ own: DayPattern, after previous: DayPattern) -> [Hours] {
        let spill = max(0, (previous.shifts.last?.end ?? 0) - 1_440)
        var joined: [Hours] = spill > 0 ? [Hours(start: 0, end: spill)] : []
        for shift in own.shifts {
            let end = min(shift.end, 1_440)
            if let last = joined.last, shift.start <= last.end {
                joined[joined.count - 1].end = max(last.end, end)
            } else {
                joined.append(Hours(start: shift.start, end: end))
            }
        }
        return joined
    }

    /// The days whose hours are not those of their weekday, of those that dates can name.
    private static func differing(_ calendar: WorkCalendar, from week: [[Hours]]) -> [(date: CivilDay, hours: [Hours])]
    {
        var days: [(date: CivilDay, hours: [Hours])] = []
        var last = CivilDay.earliest
        for rule in calendar.rules {
            for day in [rule.day, rule.day.advanced(by: 1)] where day > last && day.number + epoch > 0 {
                last = day
                let hours = stretches(calendar.pattern(on: day), after: calendar.pattern(on: day.advanced(by: -1)))
                if hours != week[day.weekday.rawValue - 1] { days.append((day, hours)) }
            }
        }
        return days
    }
}
