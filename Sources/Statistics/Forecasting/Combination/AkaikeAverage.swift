/// The mean of models of one family, each weighted by how likely it is to be the best of them.
///
/// Choosing the one with the lowest criterion throws away what the next ones know, and another observation may choose
/// otherwise; the mean changes little.
///
/// - Source: Burnham and Anderson, “Model Selection and Multimodel Inference”, 2002; for exponential smoothing, Kolassa,
///   “Combining exponential smoothing forecasts using Akaike weights”, 2011.
public struct AkaikeAverage: SeriesModel {
    /// Each with its weight, the likeliest first; the weights add up to 1.
    public private(set) var parts: [(model: any SeriesModel, weight: Double)]

    /// Models with a criterion this far above the best are a hundredth as likely, and left out.
    static let slack = 9.2

    /// - Parameter judged: models with their criterion, AIC or AICc.
    /// - Returns: `nil` without a model.
    init?(_ judged: [JudgedModel]) {
        guard let best = judged.map(\.criterion).min() else { return nil }
        let likely = judged.filter { $0.criterion <= best + Self.slack }
        // A perfect fit has a criterion of minus infinity.
        let weights = likely.map { $0.criterion > best ? Elementary.exp((best - $0.criterion) / 2) : 1 }
        let total = weights.reduce(0, +)
        parts = zip(likely, weights).sorted { $0.1 > $1.1 }.map { (model: $0.model, weight: $1 / total) }
    }

    /// How likely it is that the best of them is one that a condition holds for.
    func weight(where holds: (any SeriesModel) -> Bool) -> Double {
        parts.reduce(0) { $0 + (holds($1.model) ? $1.weight : 0) }
    }

    public mutating func observe(_ value: Double) {
        for index in parts.indices { parts[index].model.observe(value) }
    }

    public func forecast(_ horizon: Int) -> [Double] {
        var sum = Array(repeating: 0.0, count: horizon)
        for part in parts {
            for (index, value) in part.model.forecast(horizon).enumerated() { sum[index] += part.weight * value }
        }
        return sum
    }
}

/// A model and what it costs, to be compared with others of the same history: the lower, the likelier.
struct JudgedModel: Sendable {
    let model: any SeriesModel
    let criterion: Double

    init(_ model: any SeriesModel, criterion: Double) {
        self.model = model
        self.criterion = criterion
    }
}

/// The corrected criterion of Akaike, from minus twice the logarithm of a likelihood.
///
/// - Returns: `nil` when there are too few observations for so many parameters.
/// - Source: Hurvich and Tsai, “Regression and time series model selection in small samples”, 1989.
func akaikeCriterion(deviance: Double, parameters: Int, observations: Int) -> Double? {
    let freedom = Double(observations - parameters - 1)
    guard freedom > 0 else { return nil }
    let count = Double(parameters)
    return deviance + 2 * count + 2 * count * (count + 1) / freedom
}
