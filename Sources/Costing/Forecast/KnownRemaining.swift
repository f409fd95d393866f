public import Monetary

/// The part of the remaining work whose cost is agreed: orders that are placed at fixed prices and not invoiced yet.
///
/// A forecast takes it as known and is uncertain of the rest only.
public struct KnownRemaining: Hashable, Sendable {
    /// What that work was budgeted at. Zero or more.
    public let budget: Money
    /// What was agreed for it. Zero or more.
    public let cost: Money

    /// - Precondition: one currency, nothing below zero.
    public init(budget: Money, cost: Money) {
        precondition(budget.currency == cost.currency, "\(budget) and \(cost)")
        precondition(!budget.isNegative && !cost.isNegative, "\(budget) known at \(cost)")
        self.budget = budget
        self.cost = cost
    }

    /// A status as if that work were done at what was agreed.
    func counted(in status: Status) throws(Undefined) -> Status {
        let (budget, cost) = (budget, cost)
        return try Costing.counted { () throws(MonetaryFault) in
            Status(
                period: status.period, stated: status.stated, plannedValue: status.plannedValue,
                earnedValue: try status.earnedValue + budget, actualCost: try status.actualCost + cost,
                accruedCost: try status.accruedCost.map { accrued throws(MonetaryFault) in try accrued + cost })
        }
    }
}
