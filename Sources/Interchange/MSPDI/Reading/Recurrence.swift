import WorkTime

/// On which days of its span an exception of a calendar falls.
///
/// - Source: Microsoft, *Project XML Data Interchange Schema*, element `Exception`.
struct Recurrence {
    var type = 1
    var period = 1
    /// Whether it ends after so many occurrences, rather than with its span.
    var isCounted = false
    var occurrences = 0
    /// One bit for each weekday, Sunday the lowest.
    var daysOfWeek = 0
    /// 0…11.
    var month = 0
    /// 0 any day, 1 a weekday, 2 a day of the weekend, 3…9 Sunday to Saturday.
    var monthItem = 0
    /// 0…3 the first to the fourth, 4 the last.
    var monthPosition = 0
    var monthDay = 1

    /// Whether it is one unbroken span of days.
    var isPlain: Bool { type == 1 && period <= 1 || type == 9 || type == 0 }

    /// Whether days can be told by it: all types but that which counts working days.
    var isUnderstood: Bool { (0...7).contains(type) || type == 9 }

    /// Whether it falls on a day of a span that begins with `first`.
    func falls(on day: CivilDay, first: CivilDay) -> Bool {
        let every = max(1, period)
        switch type {
        case 1, 7: return first.distance(to: day).isMultiple(of: every)
        case 2: return day.month == month + 1 && day.day == monthDay
        case 3: return day.month == month + 1 && isPositioned(day)
        case 4: return months(from: first, to: day).isMultiple(of: every) && day.day == monthDay
        case 5: return months(from: first, to: day).isMultiple(of: every) && isPositioned(day)
        case 6:
            let sunday = first.advanced(by: -(first.weekday.rawValue % 7))
            return (sunday.distance(to: day) / 7).isMultiple(of: every)
                && daysOfWeek >> (day.weekday.rawValue % 7) & 1 == 1
        default: return true
        }
    }

    private func months(from first: CivilDay, to day: CivilDay) -> Int {
        (day.year - first.year) * 12 + day.month - first.month
    }

    /// Whether the day is the first, …, or last of its kind in its month.
    private func isPositioned(_ day: CivilDay) -> Bool {
        guard isItem(day) else { return false }
        if monthPosition == 4 {
            return !laterDays(of: day).contains(where: isItem)
        }
        let before = (1..<day.day).count { isItem(day.advanced(by: $0 - day.day)) }
        return before == monthPosition
    }

    private func laterDays(of day: CivilDay) -> [CivilDay] {
        (1..<31).lazy.map { day.advanced(by: $0) }.prefix { $0.month == day.month && $0 > day }.map { $0 }
    }

    private func isItem(_ day: CivilDay) -> Bool {
        let isWeekend = day.weekday >= .saturday
        return switch monthItem {
        case 0: true
        case 1: !isWeekend
        case 2: isWeekend
        default: monthItem - 3 == day.weekday.rawValue % 7
        }
    }
}
