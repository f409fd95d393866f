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
                + [("statuses", .array(readings.map { $0.json(in: series) }))])
    }

    private var planned: Result<CivilMinute, Undefined> {
        guard let plan = series.plan else { return .failure(.noPlannedDates) }
        return plan.plannedFinish.map { .success($0) } ?? .failure(.planIncomplete)
    }
}

extension StatusReading {
    fileprivate func json(in series: StatusSeries) -> JSONValue {
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
            })
    }

    private var forecasts: [Member] {
        member("forecast", Result { () throws(Undefined) in try forecast }, \.json)
    }
}

extension CostForecast {
    fileprivate var json: JSONValue {
        let reason = JSONValue.string(noIntervalReason.rawValue)
        return [
            "method": .string(method.rawValue), "median": .string(median.amount), "quantiles": nil,
            "quantilesReason": reason, "probabilityOver": nil, "probabilityOverReason": reason, "referenceClass": nil,
            "referenceClassReason": reason,
        ]
    }
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
