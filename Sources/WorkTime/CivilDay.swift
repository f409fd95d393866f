/// A day of the civil calendar, without a time zone: 14 February 2026.
///
/// Proleptic Gregorian, from 0001-01-01 through 9999-12-31. Arithmetic that would leave that span stops at its end,
/// so every value is a day that has a date. Codable as its ISO 8601 text.
public struct CivilDay: Hashable, Sendable {
    /// Days since 1970-01-01; below zero before it.
    public let number: Int

    /// The day that lies so many days after 1970-01-01, or the end of the span nearest to it.
    public init(number: Int) {
        self.number = number.clamped(to: Self.firstNumber...Self.lastNumber)
    }

    /// 0001-01-01, a Monday.
    public static let earliest = CivilDay(number: firstNumber)
    /// 9999-12-31, a Friday.
    public static let latest = CivilDay(number: lastNumber)

    static let firstNumber = -719_162
    static let lastNumber = 2_932_896
}

extension CivilDay: Strideable {
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    /// Days from this day to `other`; below zero when `other` is earlier.
    public func distance(to other: CivilDay) -> Int { other.number - number }

    /// The day so many days later, or the end of the span.
    public func advanced(by days: Int) -> CivilDay { CivilDay(number: number.addingUpToLimit(days)) }
}
