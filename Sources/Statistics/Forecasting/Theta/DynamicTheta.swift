/// The dynamic optimised Theta model of a series without a season: simple exponential smoothing, drawn towards a straight line that is fitted anew with
/// every observation.
///
/// - Source: Assimakopoulos and Nikolopoulos, “The theta model”, 2000; Fiorucci, Pellegrini, Louzada, Petropoulos and
///   Koehler, “Models for optimising the theta method and their relationship to state space models”, 2016.
public struct DynamicTheta: SeriesModel, Hashable {
    /// α: how much of each surprise the level keeps, 0.1…0.99.
    public let smoothing: Double
    /// 1 − 1/θ: how much the line weighs, 0…1.
    public let lineWeight: Double

    private var level: Double
    private var line = RunningLine()
    /// (1 − α)ᵗ
    private var remainder = 1.0

    /// Before the first observation.
    init(smoothing: Double, lineWeight: Double, level: Double) {
        self.smoothing = smoothing
        self.lineWeight = lineWeight
        self.level = level
    }

    public mutating func observe(_ value: Double) {
        level += smoothing * (value - level)
        remainder *= 1 - smoothing
        line.add(value)
    }

    /// Beyond the next period, forecasts stand for what is not yet observed.
    public func forecast(_ horizon: Int) -> [Double] {
        var model = self
        return (0..<horizon).map { _ in
            let expected = model.expected
            model.observe(expected)
            return expected
        }
    }

    /// What the next period is expected to bring.
    private var expected: Double { level + lineWeight * line.pull(remainder: remainder, smoothing: smoothing) }
}

/// The least-squares line through all observations so far, over the numbers 1, 2, 3…
struct RunningLine: Hashable, Sendable {
    private(set) var count = 0
    private var mean = 0.0
    private(set) var slope = 0.0
    private(set) var intercept = 0.0

    mutating func add(_ value: Double) {
        count += 1
        let number = Double(count)
        if count > 1 { slope = ((number - 2) * slope + 6 * (value - mean) / number) / (number + 1) }
        mean += (value - mean) / number
        intercept = mean - (number + 1) / 2 * slope
    }

    /// What the line adds to the level in the next period, before its weight.
    ///
    /// - Parameter remainder: (1 − α)ᵗ after *t* observations.
    func pull(remainder: Double, smoothing: Double) -> Double {
        remainder * intercept + (1 - remainder * (1 - smoothing)) / smoothing * slope
    }
}
