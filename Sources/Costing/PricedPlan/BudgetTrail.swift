import Monetary
import WorkTime

/// The value of a share of a line while change orders move its budget.
///
/// A change order changes what is still to come: the value on the day before it takes effect stays, and what the new budget
/// has beyond it is spread over the rest of the share. So variances from before a change order stay as they were. Where the
/// new budget is less than the value before, the value falls to it.
struct BudgetTrail {
    private struct Step {
        let from: CivilDay
        let cost: Money
        let share: (CivilDay) -> Rate
        /// The value on the day before, and the share as this step measures it.
        let held: Money
        let heldShare: Rate
    }

    private var steps: [Step] = []

    /// Adds the budget that holds from a day on.
    ///
    /// - Parameter share: the share of the line by the end of a day, 0…1, as this budget measures it.
    mutating func add(
        _ cost: Money, from day: CivilDay, share: @escaping (CivilDay) -> Rate
    ) throws(MonetaryFault) {
        let before = day.advanced(by: -1)
        let held = steps.isEmpty ? .zero(cost.currency) : try value(at: before)
        steps.append(
            Step(
                from: day, cost: cost, share: share,
                held: held.minorUnits > cost.minorUnits ? cost : held, heldShare: steps.isEmpty ? 0 : share(before)))
    }

    /// The value at the end of a day, rounded once.
    ///
    /// - Precondition: a budget was added.
    func value(at day: CivilDay) throws(MonetaryFault) -> Money {
        let step = steps.last { $0.from <= day } ?? steps[0]
        let share = step.share(day)
        if step.heldShare >= 1 || step.heldShare.isZero && step.held.isZero {
            return try step.cost.times(share, rounding: .halfEven)
        }
        guard share >= step.heldShare else {
            return try step.held.times(share / step.heldShare, rounding: .halfEven)
        }
        let rest = try (share - step.heldShare) / (1 - step.heldShare)
        return try step.held + (step.cost - step.held).times(rest, rounding: .halfEven)
    }
}
