/// A figure worked out from others: its value, or the reason why it has none.
///
/// Spend divides by what happened to be spent before, shelves by what stood on them, and that may be nothing. Such a figure is never 0, 100 % or
/// infinite: it is absent, and says why.
public enum Derived<Value> {
    case value(Value)
    case absent(AbsenceReason)

    /// The value, if there is one.
    public var value: Value? { if case .value(let value) = self { value } else { nil } }

    /// Why there is no value; `nil` when there is one.
    public var absence: AbsenceReason? { if case .absent(let reason) = self { reason } else { nil } }

    /// The value transformed, or the same reason.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Derived<Other> {
        switch self {
        case .value(let value): .value(try transform(value))
        case .absent(let reason): .absent(reason)
        }
    }
}

extension Derived: Sendable where Value: Sendable {}
extension Derived: Equatable where Value: Equatable {}
extension Derived: Hashable where Value: Hashable {}

/// Why a figure is absent.
public enum AbsenceReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing was spent in the base period, and something is now.
    case new
    /// Nothing was spent in either period, or in the period that is ranked.
    case absent
    /// More was credited than spent in the base period.
    case negativeBase = "negative-base"
    /// The data do not reach back, or forward, to all months that it takes.
    case notDelivered = "not-delivered"
    /// The whole that a share is taken of is zero or below.
    case emptyWhole = "empty-whole"
    /// A part of the whole is below zero, so that shares do not describe it.
    case negativePart = "negative-part"
    /// The whole that an index compares with is too small a part of the set.
    case smallBase = "small-base"
    /// The data count no insertions, so there is no price of one.
    case noInsertions = "no-insertions"
    /// The history is too short to tell.
    case historyTooShort = "history-too-short"
    /// No season is beyond what chance makes.
    case noSeason = "no-season"
    /// The figure is larger than money can state.
    case tooLarge = "too-large"
    /// No store was visited in that month.
    case notVisited = "not-visited"
    /// No store that was visited handles it.
    case notHandled = "not-handled"
    /// The data do not record it.
    case notRecorded = "not-recorded"
    /// Not every store that was visited has a turnover.
    case noTurnover = "no-turnover"
    /// No price of it was recorded.
    case noPrice = "no-price"
    /// No other brand has a price in the same size.
    case noRival = "no-rival"
    /// No store tells of both months.
    case noMatch = "no-match"
    /// No table of ratings tells of it.
    case noRatings = "no-ratings"
    /// Its ratings are zero.
    case zeroRatings = "zero-ratings"
    /// Rating points of different media are not added up.
    case mixedMedia = "mixed-media"
}

/// How much `current` is above `base`, as a fraction of `base`: 0.25 is a quarter more, −1 is all gone.
///
/// - Parameters:
///   - current: minor units; `nil` where the data do not cover the period.
///   - base: minor units; `nil` where the data do not cover the period.
func growth(of current: Int64?, over base: Int64?) -> Derived<Double> {
    guard let current, let base else { return .absent(.notDelivered) }
    if base > 0 { return .value(Double(Int128(current) - Int128(base)) / Double(base)) }
    if base < 0 { return .absent(.negativeBase) }
    return .absent(current == 0 ? .absent : .new)
}

/// The part that `amount` is of `whole`, as a fraction.
func share(of amount: Int64?, in whole: Int64?) -> Derived<Double> {
    guard let amount, let whole else { return .absent(.notDelivered) }
    return whole > 0 ? .value(Double(amount) / Double(whole)) : .absent(.emptyWhole)
}

/// 100 × a share over another that it is compared with: 100 is as much, 150 half as much again.
enum ShareIndex {
    /// Below this share, what is compared with is too small for an index to mean anything.
    static let leastBase = 0.01

    static func of(_ share: Derived<Double>, over base: Derived<Double>) -> Derived<Double> {
        guard case .value(let base) = base else { return base }
        return base < leastBase ? .absent(.smallBase) : share.map { 100 * $0 / base }
    }
}
