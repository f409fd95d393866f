import Monetary

/// Why a figure has no value. An undefined figure is never zero: a job without costs is not infinitely cheap.
///
/// The raw values are what the `…Reason` of a JSON answer states; the phrasebook says them in words.
public enum Undefined: String, Error, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing was spent, so nothing can be said per unit of cost.
    case noActualCost = "no-actual-cost"
    /// Nothing was planned for yet.
    case noPlannedValue = "no-planned-value"
    /// Nothing is earned yet, so the rate of earning is zero and the rest would take for ever.
    case noEarnedValue = "no-earned-value"
    /// An amount below zero, such as more credit notes than invoices, makes an index without meaning.
    case negativeAmount = "negative-amount"
    /// The budget or the target is spent, and no performance on the rest brings it back.
    case budgetSpent = "budget-spent"
    /// The figure looks back over three periods, and there are fewer.
    case tooFewPeriods = "too-few-periods"
    /// Over the last periods nothing was spent, or nothing earned.
    case noRecentProgress = "no-recent-progress"
    /// It is not known when the job was planned to start, or nothing was planned by date.
    case noPlannedDates = "no-planned-dates"
    /// The planned value that is known ends before the budget is used up, or before the earned value.
    case planIncomplete = "plan-incomplete"
    /// The status is not after the planned start.
    case noTimeElapsed = "no-time-elapsed"
    /// There is no day left.
    case noTimeLeft = "no-time-left"
    /// The activities behind the totals are not known.
    case noTracking = "no-tracking"
    /// Nobody counts the units that are delivered.
    case noUnits = "no-units"
    /// There is no class of finished jobs to compare with.
    case noReferenceClass = "no-reference-class"
    /// The figure passes what is counted exactly.
    case tooLarge = "too-large"
}

/// Runs exact arithmetic whose only faults here are sizes: currencies were checked, divisors were looked at.
func counted<Value>(_ work: () throws(MonetaryFault) -> Value) throws(Undefined) -> Value {
    do {
        return try work()
    } catch {
        throw .tooLarge
    }
}
