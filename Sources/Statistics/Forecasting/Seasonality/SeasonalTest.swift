extension SeriesHistory {
    /// Whether a season can be seen: whether the autocorrelation one season back is beyond chance, at 90 %.
    ///
    /// Never below three full seasons, where chance looks like a season too often.
    ///
    /// - Source: Assimakopoulos and Nikolopoulos, 2000; in this form, with Bartlett's limits, in the M4 competition's
    ///   benchmarks, Makridakis et al., 2020.
    public var hasVisibleSeason: Bool {
        guard seasonLength > 1, count >= 3 * seasonLength else { return false }
        guard let correlations = autocorrelations(upTo: seasonLength) else { return false }
        let shorter = correlations.dropLast().reduce(0) { $0 + $1 * $1 }
        let limit = 1.645 * ((1 + 2 * shorter) / Double(count)).squareRoot()
        return correlations[seasonLength - 1].magnitude > limit
    }

    /// From lag 1; `nil` for a series that does not vary.
    func autocorrelations(upTo lag: Int) -> [Double]? {
        let mean = values.reduce(0, +) / Double(count)
        let distances = values.map { $0 - mean }
        let variance = distances.reduce(0) { $0 + $1 * $1 }
        guard variance > 0 else { return nil }
        return (1...lag).map { lag in
            var sum = 0.0
            for position in lag..<max(lag, count) { sum += distances[position] * distances[position - lag] }
            return sum / variance
        }
    }

    /// The season that can be seen, by classical decomposition: multiplicative where the series allows it.
    public var visibleSeason: SeasonalIndices { hasVisibleSeason ? decomposedSeason : .none }

    /// The same, whether it can be seen or not; none below two full seasons.
    var decomposedSeason: SeasonalIndices {
        SeasonalIndices(decomposing: self, as: .multiplicative) ?? SeasonalIndices(decomposing: self, as: .additive)
            ?? .none
    }
}
