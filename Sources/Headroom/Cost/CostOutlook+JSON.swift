import Costing
import Formats
import Monetary

extension CostOutlook {
    /// The members that `cost forecast --json` states.
    var json: JSONValue {
        .object(
            [
                ("currency", .string(series.currency.code)),
                ("budgetAtCompletion", .string(series.budgetAtCompletion.amount)),
                ("approved", .string(approved.amount)),
                ("approvedBasis", isApprovalStated ? "stated" : "budget-at-completion"),
            ] + member("costHeadroom", costHeadroom) { .string($0.amount) }
                + member("plannedStart", series.plan.map { .success($0.plannedStart) } ?? .failure(.noPlannedDates)) {
                    .string($0.description)
                } + member("plannedFinish", planned) { .string($0.description) }
                + [("statuses", .array(readings.indices.map(status)))])
    }

    private func status(at index: Int) -> JSONValue {
        let reading = readings[index]
        var forecasts = member("forecast", forecasts[index]) { $0.json(approved: approved) }
        if case .success(let forecast) = self.forecasts[index], forecast.distribution != nil {
            forecasts += member("plainForecast", Result { () throws(Undefined) in try reading.forecast }, \.plainJSON)
        }
        return reading.json(in: series, forecasts: forecasts)
    }

    private var planned: Result<CivilMinute, Undefined> {
        guard let plan = series.plan else { return .failure(.noPlannedDates) }
        return plan.plannedFinish.map { .success($0) } ?? .failure(.planIncomplete)
    }
}

extension StatusReading {
    fileprivate func json(in series: StatusSeries, forecasts: [Member]) -> JSONValue {
        let amounts: [Member] = [
            ("period", .integer(status.period)), ("statusDate", .string(status.stated.description)),
            ("currency", .string(series.currency.code)), ("plannedValue", .string(status.plannedValue.amount)),
            ("earnedValue", .string(status.earnedValue.amount)), ("actualCost", .string(status.actualCost.amount)),
        ]
        let accrued = status.accruedCost.map { Result<Money, Undefined>.success($0) } ?? .failure(.noTracking)
        return .object(
            amounts + member("accruedCost", accrued) { .string($0.amount) } + indices + schedules + [
                ("estimateAtCompletion", estimates)
            ] + forecasts + member("finish", finish(of: series), \.json))
    }

    private var indices: [Member] {
        member("costPerformanceIndex", of: { () throws(Undefined) in try value.costPerformanceIndex })
            + member("schedulePerformanceIndex", of: { () throws(Undefined) in try value.schedulePerformanceIndex })
            + member("toCompletePerformanceIndex", of: { () throws(Undefined) in try value.toCompletePerformanceIndex })
    }

    /// In calendar days from the planned start.
    private var schedules: [Member] {
        member("earnedSchedule", of: { () throws(Undefined) in try schedule.get().earned })
            + member("timeElapsed", of: { () throws(Undefined) in try schedule.get().elapsed })
            + member("scheduleIndexInTime", of: { () throws(Undefined) in try schedule.get().performanceIndex })
    }

    private var estimates: JSONValue {
        .object(
            CostEstimateMethod.allCases.flatMap { method in
                member(method.rawValue, Result { () throws(Undefined) in try estimateAtCompletion(method) }) {
                    .string($0.amount)
                }
            }
                + member("progressMix", Result { () throws(Undefined) in try progressMixedEstimate }) {
                    .string($0.amount)
                })
    }

}

extension CostForecast {
    /// A method that knows one figure only states why the rest is missing; a forecast made without finished jobs states
    /// quantiles, and that no class bears them out.
    fileprivate func json(approved: Money) -> JSONValue {
        let reason = JSONValue.string(noIntervalReason.rawValue)
        let reference: [Member] =
            self.reference.map {
                [("referenceClass", ["name": .string("\($0.name)"), "jobs": .integer($0.jobs)])]
            } ?? [("referenceClass", .null), ("referenceClassReason", reason)]
        guard let distribution else {
            return .object(
                plainMembers + [
                    ("quantiles", .null), ("quantilesReason", reason), ("probabilityOver", .null),
                    ("probabilityOverReason", reason),
                ] + reference)
        }
        let overspends = distribution.overspends(of: approved).map {
            (key: $0.key, value: JSONValue.number($0.probability))
        }
        let quantiles = Result { () throws(Undefined) in try distribution.quantiles }
        let excess = Result { () throws(Undefined) in try distribution.expectedOverspend(of: approved) }
        return .object(
            plainMembers
                + member("quantiles", quantiles) { quantiles in
                    .object(quantiles.map { (key: "\($0.probability)", value: JSONValue.string($0.cost.amount)) })
                } + [("probabilityOver", .object(overspends))]
                + member("expectedOverspend", excess) { .string($0.amount) } + reference)
    }

    fileprivate var plainJSON: JSONValue { .object(plainMembers) }

    private var plainMembers: [Member] {
        [("method", .string(method.rawValue)), ("median", .string(median.amount))]
    }
}

extension CostDistribution.Overspend {
    /// `0`, `0.05`, `0.1`.
    fileprivate var key: String { share == 0 ? "0" : "\(share)" }
}

extension FinishForecast {
    /// The median in calendar days from the planned start, and the same as a date.
    fileprivate var json: JSONValue {
        ["method": .string(method.rawValue), "median": .number(median), "date": .string(instant.description)]
    }
}

// MARK: Members that may be undefined

private typealias Member = (key: String, value: JSONValue)

/// A figure, or `null` with its reason beside it.
private func member<Value>(
    _ name: String, _ figure: Result<Value, Undefined>, _ json: (Value) -> JSONValue
) -> [Member] {
    switch figure {
    case .success(let value): [(name, json(value))]
    case .failure(let reason): [(name, .null), (name + "Reason", .string(reason.rawValue))]
    }
}

/// A ratio as a number.
private func member(_ name: String, of ratio: () throws(Undefined) -> Rate) -> [Member] {
    member(name, Result(catching: ratio)) { .number(Double($0)) }
}
