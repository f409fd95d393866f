/// A model of what is left when a known season is taken out; the season is put back into its forecasts.
public struct Seasoned<Model: SeriesModel>: SeriesModel {
    public let season: SeasonalIndices
    /// Of the series without its season.
    public private(set) var model: Model
    /// How many periods were observed.
    private var position: Int

    /// - Parameters:
    ///   - fit: makes the model of the history without the season.
    public init(_ history: SeriesHistory, season: SeasonalIndices, fit: (SeriesHistory) -> Model) {
        self.season = season
        position = history.count
        let adjusted = season.adjusted(history.values)
        model = fit(SeriesHistory(checked: adjusted, seasonLength: history.seasonLength))
    }

    public mutating func observe(_ value: Double) {
        model.observe(season.adjusted(value, at: position))
        position += 1
    }

    public func forecast(_ horizon: Int) -> [Double] {
        model.forecast(horizon).enumerated().map { season.restored($0.element, at: position + $0.offset) }
    }
}
