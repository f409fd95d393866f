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
        case 2:
            let date = day.date
            return date.month == month + 1 && date.day == monthDay
        case 3: return day.month == month + 1 && isPositioned(day)
        case 4:
            let date = day.date
            return date.day == monthDay && months(from: first, to: date).isMultiple(of: every)
        case 5: return isPositioned(day) && months(from: first, to: day.date).isMultiple(of: every)
        case 6:
            guard daysOfWeek >> (day.weekday.rawValue % 7) & 1 == 1 else { return false }
            let sunday = first.advanced(by: -(first.weekday.rawValue % 7))
            return (sunday.distance(to: day) / 7).isMultiple(of: every)
        default: return true
        }
    }

    private func months(from first: CivilDay, to date: (year: Int, month: Int, day: Int)) -> Int {
        let start = first.date
        return (date.year - start.year) * 12 + date.month - start.month
    }

    /// Whether the day is the first, …, or last of its kind in its month.
    ///
    /// At least two of any seven days are of each kind but the weekdays by name, so only the first or the last days of a
    /// month need be looked at.
    private func isPositioned(_ day: CivilDay) -> Bool {
        guard isItem(day) else { return false }
        let number = day.day
        if monthPosition == 4 {
            return !(1...7).contains { isItem(day.advanced(by: $0)) && day.advanced(by: $0).day > number }
        }
        guard number <= 28 else { return false }
        return (1..<number).count { isItem(day.advanced(by: $0 - number)) } == monthPosition
    }

    private func isItem(_ day: CivilDay) -> Bool {
        let weekday = day.weekday
        return switch monthItem {
        case 0: true
        case 1: weekday < .saturday
        case 2: weekday >= .saturday
        default: monthItem - 3 == weekday.rawValue % 7
        }
    }
}
