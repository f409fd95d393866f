import Costing
import Diagnostics
import Formats
import Monetary

extension CostTable<StatusColumn> {
    /// The rows that can be read; each fault of the others is reported.
    mutating func statuses() -> [StatusSeriesDraft.Row] { records.compactMap { status($0) } }

    private mutating func status(_ record: CSVRecord) -> StatusSeriesDraft.Row? {
        let period = period(.period, record)
        let date = statusDate(.date, record)
        let plannedValue = amount(.plannedValue, record)
        let earnedValue = amountIfAny(.earnedValue, record)
        let actualCost = amountIfAny(.actualCost, record)
        guard let period, let date, let plannedValue, let earnedValue, let actualCost else { return nil }
        return StatusSeriesDraft.Row(
            period: period, date: date, plannedValue: plannedValue, earnedValue: earnedValue.value,
            actualCost: actualCost.value)
    }

    /// The amount, or that there is none; `nil` when the field cannot be read.
    private mutating func amountIfAny(_ column: StatusColumn, _ record: CSVRecord) -> (value: Located<Money>?, Void)? {
        if isBlank(column, record) { return (nil, ()) }
        return amount(column, record).map { ($0, ()) }
    }
}

extension CostTable<BaselineColumn> {
    mutating func plannedDays() -> [StatusSeriesDraft.PlannedDay] {
        records.compactMap { record in
            let day = day(.day, record)
            let plannedValue = amount(.plannedValue, record)
            guard let day, let plannedValue else { return nil }
            return StatusSeriesDraft.PlannedDay(day: day, plannedValue: plannedValue)
        }
    }
}

extension CostTable<TrackingColumn> {
    mutating func trackedActivities() -> [StatusSeriesDraft.TrackedActivity] {
        records.compactMap { record in
            let period = period(.period, record)
            let activity = name(.activity, record)
            let earnedValue = amount(.earnedValue, record)
            let actualCost = amount(.actualCost, record)
            guard let period, let activity, let earnedValue, let actualCost else { return nil }
            return StatusSeriesDraft.TrackedActivity(
                period: period, activity: activity.value, earnedValue: earnedValue.value, actualCost: actualCost.value)
        }
    }
}
