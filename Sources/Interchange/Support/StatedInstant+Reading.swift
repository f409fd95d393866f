import Diagnostics
import Formats
import Scheduling
import WorkTime

extension StatedInstant {
    /// Where plans without a date are counted from: a Monday.
    static let usualStart = StatedInstant.day(CivilDay(year: 2000, month: 1, day: 3)!)

    /// Reads a date, with or without a time, and says what is wrong with it.
    ///
    /// - Throws: `plan.bad-date` with the date that was probably meant, where the text tells.
    static func reading(_ text: String) throws(TextFault) -> StatedInstant {
        if let instant = StatedInstant(text) { return instant }
        let advice =
            DateGuess(text).map { "write \($0.advice)" }
            ?? "write year, month and day: 2026-01-05, with a time if needed: 2026-01-05 14:00"
        throw TextFault("plan.bad-date", "“\(text)” is not a date", advice: advice)
    }
}

extension CivilDay {
    /// Reads a date without a time.
    ///
    /// - Throws: `calendar.bad-date`.
    static func reading(_ text: some StringProtocol) throws(TextFault) -> CivilDay {
        if let day = CivilDay(text) { return day }
        throw TextFault(
            "calendar.bad-date", "“\(text)” is not a date",
            advice: DateGuess(String(text)).map { "write \($0.advice)" } ?? "write year, month and day: 2026-01-05")
    }
}

/// What someone probably meant by a text that is not a date.
private struct DateGuess {
    /// What to write instead, to follow the word “write”.
    let advice: String

    /// `nil` when the text has no three numbers of which the first is a year.
    init?(_ text: String) {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count >= 3, (1...9999).contains(numbers[0]), numbers[0] > 31 else { return nil }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        guard let found = CivilMonth(year: year, month: month) else {
            advice = "a month from 01 to 12"
            return
        }
        guard let date = CivilDay(year: year, month: month, day: day) else {
            advice = "a day that \(found) has: 01 to \(found.lastDay.description.suffix(2))"
            return
        }
        guard numbers.count >= 5, let time = CivilMinute("\(date)T\(padded(numbers[3])):\(padded(numbers[4]))") else {
            advice = numbers.count == 3 ? "\(date)" : "a time from 00:00 to 23:59 after the date: \(date) 14:00"
            return
        }
        advice = "\(time.day) \(time.description.suffix(5))"
    }
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
