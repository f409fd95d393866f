/// Exponential smoothing of months, of quarters and of years of one series, made to agree.
///
/// Months show the season and the latest turn, years the trend; each is forecast by itself, and what they say is then weighed.
/// A trend that months take for endless is held by the years that know better.
///
/// - Source: Athanasopoulos, Hyndman, Kourentzes and Petropoulos, “Forecasting with temporal hierarchies”, 2017, with weights
///   by structure.
public struct TemporalHierarchy: SeriesModel {
    private var periods: AkaikeAverage
    /// From short to long; the length of each is a multiple of that before.
    private var levels: [TemporalLevel]
    private var count: Int
    /// The last observations, as many as the longest level takes together.
    private var recent: [Double]

    /// Of a season of 12: also quarters and years. Of a season that four do not divide: whole seasons only.
    ///
    /// - Returns: `nil` when the history is too short for any form.
    public init?(fitting history: SeriesHistory) {
        let forms = ExponentialSmoothing.Form.sensible(for: history)
        guard let periods = AkaikeAverage(ExponentialSmoothing.judged(history, forms)) else { return nil }
        self.periods = periods
        let season = history.seasonLength
        let lengths = season % 4 == 0 && season > 4 ? [season / 4, season] : season > 1 ? [season] : []
        levels = lengths.compactMap { TemporalLevel(history, length: $0) }
        count = history.count
        recent = history.values.suffix(season)
    }

    /// Whether the periods are more likely to have a season than none.
    var seesSeason: Bool {
        periods.weight { ($0 as? ExponentialSmoothing)?.form.season ?? .none != .none } > 0.5
    }

    public mutating func observe(_ value: Double) {
        periods.observe(value)
        count += 1
        recent.append(value)
        recent.removeFirst()
        for index in levels.indices { levels[index].observe(recent, count) }
    }

    public func forecast(_ horizon: Int) -> [Double] {
        let longest = levels.last?.length ?? 1
        let blocks = (horizon + longest - 1) / longest
        let own = periods.forecast(blocks * longest)
        let upper = levels.map { (length: $0.length, values: $0.forecast(blocks * longest / $0.length, count)) }
        return Array(Self.agreed(own, upper)[..<horizon])
    }

    /// The values nearest to all forecasts whose sums agree, when the variance of each is as many times that of a period as
    /// it has periods.
    ///
    /// Least squares on a tree need no matrix: upwards, each block weighs the sum of its parts against its own forecast;
    /// downwards, it hands the difference to its parts in equal shares.
    static func agreed(_ own: [Double], _ upper: [(length: Int, values: [Double])]) -> [Double] {
        var estimates = [own]
        var (length, variance) = (1, 1.0)
        for level in upper {
            let parts = level.length / length
            let sumVariance = Double(parts) * variance
            let share = sumVariance / (sumVariance + Double(level.length))
            let sums = estimates[estimates.count - 1].sums(of: parts)
            estimates.append(zip(sums, level.values).map { $0 + share * ($1 - $0) })
            (length, variance) = (level.length, sumVariance * (1 - share))
        }
        var agreed = estimates.removeLast()
        for estimate in estimates.reversed() {
            let parts = estimate.count / max(agreed.count, 1)
            let missing = zip(agreed, estimate.sums(of: parts)).map { ($0 - $1) / Double(parts) }
            agreed = estimate.enumerated().map { $0.element + missing[$0.offset / parts] }
        }
        return agreed
    }
}

extension [Double] {
    /// Of one block of `length` after the other.
    fileprivate func sums(of length: Int) -> [Double] {
        stride(from: 0, to: count, by: Swift.max(length, 1)).map { self[$0..<($0 + length)].reduce(0, +) }
    }
}
