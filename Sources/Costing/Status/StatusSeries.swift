public import Diagnostics
public import Monetary

/// The status reports of one job in order of time, checked, with the plan that they are measured against.
///
/// Made by checking a draft: ``init(checking:findings:)``.
public struct StatusSeries: Hashable, Sendable {
    public let currency: Currency
    /// Above zero.
    public let budgetAtCompletion: Money
    /// At least one; dates ascend, periods differ; amounts are of one currency.
    public let statuses: [Status]
    /// `nil` when it is not known when the job was to start.
    public let plan: PlannedValueCurve?
    /// Work that was once hardly invoiced; `nil` when there was none, or the activities are not known.
    public let uninvoiced: UninvoicedWork?
    /// Warnings and notes; a series with errors does not come to be.
    public let findings: [Finding]

    init(
        currency: Currency, budgetAtCompletion: Money, statuses: [Status], plan: PlannedValueCurve?,
        uninvoiced: UninvoicedWork?, findings: [Finding]
    ) {
        self.currency = currency
        self.budgetAtCompletion = budgetAtCompletion
        self.statuses = statuses
        self.plan = plan
        self.uninvoiced = uninvoiced
        self.findings = findings
    }
}
