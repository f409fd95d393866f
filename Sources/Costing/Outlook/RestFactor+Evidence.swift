import Monetary

extension RestFactor.Evidence {
    /// Only lines of the estimate on which progress is reported speak of the rest; of the others nobody says what their cost
    /// has bought.
    ///
    /// - Throws: `overflow`.
    init(in bases: [LineBasis], of status: JobStatus) throws(MonetaryFault) {
        let currency = status.estimate.currency
        let told = bases.filter { $0.isReported && !$0.budget.isZero }
        let late = told.compactMap(\.lateInvoice).reduce(0) { $0 + $1.amount.approximateUnits * $1.probability }
        var spent = MoneyTotal(in: currency)
        for basis in told { try spent.add(basis.knownCostOfWorkDone()) }
        budget = try bases.lazy.map(\.budget).total(in: currency)
        self.spent = try spent.money().approximateUnits + late
        earned = try told.lazy.map(\.earnedValue).total(in: currency).approximateUnits
        progress = budget.minorUnits > 0 ? earned / budget.approximateUnits : 0
        uncommitted = try bases.lazy.map(\.uncommitted).total(in: currency)
        known = try bases.flatMap { [$0.accrued, $0.openCommitment] }.total(in: currency).approximateUnits
        ordered = try Self.ordered(in: told, currency)
        statuses = try Self.statuses(
            of: Set(told.map(\.line)), in: status, accruing: try Money(rounding: late, currency))
    }

    /// What is on order for work to come, and what that work was budgeted at.
    private static func ordered(in told: [LineBasis], _ currency: Currency) throws(MonetaryFault) -> KnownRemaining? {
        var (budget, cost) = (MoneyTotal(in: currency), MoneyTotal(in: currency))
        for basis in told {
            try cost.add(basis.openCommitment - basis.openForWorkDone)
            try budget.add((basis.budget - basis.earnedValue - basis.uncommitted).orNothing)
        }
        // Orders for work that is budgeted nowhere say nothing of the rest.
        guard try budget.money().minorUnits > 0 else { return nil }
        return KnownRemaining(budget: try budget.money(), cost: try cost.money())
    }

    /// Each month's, on the lines that speak.
    private static func statuses(
        of lines: Set<LineID>, in status: JobStatus, accruing late: Money
    ) throws(MonetaryFault) -> [Status] {
        var statuses: [Status] = []
        for (number, point) in status.points.enumerated() {
            let told = point.lines.filter { lines.contains($0.id) }
            let cost = try told.lazy.map(\.actualCost).total(in: late.currency)
            let isLast = number == status.points.count - 1
            statuses.append(
                Status(
                    period: number + 1, stated: .endOfDay(point.day),
                    plannedValue: try told.lazy.map(\.plannedValue).total(in: late.currency),
                    earnedValue: try told.lazy.map(\.earnedValue).total(in: late.currency), actualCost: cost,
                    accruedCost: isLast && !late.isZero ? try cost + late : nil))
        }
        return statuses
    }
}
