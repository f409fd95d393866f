/// Moves forecasts that were made one by one to the nearest ones that add up.
///
/// How far each gives way depends on how wrong it usually is: what is known well stays. The same values serve for every period
/// ahead, because only the proportions count.
///
/// - Source: Wickramasuriya, Athanasopoulos and Hyndman, “Optimal forecast reconciliation for hierarchical and grouped time
///   series through trace minimization”, 2019; computed by its constraints, one equation for each total.
public struct ForecastReconciliation: Sendable {
    public let structure: SummingStructure
    private let weights: Weights
    /// Of the gaps between totals and sums; `nil` for bottom-up, where no gap is shared out.
    private let system: PositiveDefiniteSystem?

    /// What is known of the errors of the forecasts.
    public enum Weights: Sendable {
        /// Nothing is asked of the totals: they are the sums of the parts.
        case bottomUp
        /// Variances grow with the number of series in a total.
        case structural
        /// Variances of the errors one period ahead; zero or more.
        case variances(CoherentValues)
        /// Errors one period ahead, one row for each period, which also show what errs together: shrunken towards
        /// variances, the more so the fewer rows there are. Without a row, as `structural`.
        case errors([CoherentValues])
    }

    public init(_ structure: SummingStructure, _ weights: Weights = .structural) {
        self.structure = structure
        self.weights = weights
        system = structure.covariance(weights).map { covariance in
            PositiveDefiniteSystem(structure.gapCovariance(covariance))
        }
    }

    /// The nearest values that add up; values that add up already stay as they are.
    ///
    /// - Parameter isNonNegative: whether what falls below zero is set to zero, and the totals summed anew.
    /// - Precondition: one value for each total and series.
    public func reconciled(_ values: CoherentValues, isNonNegative: Bool = false) -> CoherentValues {
        precondition(
            values.totals.count == structure.totals.count, "\(values.totals.count) values for \(structure.totals.count)"
        )
        var bottom = values.bottom
        if let system, let covariance = structure.covariance(weights) {
            let pulls = system.solution(structure.gaps(of: values))
            let shares = structure.bottomShares(covariance, pulls)
            for index in bottom.indices { bottom[index] += shares[index] }
        }
        if isNonNegative { bottom = bottom.map { max($0, 0) } }
        return CoherentValues(totals: structure.sums(of: bottom), bottom: bottom)
    }
}
