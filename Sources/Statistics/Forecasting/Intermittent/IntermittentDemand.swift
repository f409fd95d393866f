/// A series in which many periods bring nothing, as a probability and a size that are smoothed apart.
///
/// The probability learns from every period and the size from those that bring something, so that a brand that is silent for
/// long is expected to stay silent.
///
/// - Source: Teunter, Syntetos and Babai, “Intermittent demand: linking forecasting to inventory obsolescence”, 2011.
public struct IntermittentDemand: SeriesModel, Hashable {
    /// That the next period brings something, 0…1.
    public private(set) var probability: Double
    /// What it then brings.
    public private(set) var size: Double
    /// What the periods brought that brought something, ascending, as multiples of their mean.
    private let sizes: OrderedSample?
    private let weights: Weights
    /// Of a period's value around its forecast, in the past.
    public private(set) var standardDeviation = 0.0

    struct Weights: Hashable, Sendable {
        let probability: Double
        let size: Double
    }

    /// The weights with the least squared errors one period ahead.
    ///
    /// - Precondition: no value is below zero.
    public init(fitting history: SeriesHistory) {
        precondition(history.values.allSatisfy { $0 >= 0 }, "demand below zero")
        // Weights beyond these chase single periods.
        let steps = [0.02, 0.05, 0.1, 0.2, 0.3]
        let tries = steps.flatMap { probability in
            steps.map { IntermittentDemand(history, Weights(probability: probability, size: $0)) }
        }
        // The first of equals, so a slow weight where nothing tells.
        self = tries.dropFirst().reduce(tries[0]) { best, next in
            next.standardDeviation < best.standardDeviation ? next : best
        }
    }

    private init(_ history: SeriesHistory, _ weights: Weights) {
        self.weights = weights
        let brought = history.values.filter { $0 > 0 }
        let mean = brought.isEmpty ? 0 : brought.reduce(0, +) / Double(brought.count)
        sizes = OrderedSample(brought.map { $0 / mean })
        // Starts where the whole history is, so that the first periods do not decide.
        probability = Double(brought.count) / Double(history.count)
        size = mean
        var squares = 0.0
        for value in history.values {
            squares += (value - expected) * (value - expected)
            observe(value)
        }
        standardDeviation = (squares / Double(history.count)).squareRoot()
    }

    private var expected: Double { probability * size }

    public mutating func observe(_ value: Double) {
        probability += weights.probability * ((value > 0 ? 1 : 0) - probability)
        if value > 0 { size += weights.size * (value - size) }
    }

    public func forecast(_ horizon: Int) -> [Double] { Array(repeating: expected, count: horizon) }

    /// Between equal chances of less and of more: nothing at all as often as the probability has it, and otherwise sizes spread
    /// as they were. What is expected always lies within: where most periods bring nothing, it is more than they bring.
    public func interval(_ confidence: Double) -> ClosedRange<Double> {
        let tail = (1 - confidence) / 2
        return min(quantile(tail), expected)...max(quantile(1 - tail), expected)
    }

    private func quantile(_ share: Double) -> Double {
        guard let sizes, share > 1 - probability else { return 0 }
        return size * sizes.quantile(min(max((share - (1 - probability)) / probability, 0), 1))
    }
}

extension SeriesHistory {
    /// Whether demand comes so seldom that its size and its timing are better told apart: on average more than 1.32 periods
    /// from one to the next. Only for histories that are never below zero.
    ///
    /// - Source: Syntetos, Boylan and Croston, “On the categorization of demand patterns”, 2005.
    public var isIntermittent: Bool {
        guard values.allSatisfy({ $0 >= 0 }) else { return false }
        return Double(count) > 1.32 * Double(values.count { $0 > 0 })
    }
}
