extension WorkCalendar {
    /// A calendar that works whenever this one or another does: that of a job which several people share.
    ///
    /// Known for as long as both are.
    public func union(_ other: WorkCalendar) -> WorkCalendar {
        let days = Set(rules.map(\.day)).union(other.rules.map(\.day)).sorted()
        let united = WeekPattern(Weekday.allCases.map { week[$0].union(other.week[$0]) })
        let rules = days.compactMap { day -> DateRule? in
            let pattern = pattern(on: day).union(other.pattern(on: day))
            guard pattern != united[day.weekday] else { return nil }
            let named = rule(on: day) ?? other.rule(on: day)
            return .hours(day, pattern, name: named?.name ?? "", nameZh: named?.nameZh)
        }
        return WorkCalendar(
            id: "\(id)+\(other.id)", name: "\(name) + \(other.name)", week: united, rules: rules,
            knownThrough: [knownThrough, other.knownThrough].compactMap(\.self).min())
    }
}

extension DayPattern {
    /// The time that either pattern works; stretches that touch are one, unless that would be longer than a day.
    func union(_ other: DayPattern) -> DayPattern {
        var joined: [Shift] = []
        for shift in (shifts + other.shifts).sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard let last = joined.last, shift.start <= last.end else {
                joined.append(shift)
                continue
            }
            let end = max(last.end, shift.end)
            joined[joined.count - 1] = Shift(start: last.start, end: min(end, last.start + CivilMinute.minutesPerDay))
        }
        return (try? DayPattern(joined)) ?? self
    }
}
