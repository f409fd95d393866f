import MediaSpend
import WorkTime

/// What the fields of months and days say in one file.
struct CalendarFields: Sendable {
    let kind: MonthRule.Kind
    /// The forms of date that may occur, in the order in which they are tried.
    let dates: [DateFormat]
    /// Whether the file is a workbook, which stores months as days.
    let isWorkbook: Bool
    /// The year that the delivery is for, where the layout's month is a number only.
    let year: Int?
    /// The month that the file's name states, where the layout says so.
    let fileMonth: CivilMonth?

    /// - Parameter name: of the file.
    init(_ layout: Layout, isWorkbook: Bool, year: Int?, fileMonth: CivilMonth?) {
        kind = layout.month.kind
        self.isWorkbook = isWorkbook
        self.year = year
        self.fileMonth = fileMonth
        dates =
            isWorkbook && !layout.dates.contains(.yearMonthDay) ? layout.dates + [.yearMonthDay] : layout.dates
    }

    /// The month that a field states; `nil` when it states none.
    func month(in field: Span<UInt8>) -> CivilMonth? {
        switch kind {
        // A workbook stores a month as a day of it.
        case .month: CivilMonth(stated: field) ?? (isWorkbook ? day(in: field).map(CivilMonth.init(of:)) : nil)
        case .quarter: CivilMonth(lastOfQuarter: field)
        case .year: CivilMonth(lastOfYear: field)
        case .fileName: fileMonth
        case .monthNumber:
            year.flatMap { year in wholeNumber(in: field).flatMap { CivilMonth(year: year, month: Int($0)) } }
        case .day, .weekStart, .weekMiddle, .weekEnd, .broadcast: day(in: field).flatMap(kind.month(of:))
        }
    }

    /// The day that a field states in one of the forms; `nil` when it states none.
    func day(in field: Span<UInt8>) -> CivilDay? {
        for format in dates {
            if let day = format.day(in: field) { return day }
        }
        return nil
    }
}
