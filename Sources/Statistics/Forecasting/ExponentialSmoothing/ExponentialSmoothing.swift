/// Exponential smoothing as a state space model: a level, a trend and a season that each learn from every surprise.
///
/// - Source: Hyndman, Koehler, Ord and Snyder, “Forecasting with Exponential Smoothing”, 2008, chapters 2 and 3.
public struct ExponentialSmoothing: SeriesModel, Hashable {
    public let form: Form
    public let weights: Weights
    /// After the last observation.
    public internal(set) var state: State
    /// Minus twice the logarithm of the likelihood, but for a constant that is the same for all forms.
    public let deviance: Double

    public mutating func observe(_ value: Double) { _ = state.observe(value, weights, form.season) }

    public func forecast(_ horizon: Int) -> [Double] {
        var state = state
        return (0..<horizon).map { _ in state.coast(weights, form.season) }
    }
}

extension ExponentialSmoothing {
    /// Whether and how error, trend and season enter.
    public struct Form: Hashable, Sendable {
        /// Whether the error is a quantity or a share of what was expected. Forecasts are the same for the same weights; the
        /// likelihood is not.
        public enum Error: Hashable, Sendable { case additive, multiplicative }
        public enum Trend: Hashable, Sendable { case none, linear, damped }
        public enum Season: Hashable, Sendable { case none, additive, multiplicative }

        public let error: Error
        public let trend: Trend
        public let season: Season

        public init(_ error: Error, _ trend: Trend, _ season: Season) {
            self.error = error
            self.trend = trend
            self.season = season
        }
    }

    /// How fast each state learns.
    public struct Weights: Hashable, Sendable {
        /// α, 0…1
        public let level: Double
        /// β, 0…α; 0 without a trend.
        public let trend: Double
        /// γ, 0…1 − α; 0 without a season.
        public let season: Double
        /// φ: what a period leaves of the trend; 1 unless the trend is damped.
        public let damping: Double

        public init(level: Double, trend: Double = 0, season: Double = 0, damping: Double = 1) {
            self.level = level
            self.trend = trend
            self.season = season
            self.damping = damping
        }
    }
}
