public import Monetary

/// What one method said at one status of a finished job.
public struct CalibrationRow: Hashable, Sendable {
    public let job: String
    public let period: Int
    public let method: CalibrationMethod
    /// The share of the budget that was earned by then.
    public let progress: Double
    public let median: Money
    /// Seven, ascending; `nil` for a plain rule.
    public let quantiles: [CostDistribution.Quantile]?
    /// Against the budget; `nil` for a plain rule.
    public let overspends: [CostDistribution.Overspend]?
    /// Calendar days from the planned start; `nil` where it is not known.
    public let finishDays: Double?
}

/// A job of a calibration: finished, with what it is known by.
public struct CalibrationJob: Hashable, Sendable {
    public let id: String
    public let name: String
    public let series: StatusSeries
    public let closed: ClosedJob

    /// - Returns: `nil` for a job that is not done.
    public init?(id: String, name: String, _ series: StatusSeries) {
        guard let closed = ClosedJob(id: id, series) else { return nil }
        self.id = id
        self.name = name
        self.series = series
        self.closed = closed
    }

    /// What each method said at each status, by method and then in order of time. Where a method has no figure there is no
    /// row.
    ///
    /// - Parameter fitted: what other jobs teach; this one must not be among them.
    public func rows(learning fitted: FittedClass) -> [CalibrationRow] {
        let readings = series.readings
        return CalibrationMethod.allCases.flatMap { method in
            readings.indices.compactMap { row(method, readings[$0], at: $0, fitted) }
        }
    }

    private func row(
        _ method: CalibrationMethod, _ reading: StatusReading, at index: Int, _ fitted: FittedClass
    ) -> CalibrationRow? {
        guard let progress = try? reading.value.progress,
            let forecast = try? forecast(method, reading, at: index, fitted)
        else { return nil }
        return CalibrationRow(
            job: id, period: reading.status.period, method: method, progress: Double(progress), median: forecast.median,
            quantiles: try? forecast.distribution?.quantiles,
            overspends: forecast.distribution?.overspends(of: series.budgetAtCompletion),
            finishDays: try? reading.finish(of: series).get().median)
    }

    private func forecast(
        _ method: CalibrationMethod, _ reading: StatusReading, at index: Int, _ fitted: FittedClass
    ) throws(Undefined) -> CostForecast {
        switch method {
        case .referenceClass:
            return try fitted.forecast(of: series.statuses[...index], budget: series.budgetAtCompletion)
        case .progressWeighted: return try reading.forecastAsBooked
        case .progressWeightedAccrued:
            guard reading.status.accruedCost != nil else { throw .noTracking }
            return try reading.forecast
        case .estimate(let method):
            return CostForecast(method: .progressWeighted, median: try reading.estimateAtCompletion(method))
        }
    }
}
