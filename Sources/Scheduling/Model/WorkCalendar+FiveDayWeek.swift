public import WorkTime

extension CalendarDefinition {
    /// What a plan is counted on when it names no calendar: Monday to Friday, eight hours a day, no holidays.
    public static let fiveDayWeek = CalendarDefinition(
        id: "five-day-week", name: "Five-day week", nameZh: "五天工作周",
        week: WeekPattern(
            (try? DayPattern("09:00-12:00 13:00-18:00")) ?? .wholeDay,
            on: [.monday, .tuesday, .wednesday, .thursday, .friday]))
}

extension WorkCalendar {
    /// The calendar of ``CalendarDefinition/fiveDayWeek``.
    public static let fiveDayWeek = CalendarLibrary([.fiveDayWeek])[CalendarDefinition.fiveDayWeek.id] ?? .elapsed
}
