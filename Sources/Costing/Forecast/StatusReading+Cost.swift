public import Monetary

extension StatusReading {
    /// The share of the budget that a unit of cost is expected to earn on the rest of the work.
    public func performanceFactor(_ method: CostEstimateMethod) throws(Undefined) -> Rate {
        switch method {
        case .pf1: return .one
        case .cpi: return try value.costPerformanceIndex
        case .cpi3: return try recentCostPerformanceIndex
        case .spi: return try value.schedulePerformanceIndex
        case .sci:
            let (cost, schedule) = (try value.costPerformanceIndex, try value.schedulePerformanceIndex)
            return try counted { () throws(MonetaryFault) in try cost * schedule }
        case .spit: return try schedule.get().performanceIndex
        case .cpi80spi20:
            let (cost, schedule) = (try value.costPerformanceIndex, try value.schedulePerformanceIndex)
            return try counted { () throws(MonetaryFault) in
                try Rate(percent: 80) * cost + Rate(percent: 20) * schedule
            }
        }
    }

    /// What the rest of the work is expected to cost (ETC): the remaining budget by the performance factor, rounded once.
    ///
    /// Zero, whatever the factor, when no budget remains to be earned.
    public func estimateToComplete(_ method: CostEstimateMethod) throws(Undefined) -> Money {
        let rest = try value.remainingBudget
        guard !rest.isZero else { return rest }
        let factor = try performanceFactor(method)
        guard !factor.isZero else { throw .noEarnedValue }
        return try counted { () throws(MonetaryFault) in
            try rest.times(factor.reciprocal(), rounding: .halfEven)
        }
    }

    /// What the whole job is expected to cost (EAC): actual cost plus ``estimateToComplete(_:)``, so that the three
    /// printed figures add up.
    public func estimateAtCompletion(_ method: CostEstimateMethod) throws(Undefined) -> Money {
        let rest = try estimateToComplete(method)
        return try counted { () throws(MonetaryFault) in try value.actualCost + rest }
    }

    /// The budget less the estimate at completion (VAC); below zero when an overspend is expected.
    public func varianceAtCompletion(_ method: CostEstimateMethod) throws(Undefined) -> Money {
        let estimate = try estimateAtCompletion(method)
        return try counted { () throws(MonetaryFault) in try value.budgetAtCompletion - estimate }
    }
}
