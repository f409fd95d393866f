public import Monetary
public import WorkTime

/// How the spend of one flight keeps pace with its days: what is spent against what should be by now.
///
/// Elapsed time runs through yesterday, since today is not over. An index of 1 is on pace; above 1 the flight spends faster.
/// Where a hard cap stops delivery at the budget, an index above 1 means that the flight ends early, and not that it
/// overspends.
///
/// - Source: the on-schedule indicator of media buying, spend ÷ (budget ÷ days of the flight × days elapsed).
public struct Pacing: Hashable, Sendable {
    public let flight: ClosedRange<CivilDay>
    /// The first day that does not count: delivery is known through the day before.
    public let today: CivilDay
    public let budget: Money
    /// Through yesterday.
    public let spend: Money
    /// Whether delivery stops when the budget is spent.
    public let isCapped: Bool
    /// The share of the flight's delivery that should be done through yesterday, 0…1.
    public let elapsedShare: Rate

    /// - Precondition: budget and spend are of one currency.
    public init(
        budget: Money, spend: Money, flight: ClosedRange<CivilDay>, today: CivilDay,
        calendar: DeliveryCalendar = .even, isCapped: Bool = false
    ) {
        precondition(budget.currency == spend.currency, "\(budget) and \(spend)")
        let weights = calendar.weights(of: flight, through: today.advanced(by: -1))
        self.flight = flight
        self.today = today
        self.budget = budget
        self.spend = spend
        self.isCapped = isCapped
        elapsedShare = weights.all > 0 ? .part(weights.elapsed, of: weights.all) : today > flight.upperBound ? 1 : 0
    }

    /// Days of the flight that are over.
    public var elapsedDays: Int { min(max(0, flight.lowerBound.distance(to: today)), days) }
    /// All days of the flight.
    public var days: Int { flight.lowerBound.distance(to: flight.upperBound) + 1 }

    /// What should be spent through yesterday, rounded once.
    ///
    /// - Throws: `overflow`.
    public func expectedSpend() throws(MonetaryFault) -> Money { try budget.times(elapsedShare, rounding: .halfEven) }

    /// Spend per what should be spent.
    ///
    /// - Throws: `noTimeElapsed` before the first day is over, `noPlannedValue` without a budget, `negativeAmount`.
    public var index: Rate {
        get throws(Undefined) {
            guard elapsedShare > 0 else { throw .noTimeElapsed }
            let share = try EarnedValue.ratio(spend, budget, ifZero: .noPlannedValue)
            return try counted { () throws(MonetaryFault) in try share / elapsedShare }
        }
    }

    /// What the flight spends if it goes on like this, however much that is, rounded once.
    ///
    /// - Throws: `noTimeElapsed` before the first day is over, `negativeAmount`.
    public var unlimitedSpend: Money {
        get throws(Undefined) {
            guard elapsedShare > 0 else { throw .noTimeElapsed }
            guard !spend.isNegative else { throw .negativeAmount }
            return try counted { () throws(MonetaryFault) in
                try spend.times(elapsedShare.reciprocal(), rounding: .halfEven)
            }
        }
    }

    /// The same with a hard cap taken into account: not beyond the budget, or what is spent already.
    public var projectedSpend: Money {
        get throws(Undefined) {
            let projected = try unlimitedSpend
            guard isCapped else { return projected }
            return projected.least(spend.minorUnits > budget.minorUnits ? spend : budget)
        }
    }

    /// Projected spend less the budget: above zero an overspend, below zero money that is not used.
    public var deviation: Money {
        get throws(Undefined) {
            let projected = try projectedSpend
            return try counted { () throws(MonetaryFault) in try projected - budget }
        }
    }

    /// What a day that is left may spend on average, whatever it weighs, for the flight to end at its budget; rounded once.
    ///
    /// - Throws: `noTimeLeft` once the flight is over; `budgetSpent` where nothing is left.
    public var dailySpendLeft: Money {
        get throws(Undefined) {
            let left = days - elapsedDays
            guard left > 0 else { throw .noTimeLeft }
            let rest = try counted { () throws(MonetaryFault) in try budget - spend }
            guard rest.minorUnits > 0 else { throw .budgetSpent }
            return try counted { () throws(MonetaryFault) in
                try rest.times(Rate(1, over: Int128(left)), rounding: .halfEven)
            }
        }
    }
}
