public import Monetary
import Statistics

/// A finished job, as far as others learn from it.
public struct ClosedJob: Hashable, Sendable {
    public let id: String
    /// What it was approved to cost (BAC). Above zero.
    public let budget: Money
    /// What it cost in the end. Above zero.
    public let finalCost: Money
    /// Every status between a fiftieth done and the end, on accrued cost where that is known.
    let observations: [CostPath.Point]
    /// The same thinned to steps worth looking at.
    let path: CostPath
    /// What became of work that was once hardly invoiced.
    let uninvoiced: UninvoicedWork?

    /// - Returns: `nil` for a job that is not done, or that cost nothing: there is nothing to learn from it yet.
    public init?(id: String, _ series: StatusSeries) {
        guard let end = series.statuses.last, series.isDone, end.actualCost.minorUnits > 0 else { return nil }
        self.id = id
        budget = series.budgetAtCompletion
        finalCost = end.actualCost
        let open = series.statuses.filter {
            $0.earnedValue.approximateUnits < Self.mostProgress * series.budgetAtCompletion.approximateUnits
        }
        path = CostPath(open, budget: budget, cost: \.knownCost)
        observations = open.flatMap { status in
            CostPath(CollectionOfOne(status), budget: series.budgetAtCompletion, cost: \.knownCost).points
        }
        uninvoiced = series.uninvoiced
    }

    /// Later statuses know the end already, as a share of the budget.
    static let mostProgress = 0.985

    /// ln(final cost ÷ budget).
    var level: Double { Elementary.log(finalCost.approximateUnits / budget.approximateUnits) }
}

extension StatusSeries {
    /// Whether all of the budget is earned by the last status.
    public var isDone: Bool {
        statuses.last.map { $0.earnedValue.minorUnits >= budgetAtCompletion.minorUnits } ?? false
    }
}
