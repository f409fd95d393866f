public import WorkTime

/// A date as a planner states it: a day, or a day with a time.
///
/// A day alone means its beginning when something may start from then on, and its end when something is due by then.
public enum StatedInstant: Hashable, Sendable, Codable {
    case day(CivilDay)
    case minute(CivilMinute)

    /// Reads `2026-03-20` or `2026-03-20T17:00` (a blank instead of the T will do); `nil` for any other text.
    public init?(_ text: String) {
        if let day = CivilDay(text) {
            self = .day(day)
        } else if let minute = CivilMinute(text) {
            self = .minute(minute)
        } else {
            return nil
        }
    }

    /// The day it names or falls on.
    public var day: CivilDay {
        switch self {
        case .day(let day): day
        case .minute(let minute): minute.day
        }
    }

    /// Read as a start: a day begins at midnight.
    public var asStart: CivilMinute {
        switch self {
        case .day(let day): CivilMinute(day: day, minuteOfDay: 0)
        case .minute(let minute): minute
        }
    }

    /// Read as the latest start: a day's first working minute. A day off has none, so it means its midnight.
    public func asLatestStart(on calendar: WorkCalendar) -> CivilMinute {
        switch self {
        case .minute(let minute): minute
        case .day(let day): CivilMinute(day: day, minuteOfDay: calendar.pattern(on: day).shifts.first?.start ?? 0)
        }
    }

    /// Read as the start of work that was done: a day's first working minute, also where that day is off.
    func asActualStart(on calendar: WorkCalendar) -> CivilMinute {
        guard case .day(let day) = self, calendar.pattern(on: day).isOff else { return asLatestStart(on: calendar) }
        return CivilMinute(day: day, minuteOfDay: calendar.week.standardDay.shifts.first?.start ?? 0)
    }

    /// Read as a finish: a day ends when the calendar's work of that day ends; on a day off, when a usual day's would.
    public func asFinish(on calendar: WorkCalendar) -> CivilMinute {
        switch self {
        case .minute(let minute): return minute
        case .day(let day):
            let usual = Weekday.allCases.lazy.map { calendar.week[$0] }.first { !$0.shifts.isEmpty }
            let pattern = calendar.pattern(on: day)
            let end = (pattern.shifts.last ?? usual?.shifts.last)?.end ?? 1_440
            return CivilMinute(day: day, minuteOfDay: 0) + ElapsedMinutes(end)
        }
    }
}

extension StatedInstant: CustomStringConvertible {
    public var description: String {
        switch self {
        case .day(let day): day.description
        case .minute(let minute): minute.description
        }
    }
}
