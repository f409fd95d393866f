public import WorkTime

/// Which column decides the month that a row is reported in, and how.
///
/// A week that two months share belongs to one of them by a rule that the layout names; its spend is not split.
public struct MonthRule: Hashable, Sendable {
    /// `nil` where the month is not in the file: ``Kind/fileName``.
    public var column: String?
    public var kind: Kind

    public init(column: String?, kind: Kind) {
        self.column = column
        self.kind = kind
    }

    /// What the column holds, and which month follows from it.
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
        /// … to the month of its last day, as in broadcast months.
        case weekEnd = "week end"
        /// The column holds days, which are counted in broadcast months: weeks from Monday to Sunday, each in the month of
        /// its Sunday.
        case broadcast
        /// The column holds quarters, such as `20123` or `2012-Q3`; each is counted in its last month.
        case quarter
        /// The column holds years; each is counted in its last month.
        case year
        /// The month stands in the name of the file, such as `vendor_2018-08.csv`.
        case fileName = "file name"

        /// The day whose month counts; `nil` when the column holds no dates.
        package var decisiveDay: DecisiveDay? {
            switch self {
            case .month, .monthNumber, .quarter, .year, .fileName: nil
            case .day, .weekStart: .ahead(0)
            case .weekMiddle: .ahead(3)
            case .weekEnd: .ahead(6)
            case .broadcast: .sunday
            }
        }

        /// Which day it is, seen from the one in the column.
        package enum DecisiveDay: Hashable, Sendable {
            /// So many days later.
            case ahead(Int)
            /// The Sunday on which its week ends.
            case sunday
        }

        /// Whether a row stands for a week.
        public var isWeekly: Bool { self == .weekStart || self == .weekMiddle || self == .weekEnd }

        /// Whether a row stands for more than one month, so that months cannot be told apart.
        public var isLongerThanAMonth: Bool { self == .quarter || self == .year }

        var needsColumn: Bool { self != .fileName }
    }
}

extension MonthRule.Kind {
    /// The month of a row whose column holds this day; `nil` when the column holds no days.
    public func month(of day: CivilDay) -> CivilMonth? {
        switch decisiveDay {
        case .ahead(let days): CivilMonth(of: day.advanced(by: days))
        case .sunday: CivilMonth(of: day.sunday)
        case nil: nil
        }
    }

    /// The days that are counted in a month, where rows state days.
    package func days(of month: CivilMonth) -> ClosedRange<CivilDay> {
        guard self == .broadcast else { return month.firstDay...month.lastDay }
        return month.firstDay.sunday.advanced(by: -6)...month.lastDay.advanced(by: 1).sunday.advanced(by: -7)
    }
}

extension CivilDay {
    /// The Sunday on or after it.
    fileprivate var sunday: CivilDay { advanced(by: Weekday.sunday.rawValue - weekday.rawValue) }
}

extension CivilMonth {
    /// The last month of the quarter that a field states as `20123`, `2012-Q3`, `2012Q3`, `Q3 2012` or `2012年第3季度`;
    /// `nil` for any other text.
    package init?(lastOfQuarter field: Span<UInt8>) {
        let digits = (0..<field.count).map { field[$0] }.split { !Ascii.isDigit($0) }
        let numbers = digits.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        let isBare = trimmedRange(of: field).count == 5
        switch (digits.map(\.count), numbers.first, numbers.last) {
        case ([5], let number?, _) where isBare: self.init(year: number / 10, quarter: number % 10)
        case ([4, 1], let year?, let quarter?): self.init(year: year, quarter: quarter)
        case ([1, 4], let quarter?, let year?): self.init(year: year, quarter: quarter)
        default: return nil
        }
    }

    private init?(year: Int, quarter: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(year: year, month: quarter * 3)
    }

    /// December of the year that a field states in four digits, `年` perhaps behind them; `nil` for any other text.
    package init?(lastOfYear field: Span<UInt8>) {
        let text = field.trimmedText
        let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
        guard digits.utf8.count == 4, digits.utf8.allSatisfy(Ascii.isDigit), let year = Int(digits) else { return nil }
        self.init(year: year, month: 12)
    }
}
