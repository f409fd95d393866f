import WorkTime

/// A point in time as people write it in a plan: the day, and the hour only when it is not the usual beginning or end of
/// that day's work.
struct Moment: Hashable, Sendable {
    var day: CivilDay
    /// `nil` when the day alone says it.
    var minuteOfDay: Int?

    /// When something starts.
    init(start instant: CivilMinute, on calendar: WorkCalendar) {
        day = instant.day
        let isUsual = instant.minuteOfDay == 0 || instant.minuteOfDay == calendar.pattern(on: day).shifts.first?.start
        minuteOfDay = isUsual ? nil : instant.minuteOfDay
    }

    /// When something is finished. Midnight is the end of the day before.
    init(finish instant: CivilMinute, on calendar: WorkCalendar) {
        guard instant.minuteOfDay > 0 else {
            self.init(day: instant.day.advanced(by: -1), minuteOfDay: nil)
            return
        }
        let usual = calendar.pattern(on: instant.day).shifts.last ?? calendar.week.standardDay.shifts.last
        self.init(day: instant.day, minuteOfDay: instant.minuteOfDay == usual?.end ? nil : instant.minuteOfDay)
    }

    /// When a milestone is reached: it may stand at the beginning or at the end of a day's work.
    init(milestone instant: CivilMinute, on calendar: WorkCalendar) {
        let asStart = Moment(start: instant, on: calendar)
        self = asStart.minuteOfDay == nil ? asStart : Moment(finish: instant, on: calendar)
    }

    init(day: CivilDay, minuteOfDay: Int?) {
        self.day = day
        self.minuteOfDay = minuteOfDay
    }
}

extension Phrasebook {
    func moment(_ moment: Moment, _ style: DayStyle = .full) -> String {
        day(moment.day, style) + hour(of: moment)
    }

    /// The hour behind a day, where there is one.
    fileprivate func hour(of moment: Moment) -> String { moment.minuteOfDay.map { " \(time($0))" } ?? "" }
}

extension Saying.StringInterpolation {
    mutating func appendInterpolation(_ moment: Moment, _ style: DayStyle = .full) {
        add { $0.dayInSentence(moment.day, style) + $0.hour(of: moment) }
    }
}
