public import Monetary
import Statistics

/// How likely each final cost of a job is.
public struct CostDistribution: Hashable, Sendable {
    /// A cost that is not passed with a probability.
    public struct Quantile: Hashable, Sendable {
        /// Above 0 and below 1.
        public let probability: Double
        public let cost: Money
    }

    /// How likely an amount is passed by more than a share of it.
    public struct Overspend: Hashable, Sendable {
        /// 0.05: by more than 5 %.
        public let share: Double
        public let probability: Double
    }

    /// The probabilities of the quantiles that answers state.
    public static let statedProbabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
    /// The shares over the approved amount that answers state.
    public static let statedShares = [0, 0.05, 0.1]

    enum Shape: Hashable, Sendable {
        /// Of ln(final cost ÷ budget).
        case open(DistributionMixture, budget: Money)
        /// The work is done. What is accrued comes as an invoice with a probability; without it the cost is as booked.
        case settled(booked: Money, accrued: Money, lateness: Double)
    }

    let shape: Shape

    /// The cost that is not passed with this confidence, rounded once.
    ///
    /// - Parameter confidence: above 0 and below 1.
    public func cost(atConfidence confidence: Double) throws(Undefined) -> Money {
        precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
        switch shape {
        case .settled(let booked, let accrued, let lateness):
            return confidence <= 1 - lateness ? booked : accrued
        case .open(let levels, let budget):
            return try Self.money(budget, Elementary.exp(levels.quantile(confidence)))
        }
    }

    /// The quantiles that answers state, ascending.
    public var quantiles: [Quantile] {
        get throws(Undefined) {
            var stated: [Quantile] = []
            for probability in Self.statedProbabilities {
                stated.append(Quantile(probability: probability, cost: try cost(atConfidence: probability)))
            }
            return stated
        }
    }

    /// How likely it is that the final cost passes an amount by more than a share of it.
    ///
    /// - Parameters:
    ///   - amount: above zero, in the currency of the job.
    ///   - share: zero or more.
    public func probability(over amount: Money, by share: Double = 0) -> Double {
        let limit = amount.approximateUnits * (1 + share)
        switch shape {
        case .settled(let booked, let accrued, let lateness):
            let overs = (booked.approximateUnits > limit, accrued.approximateUnits > limit)
            return (overs.0 ? 1 - lateness : 0) + (overs.1 ? lateness : 0)
        case .open(let levels, let budget):
            return 1 - levels.probability(upTo: Elementary.log(limit / budget.approximateUnits))
        }
    }

    /// The probabilities of overspending that answers state, ascending by share.
    public func overspends(of amount: Money) -> [Overspend] {
        Self.statedShares.map { Overspend(share: $0, probability: probability(over: amount, by: $0)) }
    }

    /// What is to be expected, on average, beyond an amount: zero when it cannot be passed.
    public func expectedOverspend(of amount: Money) throws(Undefined) -> Money {
        let limit = amount.approximateUnits
        switch shape {
        case .settled(let booked, let accrued, let lateness):
            let excess = { (cost: Money) in max(0, cost.approximateUnits - limit) / amount.approximateUnits }
            return try Self.money(amount, (1 - lateness) * excess(booked) + lateness * excess(accrued))
        case .open(let levels, let budget):
            let ratio = limit / budget.approximateUnits
            return try Self.money(budget, levels.mean { max(0, Elementary.exp($0) - ratio) })
        }
    }

    private static func money(_ base: Money, _ factor: Double) throws(Undefined) -> Money {
        try counted { () throws(MonetaryFault) in
            try Money(rounding: base.approximateUnits * factor, base.currency)
        }
    }
}
