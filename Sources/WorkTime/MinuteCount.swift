/// A count of minutes of one kind. Work time and elapsed time are different types, so that an hour on the clock is
/// never taken for an hour at the desk.
///
/// Sums stop at the ends of `Int` instead of trapping: a length near either end is a fault of the input, which the
/// reader of that input reports. Codable as a plain number.
public protocol MinuteCount: AdditiveArithmetic, Comparable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Whole minutes; below zero for a lead or for work before the origin.
    var count: Int { get }
    init(_ count: Int)
}

extension MinuteCount {
    public static var zero: Self { Self(0) }

    public static func + (left: Self, right: Self) -> Self { Self(left.count.addingUpToLimit(right.count)) }
    public static func - (left: Self, right: Self) -> Self { Self(left.count.subtractingUpToLimit(right.count)) }
    public static func < (left: Self, right: Self) -> Bool { left.count < right.count }

    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(Int.self)) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }

    public var description: String { "\(count) min" }
}

/// Minutes that a calendar counts as work: `480` is a working day of eight hours.
public struct WorkMinutes: MinuteCount {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

/// Minutes on the clock, nights and holidays included: `1440` is one day.
public struct ElapsedMinutes: MinuteCount {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

extension Int {
    /// The sum, or the end of `Int` that it would pass.
    func addingUpToLimit(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the end of `Int` that it would pass.
    func subtractingUpToLimit(_ other: Int) -> Int {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// The nearest number within `limits`.
    func clamped(to limits: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, limits.lowerBound), limits.upperBound)
    }
}
