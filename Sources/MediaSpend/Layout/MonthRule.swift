public import WorkTime

/// Which column decides the month that a row is reported in, and how.
///
/// A week that two months share belongs to one of them by a rule that the layout names; its spend is not split.
public struct MonthRule: Hashable, Sendable {
    public var column: String
    public var kind: Kind

    public init(column: String, kind: Kind) {
        self.column = column
        self.kind = kind
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The column holds months, such as `2025-12`.
        case month
        /// The column holds the number of the month; the year is the delivery's.
        case monthNumber = "month number"
        /// The column holds days, which lie in their month.
        case day
        /// The column holds the first days of weeks; a week belongs to the month of its first day.
        case weekStart = "week start"
        /// … to the month that holds most of its days, which is that of its fourth day.
        case weekMiddle = "week middle"
        /// … to the month of its last day, as broadcast months do.
        case weekEnd = "week end"

        /// How many days after the date in the column lies the day whose month counts; `nil` when the column holds no
        /// dates.
        package var daysAhead: Int? {
            switch self {
            case .month, .monthNumber: nil
            case .day, .weekStart: 0
            case .weekMiddle: 3
            case .weekEnd: 6
            }
        }
    }
}

extension MonthRule.Kind {
    /// The month of a row whose column holds this day; `nil` when the column holds no days.
    public func month(of day: CivilDay) -> CivilMonth? {
        daysAhead.map { CivilMonth(of: day.advanced(by: $0)) }
    }
}
