/// A fitted model: its parameters stand, its states follow what is observed.
///
/// Whoever forecasts a second time needs no second fit, which is what makes rolling origins cheap.
public protocol SeriesModel: Sendable {
    /// Takes in what the next period brought.
    mutating func observe(_ value: Double)

    /// What is expected of the next periods, the nearest first.
    func forecast(_ horizon: Int) -> [Double]
}

extension SeriesModel {
    /// How the error of a forecast grows with the horizon: its standard deviation, that of one period being 1.
    ///
    /// An error *h* periods ahead is the sum of *h* surprises, each weighted by how far it carries: by what a surprise of one
    /// moves the later forecasts. The weights are read off the model itself, so every model has them without a formula of
    /// its own, and so has a mean of models.
    ///
    /// - Parameters:
    ///   - surprise: a small one, next to the values of the series; not zero.
    ///   - seasonLength: where a season multiplies, a surprise in a low month carries far. The growth is the middle one of those
    ///     that begin in each period of a season.
    /// - Source: Hyndman, Koehler, Ord and Snyder, “Forecasting with Exponential Smoothing”, 2008, chapter 6.
    public func spread(_ horizon: Int, surprise: Double, seasonLength: Int = 1) -> [Double] {
        var model = self
        let spreads = (0..<max(seasonLength, 1)).map { _ in
            let spread = model.spreadFromHere(horizon, surprise)
            model.observe(model.forecast(1)[0])
            return spread
        }
        return (0..<horizon).map { step in spreads.map { $0[step] }.sorted()[spreads.count / 2] }
    }

    private func spreadFromHere(_ horizon: Int, _ surprise: Double) -> [Double] {
        guard horizon > 1, let expected = forecast(1).first else { return Array(repeating: 1, count: horizon) }
        var higher = self
        var lower = self
        higher.observe(expected + surprise / 2)
        lower.observe(expected - surprise / 2)
        let carried = zip(higher.forecast(horizon - 1), lower.forecast(horizon - 1)).map { ($0 - $1) / surprise }
        var variance = 1.0
        return [1]
            + carried.map { weight in
                variance += weight * weight
                return variance.squareRoot()
            }
    }
}
