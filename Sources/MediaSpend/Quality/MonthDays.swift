import WorkTime

/// On which days of a month something ran.
struct MonthDays {
    let month: CivilMonth
    /// The days that are counted in it.
    let span: ClosedRange<CivilDay>
    /// Days of the month that have rows, or the first days of weeks that do, in order.
    let days: [CivilDay]
    /// How far apart two days may stand: 1, or 7 for weeks.
    let step: Int
    /// How many days before the end of the month the last day with a row stands, or its week ends; 0 where the next week
    /// would be counted in another month.
    let daysLeft: Int

    /// `nil` where fewer than nine of ten rows say a day of the month: the day then means something else.
    init?(_ month: CivilMonth, rows: [CivilDay: Int64], of all: Int64, by rule: MonthRule.Kind) {
        let span = rule.days(of: month)
        let inside = rows.filter { span.contains($0.key) }
        let counted = rule.isWeekly ? rows : inside
        guard all > 0, counted.values.reduce(0, +) * 10 >= all * 9, !counted.isEmpty else { return nil }
        self.month = month
        self.span = span
        days = counted.keys.sorted()
        // Weeks may also be counted as broadcast months are: all on the same day of the week.
        let isWeekly = rule.isWeekly || rule == .broadcast && Set(days.map(\.weekday)).count == 1
        step = isWeekly ? 7 : 1
        let last = days[days.count - 1]
        let next = isWeekly ? rule.month(of: last.advanced(by: 7)) : nil
        daysLeft =
            next.map { $0 != month } ?? false ? 0 : max(0, last.advanced(by: step - 1).distance(to: span.upperBound))
    }

    /// Days, or weeks, without a row between the month's first and its last that has one, or since the first
    /// day that is counted in it.
    var missing: [CivilDay] {
        guard var day = step == 1 ? span.lowerBound : days.first, let last = days.last else { return [] }
        var missing: [CivilDay] = []
        let present = Set(days)
        while day < last {
            if !present.contains(day) { missing.append(day) }
            day = day.advanced(by: step)
        }
        return missing
    }

    /// The last day that has a row, or the end of the last week that has one.
    var lastCovered: CivilDay? { days.last?.advanced(by: step - 1) }
}
