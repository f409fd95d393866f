/// How far point forecasts were from what came. Each measure is `nil` where it is undefined, never 0.
public enum ForecastError {
    /// The mean error, as a multiple of what repeating the value of a season ago would have missed by within the history:
    /// below 1 is better than that. The one measure that may be averaged over series of any size, zeros among them (MASE).
    ///
    /// - Returns: `nil` without a forecast, when the history is no longer than a season, or when it repeats itself exactly.
    /// - Source: Hyndman and Koehler, “Another look at measures of forecast accuracy”, 2006.
    public static func scaled(_ forecast: [Double], actual: [Double], history: SeriesHistory) -> Double? {
        guard let scale = history.seasonalScale, let mean = meanMagnitude(forecast, actual) else { return nil }
        return mean / scale
    }

    /// The mean of errors as shares of the mean size of forecast and actual, in percent: 0…200 (sMAPE).
    ///
    /// - Returns: `nil` without a forecast, or when forecast and actual of a period are both 0.
    /// - Source: Makridakis and Hibon, “The M3-Competition”, 2000, in the form of the M4 competition.
    public static func symmetricPercentage(_ forecast: [Double], actual: [Double]) -> Double? {
        checkPairs(forecast, actual)
        let sizes = zip(forecast, actual).map { $0.magnitude + $1.magnitude }
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { return nil }
        let shares = zip(zip(forecast, actual), sizes).map { ($0.0 - $0.1).magnitude / $1 }
        return 200 * shares.reduce(0, +) / Double(shares.count)
    }

    /// All errors together as a share of all that came (WAPE): what a buyer means by “5 % off”.
    ///
    /// - Returns: `nil` when nothing came.
    public static func weighted(_ forecast: [Double], actual: [Double]) -> Double? {
        checkPairs(forecast, actual)
        let came = actual.reduce(0) { $0 + $1.magnitude }
        guard came > 0 else { return nil }
        return zip(forecast, actual).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / came
    }

    /// The mean of two relative errors against the yardstick of the M competitions (OWA): below 1 is better than it.
    ///
    /// - Parameters:
    ///   - symmetric: means over all series of `symmetricPercentage`, of the method and of the yardstick.
    ///   - scaled: means over all series of `scaled`, of the method and of the yardstick.
    /// - Returns: `nil` when the yardstick made no error.
    /// - Source: Makridakis, Spiliotis and Assimakopoulos, “The M4 Competition”, 2020.
    public static func overallWeighted(
        symmetric: (method: Double, yardstick: Double), scaled: (method: Double, yardstick: Double)
    ) -> Double? {
        guard symmetric.yardstick > 0, scaled.yardstick > 0 else { return nil }
        return (symmetric.method / symmetric.yardstick + scaled.method / scaled.yardstick) / 2
    }

    private static func meanMagnitude(_ forecast: [Double], _ actual: [Double]) -> Double? {
        checkPairs(forecast, actual)
        guard !actual.isEmpty else { return nil }
        return zip(forecast, actual).reduce(0) { $0 + ($1.0 - $1.1).magnitude } / Double(actual.count)
    }

    private static func checkPairs(_ forecast: [Double], _ actual: [Double]) {
        precondition(forecast.count == actual.count, "\(forecast.count) forecasts of \(actual.count) periods")
    }
}

extension ForecastInterval {
    /// The share of periods that the interval held; to be compared with its confidence. `nil` without a period.
    public func coverage(of actual: [Double]) -> Double? {
        precondition(actual.count == ranges.count, "\(ranges.count) ranges for \(actual.count) periods")
        guard !actual.isEmpty else { return nil }
        return Double(zip(ranges, actual).count { $0.contains($1) }) / Double(actual.count)
    }

    /// The mean width of the intervals with a fine for missing, as a multiple of what repeating the value of a season ago would
    /// have missed by (MSIS): the lower, the better.
    ///
    /// - Returns: `nil` without a period, when the history is no longer than a season, or when it repeats itself exactly.
    /// - Source: Gneiting and Raftery, 2007; scaled as in the M4 competition.
    public func scaledScore(of actual: [Double], history: SeriesHistory) -> Double? {
        precondition(actual.count == ranges.count, "\(ranges.count) ranges for \(actual.count) periods")
        guard !actual.isEmpty, let scale = history.seasonalScale else { return nil }
        let scores = zip(ranges, actual).map { QuantileScore.interval($0, confidence: confidence, actual: $1) }
        return scores.reduce(0, +) / Double(scores.count) / scale
    }
}

extension SeriesHistory {
    /// The mean change from season to season; `nil` when there is none.
    fileprivate var seasonalScale: Double? {
        guard count > seasonLength else { return nil }
        let changes = (seasonLength..<count).reduce(0) { $0 + (values[$1] - values[$1 - seasonLength]).magnitude }
        return changes > 0 ? changes / Double(count - seasonLength) : nil
    }
}
