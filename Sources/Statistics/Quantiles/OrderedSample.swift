/// Observations in ascending order, from which quantiles are read.
public struct OrderedSample: Hashable, Sendable {
    /// At least one, all finite.
    public let values: [Double]

    /// - Returns: `nil` when there is no observation, or one of them is not finite.
    /// - Complexity: O(*n* log *n*).
    public init?(_ observations: some Sequence<Double>) {
        let values = observations.sorted()
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        self.values = values
    }

    /// The value below which the share `probability` of the sample lies, as the rule has it.
    ///
    /// - Parameter probability: 0…1; 0 is the smallest observation, 1 the largest.
    public func quantile(_ probability: Double, rule: QuantileRule = .linear) -> Double {
        precondition((0...1).contains(probability), "a quantile at \(probability)")
        switch rule {
        case .linear:
            let position = probability * Double(values.count - 1)
            let below = Int(position)
            let above = min(below + 1, values.count - 1)
            let share = position - Double(below)
            return values[below] * (1 - share) + values[above] * share
        case .inverseDistribution:
            // A rank that is whole but for the last bits of the product, such as 0.07 · 100, is that whole rank.
            let rank = (probability * Double(values.count) * (1 - 4 * Double.ulpOfOne)).rounded(.up)
            return values[min(max(Int(rank), 1), values.count) - 1]
        }
    }

    /// The middle, or the mean of the two in the middle.
    public var median: Double { quantile(0.5) }
}

/// How a quantile between two observations is found; the names of the types are those of Hyndman and Fan, 1996.
public enum QuantileRule: Sendable {
    /// Type 7: straight lines between the observations, the first at 0 and the last at 1. What spreadsheets, R and NumPy
    /// do unless told otherwise. For continuous quantities, such as the cost of a job.
    case linear
    /// Type 1: the smallest observation at or below which at least that share of the sample lies. Always an observation.
    /// For simulated dates, so that “P80” is the date of one of the trials.
    case inverseDistribution
}
