public import WorkTime

/// Share of spend beyond market share (excess share of voice, ESOV), brand by brand.
///
/// As a rule, a brand whose share of spend is above its share of market gains share: about half a point a year for every
/// ten points beyond. It is a rule over many brands, no forecast of one. Share of spend stands for share of voice here,
/// which would count contacts.
///
/// - Source: Jones, “Ad spending: maintaining market share”, 1990; Binet and Field, “The Long and the Short of It”, 2013.
public struct ExcessShare: Hashable, Sendable {
    /// The months over which spend is shared: the twelve up to the month where all were delivered, otherwise the month.
    public let months: ClosedRange<CivilMonth>
    /// By market share, the largest first, equals by name.
    public let lines: [Line]

    /// Points of market share a year for each point of excess.
    public static let yearlyGain = 0.05

    /// One brand of the table of market shares.
    public struct Line: Hashable, Sendable {
        public let brand: String
        public let marketShare: Double
        public let shareOfSpend: Derived<Double>

        /// Share of spend beyond market share: 0.08 is eight points.
        public var excess: Derived<Double> { shareOfSpend.map { $0 - marketShare } }
        /// Market share that a year of it is worth, as a rule.
        public var ruleOfThumb: Derived<Double> { excess.map { $0 * ExcessShare.yearlyGain } }
    }

    /// - Parameters:
    ///   - brands: the set, one line a brand; who is not among them spent nothing.
    ///   - shares: fractions of the market, by brand.
    init(_ brands: MonthlySpend, through month: CivilMonth, _ shares: [String: Double]) {
        let year = ComparedMonths(month).movingYear
        let months = brands.market.covers(year) ? year : month...month
        let total = brands.total(through: months)
        let lineOf = Dictionary(brands.keys.enumerated().map { ($1[0], $0) }) { first, _ in first }
        self.months = months
        lines = shares.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { brand, marketShare in
            let spend = lineOf[brand].map { brands.spend($0, through: months) } ?? 0
            return Line(brand: brand, marketShare: marketShare, shareOfSpend: share(of: spend, in: total))
        }
    }
}
