import Diagnostics
import Monetary
import WorkTime

extension SeriesCheck {
    mutating func checkRows() {
        if reports.isEmpty {
            findings.report(
                Finding(
                    "cost.no-status", .error, "the series holds no status",
                    advice: "add a row with earned value and actual cost",
                    at: draft.rows.first?.period.place))
        }
        for row in draft.rows { checkAmounts(of: row) }
        checkPeriods()
        for (earlier, later) in zip(draft.rows, draft.rows.dropFirst()) { checkOrder(earlier, later) }
        for (earlier, later) in zip(reports, reports.dropFirst()) { checkReversals(earlier, later) }
    }

    private mutating func checkAmounts(of row: StatusSeriesDraft.Row) {
        let amounts = [row.plannedValue, row.earnedValue, row.actualCost].compactMap { $0 }
        if let stray = amounts.first(where: { $0.value.currency != draft.currency }) {
            findings.report(
                Finding(
                    "cost.mixed-currencies", .error,
                    "an amount in \(stray.value.currency) stands in a series in \(draft.currency)",
                    advice: "convert it, or keep one series for each currency", at: stray.place))
        }
        if (row.earnedValue == nil) != (row.actualCost == nil) {
            let absent = row.earnedValue == nil ? "earned value" : "actual cost"
            findings.report(
                Finding(
                    "cost.half-status", .error, "period \(row.period.value) has no \(absent)",
                    advice: "fill it in, or leave earned value and actual cost empty for a period that lies ahead",
                    at: row.period.place))
        }
        for (name, amount) in row.named where amount.value.isNegative {
            findings.report(
                Finding(
                    "cost.negative-amount", name == "planned value" ? .error : .warning,
                    "the \(name) of period \(row.period.value) is below zero",
                    advice: "state amounts from the beginning of the job, not the change of the period",
                    at: amount.place))
        }
    }

    private mutating func checkPeriods() {
        var first: [Int: SourcePlace?] = [:]
        for row in draft.rows {
            guard let earlier = first.updateValue(row.period.place, forKey: row.period.value) else { continue }
            findings.report(
                Finding(
                    "cost.duplicate-period", .error,
                    "period \(row.period.value) is stated again" + (earlier.map { ", first in line \($0.line)" } ?? ""),
                    advice: "keep one row for each period", at: row.period.place))
        }
    }

    private mutating func checkOrder(_ earlier: StatusSeriesDraft.Row, _ later: StatusSeriesDraft.Row) {
        if later.date.value.instant <= earlier.date.value.instant {
            findings.report(
                Finding(
                    "cost.dates-not-ascending", .error,
                    "the status of period \(later.period.value) is not after that of period \(earlier.period.value)",
                    advice: "order the rows by date, and check the year and the order of day and month",
                    at: later.date.place))
        } else if later.period.value < earlier.period.value {
            findings.report(
                Finding(
                    "cost.periods-not-ascending", .warning,
                    "period \(later.period.value) comes after period \(earlier.period.value)",
                    advice: "number the periods in the order of their dates", at: later.period.place))
        }
        if earlier.earnedValue == nil, earlier.actualCost == nil, later.earnedValue != nil || later.actualCost != nil {
            findings.report(
                Finding(
                    "cost.gap-in-statuses", .error,
                    "period \(earlier.period.value) reports nothing, and a later period does",
                    advice: "fill in earned value and actual cost, or remove the row", at: earlier.period.place))
        }
    }

    /// Reversals are allowed: work is rejected, credit notes arrive. They are worth a look.
    private mutating func checkReversals(_ earlier: StatusSeriesDraft.Row, _ later: StatusSeriesDraft.Row) {
        for ((name, before), (_, after)) in zip(earlier.named, later.named)
        where after.value.minorUnits < before.value.minorUnits {
            findings.report(
                Finding(
                    "cost.amount-falls", .warning,
                    "the \(name) falls from \(before.value.amount) to \(after.value.amount) in period \(later.period.value)",
                    advice: "check that amounts are cumulative; \(Self.usualCauses[name] ?? "a correction does this")",
                    at: after.place))
        }
    }

    private static let usualCauses = [
        "planned value": "a new baseline does this, and figures before it keep the old one",
        "earned value": "rejected work does this", "actual cost": "a credit note does this",
    ]
}

extension StatusSeriesDraft.Row {
    /// The amounts that are stated, by name.
    fileprivate var named: [(name: String, amount: Located<Money>)] {
        [("planned value", plannedValue)] + (earnedValue.map { [("earned value", $0)] } ?? [])
            + (actualCost.map { [("actual cost", $0)] } ?? [])
    }
}
