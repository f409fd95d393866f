/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Codable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Weekday: Comparable {
    /// Monday first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension CivilDay {
    public var weekday: Weekday {
        // 1 January 0001 was a Monday, and no day lies before it.
        Weekday(rawValue: (number - CivilDay.earliest.number) % 7 + 1)!
    }
}
