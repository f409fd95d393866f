public import Monetary

/// Planned value, earned value and actual cost of a job at one moment, and what follows from them.
///
/// All three are cumulative. Indices are exact ratios and throw ``Undefined`` where they have no value.
///
/// - Source: ANSI/EIA-748; PMI, *The Standard for Earned Value Management*, 2019.
public struct EarnedValue: Hashable, Sendable {
    /// The approved cost of all the work (BAC). Above zero.
    public let budgetAtCompletion: Money
    /// The budget of the work that should be done by now (PV).
    public let plannedValue: Money
    /// The budget of the work that is done (EV).
    public let earnedValue: Money
    /// What that work has cost (AC).
    public let actualCost: Money

    /// - Precondition: one currency; the budget is above zero.
    public init(budgetAtCompletion: Money, plannedValue: Money, earnedValue: Money, actualCost: Money) {
        let currency = budgetAtCompletion.currency
        precondition(
            [plannedValue, earnedValue, actualCost].allSatisfy { $0.currency == currency }, "mixed currencies")
        precondition(budgetAtCompletion.minorUnits > 0, "a budget of \(budgetAtCompletion)")
        self.budgetAtCompletion = budgetAtCompletion
        self.plannedValue = plannedValue
        self.earnedValue = earnedValue
        self.actualCost = actualCost
    }
}

// MARK: Variances

extension EarnedValue {
    /// Earned value less actual cost (CV); below zero when the work cost more than its budget.
    public var costVariance: Money {
        get throws(Undefined) { try counted { () throws(MonetaryFault) in try earnedValue - actualCost } }
    }

    /// Earned value less planned value (SV); below zero when less is done than planned. An amount, not a time.
    public var scheduleVariance: Money {
        get throws(Undefined) { try counted { () throws(MonetaryFault) in try earnedValue - plannedValue } }
    }

    /// The share of the budget that is earned.
    public var progress: Rate {
        get throws(Undefined) { try Self.ratio(earnedValue, budgetAtCompletion, ifZero: .noPlannedValue) }
    }

    /// The budget of the work that is not done yet. Zero when all of it, or more than the budget, is earned.
    public var remainingBudget: Money {
        get throws(Undefined) {
            let rest = try counted { () throws(MonetaryFault) in try budgetAtCompletion - earnedValue }
            return rest.isNegative ? .zero(rest.currency) : rest
        }
    }
}

// MARK: Indices

extension EarnedValue {
    /// Earned value per unit of cost (CPI); below 1 is dear.
    public var costPerformanceIndex: Rate {
        get throws(Undefined) { try Self.ratio(earnedValue, actualCost, ifZero: .noActualCost) }
    }

    /// Earned value per unit of planned value (SPI); below 1 is late. Returns to 1 at the end however late that is, so
    /// late in a job read the earned schedule instead.
    public var schedulePerformanceIndex: Rate {
        get throws(Undefined) { try Self.ratio(earnedValue, plannedValue, ifZero: .noPlannedValue) }
    }

    /// The CPI that the rest of the work must reach for the job to end at its budget (TCPI).
    public var toCompletePerformanceIndex: Rate {
        get throws(Undefined) { try toCompletePerformanceIndex(for: budgetAtCompletion) }
    }

    /// The CPI that the rest of the work must reach for the job to end at `target`, such as an approved amount or an
    /// estimate at completion. Undefined once the target is spent: then none will do.
    public func toCompletePerformanceIndex(for target: Money) throws(Undefined) -> Rate {
        let rest = try counted { () throws(MonetaryFault) in try target - actualCost }
        guard rest.minorUnits > 0 else { throw .budgetSpent }
        return try Self.ratio(remainingBudget, rest, ifZero: .budgetSpent)
    }

    /// An exact ratio of two amounts that are not below zero.
    static func ratio(_ part: Money, _ whole: Money, ifZero reason: Undefined) throws(Undefined) -> Rate {
        guard !whole.isZero else { throw reason }
        guard !part.isNegative, !whole.isNegative else { throw .negativeAmount }
        return try counted { () throws(MonetaryFault) in try part.ratio(to: whole) }
    }
}
