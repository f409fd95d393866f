public import Monetary
import WorkTime

/// One status of a series with what follows from it and from those before it, and from nothing later.
public struct StatusReading: Hashable, Sendable {
    public let status: Status
    public let value: EarnedValue
    /// `nil` unless there is a status three periods earlier, or this is the third.
    private let recent: Span?
    /// Where the job stands in time.
    public let schedule: Result<EarnedSchedule, Undefined>

    /// What was earned and spent over the last three periods.
    private struct Span: Hashable {
        let earnedValue: Money
        let actualCost: Money
    }

    /// - Parameters:
    ///   - earlier: the status three periods before, `nil` when that is the beginning of the job.
    ///   - hasThreePeriods: whether three periods have passed.
    init(_ status: Status, in series: StatusSeries, threePeriodsEarlier earlier: Status?, hasThreePeriods: Bool) {
        self.status = status
        value = EarnedValue(
            budgetAtCompletion: series.budgetAtCompletion, plannedValue: status.plannedValue,
            earnedValue: status.earnedValue, actualCost: status.actualCost)
        recent = hasThreePeriods ? Self.span(from: earlier, to: status) : nil
        schedule = Result { () throws(Undefined) in try Self.schedule(of: status, on: series.plan) }
    }

    private static func span(from earlier: Status?, to status: Status) -> Span? {
        guard let earlier else { return Span(earnedValue: status.earnedValue, actualCost: status.actualCost) }
        guard let earned = try? status.earnedValue - earlier.earnedValue,
            let cost = try? status.actualCost - earlier.actualCost
        else { return nil }
        return Span(earnedValue: earned, actualCost: cost)
    }

    private static func schedule(
        of status: Status, on plan: PlannedValueCurve?
    ) throws(Undefined) -> EarnedSchedule {
        guard let plan else { throw .noPlannedDates }
        let earned = try plan.minutesUntilPlanned(status.earnedValue)
        return try counted { () throws(MonetaryFault) in
            EarnedSchedule(
                earned: try earned / minutesPerDay,
                elapsed: try Rate((status.instant - plan.plannedStart).count) / minutesPerDay,
                planned: try plan.plannedDuration.map { length throws(MonetaryFault) in
                    try Rate(length.count) / minutesPerDay
                })
        }
    }

    private static let minutesPerDay: Rate = 1_440

    /// Earned value per unit of cost over the last three periods.
    public var recentCostPerformanceIndex: Rate {
        get throws(Undefined) {
            guard let recent else { throw .tooFewPeriods }
            guard recent.actualCost.minorUnits > 0, recent.earnedValue.minorUnits > 0 else { throw .noRecentProgress }
            return try EarnedValue.ratio(recent.earnedValue, recent.actualCost, ifZero: .noRecentProgress)
        }
    }
}

extension StatusSeries {
    /// Each status with what follows from it.
    public var readings: [StatusReading] {
        statuses.indices.map { index in
            StatusReading(
                statuses[index], in: self, threePeriodsEarlier: index > 2 ? statuses[index - 3] : nil,
                hasThreePeriods: index >= 2)
        }
    }
}
