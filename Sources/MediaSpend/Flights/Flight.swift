public import Monetary

/// A run of periods on air. Periods are counted from the first of ``FlightPeriods``.
public struct Flight: Hashable, Sendable {
    /// From the first period on air to the last.
    public let periods: ClosedRange<Int>
    /// How many of them are on air; the others are pauses that were not long enough to end the flight.
    public let periodsOnAir: Int
    public let spend: Money
    /// `nil` where the data count none.
    public let insertions: Int64?
    /// Whether it may have begun earlier: the window begins, or a month that was not delivered ends, right before it.
    public let mayBeginEarlier: Bool
    /// Whether it may go on: the window ends, or a month that was not delivered begins, right behind it.
    public let mayGoOn: Bool
}

/// Whether a brand is on the air at the end of the window.
public enum AirState: Hashable, Sendable {
    /// On air since a period; `atLeast` when it may have begun earlier.
    case on(since: Int, atLeast: Bool)
    /// Off air since a period, or from the one on from which that is known.
    case off(since: Int)
    /// Not on air in any period that is known.
    case neverOn
    /// The end of the window was not delivered.
    case unknown
}
