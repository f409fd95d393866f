/// What forecasts would have missed by, had they been made in the past.
///
/// A model is fitted to the first part of the history and never again; it then follows the rest, period by period, and is
/// asked for a forecast at each. Its parameters know nothing of what they are tested on, so the errors are as large as in
/// earnest.
///
/// - Source: Tashman, “Out-of-sample tests of forecasting accuracy”, 2000: rolling origins without recalibration.
public struct RollingOrigins: Hashable, Sendable {
    /// Actual less forecast, `errors[h][origin]` for *h* + 1 periods ahead, the oldest origin first; fewer for longer horizons.
    public let errors: [[Double]]
    /// How the model expects its error to grow with the horizon, that of one period being 1.
    public let spread: [Double]

    /// - Parameters:
    ///   - heldBack: how many of the last periods are forecast; less than the history has.
    ///   - fit: makes the model of the first part.
    public init(_ history: SeriesHistory, heldBack: Int, horizon: Int, fit: (SeriesHistory) -> any SeriesModel) {
        precondition(heldBack >= 0 && heldBack < history.count, "\(heldBack) of \(history.count) periods held back")
        let first = history.count - heldBack
        var model = fit(history.first(first))
        spread = model.spread(horizon, surprise: history.smallSurprise, seasonLength: history.seasonLength)
        var errors = Array(repeating: [Double](), count: horizon)
        for origin in first..<history.count {
            let forecast = model.forecast(min(horizon, history.count - origin))
            for (step, expected) in forecast.enumerated() {
                errors[step].append(history.values[origin + step] - expected)
            }
            model.observe(history.values[origin])
        }
        self.errors = errors
    }
}

extension SeriesHistory {
    /// A hundredth of the mean size of the values: moves a model that multiplies as if it were linear.
    var smallSurprise: Double {
        let size = values.reduce(0) { $0 + $1.magnitude } / Double(count)
        return size > 0 ? size / 100 : 1
    }
}
