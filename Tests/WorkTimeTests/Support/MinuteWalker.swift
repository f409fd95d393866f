import WorkTime

/// Knows which minutes of a span are worked by painting every shift minute by minute; shares no arithmetic with
/// ``WorkCalendar``.
struct MinuteWalker {
    let first: CivilDay
    /// For each minute of the span: work done before it; one more element at the end.
    private(set) var workBefore = [0]

    init(week: [DayPattern], rules: [DateRule], from first: CivilDay, days: Int) {
        self.first = first
        var worked = [Bool](repeating: false, count: days * 1440)
        for offset in -1..<days {
            for shift in Self.shifts(on: first.number + offset, week, rules) {
                for minute in shift.start..<shift.end {
                    let place = offset * 1440 + minute
                    if worked.indices.contains(place) { worked[place] = true }
                }
            }
        }
        for isWorked in worked { workBefore.append(workBefore.last! + (isWorked ? 1 : 0)) }
    }

    private static func shifts(on day: Int, _ week: [DayPattern], _ rules: [DateRule]) -> [Shift] {
        // 5 January 1970 was a Monday.
        let usual = week[(((day - 4) % 7) + 7) % 7]
        switch rules.last(where: { $0.day.number == day })?.kind {
        case nil: return usual.shifts
        case .holiday: return []
        case .hours(let pattern): return pattern.shifts
        case .makeUpDay:
            var counts: [String: Int] = [:]
            for pattern in week where !pattern.shifts.isEmpty { counts["\(pattern)", default: 0] += 1 }
            let most = counts.values.max()
            return week.first { counts["\($0)"] == most && most != nil }?.shifts ?? []
        }
    }

    /// The instant so many minutes into the span.
    func instant(_ offset: Int) -> CivilMinute { CivilMinute(number: first.number * 1440 + offset) }
}
