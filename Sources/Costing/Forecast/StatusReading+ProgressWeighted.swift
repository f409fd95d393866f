import Monetary

extension StatusReading {
    /// The plain forecast of this status, without a class of finished jobs: cost so far plus the remaining budget times the
    /// progress-weighted factor. Rounded once.
    ///
    /// Defined from the first status on: without earned value it is the cost so far plus the budget.
    public var forecast: CostForecast {
        get throws(Undefined) {
            try progressWeighted(
                on: status.knownCost,
                status.accruedCost == nil ? .progressWeighted : .progressWeightedAccrued)
        }
    }

    /// The same on actual cost as booked, whatever is known of the activities.
    public var forecastAsBooked: CostForecast {
        get throws(Undefined) { try progressWeighted(on: status.actualCost, .progressWeighted) }
    }

    private func progressWeighted(on cost: Money, _ method: CostForecast.Method) throws(Undefined) -> CostForecast {
        guard !cost.isNegative, !status.earnedValue.isNegative else { throw .negativeAmount }
        let rest = try value.remainingBudget
        let factor = ProgressWeight.factor(
            spent: cost.approximateUnits, earned: status.earnedValue.approximateUnits,
            progress: min(Double(try value.progress), 1))
        let remaining = Int128((Double(rest.minorUnits) * factor).rounded(.toNearestOrEven))
        return CostForecast(
            method: method,
            median: try counted { () throws(MonetaryFault) in
                try Money(exactly: Int128(cost.minorUnits) + remaining, cost.currency)
            })
    }
}
