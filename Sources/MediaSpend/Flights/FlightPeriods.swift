public import WorkTime

/// The weeks, or the months, in which brands are on or off the air, in order and without a gap.
///
/// Weeks run from Monday to Sunday (ISO 8601). The first and the last may reach over the ends of the window: they count as
/// weeks, and where nothing is seen in them, nothing is known.
public struct FlightPeriods: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        case week
        case month
    }

    public let unit: Unit
    /// The months that the periods make up together.
    public let window: ClosedRange<CivilMonth>
    /// The days of each period that lie in the window.
    public let days: [ClosedRange<CivilDay>]
    /// Whether all days of a period lie in the window, in months that were delivered. Of others, silence says nothing.
    public let isDelivered: [Bool]

    /// How many periods there are; at least one.
    public var count: Int { days.count }

    init(_ unit: Unit, in window: ClosedRange<CivilMonth>, of market: MarketData) {
        self.unit = unit
        self.window = window
        days =
            switch unit {
            case .month: window.map { $0.firstDay...$0.lastDay }
            case .week: Self.weeks(in: window.lowerBound.firstDay...window.upperBound.lastDay)
            }
        isDelivered = days.map { days in
            (unit == .month || days.count == 7)
                && market.covers(CivilMonth(of: days.lowerBound)...CivilMonth(of: days.upperBound))
        }
    }

    /// The last period that lies in the window as a whole; a few days at the end of a month say little of a brand.
    var lastWhole: Int { unit == .week && days[count - 1].count < 7 ? max(0, count - 2) : count - 1 }

    /// The twelve months up to a month, or fewer where the data begin later.
    static func window(through month: CivilMonth, of market: MarketData) -> ClosedRange<CivilMonth> {
        let first = ComparedMonths(month).movingYear.lowerBound
        guard let begin = market.months.first else { return month...month }
        return min(max(first, begin), month)...month
    }

    private static func weeks(in days: ClosedRange<CivilDay>) -> [ClosedRange<CivilDay>] {
        stride(from: days.lowerBound.monday, through: days.upperBound, by: 7).map { monday in
            max(monday, days.lowerBound)...min(monday.advanced(by: 6), days.upperBound)
        }
    }

    // MARK: Places

    /// The period of a month.
    ///
    /// - Precondition: periods are months.
    func place(of month: CivilMonth) -> Int? {
        window.contains(month) ? window.lowerBound.distance(to: month) : nil
    }

    /// The week of a day. A vendor's week may be counted to the month that it ends in, so that up to a week on either side
    /// of the window goes to the week that is nearest.
    ///
    /// - Precondition: periods are weeks.
    func place(of day: CivilDay) -> Int? {
        let (first, last) = (window.lowerBound.firstDay, window.upperBound.lastDay)
        guard day >= first.advanced(by: -7), day <= last.advanced(by: 7) else { return nil }
        return first.monday.distance(to: min(max(day, first), last)) / 7
    }
}

extension CivilDay {
    /// The Monday on or before it.
    fileprivate var monday: CivilDay { advanced(by: 1 - weekday.rawValue) }
}
