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
    /// What the job was expected to cost at each status, knowing that and those before it; one for each reading.
    public let forecasts: [Result<CostForecast, Undefined>]
    /// When it is expected to finish, as the last status has it.
    public let finish: Result<FinishForecast, Undefined>
    /// What was approved less the forecast: below zero when more must be asked for.
    public let costHeadroom: Result<Money, Undefined>

    /// - Parameters:
    ///   - approved: `nil` when the budget is what was approved.
    ///   - fitted: what finished jobs teach, the job itself not among them; `nil` leaves the plain, progress-weighted forecast.
    /// - Precondition: in the currency of the series.
    public init(_ series: StatusSeries, approved: Money? = nil, learning fitted: FittedClass? = nil) {
        isApprovalStated = approved != nil
        let approved = approved ?? series.budgetAtCompletion
        precondition(approved.currency == series.currency, "\(approved) approved for a series in \(series.currency)")
        let readings = series.readings
        let latest = readings[readings.count - 1]
        self.series = series
        self.readings = readings
        self.approved = approved
        let forecasts = readings.indices.map { index in
            Result { () throws(Undefined) in
                guard let fitted else { return try readings[index].forecast }
                return try fitted.forecast(of: series.statuses[...index], budget: series.budgetAtCompletion)
            }
        }
        self.forecasts = forecasts
        finish = latest.finish(of: series)
        costHeadroom = Self.headroom(forecasts[forecasts.count - 1], approved)
    }

    /// What the job is expected to cost, as the last status has it.
    public var forecast: Result<CostForecast, Undefined> { forecasts[forecasts.count - 1] }

    /// What was approved less the forecast of one of the readings: below zero when more must be asked for.
    public func costHeadroom(at reading: Int) -> Result<Money, Undefined> {
        Self.headroom(forecasts[reading], approved)
    }

    private static func headroom(
        _ forecast: Result<CostForecast, Undefined>, _ approved: Money
    ) -> Result<Money, Undefined> {
        forecast.flatMap { forecast in
            (try? approved - forecast.median).map { .success($0) } ?? .failure(.tooLarge)
        }
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
