import MediaSpend
import WorkTime

extension DateFormat {
    /// A day as this format reads it.
    func text(of day: CivilDay) -> String {
        let (year, month, number) = day.date
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return switch self {
        case .yearMonthDay: day.description
        case .dayMonthYear: "\(padded(number, 2))/\(padded(month, 2))/\(padded(year, 4))"
        case .monthDayYear: "\(padded(month, 2))/\(padded(number, 2))/\(padded(year, 4))"
        case .digits: padded(year, 4) + padded(month, 2) + padded(number, 2)
        case .dayMonthShortYear: "\(padded(number, 2))/\(padded(month, 2))/\(padded(year % 100, 2))"
        case .monthDayShortYear: "\(padded(month, 2))/\(padded(number, 2))/\(padded(year % 100, 2))"
        case .dayMonthName: "\(padded(number, 2))-\(Self.monthNames[month - 1])-\(padded(year, 4))"
        case .chinese: "\(year)年\(month)月\(number)日"
        case .week: Self.week(of: day)
        case .spreadsheetSerial: String(day.number + 25_569)
        }
    }

    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `2025-W07`: the week of ISO 8601 belongs to the year of its Thursday.
    private static func week(of monday: CivilDay) -> String {
        let thursday = monday.advanced(by: 3)
        let year = thursday.date.year
        let week = (thursday.number - (CivilDay(year: year, month: 1, day: 1) ?? thursday).number) / 7 + 1
        return "\(year)-W\(week < 10 ? "0" : "")\(week)"
    }
}
