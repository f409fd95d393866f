package import WorkTime

/// How a vendor writes dates.
public enum DateFormat: String, Hashable, Sendable, CaseIterable {
    /// `2025-12-31`, also `2025/12/31`, and with a time of day behind it, which is passed over.
    case yearMonthDay = "year-month-day"
    /// `31/12/2025`, `31.12.2025`, `31-12-2025`.
    case dayMonthYear = "day/month/year"
    /// `12/31/2025`.
    case monthDayYear = "month/day/year"
    /// `31/12/25`: years from 1980 to 2079.
    case dayMonthShortYear = "day/month/yy"
    /// `12/31/25`.
    case monthDayShortYear = "month/day/yy"
    /// `31-Dec-2025`, `31 December 2025`, `31-dic-25`: months by name in English, Spanish or German.
    case dayMonthName = "day-month name-year"
    /// `2025年12月31日`.
    case chinese = "年月日"
    /// `20251231`.
    case digits = "yyyymmdd"
    /// `2025-W07`: the Monday of that week as ISO 8601 counts them.
    case week = "year-week"
    /// Days as spreadsheets count them: 45,658 is 1 January 2025, and 45658.5 its noon.
    case spreadsheetSerial = "spreadsheet serial"

    /// The day that a field states; `nil` when it is not written this way, or there is no such day.
    package func day(in field: Span<UInt8>) -> CivilDay? {
        let range = trimmedRange(of: field)
        switch self {
        case .yearMonthDay:
            guard range.count >= 8, let parts = DateParts(field, DateParts.datePart(of: field, range, length: 10)),
                parts.firstDigits == 4
            else { return nil }
            return CivilDay(year: parts.first, month: parts.second, day: parts.third)
        case .dayMonthYear, .monthDayYear, .dayMonthShortYear, .monthDayShortYear:
            return DateParts(field, DateParts.datePart(of: field, range)).flatMap(day(of:))
        case .dayMonthName: return CivilDay(withMonthName: field.trimmedText)
        case .chinese: return CivilDay(inChinese: field.trimmedText)
        case .digits:
            guard range.count == 8, let number = wholeNumber(in: field), number > 0 else { return nil }
            return CivilDay(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
        case .week: return CivilDay(mondayOfWeek: field.trimmedText)
        case .spreadsheetSerial: return CivilDay(spreadsheetSerial: field, range)
        }
    }

    /// Three numbers with the year last.
    private func day(of parts: DateParts) -> CivilDay? {
        let isShort = self == .dayMonthShortYear || self == .monthDayShortYear
        guard parts.thirdDigits == (isShort ? 2 : 4) else { return nil }
        let year = isShort ? CivilDay.year(ofTwoDigits: parts.third) : parts.third
        let isDayFirst = self == .dayMonthYear || self == .dayMonthShortYear
        return isDayFirst
            ? CivilDay(year: year, month: parts.second, day: parts.first)
            : CivilDay(year: year, month: parts.first, day: parts.second)
    }
}

/// Three numbers with the same separator between them.
private struct DateParts {
    var first = 0
    var second = 0
    var third = 0
    var firstDigits = 0
    var thirdDigits = 0

    /// The bytes before a time of day, which begins behind a blank or a `T`.
    static func datePart(of field: Span<UInt8>, _ range: Range<Int>, length: Int? = nil) -> Range<Int> {
        for position in range.dropFirst(length ?? 6) {
            let byte = field[position]
            if byte == UInt8(ascii: "T") || byte == Ascii.blank { return range.lowerBound..<position }
            if length != nil { break }
        }
        return range
    }

    init?(_ field: Span<UInt8>, _ range: Range<Int>) {
        guard (6...10).contains(range.count) else { return nil }
        var separator: UInt8 = 0
        var part = 0
        var digits = 0
        for position in range {
            let byte = field[position]
            if Ascii.isDigit(byte) {
                let digit = Int(byte - Ascii.zero)
                digits += 1
                switch part {
                case 0: first = first * 10 + digit
                case 1: second = second * 10 + digit
                default: third = third * 10 + digit
                }
            } else {
                let isSeparator = byte == Ascii.minus || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
                guard isSeparator, digits > 0, part < 2, part == 0 || byte == separator else { return nil }
                if part == 0 { firstDigits = digits }
                separator = byte
                part += 1
                digits = 0
            }
        }
        guard part == 2, digits > 0 else { return nil }
        thirdDigits = digits
    }
}
