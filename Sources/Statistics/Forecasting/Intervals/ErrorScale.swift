/// How large the errors of a method are on a history, told from forecasts of its past.
///
/// The model says how the error grows with the horizon; the past says how large it is. All horizons are pooled, each squared
/// error weighted by 1/*h*, because errors *h* periods ahead overlap and *h* of them tell as much as one. What is known from
/// few periods is spread as Student's t has it, with as many degrees of freedom as periods were held back.
public struct ErrorScale: Hashable, Sendable {
    /// Of the error one period ahead; zero or more.
    public let deviation: Double
    /// How many periods were held back: at least one.
    public let heldBack: Int

    /// Holds back the last third of the history, half of it below a dozen periods, and no more than three seasons: what is
    /// older tells of other times.
    ///
    /// - Parameter fit: makes the model of a part of the history.
    /// - Returns: `nil` below four periods, which leave less than two errors, or when the errors are beyond measure.
    public init?(_ history: SeriesHistory, fit: (SeriesHistory) -> any SeriesModel) {
        guard history.count >= 4 else { return nil }
        let heldBack = min(history.count / (history.count < 12 ? 2 : 3), 3 * max(history.seasonLength, 6))
        let horizon = min(heldBack, max(history.seasonLength, 6) * 3 / 2)
        self.init(RollingOrigins(history, heldBack: heldBack, horizon: horizon, fit: fit))
    }

    init?(_ origins: RollingOrigins) {
        var squares = 0.0
        var weights = 0.0
        for (step, errors) in origins.errors.enumerated() {
            let weight = 1 / Double(step + 1)
            for error in errors {
                let standard = error / origins.spread[step]
                squares += weight * standard * standard
                weights += weight
            }
        }
        guard weights > 0, squares.isFinite else { return nil }
        deviation = (squares / weights).squareRoot()
        heldBack = origins.errors[0].count
    }

    /// - Parameters:
    ///   - points: the forecast.
    ///   - spread: how the error grows with the horizon, that of one period being 1.
    func interval(around points: [Double], spread: [Double], _ confidence: Double) -> ForecastInterval {
        let reach = StudentEven(degrees: heldBack).reach(confidence) * deviation
        return ForecastInterval(
            confidence: confidence,
            ranges: zip(points, spread).map { point, spread in (point - reach * spread)...(point + reach * spread) })
    }
}

extension ErrorScale? {
    /// One interval for each confidence; none when no error is known, or it grows beyond measure.
    func intervals(
        around points: [Double], _ model: any SeriesModel, _ confidences: [Double], of history: SeriesHistory
    ) -> [ForecastInterval] {
        guard let self else { return [] }
        let spread = model.spread(
            points.count, surprise: history.smallSurprise, seasonLength: history.seasonLength)
        guard spread.allSatisfy(\.isFinite), points.allSatisfy(\.isFinite) else { return [] }
        return confidences.map { self.interval(around: points, spread: spread, $0) }
    }
}
