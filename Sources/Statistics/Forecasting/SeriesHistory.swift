/// What is known of a series when it is forecast: one number for each period, the oldest first, none missing.
public struct SeriesHistory: Hashable, Sendable {
    /// At least one, all finite and none beyond ±`largest`.
    public let values: [Double]
    /// Periods after which the season comes round: 12 for months, 1 for a series without seasons.
    public let seasonLength: Int

    /// Beyond this, sums of squares would leave the doubles.
    public static let largest = 1e120

    /// Why numbers are no history.
    public enum Fault: Error, Hashable, Sendable {
        case empty
        /// NaN, infinite, or beyond ±`largest`; the place is counted from 0.
        case notUsable(at: Int)
    }

    /// - Precondition: a season has at least one period.
    public init(_ values: [Double], seasonLength: Int = 12) throws(Fault) {
        precondition(seasonLength >= 1, "a season of \(seasonLength) periods")
        guard !values.isEmpty else { throw .empty }
        if let odd = values.firstIndex(where: { !($0.magnitude <= Self.largest) }) { throw .notUsable(at: odd) }
        self.init(checked: values, seasonLength: seasonLength)
    }

    init(checked values: [Double], seasonLength: Int) {
        self.values = values
        self.seasonLength = seasonLength
    }

    public var count: Int { values.count }

    /// The first so many periods, as the history stood then.
    func first(_ count: Int) -> SeriesHistory {
        SeriesHistory(checked: Array(values[..<count]), seasonLength: seasonLength)
    }

    /// The last period first.
    var reversed: SeriesHistory { SeriesHistory(checked: values.reversed(), seasonLength: seasonLength) }

    var isPositive: Bool { values.allSatisfy { $0 > 0 } }

    var isConstant: Bool { values.allSatisfy { $0 == values[0] } }
}
