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
            ] + jsonMember("costHeadroom", costHeadroom) { .string($0.amount) }
                + jsonMember("plannedStart", series.plan.map { .success($0.plannedStart) } ?? .failure(.noPlannedDates))
            {
                .string($0.description)
            } + jsonMember("plannedFinish", planned) { .string($0.description) }
                + [("statuses", .array(readings.indices.map(status)))])
    }

    private func status(at index: Int) -> JSONValue {
        let reading = readings[index]
        var forecasts = jsonMember("forecast", forecasts[index]) { $0.json(approved: approved) }
        if case .success(let forecast) = self.forecasts[index], forecast.distribution != nil {
            forecasts += jsonMember(
                "plainForecast", Result { () throws(Undefined) in try reading.forecast }, \.plainJSON)
        }
        return reading.json(in: series, forecasts: forecasts)
    }

    private var planned: Result<CivilMinute, Undefined> {
        guard let plan = series.plan else { return .failure(.noPlannedDates) }
        return plan.plannedFinish.map { .success($0) } ?? .failure(.planIncomplete)
    }
}

extension StatusReading {
    fileprivate func json(in series: StatusSeries, forecasts: [JSONMember]) -> JSONValue {
        let amounts: [JSONMember] = [
            ("period", .integer(status.period)), ("statusDate", .string(status.stated.description)),
            ("currency", .string(series.currency.code)), ("plannedValue", .string(status.plannedValue.amount)),
            ("earnedValue", .string(status.earnedValue.amount)), ("actualCost", .string(status.actualCost.amount)),
        ]
        let accrued = status.accruedCost.map { Result<Money, Undefined>.success($0) } ?? .failure(.noTracking)
        return .object(
            amounts + jsonMember("accruedCost", accrued) { .string($0.amount) } + Self.indexMembers { self } + schedules
                + [
                    Self.estimateMember { self }
                ]
                + forecasts + jsonMember("finish", finish(of: series), \.json))
    }

    /// In calendar days from the planned start.
    private var schedules: [JSONMember] {
        jsonMember("earnedSchedule", ratio: { () throws(Undefined) in try schedule.get().earned })
            + jsonMember("timeElapsed", ratio: { () throws(Undefined) in try schedule.get().elapsed })
            + jsonMember("scheduleIndexInTime", ratio: { () throws(Undefined) in try schedule.get().performanceIndex })
    }
}

extension CostForecast {
    /// A method that knows one figure only states why the rest is missing; a forecast made without finished jobs states
    /// quantiles, and that no class bears them out.
    fileprivate func json(approved: Money) -> JSONValue {
        let reason = JSONValue.string(noIntervalReason.rawValue)
        let reference: [JSONMember] =
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
                + jsonMember("quantiles", quantiles) { quantiles in
                    .object(quantiles.map { (key: "\($0.probability)", value: JSONValue.string($0.cost.amount)) })
                } + [("probabilityOver", .object(overspends))]
                + jsonMember("expectedOverspend", excess) { .string($0.amount) } + reference)
    }

    fileprivate var plainJSON: JSONValue { .object(plainMembers) }

    private var plainMembers: [JSONMember] {
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
