package import WorkTime

/// How a vendor writes dates.
public enum DateFormat: String, Hashable, Sendable, CaseIterable {
    /// `2025-12-31`, also `2025/12/31`, and with a time of day behind it, which is passed over.
    case yearMonthDay = "year-month-day"
    /// `31/12/2025`, `31.12.2025`, `31-12-2025`.
    case dayMonthYear = "day/month/year"
    /// `12/31/2025`.
    case monthDayYear = "month/day/year"
    /// `20251231`.
    case digits = "yyyymmdd"
    /// Days as spreadsheets count them: 45,658 is 1 January 2025.
    case spreadsheetSerial = "spreadsheet serial"

    /// The day that a field states; `nil` when it is not written this way, or there is no such day.
    package func day(in field: Span<UInt8>) -> CivilDay? {
        let range = trimmedRange(of: field)
        switch self {
        case .yearMonthDay:
            return parts(of: field, datePart(of: field, range)).flatMap { $0.yearDigits == 4 ? $0.day : nil }
        case .dayMonthYear:
            return parts(of: field, range).flatMap { CivilDay(year: $0.third, month: $0.second, day: $0.first) }
        case .monthDayYear:
            return parts(of: field, range).flatMap { CivilDay(year: $0.third, month: $0.first, day: $0.second) }
        case .digits:
            guard range.count == 8, let number = wholeNumber(in: field), number > 0 else { return nil }
            return CivilDay(year: Int(number / 10_000), month: Int(number / 100 % 100), day: Int(number % 100))
        case .spreadsheetSerial:
            // Day 60 is 29 February 1900, which never was; serials before it are a day off and never ads.
            guard range.count <= 6, let serial = wholeNumber(in: field), serial > 60 else { return nil }
            return CivilDay(number: Int(serial) - 25_569)
        }
    }

    /// Three numbers with the same separator between them.
    private struct Parts {
        var first = 0
        var second = 0
        var third = 0
        var yearDigits = 0

        var day: CivilDay? { CivilDay(year: first, month: second, day: third) }
    }

    /// The bytes before a time of day.
    private func datePart(of field: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let length = 10
        guard range.count > length else { return range }
        let byte = field[range.lowerBound + length]
        return byte == UInt8(ascii: "T") || byte == Ascii.blank ? range.lowerBound..<range.lowerBound + length : range
    }

    private func parts(of field: Span<UInt8>, _ range: Range<Int>) -> Parts? {
        guard (8...10).contains(range.count) else { return nil }
        var numbers = (0, 0, 0)
        var separator: UInt8 = 0
        var part = 0
        var digits = 0
        var firstDigits = 0
        for position in range {
            let byte = field[position]
            if Ascii.isDigit(byte) {
                let digit = Int(byte - Ascii.zero)
                digits += 1
                switch part {
                case 0: numbers.0 = numbers.0 * 10 + digit
                case 1: numbers.1 = numbers.1 * 10 + digit
                default: numbers.2 = numbers.2 * 10 + digit
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
        return Parts(first: numbers.0, second: numbers.1, third: numbers.2, yearDigits: firstDigits)
    }
}

extension CivilMonth {
    /// The month that a field states as `2025-12`, `2025/12`, or `202512`; `nil` for any other text.
    package init?(stated field: Span<UInt8>) {
        let range = trimmedRange(of: field)
        var digits = 0
        var number = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = field[position]
            if Ascii.isDigit(byte) {
                digits += 1
                number = number * 10 + Int(byte - Ascii.zero)
                guard digits <= 6 else { return nil }
            } else if digits == 4, byte == Ascii.minus || byte == UInt8(ascii: "/") {
                guard position + 3 == range.upperBound else { return nil }
            } else {
                return nil
            }
            position += 1
        }
        guard digits == 6 else { return nil }
        self.init(year: number / 100, month: number % 100)
    }
}
