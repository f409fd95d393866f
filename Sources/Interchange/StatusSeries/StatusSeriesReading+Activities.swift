import Costing
import Diagnostics
import Formats
import Monetary
import WorkTime

extension StatusSeriesReading {
    /// Reads the activities as they were planned: the job begins with the first of them, ends with the last, and its budget
    /// is their sum. What the draft states already stays.
    ///
    /// A start without a time is the beginning of its day, an end without one the end of it.
    public mutating func addActivities(_ bytes: [UInt8], file: String) {
        guard var table = open(bytes, file: file, ActivityColumn.self) else { return }
        let activities = table.plannedActivities()
        findings.report(contentsOf: table.findings)
        guard !activities.isEmpty else { return }
        guard let budget = try? activities.map(\.budget).total(in: draft.currency) else {
            findings.report(
                Finding(
                    "cost.budget-too-large", .error, "the budgets of the activities are too large to be added up",
                    advice: "check them for digits that do not belong", at: SourcePlace(file: file, line: 1, column: 1))
            )
            return
        }
        draft.plannedStart = draft.plannedStart ?? activities.map(\.start).min()
        draft.plannedFinish = draft.plannedFinish ?? activities.map(\.finish).max()
        draft.budgetAtCompletion = draft.budgetAtCompletion ?? budget
    }
}

/// An activity as it was planned.
private struct PlannedActivity {
    let start: CivilMinute
    let finish: CivilMinute
    let budget: Money
}

extension CostTable<ActivityColumn> {
    fileprivate mutating func plannedActivities() -> [PlannedActivity] { records.compactMap { plannedActivity($0) } }

    private mutating func plannedActivity(_ record: CSVRecord) -> PlannedActivity? {
        let start = statusDate(.start, record)
        let finish = statusDate(.finish, record)
        let budget = amount(.budget, record)
        guard let start, let finish, let budget else { return nil }
        let activity = PlannedActivity(start: start.value.asStart, finish: finish.value.instant, budget: budget.value)
        // A milestone without a budget may finish with one working day and start with the next: one working instant, which
        // planning programs write as both.
        if activity.finish < activity.start, !activity.budget.isZero {
            report(
                Finding(
                    "cost.activity-ends-early", .error,
                    "the activity ends at \(activity.finish), before its start at \(activity.start)",
                    advice: "check both dates", at: finish.place))
        }
        return activity
    }
}

extension StatedStatusDate {
    /// As a start: a day alone begins at midnight.
    var asStart: CivilMinute {
        switch self {
        case .endOfDay(let day): CivilMinute(day: day, minuteOfDay: 0)
        case .minute(let minute): minute
        }
    }
}
