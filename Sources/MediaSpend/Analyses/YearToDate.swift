public import Monetary
public import WorkTime

/// What each brand spent from January through a month, against the same months of the year before.
///
/// Lines come by spend, the largest first, equals by name; brands that spent in neither year are left out.
public struct YearToDate: Hashable, Sendable {
    public let months: ClosedRange<CivilMonth>
    /// The whole set; `nil` when one of the months was not delivered.
    public let total: Money?
    /// The whole set in the same months of the year before.
    public let previousTotal: Money?
    public let growth: Derived<Double>
    public let lines: [Line]

    /// One brand.
    public struct Line: Hashable, Sendable {
        public let brand: String
        /// `nil` when one of the months was not delivered.
        public let spend: Money?
        /// `nil` when one of the same months of the year before was not delivered.
        public let previousSpend: Money?
        /// The part of the set's spend, a fraction.
        public let share: Derived<Double>
        /// Over the same months of the year before, a fraction.
        public let growth: Derived<Double>
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, through month: CivilMonth) {
        let compared = ComparedMonths(month)
        let sums = PeriodSums(brands, compared.yearToDate, against: compared.yearToDatePrevious)
        months = compared.yearToDate
        total = sums.total.map(brands.market.money)
        previousTotal = sums.baseTotal.map(brands.market.money)
        growth = MediaSpend.growth(of: sums.total, over: sums.baseTotal)
        lines = sums.order.map { line in
            Line(
                brand: brands.keys[line][0], spend: sums.spend[line].map(brands.market.money),
                previousSpend: sums.base[line].map(brands.market.money),
                share: MediaSpend.share(of: sums.spend[line], in: sums.total),
                growth: MediaSpend.growth(of: sums.spend[line], over: sums.base[line]))
        }
    }
}
