import Diagnostics
import Monetary

extension SeriesCheck {
    mutating func checkTracking() {
        guard let tracking = draft.tracking else { return }
        var seen: Set<TrackedKey> = []
        for row in tracking {
            if [row.earnedValue, row.actualCost].contains(where: { $0.currency != draft.currency }) {
                findings.report(
                    Finding(
                        "cost.mixed-currencies", .error, "activity \(row.activity) is not in \(draft.currency)",
                        advice: "convert it, or keep one series for each currency", at: row.period.place))
            }
            if !seen.insert(TrackedKey(period: row.period.value, activity: row.activity)).inserted {
                findings.report(
                    Finding(
                        "cost.duplicate-activity", .error,
                        "activity \(row.activity) is stated again in period \(row.period.value)",
                        advice: "keep one row for each activity and period", at: row.period.place))
            }
        }
        reportUnknownPeriods(tracking)
        guard !findings.hasErrors else { return }
        let byPeriod = Dictionary(grouping: tracking) { $0.period.value }
        for row in reports { checkTotals(of: row, byPeriod[row.period.value, default: []]) }
    }

    /// Once for each period and file: of a period that is missing, every activity would say the same.
    private mutating func reportUnknownPeriods(_ tracking: [StatusSeriesDraft.TrackedActivity]) {
        let known = Set(draft.rows.map(\.period.value))
        let unknown = Dictionary(grouping: tracking.filter { !known.contains($0.period.value) }) { row in
            TrackedPeriod(file: row.period.place?.file, period: row.period.value)
        }
        for (period, rows) in unknown.sorted(by: { $0.key.period < $1.key.period }) {
            let activities = Set(rows.map(\.activity)).count
            let subject =
                activities == 1 ? "activity \(rows[0].activity) is" : "\(activities) activities are"
            findings.report(
                Finding(
                    "cost.unknown-period", .warning,
                    "\(subject) tracked in period \(period.period), which the series does not have",
                    advice: "add the period to the series, or remove \(rows.count == 1 ? "the row" : "the rows")",
                    at: rows[0].period.place))
        }
    }

    /// The activities of a period should add up to its row.
    private mutating func checkTotals(
        of row: StatusSeriesDraft.Row, _ activities: [StatusSeriesDraft.TrackedActivity]
    ) {
        let totals = [
            ("earned value", row.earnedValue, activities.map(\.earnedValue)),
            ("actual cost", row.actualCost, activities.map(\.actualCost)),
        ]
        for (name, stated, parts) in totals {
            guard let stated, let sum = try? parts.total(in: draft.currency), sum != stated.value else { continue }
            findings.report(
                Finding(
                    "cost.activities-differ", .warning,
                    "the activities of period \(row.period.value) have \(sum.amount) of \(name), the series \(stated.value.amount)",
                    advice: "complete the activities, or correct the series", at: stated.place))
        }
    }
}

private struct TrackedKey: Hashable {
    let period: Int
    let activity: String
}

private struct TrackedPeriod: Hashable {
    let file: String?
    let period: Int
}
