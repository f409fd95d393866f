/// Walks over a short text of digits and separators; each step takes what it names, or takes nothing and says `nil`.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes `separator` if it comes next, and says whether it did.
    mutating func skip(_ separator: Unicode.Scalar) -> Bool {
        guard let byte = rest.first, byte == UInt8(ascii: separator) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of exactly `count` digits.
    mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// `2026-02`.
    mutating func month() -> CivilMonth? {
        guard let year = number(digits: 4), skip("-"), let month = number(digits: 2) else { return nil }
        return CivilMonth(year: year, month: month)
    }

    /// `2026-02-14`.
    mutating func day() -> CivilDay? {
        guard let month = month(), skip("-"), let day = number(digits: 2) else { return nil }
        return CivilDay(year: month.year, month: month.month, day: day)
    }

    /// `09:30` as 570; `24:00`, the end of the day, as 1440.
    mutating func timeOfDay() -> Int? {
        guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), minute < 60 else { return nil }
        let minuteOfDay = 60 * hour + minute
        return minuteOfDay <= CivilMinute.minutesPerDay ? minuteOfDay : nil
    }
}
