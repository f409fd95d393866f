public import Monetary
public import WorkTime

/// What each brand spent in the twelve months up to a month (MAT), against the twelve before them.
///
/// Growth takes 24 months of data; with fewer it is absent. Lines come by spend, the largest first, equals by name.
public struct MovingAnnualTotal: Hashable, Sendable {
    public let months: ClosedRange<CivilMonth>
    /// The whole set; `nil` when one of the twelve months was not delivered.
    public let total: Money?
    /// The whole set in the twelve months before.
    public let previousTotal: Money?
    /// Over the twelve months before, a fraction.
    public let growth: Derived<Double>
    public let lines: [Line]

    /// One brand.
    public struct Line: Hashable, Sendable {
        public let brand: String
        /// `nil` when one of the twelve months was not delivered.
        public let total: Money?
        /// `nil` when one of the twelve months before was not delivered.
        public let previousTotal: Money?
        /// Over the twelve months before, a fraction.
        public let growth: Derived<Double>
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, through month: CivilMonth) {
        let compared = ComparedMonths(month)
        let sums = PeriodSums(brands, compared.movingYear, against: compared.movingYearPrevious)
        months = compared.movingYear
        total = sums.total.map(brands.market.money)
        previousTotal = sums.baseTotal.map(brands.market.money)
        growth = MediaSpend.growth(of: sums.total, over: sums.baseTotal)
        lines = sums.order.map { line in
            Line(
                brand: brands.keys[line][0], total: sums.spend[line].map(brands.market.money),
                previousTotal: sums.base[line].map(brands.market.money),
                growth: MediaSpend.growth(of: sums.spend[line], over: sums.base[line]))
        }
    }
}
