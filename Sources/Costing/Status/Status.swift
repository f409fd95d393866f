public import Monetary
public import WorkTime

/// A status report of a job: cumulative amounts at the end of a period.
public struct Status: Hashable, Sendable {
    /// As the series numbers it.
    public let period: Int
    /// The status date as it was stated; a day alone means its end.
    public let stated: StatedStatusDate
    public let plannedValue: Money
    public let earnedValue: Money
    public let actualCost: Money
    /// Actual cost with the work that is done but hardly invoiced counted at its budget; `nil` when the activities behind
    /// the totals are not known.
    public let accruedCost: Money?

    public init(
        period: Int, stated: StatedStatusDate, plannedValue: Money, earnedValue: Money, actualCost: Money,
        accruedCost: Money?
    ) {
        self.period = period
        self.stated = stated
        self.plannedValue = plannedValue
        self.earnedValue = earnedValue
        self.actualCost = actualCost
        self.accruedCost = accruedCost
    }

    public var instant: CivilMinute { stated.instant }
}

/// A status date as people write it.
public enum StatedStatusDate: Hashable, Sendable {
    /// The status at the end of this day.
    case endOfDay(CivilDay)
    case minute(CivilMinute)

    /// The end of a day is the midnight with which the next begins.
    public var instant: CivilMinute {
        switch self {
        case .endOfDay(let day): CivilMinute(day: day, minuteOfDay: 1_440)
        case .minute(let minute): minute
        }
    }

    /// The day it names or falls on.
    public var day: CivilDay {
        switch self {
        case .endOfDay(let day): day
        case .minute(let minute): minute.day
        }
    }
}

extension StatedStatusDate: CustomStringConvertible {
    /// As it was stated: `2026-09-04`, or `2026-09-04T17:00`.
    public var description: String {
        switch self {
        case .endOfDay(let day): day.description
        case .minute(let minute): minute.description
        }
    }
}
