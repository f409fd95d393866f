import Diagnostics
import Monetary
import WorkTime

// MARK: Baseline

extension SeriesCheck {
    mutating func checkBaseline() {
        guard let baseline = draft.baseline else { return }
        if baseline.isEmpty {
            findings.report(
                Finding(
                    "cost.empty-baseline", .error, "the baseline holds no day",
                    advice: "add days, or leave the baseline out"))
        }
        for day in baseline where day.plannedValue.value.currency != draft.currency {
            findings.report(
                Finding(
                    "cost.mixed-currencies", .error,
                    "the baseline is in \(day.plannedValue.value.currency), the series in \(draft.currency)",
                    advice: "convert it, or keep one series for each currency", at: day.plannedValue.place))
        }
        if let first = baseline.first, first.plannedValue.value.isNegative {
            findings.report(
                Finding(
                    "cost.negative-amount", .error, "the planned value of \(first.day.value) is below zero",
                    advice: "state what is planned from the beginning of the job", at: first.plannedValue.place))
        }
        for (earlier, later) in zip(baseline, baseline.dropFirst()) { checkOrder(earlier, later) }
    }

    private mutating func checkOrder(_ earlier: StatusSeriesDraft.PlannedDay, _ later: StatusSeriesDraft.PlannedDay) {
        if later.day.value <= earlier.day.value {
            findings.report(
                Finding(
                    "cost.dates-not-ascending", .error, "\(later.day.value) is not after \(earlier.day.value)",
                    advice: "order the days of the baseline, each once", at: later.day.place))
        }
        if later.plannedValue.value.minorUnits < earlier.plannedValue.value.minorUnits {
            findings.report(
                Finding(
                    "cost.baseline-falls", .error,
                    "the planned value falls from \(earlier.plannedValue.value.amount) to \(later.plannedValue.value.amount)",
                    advice: "state what is planned from the beginning of the job to the end of each day",
                    at: later.plannedValue.place))
        }
    }
}

// MARK: Budget and curve

extension SeriesCheck {
    /// The stated budget, else where the plan ends.
    mutating func budgetAtCompletion() -> Money? {
        let stated = draft.budgetAtCompletion.map { Located($0) }
        guard let budget = stated ?? draft.baseline?.last?.plannedValue ?? lastPlannedValue() else { return nil }
        guard budget.value.minorUnits > 0 else {
            findings.report(
                Finding(
                    "cost.no-budget", .error, "the budget at completion is \(budget.value.amount)",
                    advice: "state a budget above zero, or a baseline that ends at it", at: budget.place))
            return nil
        }
        return budget.value
    }

    /// Rows of the plan ahead say where it ends; without them the last planned value may be anywhere on the way.
    private mutating func lastPlannedValue() -> Located<Money>? {
        guard let row = draft.rows.last else { return nil }
        let last = row.plannedValue
        guard row.earnedValue != nil, last.value.minorUnits > 0, !findings.hasErrors else { return last }
        findings.report(
            Finding(
                "cost.budget-assumed", .note, "the last planned value, \(last.value), is taken for the whole budget",
                advice: "give the baseline, or the budget, when the plan goes on beyond it", at: last.place))
        return last
    }

    /// `nil` when the draft has errors, or the planned start is not known.
    mutating func plan(of budget: Money?) -> PlannedValueCurve? {
        guard let budget, !findings.hasErrors else { return nil }
        guard let start = plannedStart() else { return nil }
        let steps = draft.baseline.map { Self.points(of: $0) } ?? pointsOfRows
        guard let firstStep = steps.first(where: { $0.plannedValue.minorUnits > 0 }), start < firstStep.instant else {
            findings.report(
                Finding(
                    "cost.start-too-late", .error, "value is planned before the planned start, \(start)",
                    advice: "check the planned start against the plan"))
            return nil
        }
        if let finish = draft.plannedFinish, finish <= start {
            findings.report(
                Finding(
                    "cost.finish-before-start", .error,
                    "the planned finish, \(finish), is not after the planned start, \(start)",
                    advice: "check both dates"))
            return nil
        }
        return curve(from: start, steps.filter { $0.instant > start }, budget)
    }

