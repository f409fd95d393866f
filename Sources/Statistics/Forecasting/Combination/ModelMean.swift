/// The plain mean of models: where each errs in its own way, the errors partly cancel.
///
/// - Source: Bates and Granger, “The combination of forecasts”, 1969; that plain means are hard to beat, Clemen, 1989.
public struct ModelMean: SeriesModel {
    public private(set) var parts: [any SeriesModel]

    /// - Precondition: at least one model.
    public init(_ parts: [any SeriesModel]) {
        precondition(!parts.isEmpty, "the mean of no model")
        self.parts = parts
    }

    public mutating func observe(_ value: Double) {
        for index in parts.indices { parts[index].observe(value) }
    }

    public func forecast(_ horizon: Int) -> [Double] {
        var sum = Array(repeating: 0.0, count: horizon)
        for part in parts {
            for (index, value) in part.forecast(horizon).enumerated() { sum[index] += value }
        }
        return sum.map { $0 / Double(parts.count) }
    }
}
