/// What one date does differently from its weekday.
public struct DateRule: Hashable, Sendable, Codable {
    /// The manner in which the date differs.
    public enum Kind: Hashable, Sendable, Codable {
        /// No shift begins on it. What the evening before runs over midnight is still worked.
        case holiday
        /// A weekend day worked in exchange for a holiday (调休), with the hours of ``WeekPattern/standardDay``.
        case makeUpDay
        /// Worked with hours of its own, instead of its weekday's: a half day, a night shoot.
        case hours(DayPattern)
    }

    public let day: CivilDay
    public let kind: Kind
    /// What papers call the date, such as `Spring Festival`.
    public let name: String
    /// The name in Chinese; `nil` when `name` serves for both.
    public let nameZh: String?

    public init(day: CivilDay, kind: Kind, name: String, nameZh: String? = nil) {
        self.day = day
        self.kind = kind
        self.name = name
        self.nameZh = nameZh
    }

    public static func holiday(_ day: CivilDay, name: String, nameZh: String? = nil) -> Self {
        Self(day: day, kind: .holiday, name: name, nameZh: nameZh)
    }

    public static func makeUpDay(_ day: CivilDay, name: String, nameZh: String? = nil) -> Self {
        Self(day: day, kind: .makeUpDay, name: name, nameZh: nameZh)
    }

    public static func hours(_ day: CivilDay, _ pattern: DayPattern, name: String, nameZh: String? = nil) -> Self {
        Self(day: day, kind: .hours(pattern), name: name, nameZh: nameZh)
    }

    /// The shifts that begin on this date in a calendar of that week.
    public func pattern(in week: WeekPattern) -> DayPattern {
        switch kind {
        case .holiday: .off
        case .makeUpDay: week.standardDay
        case .hours(let pattern): pattern
        }
    }
}
