public import Monetary
public import WorkTime

/// The brands whose spend changed most since the month before: by amount, not by per cent, which small brands would win.
public struct Movers: Hashable, Sendable {
    /// How many a list holds.
    public static let limit = 50

    /// By the size of the change, the largest first; equals by name. Empty when either month was not delivered.
    public let lines: [Line]

    /// A brand whose spend changed.
    public struct Line: Hashable, Sendable {
        public let brand: String
        public let spend: Money
        public let previousSpend: Money
        public let change: Money
        /// The part that this change is of all spend of the month before: contributions of all brands add up to the
        /// growth of the set.
        public let contribution: Derived<Double>
        /// Growth over the month before, a fraction.
        public let growth: Derived<Double>
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, in month: CivilMonth, limit: Int = Movers.limit) {
        let before = ComparedMonths(month).previous
        let baseTotal = brands.total(in: before)
        let changes = (0..<brands.count).compactMap { line -> Change? in
            guard let now = brands.spend(line, in: month), let base = brands.spend(line, in: before), now != base
            else { return nil }
            return Change(line: line, now: now, base: base)
        }
        let money = brands.market.money
        lines = changes.sorted { ($0.size, $1.line) > ($1.size, $0.line) }.prefix(limit).map { change in
            Line(
                brand: brands.keys[change.line][0], spend: money(change.now), previousSpend: money(change.base),
                change: money(change.now - change.base),
                contribution: share(of: change.now - change.base, in: baseTotal),
                growth: growth(of: change.now, over: change.base))
        }
    }

    private struct Change {
        let line: Int
        let now: Int64
        let base: Int64
        var size: UInt64 { (now - base).magnitude }
    }
}
