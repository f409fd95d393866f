public import Monetary

extension StatusReading {
    /// The estimate at completion whose performance factor moves from the budget rate to the CPI with the share *w* of the
    /// budget that is earned: AC + (BAC − EV) ÷ (*w* · CPI + 1 − *w*).
    ///
    /// - Source: the progress-based factor of the Politecnico di Torino, *Buildings* 14, 643, 2024, as it was published. The
    ///   plain forecast takes the same thought in logarithms, limited, and on accrued cost.
    public var progressMixedEstimate: Money {
        get throws(Undefined) {
            let rest = try value.remainingBudget
            guard !rest.isZero else { return value.actualCost }
            let (index, progress) = (try value.costPerformanceIndex, try value.progress)
            return try counted { () throws(MonetaryFault) in
                let factor = try progress * index + (Rate.one - progress)
                return try value.actualCost + rest.times(factor.reciprocal(), rounding: .halfEven)
            }
        }
    }
}
