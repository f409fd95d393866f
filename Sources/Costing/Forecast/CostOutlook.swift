public import Monetary
public import WorkTime

/// What a status series says about the end of its job, against what was approved.
public struct CostOutlook: Hashable, Sendable {
    public let series: StatusSeries
    /// One for each status, in order of time.
    public let readings: [StatusReading]
    /// What the client approved, changes included. In the currency of the series.
    public let approved: Money
    /// Whether that was stated; if not, the budget at completion stands for it.
    public let isApprovalStated: Bool
    /// What the job is expected to cost, as the last status has it.
    public let forecast: Result<CostForecast, Undefined>
    /// When it is expected to finish, as the last status has it.
    public let finish: Result<FinishForecast, Undefined>
    /// What was approved less the forecast: below zero when more must be asked for.
    public let costHeadroom: Result<Money, Undefined>

    /// - Parameter approved: `nil` when the budget is what was approved.
    /// - Precondition: in the currency of the series.
    public init(_ series: StatusSeries, approved: Money? = nil) {
        isApprovalStated = approved != nil
        let approved = approved ?? series.budgetAtCompletion
        precondition(approved.currency == series.currency, "\(approved) approved for a series in \(series.currency)")
        let readings = series.readings
        let latest = readings[readings.count - 1]
        self.series = series
        self.readings = readings
        self.approved = approved
        forecast = Result { () throws(Undefined) in try latest.forecast }
        finish = latest.finish(of: series)
        costHeadroom = Result { () throws(Undefined) in try latest.costHeadroom(approved: approved) }
    }

    /// The last status.
    public var latest: StatusReading { readings[readings.count - 1] }

    /// Whether the forecast passes what was approved.
    public var passesApproved: Bool { (try? costHeadroom.get().isNegative) ?? false }

    /// The finish as planned.
    public var plannedFinish: CivilMinute? { series.plan?.plannedFinish }
}

extension StatusReading {
    /// The forecast finish of this status on the plan of its series.
    public func finish(of series: StatusSeries) -> Result<FinishForecast, Undefined> {
        Result { () throws(Undefined) in
            guard let plan = series.plan else { throw .noPlannedDates }
            return try finish(on: plan)
        }
    }
}
