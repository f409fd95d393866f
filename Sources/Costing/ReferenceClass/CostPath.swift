import Monetary
import Statistics

/// How the cost of a job went, status by status, in logarithms: all that a forecast reads of it.
///
/// Amounts are divided by budgets, so jobs of any size and currency compare.
struct CostPath: Hashable, Sendable {
    /// A status by its share of work done and by how dear that was.
    struct Point: Hashable, Sendable {
        /// Earned value as a share of the budget, within ``readable``.
        let progress: Double
        /// ln(cost ÷ earned value): 0 as budgeted, 0.1 some ten per cent dearer.
        let deviation: Double
    }

    /// In order of time; progress ascends by steps worth looking at.
    let points: [Point]

    var latest: Point? { points.last }

    /// Before a fiftieth of the work is done its cost says nothing of the rest; the last thousandth is never missing whole.
    static let readable = 0.02...0.999

    /// Two statuses nearer than this are one observation: what changed between them is small, and mostly rounding.
    static let leastStep = 0.03

    /// - Parameters:
    ///   - statuses: up to the one that is forecast from, and none later.
    ///   - cost: which cost of a status counts.
    init(_ statuses: some BidirectionalCollection<Status>, budget: Money, cost: (Status) -> Money) {
        var kept: [Point] = []
        for status in statuses.reversed() {
            guard let point = Self.point(status, budget, cost(status)) else { continue }
            if let later = kept.last {
                // Work that was rejected since is no longer done.
                let isApart =
                    later.progress - point.progress >= Self.leastStep || later.progress >= 1.5 * point.progress
                guard point.progress < later.progress, isApart else { continue }
            }
            kept.append(point)
        }
        points = kept.reversed()
    }

    private static func point(_ status: Status, _ budget: Money, _ cost: Money) -> Point? {
        let earned = status.earnedValue.approximateUnits
        let progress = min(earned / budget.approximateUnits, readable.upperBound)
        guard progress >= readable.lowerBound, cost.minorUnits > 0 else { return nil }
        return Point(progress: progress, deviation: Elementary.log(cost.approximateUnits / earned))
    }
}

extension Status {
    /// Accrued cost where the activities are known, else actual cost.
    var knownCost: Money { accruedCost ?? actualCost }
}
