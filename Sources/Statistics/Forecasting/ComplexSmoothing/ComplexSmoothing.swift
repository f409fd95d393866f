/// Complex exponential smoothing: beside the level stands an unseen potential, and the two learn together with one complex
/// weight, so that one model covers level and trend, and everything between.
///
/// - Source: Svetunkov, Kourentzes and Ord, “Complex exponential smoothing”, 2022.
public struct ComplexSmoothing: SeriesModel, Hashable {
    public let season: Season
    public let weights: Weights
    /// After the last observation.
    public internal(set) var state: State
    /// Minus twice the logarithm of the likelihood, but for a constant that is the same for all seasons.
    public let deviance: Double

    public enum Season: Hashable, Sendable, CaseIterable {
        case none
        /// Each period of the season has a level and a potential of its own, and knows nothing of the others.
        case simple
        /// A level and a potential, and an index that is added.
        case partial
        /// A level and a potential, and both again for each period of the season.
        case full

        var hasLevel: Bool { self != .simple }
    }

    /// α₀ + iα₁ of level and potential; β₀ + iβ₁ of the season, β₁ only when it is full.
    public struct Weights: Hashable, Sendable {
        public let level: SIMD2<Double>
        public let season: SIMD2<Double>

        public init(level: SIMD2<Double>, season: SIMD2<Double> = .zero) {
            self.level = level
            self.season = season
        }
    }

    public mutating func observe(_ value: Double) { _ = state.observe(value, weights, season) }

    public func forecast(_ horizon: Int) -> [Double] {
        var state = state
        return (0..<horizon).map { _ in
            let expected = state.expected(season)
            return state.observe(expected, weights, season)
        }
    }
}
