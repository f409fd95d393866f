public import Monetary

/// When a brand was on the air, in one medium or over all media, and with what weight.
///
/// A period is on air when more was spent in it than credited. Over all media a brand is on air when it is in one of them.
public struct AirTime: Hashable, Sendable {
    public enum Presence: Hashable, Sendable {
        case on
        case off
        /// Nothing is seen, but not all of the period was delivered.
        case unknown
    }

    /// One for each period.
    public let presence: [Presence]
    /// What was spent in each period, below zero for credits.
    public let spend: [Money]
    /// In order of time.
    public let flights: [Flight]
    /// The pauses between two flights, in order of time. A pause that may hide a flight, because a month of it was not
    /// delivered, is none.
    public let hiatuses: [ClosedRange<Int>]

    /// Whether it is on the air at the end of the window: in the last week, or in its last days.
    public let state: AirState

    private let currency: Currency

    /// - Parameters:
    ///   - presence: one for each period.
    ///   - spend: minor units, one for each period.
    ///   - insertions: one for each period; `nil` where the data count none.
    ///   - lastWhole: the last period that is not cut short.
    ///   - allowedGap: how many periods off air do not end a flight.
    init(
        _ presence: [Presence], spend: [Int64], insertions: [Int64]?, lastWhole: Int, allowedGap: Int,
        in currency: Currency
    ) {
        self.presence = presence
        self.spend = spend.map { Money(minorUnits: $0, currency) }
        self.currency = currency
        let runs = Self.runs(presence, allowedGap)
        flights = runs.map { run in
            Flight(
                periods: run, periodsOnAir: presence[run].count { $0 == .on },
                spend: Money(minorUnits: spend[run].reduce(0, +), currency),
                insertions: insertions.map { $0[run].reduce(0, +) },
                mayBeginEarlier: run.lowerBound == 0 || presence[run.lowerBound - 1] == .unknown,
                mayGoOn: run.upperBound == presence.count - 1 || presence[run.upperBound + 1] == .unknown)
        }
        state = Self.state(presence, runs, lastWhole)
        hiatuses = zip(runs, runs.dropFirst()).compactMap { before, after in
            let pause = before.upperBound + 1...after.lowerBound - 1
            return presence[pause].contains(.unknown) ? nil : pause
        }
    }

    /// What a period is, by what was spent in it.
    static func presence(_ spend: Int64, isDelivered: Bool) -> Presence {
        spend > 0 ? .on : isDelivered ? .off : .unknown
    }

    private static func state(_ presence: [Presence], _ runs: [ClosedRange<Int>], _ lastWhole: Int) -> AirState {
        guard let end = presence.indices.last, let known = presence[lastWhole...].last(where: { $0 != .unknown }) else {
            return .unknown
        }
        guard let run = runs.last else { return .neverOn }
        if known == .on {
            let isOpen = run.lowerBound == 0 || presence[run.lowerBound - 1] == .unknown
            return .on(since: run.lowerBound, atLeast: isOpen)
        }
        let lastOff = presence[end] == .off ? end : lastWhole
        let before = presence[..<lastOff].lastIndex { $0 != .off } ?? run.upperBound
        return .off(since: before + 1)
    }

    /// Runs on air, each from its first period to its last. What is not known always ends a run.
    private static func runs(_ presence: [Presence], _ allowedGap: Int) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for place in presence.indices where presence[place] == .on {
            if let last = runs.last, place - last.upperBound - 1 <= allowedGap,
                !presence[last.upperBound...place].contains(.unknown)
            {
                runs[runs.count - 1] = last.lowerBound...place
            } else {
                runs.append(place...place)
            }
        }
        return runs
    }
}

extension AirTime {
    public func count(_ presence: Presence) -> Int { self.presence.count { $0 == presence } }

    public var total: Money { sum { _ in true } }

    /// What was spent in the periods on air.
    public var spendOnAir: Money { sum { $0 == .on } }

    /// Whether more was credited than spent in a period on air, which may be so over all media.
    var hasCreditOnAir: Bool { zip(presence, spend).contains { $0 == .on && $1.isNegative } }

    /// What was credited, or spent to be credited, outside of all flights: zero or below.
    public var creditsBetweenFlights: Money {
        let inFlights = flights.reduce(Int64(0)) { $0 + $1.spend.minorUnits }
        return Money(minorUnits: total.minorUnits - inFlights, currency)
    }

    /// Mean spend in a period on air, rounded half to even; absent when there is none.
    public var meanWeight: Derived<Money> { mean(of: spendOnAir.minorUnits, over: count(.on), currency) }

    /// The longest pause between two flights; the last of equals, for it is the nearest.
    public var longestHiatus: ClosedRange<Int>? { hiatuses.reversed().max { $0.count < $1.count } }

    private func sum(_ counts: (Presence) -> Bool) -> Money {
        // Sums over a cube do not overflow.
        let amount = zip(presence, spend).reduce(Int64(0)) { $0 + (counts($1.0) ? $1.1.minorUnits : 0) }
        return Money(minorUnits: amount, currency)
    }
}

/// A mean of money, rounded half to even.
func mean(of amount: Int64, over count: Int, _ currency: Currency) -> Derived<Money> {
    guard count > 0, let mean = try? Rounding.halfEven.quotient(of: Int128(amount), over: Int128(count)) else {
        return .absent(.absent)
    }
    return .value(Money(minorUnits: Int64(mean), currency))
}
