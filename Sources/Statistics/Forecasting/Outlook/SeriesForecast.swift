/// What the next periods of a series are expected to bring, and how sure that is.
///
/// The same history gives the same bits, on every machine and thread. A history in another unit gives the same forecast in
/// that unit. Zeros before the first value are not taken for spend of nothing, when a season of periods is left without them.
public struct SeriesForecast: Hashable, Sendable, Codable {
    /// How it was made, as the history allowed.
    public let method: ForecastMethod
    /// The nearest period first. Never below zero unless the history is.
    public let points: [Double]
    /// One for each confidence asked for, in that order; none when the history is too short to know its errors (below four
    /// periods).
    public let intervals: [ForecastInterval]
    /// The usual error one period ahead, from forecasts of the past; `nil` when none is known.
    public let standardError: Double?

    /// - Parameter horizon: how many periods; zero or more.
    public init(of history: SeriesHistory, horizon: Int, options: ForecastOptions = ForecastOptions()) {
        precondition(horizon >= 0, "a horizon of \(horizon)")
        let unit = history.unit
        let told = history.sinceFirstValue
        let plain = SeriesHistory(checked: told.values.map { $0 / unit }, seasonLength: told.seasonLength)
        var options = options
        options.profile = options.profile.flatMap { $0.later(by: history.count - told.count, unit: unit) }
        let draft = ForecastDraft(plain, horizon, options)
        let floor = history.values.allSatisfy { $0 >= 0 } ? 0 : -Double.infinity
        func restored(_ value: Double) -> Double { max(value, floor) * unit }
        method = draft.method
        points = draft.points.map(restored)
        intervals = draft.intervals.map { interval in
            ForecastInterval(
                confidence: interval.confidence,
                ranges: interval.ranges.map { restored($0.lowerBound)...restored($0.upperBound) })
        }
        standardError = draft.standardError.map { $0 * unit }
    }
}

extension SeriesForecast {
    /// The same forecast with other points, such as those that add up to a total; its intervals move with them, and not below
    /// zero if they were not there before.
    ///
    /// - Precondition: one point for each period.
    public func moved(to points: [Double]) -> SeriesForecast {
        precondition(points.count == self.points.count, "\(points.count) points for \(self.points.count) periods")
        let moves = zip(points, self.points).map { $0 - $1 }
        let intervals = intervals.map { interval in
            let isAbove = interval.ranges.allSatisfy { $0.lowerBound >= 0 }
            let ranges = zip(zip(interval.ranges, moves), points).map { moving, point in
                // What is expected lies within, also where it fell below zero itself.
                let floor = isAbove ? min(0, point) : -Double.infinity
                return max(moving.0.lowerBound + moving.1, floor)...max(moving.0.upperBound + moving.1, floor)
            }
            return ForecastInterval(confidence: interval.confidence, ranges: ranges)
        }
        return SeriesForecast(method: method, points: points, intervals: intervals, standardError: standardError)
    }

    private init(method: ForecastMethod, points: [Double], intervals: [ForecastInterval], standardError: Double?) {
        self.method = method
        self.points = points
        self.intervals = intervals
        self.standardError = standardError
    }
}

/// Where the periods to come will lie with a stated confidence.
public struct ForecastInterval: Hashable, Sendable, Codable {
    /// The share of cases that it should hold, above 0 and below 1.
    public let confidence: Double
    /// The nearest period first.
    public let ranges: [ClosedRange<Double>]

    public init(confidence: Double, ranges: [ClosedRange<Double>]) {
        precondition(confidence > 0 && confidence < 1, "an interval of \(confidence)")
        self.confidence = confidence
        self.ranges = ranges
    }
}

/// What a forecast is asked for.
public struct ForecastOptions: Hashable, Sendable {
    /// Of the intervals; each above 0 and below 1.
    public var confidences: [Double]
    /// The season of something like this series, such as its category, beginning with the period of the first observation.
    /// Used while the history is too short (below three seasons) to show a season of its own.
    public var profile: SeasonalIndices?

    public init(confidences: [Double] = [0.5, 0.8, 0.95], profile: SeasonalIndices? = nil) {
        precondition(confidences.allSatisfy { $0 > 0 && $0 < 1 }, "intervals of \(confidences)")
        self.confidences = confidences
        self.profile = profile
    }
}

/// How a forecast was made.
public enum ForecastMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// All observations are the same, and so is what is expected.
    case constant
    /// Many periods bring nothing, and no season says when: how often times how much (Teunter, Syntetos and Babai).
    case intermittent
    /// Too short for a season of its own: level or damped trend, and Theta, with the profile's season where one is given.
    case short
    /// The mean of Theta, exponential smoothing and complex exponential smoothing.
    case combination
}

extension SeriesHistory {
    /// A power of two near the largest value: division by it loses nothing, and what is left can be squared.
    fileprivate var unit: Double {
        let largest = values.reduce(0) { max($0, $1.magnitude) }
        return largest > 0 ? Double(sign: .plus, exponent: Int(largest.exponent), significand: 1) : 1
    }
}
