/// Expects again what the last period brought: the yardstick that every method must beat.
public struct LastValue: SeriesModel, Hashable {
    public private(set) var value: Double

    public init(_ history: SeriesHistory) { value = history.values[history.count - 1] }

    public mutating func observe(_ value: Double) { self.value = value }

    public func forecast(_ horizon: Int) -> [Double] { Array(repeating: value, count: horizon) }
}

extension Seasoned<LastValue> {
    /// The last value without its season, and the season put back: the yardstick of the M competitions (“Naïve 2”).
    public init(yardstickOf history: SeriesHistory) {
        self.init(history, season: history.visibleSeason) { LastValue($0) }
    }
}
