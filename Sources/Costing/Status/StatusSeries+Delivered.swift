import Monetary

extension StatusSeries {
    /// The same for a job that is over, against the budget of the work that was done: a spot that was not shown in the end is
    /// neither a cost of the job nor a budget.
    ///
    /// `nil` while a job is under way, which it is with less than 98.5 % of its budget earned. Beyond that its end is known.
    public var delivered: StatusSeries? {
        guard let earned = statuses.last?.earnedValue else { return nil }
        if isDone { return self }
        guard
            earned.approximateUnits >= ClosedJob.mostProgress * budgetAtCompletion.approximateUnits,
            earned.minorUnits > 0
        else { return nil }
        return StatusSeries(
            currency: currency, budgetAtCompletion: earned, statuses: statuses, plan: plan, uninvoiced: uninvoiced,
            findings: findings)
    }
}
