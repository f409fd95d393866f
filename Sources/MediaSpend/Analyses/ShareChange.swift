public import Monetary
public import WorkTime

/// Why a brand's share of spend changed: what its own spend did to it, and what that of each rival.
///
/// With S a brand's spend, T that of the whole set, s = S ÷ T, and 0 and 1 for the two months, the brand's own spend moved its
/// share by (1 − s₀) · ΔS ÷ T₁ and each rival *r* moved it by −s₀ · ΔSᵣ ÷ T₁. These terms add up to s₁ − s₀ exactly: they are
/// kept as whole numbers over T₀ · T₁.
public struct ShareChange: Hashable, Sendable {
    public let brand: String
    public let from: CivilMonth
    public let to: CivilMonth
    public let shareBefore: Double
    public let share: Double
    /// The brand's own term.
    public let own: Term
    /// Those of rivals that moved it; the largest first, equals by name. A brand that had no share had none to lose.
    public let rivals: [Term]

    /// What one brand's spend did to the share.
    public struct Term: Hashable, Sendable {
        public let brand: String
        /// How much more it spent.
        public let change: Money
        /// Share gained through it: 0.012 is 1.2 points.
        public let points: Double
        /// The same over the product of both months' spend.
        let numerator: Int128
    }

    /// Share gained altogether.
    public var points: Double { share - shareBefore }

    /// The terms of rivals that are not among the first so many, as one.
    public func otherRivals(after count: Int) -> (change: Money, points: Double, brands: Int)? {
        let others = rivals.dropFirst(count)
        guard let first = others.first else { return nil }
        let change = others.reduce(0) { $0 + $1.change.minorUnits }
        return (
            Money(minorUnits: change, first.change.currency), others.reduce(0) { $0 + $1.points }, others.count
        )
    }

    /// - Parameter brands: the set, one line a brand.
    /// - Returns: absent when a month was not delivered, or when the set spent nothing, or less, in one of them.
    static func of(
        _ brand: String, in brands: MonthlySpend, from: CivilMonth, to: CivilMonth
    ) -> Derived<ShareChange> {
        guard let before = brands.total(in: from), let after = brands.total(in: to) else {
            return .absent(.notDelivered)
        }
        guard before > 0, after > 0 else { return .absent(.emptyWhole) }
        guard let line = brands.keys.firstIndex(of: [brand]) else { return .absent(.absent) }
        return .value(
            ShareChange(line, in: brands, from: from, to: to, total: (before: Int128(before), after: Int128(after))))
    }

    private init(
        _ line: Int, in brands: MonthlySpend, from: CivilMonth, to: CivilMonth, total: (before: Int128, after: Int128)
    ) {
        func spend(_ line: Int, _ month: CivilMonth) -> Int128 { Int128(brands.spend(line, in: month) ?? 0) }
        let whole = Double(total.before) * Double(total.after)
        let own = spend(line, from)
        func term(_ other: Int) -> Term {
            let change = spend(other, to) - spend(other, from)
            let numerator = other == line ? (total.before - own) * change : -own * change
            return Term(
                brand: brands.keys[other][0], change: brands.market.money(Int64(change)),
                points: Double(numerator) / whole, numerator: numerator)
        }
        brand = brands.keys[line][0]
        self.from = from
        self.to = to
        shareBefore = Double(own) / Double(total.before)
        share = Double(spend(line, to)) / Double(total.after)
        self.own = term(line)
        rivals = (0..<brands.count).filter { $0 != line }.map(term).filter { $0.numerator != 0 }
            .sorted {
                ($0.numerator.magnitude, $0.change.minorUnits.magnitude, $1.brand) > (
                    $1.numerator.magnitude, $1.change.minorUnits.magnitude, $0.brand
                )
            }
    }
}

/// Why a brand's share changed since the month before, and since the same month a year ago.
public struct ShareChanges: Hashable, Sendable {
    public let monthOnMonth: Derived<ShareChange>
    public let yearOnYear: Derived<ShareChange>

    init(of brand: String, in brands: MonthlySpend, _ months: ComparedMonths) {
        monthOnMonth = ShareChange.of(brand, in: brands, from: months.previous, to: months.month)
        yearOnYear = ShareChange.of(brand, in: brands, from: months.yearAgo, to: months.month)
    }
}
