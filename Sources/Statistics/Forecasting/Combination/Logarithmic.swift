/// A model of the logarithms, for a series whose changes are shares of what is there. Its forecasts are the middle of what may
/// come, not the mean.
public struct Logarithmic<Model: SeriesModel>: SeriesModel {
    /// Of the logarithms.
    public private(set) var model: Model
    private let scale: LogarithmicScale
    /// Takes the place of what has no logarithm: the least observed so far.
    private var least: Double

    init(_ model: Model, of scale: LogarithmicScale) {
        self.model = model
        self.scale = scale
        least = scale.least
    }

    public mutating func observe(_ value: Double) {
        if value > 0 { least = min(least, value) }
        model.observe(scale.logarithm(of: max(value, least)))
    }

    public func forecast(_ horizon: Int) -> [Double] { model.forecast(horizon).map(scale.value) }
}

/// The logarithms of a history, moved so that their mean is 10.
///
/// A model that takes the origin for something special then does not depend on the unit of the series; and this far from the
/// origin, where it lies no longer matters.
struct LogarithmicScale: Hashable, Sendable {
    let history: SeriesHistory
    let least: Double
    private let shift: Double

    /// - Returns: `nil` unless all values are above zero.
    init?(_ history: SeriesHistory) {
        guard let least = history.values.min(), least > 0 else { return nil }
        self.least = least
        let logarithms = history.values.map(Elementary.log)
        let shift = 10 - logarithms.reduce(0, +) / Double(history.count)
        self.shift = shift
        self.history = SeriesHistory(checked: logarithms.map { $0 + shift }, seasonLength: history.seasonLength)
    }

    func logarithm(of value: Double) -> Double { Elementary.log(value) + shift }

    func value(of logarithm: Double) -> Double { Elementary.exp(logarithm - shift) }

    /// What to add to the deviance of a model of the logarithms, so that it may stand beside those of models of the values:
    /// twice the logarithm of how much the scale stretches.
    var stretch: Double { 2 * (10 - shift) * Double(history.count) }
}
