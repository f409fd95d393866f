/// Count, mean and spread of observations that come one after another; parts of a sample may be combined.
///
/// - Source: Welford, 1962; combination after Chan, Golub and LeVeque, 1979.
public struct Moments: Hashable, Sendable {
    public private(set) var count = 0
    private var average = 0.0
    /// The sum of squared distances from the mean.
    private var scatter = 0.0

    public init() {}

    public init(_ observations: some Sequence<Double>) {
        for observation in observations { add(observation) }
    }

    public mutating func add(_ observation: Double) {
        count += 1
        let distance = observation - average
        average += distance / Double(count)
        scatter += distance * (observation - average)
    }

    public mutating func add(_ other: Moments) {
        guard other.count > 0 else { return }
        let total = Double(count + other.count)
        let distance = other.average - average
        scatter += other.scatter + distance * distance * Double(count) * Double(other.count) / total
        average += distance * Double(other.count) / total
        count += other.count
    }

    /// `nil` without an observation.
    public var mean: Double? { count > 0 ? average : nil }

    /// The unbiased estimate of the variance, over *n* − 1; `nil` below two observations.
    public var variance: Double? { count > 1 ? scatter / Double(count - 1) : nil }

    /// The square root of the variance; `nil` below two observations.
    public var standardDeviation: Double? { variance?.squareRoot() }
}
