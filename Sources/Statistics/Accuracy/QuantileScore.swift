/// How well quantiles that were forecast fit what came.
public enum QuantileScore {
    /// The pinball loss of one quantile: what a wrong stock costs when running out is as many times dearer than having too
    /// much as the odds of the quantile say. Zero when the forecast is what came; least, on average, for the true quantile.
    ///
    /// - Parameter probability: 0…1.
    public static func pinball(_ quantile: Double, at probability: Double, actual: Double) -> Double {
        actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual)
    }

    /// Twice the mean pinball loss over several quantiles: the continuous ranked probability score, in the unit of the
    /// values, as far as those quantiles tell it.
    ///
    /// - Source: Gneiting and Ranjan, “Comparing density forecasts using threshold- and quantile-weighted scoring rules”,
    ///   2011.
    public static func ranked(_ quantiles: [(probability: Double, value: Double)], actual: Double) -> Double {
        precondition(!quantiles.isEmpty, "no quantile")
        let losses = quantiles.map { pinball($0.value, at: $0.probability, actual: actual) }
        return 2 * losses.reduce(0, +) / Double(losses.count)
    }

    /// The width of an interval and a fine for missing it, which makes neither wide nor narrow intervals pay.
    ///
    /// - Parameter confidence: the share of cases that the interval should hold, 0..<1.
    /// - Source: Gneiting and Raftery, “Strictly proper scoring rules, prediction, and estimation”, 2007.
    public static func interval(_ range: ClosedRange<Double>, confidence: Double, actual: Double) -> Double {
        let missed = max(range.lowerBound - actual, actual - range.upperBound, 0)
        return range.upperBound - range.lowerBound + 2 / (1 - confidence) * missed
    }
}
