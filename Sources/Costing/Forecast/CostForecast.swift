public import Monetary

/// What a job is expected to cost at its end.
public struct CostForecast: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, Codable {
        /// The remaining budget by the progress-weighted cost index, on actual cost as booked.
        case progressWeighted = "progress-weighted"
        /// The same on accrued cost, so that late invoices are not taken for savings.
        case progressWeightedAccrued = "progress-weighted-accrued"
    }

    public let method: Method
    /// As likely to be passed as not.
    public let median: Money

    /// Why there is no interval around the median: an interval is only as good as the class of finished jobs that it is
    /// taken from.
    public var noIntervalReason: Undefined { .noReferenceClass }
}

extension StatusReading {
    /// The forecast of this status: cost so far plus the remaining budget times the progress-weighted factor. Rounded once.
    ///
    /// Defined from the first status on: without earned value it is the cost so far plus the budget.
    public var forecast: CostForecast {
        get throws(Undefined) {
            let cost = status.accruedCost ?? status.actualCost
            guard !cost.isNegative, !status.earnedValue.isNegative else { throw .negativeAmount }
            let rest = try value.remainingBudget
            let factor = ProgressWeight.factor(
                spent: cost.approximateUnits, earned: status.earnedValue.approximateUnits,
                progress: min(Double(try value.progress), 1))
            let remaining = Int128((Double(rest.minorUnits) * factor).rounded(.toNearestOrEven))
            return CostForecast(
                method: status.accruedCost == nil ? .progressWeighted : .progressWeightedAccrued,
                median: try counted { () throws(MonetaryFault) in
                    try Money(exactly: Int128(cost.minorUnits) + remaining, cost.currency)
                })
        }
    }

    /// What was approved less the forecast: below zero when more must be asked for.
    public func costHeadroom(approved: Money) throws(Undefined) -> Money {
        let median = try forecast.median
        return try counted { () throws(MonetaryFault) in try approved - median }
    }
}
