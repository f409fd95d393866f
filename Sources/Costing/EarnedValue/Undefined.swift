import Monetary

/// Why a figure has no value. An undefined figure is never zero: a job without costs is not infinitely cheap.
public enum Undefined: String, Error, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing was spent, so nothing can be said per unit of cost.
    case noActualCost
    /// Nothing was planned for yet.
    case noPlannedValue
    /// Nothing is earned yet, so the rate of earning is zero and the rest would take for ever.
    case noEarnedValue
    /// An amount below zero, such as more credit notes than invoices, makes an index without meaning.
    case negativeAmount
    /// The budget or the target is spent, and no performance on the rest brings it back.
    case budgetSpent
    /// The figure looks back over three periods, and there are fewer.
    case tooFewPeriods
    /// Over the last periods nothing was spent, or nothing earned.
    case noRecentProgress
    /// It is not known when the job was planned to start, or nothing was planned by date.
    case noPlannedDates
    /// The planned value that is known ends before the budget is used up, or before the earned value.
    case planIncomplete
    /// The status is not after the planned start.
    case noTimeElapsed
    /// The activities behind the totals are not known.
    case noTracking
    /// There is no class of finished jobs to compare with.
    case noReferenceClass
    /// The figure passes what is counted exactly.
    case tooLarge
}

extension Undefined: CustomStringConvertible {
    /// A fragment for the `…Reason` of a JSON answer.
    public var description: String {
        switch self {
        case .noActualCost: "no cost is booked"
        case .noPlannedValue: "no value was planned by then"
        case .noEarnedValue: "no value is earned"
        case .negativeAmount: "an amount is below zero"
        case .budgetSpent: "the budget is spent, so no performance on the rest can meet it"
        case .tooFewPeriods: "there are fewer than three periods"
        case .noRecentProgress: "nothing was spent or nothing earned over the last three periods"
        case .noPlannedDates: "the planned start is not known; give a baseline or the start"
        case .planIncomplete: "the planned value that is known ends too early; give the whole baseline"
        case .noTimeElapsed: "the status is not after the planned start"
        case .noTracking: "no activities are tracked; give their earned value and cost"
        case .noReferenceClass: "there is no reference class of finished jobs to take an interval from"
        case .tooLarge: "the figure is too large to be counted exactly"
        }
    }
}

/// Runs exact arithmetic whose only faults here are sizes: currencies were checked, divisors were looked at.
func counted<Value>(_ work: () throws(MonetaryFault) -> Value) throws(Undefined) -> Value {
    do {
        return try work()
    } catch {
        throw .tooLarge
    }
}