    /// The stated start, else the beginning of the first planned day, else the date of a first row without any amount,
    /// else one period before the first status.
    private mutating func plannedStart() -> CivilMinute? {
        if let stated = draft.plannedStart { return stated }
        if let first = draft.baseline?.first { return CivilMinute(day: first.day.value, minuteOfDay: 0) }
        guard draft.rows.count > 1 else { return nil }
        if draft.rows[0].isBeginning { return draft.rows[0].date.value.instant }
        let first = draft.rows[0].date
        let start = first.value.instant - (draft.rows[1].date.value.instant - first.value.instant)
        findings.report(
            Finding(
                "cost.start-assumed", .note,
                "the planned start is taken to be \(start), one period before the first status",
                advice: "give the planned start or the baseline", at: first.place))
        return start
    }

    /// The ends of the days; work is planned inside the days that are listed, and none between them.
    private static func points(of baseline: [StatusSeriesDraft.PlannedDay]) -> [PlannedValueCurve.Point] {
        var points: [PlannedValueCurve.Point] = []
        for day in baseline {
            let midnight = CivilMinute(day: day.day.value, minuteOfDay: 0)
            if let last = points.last, last.instant < midnight { points.append(.init(midnight, last.plannedValue)) }
            points.append(.init(midnight + ElapsedMinutes(1_440), day.plannedValue.value))
        }
        return points
    }

    /// The planned values of the statuses and of the rows ahead. Where a new baseline lowered them, the highest so far.
    private var pointsOfRows: [PlannedValueCurve.Point] {
        var highest = Money.zero(draft.currency)
        return draft.rows.map { row in
            if row.plannedValue.value.minorUnits > highest.minorUnits { highest = row.plannedValue.value }
            return PlannedValueCurve.Point(row.date.value.instant, highest)
        }
    }

    private func curve(
        from start: CivilMinute, _ steps: [PlannedValueCurve.Point], _ budget: Money
    ) -> PlannedValueCurve {
        var points = [PlannedValueCurve.Point(start, .zero(draft.currency))] + steps
        let planned = points[points.count - 1].plannedValue
        // A baseline is a whole plan, whatever cents it lost in rounding; rows may be its beginning only.
        let isWhole = draft.baseline != nil || planned.minorUnits >= budget.minorUnits
        let reached = points.first { $0.plannedValue.minorUnits == planned.minorUnits }?.instant
        let finish = draft.plannedFinish ?? (isWhole ? reached : nil)
        if let finish, points[points.count - 1].instant < finish {
            points.append(.init(finish, isWhole ? planned : budget))
        }
        return PlannedValueCurve(points, plannedFinish: finish)
    }
}

// MARK: Statuses against the plan

extension SeriesCheck {
    /// Says nothing of a draft with errors: what is measured against may be what is wrong.
    mutating func checkAgainst(_ budget: Money?, _ plan: PlannedValueCurve?) {
        guard !findings.hasErrors else { return }
        for row in reports {
            if let budget, let earned = row.earnedValue, earned.value.minorUnits > budget.minorUnits {
                findings.report(
                    Finding(
                        "cost.earned-beyond-budget", .warning,
                        "the earned value of period \(row.period.value), \(earned.value.amount), passes the budget, \(budget.amount)",
                        advice: "raise the budget by the approved changes; added work earns nothing without one",
                        at: earned.place))
            }
            if let plan, row.date.value.instant < plan.plannedStart {
                findings.report(
                    Finding(
                        "cost.status-before-start", .warning,
                        "the status of period \(row.period.value) is before the planned start, \(plan.plannedStart)",
                        advice: "check the date and the planned start", at: row.date.place))
            }
        }
    }
}

extension StatusSeriesDraft.Row {
    /// Whether nothing is planned, earned or spent yet.
    fileprivate var isBeginning: Bool {
        plannedValue.value.isZero && earnedValue?.value.isZero ?? true && actualCost?.value.isZero ?? true
    }
}
