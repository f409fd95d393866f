public import Diagnostics
import Monetary
import WorkTime

extension StatusSeries {
    /// Checks a draft: every fault at once, or a series that is sound.
    ///
    /// - Parameter found: what was found while the draft was read; kept before the findings of the check.
    /// - Throws: all findings when one of them, old or new, is an error.
    public init(checking draft: StatusSeriesDraft, findings found: [Finding] = []) throws(Rejection) {
        var check = SeriesCheck(draft, found)
        check.checkRows()
        check.checkBaseline()
        check.checkTracking()
        let budget = check.budgetAtCompletion()
        let plan = check.plan(of: budget)
        check.checkAgainst(budget, plan)
        try check.findings.throwIfErrors()
        guard let budget else { preconditionFailure("a series without a budget and without a finding about it") }
        self.init(
            currency: draft.currency, budgetAtCompletion: budget, statuses: check.statuses(), plan: plan,
            uninvoiced: check.uninvoicedWork(), findings: check.findings.inReadingOrder)
    }
}

/// What is known while a draft is checked. Findings have ids `cost.…`.
struct SeriesCheck {
    let draft: StatusSeriesDraft
    var findings: FindingList

    init(_ draft: StatusSeriesDraft, _ found: [Finding]) {
        self.draft = draft
        findings = FindingList(found)
    }

    /// The rows that report, without those of the plan ahead.
    var reports: [StatusSeriesDraft.Row] { draft.rows.filter { $0.earnedValue != nil && $0.actualCost != nil } }

    /// Only for a draft without errors.
    func statuses() -> [Status] {
        let accruals = draft.tracking.map(AccruedCost.init)
        return reports.compactMap { row in
            guard let earned = row.earnedValue?.value, let cost = row.actualCost?.value else { return nil }
            return Status(
                period: row.period.value, stated: row.date.value, plannedValue: row.plannedValue.value,
                earnedValue: earned, actualCost: cost,
                accruedCost: accruals?.accruedCost(booked: cost, in: row.period.value))
        }
    }

    /// Only for a draft without errors.
    func uninvoicedWork() -> UninvoicedWork? {
        draft.tracking.flatMap {
            UninvoicedWork($0, periods: reports.map(\.period.value), draft.currency)
        }
    }
}
