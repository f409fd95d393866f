/// A month of the civil calendar: February 2026. Codable as its ISO 8601 text.
///
/// From 0001-01 through 9999-12; arithmetic stops at the ends, as with ``CivilDay``.
public struct CivilMonth: Hashable, Sendable {
    /// Months since January 1970; below zero before it.
    public let number: Int

    /// The month that lies so many months after January 1970, or the end of the span nearest to it.
    public init(number: Int) {
        self.number = number.clamped(to: Self.firstNumber...Self.lastNumber)
    }

    /// `nil` when the month is not in 1…12 or the year not in 1…9999.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(number: (year - 1970) * 12 + month - 1)
    }

    /// The month in which a day lies.
    public init(of day: CivilDay) {
        let date = day.date
        self.init(number: (date.year - 1970) * 12 + date.month - 1)
    }

    /// 1…9999.
    public var year: Int { 1 + (number - Self.firstNumber) / 12 }
    /// 1…12.
    public var month: Int { 1 + (number - Self.firstNumber) % 12 }

    public var firstDay: CivilDay { CivilDay(number: CivilDay.number(year: year, month: month, day: 1)) }
    public var lastDay: CivilDay {
        let count = CivilDay.dayCount(ofMonth: month, inYear: year)
        return CivilDay(number: CivilDay.number(year: year, month: month, day: count))
    }

    private static let firstNumber = (1 - 1970) * 12
    private static let lastNumber = (9999 - 1970) * 12 + 11
}

extension CivilMonth: Strideable {
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// Months from this month to `other`; below zero when `other` is earlier.
    public func distance(to other: CivilMonth) -> Int { other.number - number }

    /// The month so many months later, or the end of the span.
    public func advanced(by months: Int) -> CivilMonth { CivilMonth(number: number.addingUpToLimit(months)) }
}
