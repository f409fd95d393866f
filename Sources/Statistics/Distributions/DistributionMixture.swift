/// One of several distributions, each with the probability that it is the one.
public struct DistributionMixture: Hashable, Sendable {
    /// A distribution and its probability.
    public struct Part: Hashable, Sendable {
        public let weight: Double
        public let distribution: TabulatedDistribution

        public init(weight: Double, _ distribution: TabulatedDistribution) {
            self.weight = weight
            self.distribution = distribution
        }
    }

    /// At least one; the weights are zero or more and add up to 1.
    public let parts: [Part]

    /// - Parameter parts: with weights of any total above zero.
    public init(_ parts: [Part]) {
        let total = parts.reduce(0) { $0 + $1.weight }
        precondition(total > 0 && total.isFinite, "parts that weigh \(total)")
        self.parts = parts.map { Part(weight: $0.weight / total, $0.distribution) }
    }

    /// The probability of a value of at most `value`.
    public func probability(upTo value: Double) -> Double {
        min(1, parts.reduce(0) { $0 + $1.weight * $1.distribution.probability(upTo: value) })
    }

    /// The expectation of a function of the value.
    public func mean(of function: (Double) -> Double) -> Double {
        parts.reduce(0) { $0 + $1.weight * $1.distribution.mean(of: function) }
    }

    /// The value below which the share `probability` lies, by halving the range until doubles end.
    ///
    /// - Parameter probability: above 0 and below 1.
    public func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a quantile at \(probability)")
        let ends = parts.map { ($0.distribution.places[0], $0.distribution.places[$0.distribution.places.count - 1]) }
        var low = ends.map(\.0).min() ?? 0
        var high = ends.map(\.1).max() ?? 0
        for _ in 0..<60 {
            let middle = low + (high - low) / 2
            if self.probability(upTo: middle) < probability { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}
