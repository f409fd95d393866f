extension CivilDay {
    /// A day by its date; `nil` when there is no such date, as 30 February, or the year is not in 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(ofMonth: month, inYear: year)
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// 1…9999.
    public var year: Int { date.year }
    /// 1…12.
    public var month: Int { date.month }
    /// The day of the month, 1…31.
    public var day: Int { date.day }

    /// Year, month and day at once, which costs no more than one of them.
    public var date: (year: Int, month: Int, day: Int) {
        let (century, dayOfCentury) = (4 * (number + Self.daysFromMarchOfYearZero) + 3)
            .quotientAndRemainder(dividingBy: Self.daysIn400Years)
        let (yearOfCentury, quarterDays) = (dayOfCentury | 3).quotientAndRemainder(dividingBy: Self.daysIn4Years)
        let dayOfYear = quarterDays / 4
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let isNextYear = monthFromMarch >= 10
        return (
            100 * century + yearOfCentury + (isNextYear ? 1 : 0),
            isNextYear ? monthFromMarch - 9 : monthFromMarch + 3,
            dayOfYear - Self.daysBeforeMonth(fromMarch: monthFromMarch) + 1
        )
    }

    /// Days since 1970-01-01 of a date that exists.
    ///
    /// The year is taken to begin in March, so that the leap day comes last and the months before it follow one
    /// straight line.
    ///
    /// - Source: Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms", 2023.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let isBeforeMarch = month < 3
        let marchYear = isBeforeMarch ? year - 1 : year
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return 365 * marchYear + leapDays + daysBeforeMonth(fromMarch: isBeforeMarch ? month + 9 : month - 3)
            + day - 1 - daysFromMarchOfYearZero
    }

    /// 28…31.
    static func dayCount(ofMonth month: Int, inYear year: Int) -> Int {
        guard month == 2 else { return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31 }
        return year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    }

    /// Days of a March year that lie before its month: March is 0, February is 11.
    private static func daysBeforeMonth(fromMarch month: Int) -> Int { (153 * month + 2) / 5 }

    /// From 0000-03-01 to 1970-01-01; no day of the span lies before the former, so divisions need no floor.
    private static let daysFromMarchOfYearZero = 719_468
    private static let daysIn400Years = 146_097
    private static let daysIn4Years = 1_461
}
