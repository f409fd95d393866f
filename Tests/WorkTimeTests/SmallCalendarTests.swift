import Testing
import WorkTime

/// Every small calendar there is: all patterns of a coarse day on two neighbouring weekdays, with every kind of rule.
@Suite("All small calendars")
struct SmallCalendarTests {
    /// Quarters of a day that a pattern works, six of them: the last two lie in the next day.
    static let patterns: [DayPattern] = (0..<64).compactMap { bits in
        var shifts: [Shift] = []
        for quarter in 0..<6 where bits >> quarter & 1 == 1 {
            if let last = shifts.last, last.end == quarter * 360 {
                shifts[shifts.count - 1] = Shift(start: last.start, end: last.end + 360)
            } else {
                shifts.append(Shift(start: quarter * 360, end: (quarter + 1) * 360))
            }
        }
        return try? DayPattern(shifts)
    }

    @Test("there are 16 patterns within the day, and 13 that pass midnight and last no longer than a day")
    func count() {
        #expect(Self.patterns.count == 29)
    }

    @Test("two days of any patterns, with and without a rule, are as a walk counts them")
    func everyPair() {
        let tuesday = day("2026-03-03")
        let rules: [[DateRule]] = [
            [], [.holiday(tuesday, name: "off")], [.makeUpDay(tuesday.advanced(by: 1), name: "on")],
            [.holiday(tuesday.advanced(by: -1), name: "off"), .makeUpDay(tuesday, name: "on")],
        ]
        for monday in Self.patterns {
            for tuesday in Self.patterns {
                let week = [monday, tuesday, .off, .off, .off, .off, .off]
                for (number, rules) in rules.enumerated() { compare(week, rules, "rules \(number)") }
            }
        }
    }

    /// Walks from Sunday to Friday in steps of three hours, the borders of quarters and one point between.
    private func compare(_ week: [DayPattern], _ rules: [DateRule], _ label: String) {
        let calendar = WorkCalendar(id: "small", name: "Small", week: WeekPattern(week), rules: rules)
        let walker = QuarterWalker(week: week, rules: rules, from: day("2026-03-01"), days: 6)
        let base = calendar.position(of: walker.instant(0)).count
        for (half, work) in walker.workBefore.enumerated() {
            let position = calendar.position(of: walker.instant(half))
            guard position.count - base == work else {
                Issue.record(
                    "\(week[0]) | \(week[1]), \(label): \(position.count - base) ≠ \(work) at half-quarter \(half)")
                return
            }
            guard calendar.hasWorkingTime else { continue }
            let (finish, start) = (calendar.finish(at: position), calendar.start(at: position))
            guard finish <= walker.instant(half), walker.instant(half) <= start,
                calendar.position(of: finish) == position, calendar.position(of: start) == position
            else {
                Issue.record("\(week[0]) | \(week[1]), \(label): \(finish)…\(start)")
                return
            }
        }
    }
}

/// As ``MinuteWalker``, in steps of three hours, for calendars whose every border is a multiple of six.
private struct QuarterWalker {
    static let step = 180
    let first: CivilDay
    private(set) var workBefore = [0]

    init(week: [DayPattern], rules: [DateRule], from first: CivilDay, days: Int) {
        self.first = first
        let perDay = 1440 / Self.step
        var worked = Set<Int>()
        for offset in -1..<days {
            let day = first.advanced(by: offset)
            for shift in Self.shifts(on: day, week, rules) {
                worked.formUnion((shift.start / Self.step..<shift.end / Self.step).map { offset * perDay + $0 })
            }
        }
        for place in 0..<days * perDay {
            workBefore.append(workBefore.last! + (worked.contains(place) ? Self.step : 0))
        }
    }

    private static func shifts(on day: CivilDay, _ week: [DayPattern], _ rules: [DateRule]) -> [Shift] {
        let usual = week[day.weekday.rawValue - 1].shifts
        switch rules.first(where: { $0.day == day })?.kind {
        case nil: return usual
        case .holiday: return []
        case .hours(let pattern): return pattern.shifts
        // Two weekdays at most work: Monday is the standard unless it is off.
        case .makeUpDay: return week[0].isOff ? week[1].shifts : week[0].shifts
        }
    }

    func instant(_ half: Int) -> CivilMinute { CivilMinute(number: first.number * 1440 + half * Self.step) }
}
