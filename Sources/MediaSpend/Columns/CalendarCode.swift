package import WorkTime

/// Months and days as codes of a column: counted from year 1, so that 0 is left for “not stated” and the order of
/// codes is the order of time.
package enum CalendarCode {
    /// The code of a month: 1 for the first of year 1.
    package static func of(_ month: CivilMonth) -> UInt32 { UInt32(month.number - firstMonth.number + 1) }
    /// - Precondition: the code stands for a month, and is not 0.
    package static func month(of code: UInt32) -> CivilMonth { firstMonth.advanced(by: Int(code) - 1) }

    /// The code of a day: 1 for the first of year 1.
    package static func of(_ day: CivilDay) -> UInt32 { UInt32(day.number - CivilDay.earliest.number + 1) }
    /// - Precondition: the code stands for a day, and is not 0.
    package static func day(of code: UInt32) -> CivilDay { CivilDay.earliest.advanced(by: Int(code) - 1) }

    private static let firstMonth = CivilMonth(of: CivilDay.earliest)
}
