public import Monetary
public import WorkTime

/// Everything that is told of one month of store checks: what the monthly paper and its JSON are made from.
public struct StoreCheckAnalysis: Hashable, Sendable {
    public let months: ComparedMonths
    public let currency: Currency
    public let records: Set<StoreChecks.Record>
    /// Whether the turnover of any store is known; weighted figures need that of all visited ones.
    public let statesTurnover: Bool
    /// The one category that is asked for; `nil`: all.
    public let category: String?
    /// The client's brand, if the paper is written for one.
    public let client: String?
    public let coverage: StoreCoverage
    /// Whether a store was visited in the same month a year ago.
    public let hasYearAgo: Bool
    /// By category, in the order of names.
    public let categories: [CategoryLines]
    /// In the order of names; none where no store has a region, or a format.
    public let regions: [StorePart]
    public let formats: [StorePart]
    public let photos: [ShelfPhoto]

    public var month: CivilMonth { months.month }

    /// The brands and products of one category that a store handles in this month or the one before.
    public struct CategoryLines: Hashable, Sendable {
        public let category: String
        /// The widest distribution first, then the most facings, equals by name.
        public let brands: [ShelfLine]
        /// By brand in that order, and within a brand likewise.
        public let products: [ShelfLine]
    }

    /// Looks at a month in which a store was visited.
    ///
    /// - Precondition: `month` is one of the months of `checks`.
    public init(of checks: StoreChecks, in month: CivilMonth, category: String? = nil, client: String? = nil) {
        guard let shelf = MonthShelf(of: checks, in: month) else {
            preconditionFailure("no store was visited in \(month)")
        }
        let months = ComparedMonths(month)
        let previous = MonthShelf(of: checks, in: months.previous)
        let yearAgo = MonthShelf(of: checks, in: months.yearAgo)
        let lines = StoreCheckLines(
            ShelfMonths(current: shelf, previous: previous, yearAgo: yearAgo), of: checks,
            in: category.map { [$0] } ?? checks.categories)
        self.months = months
        currency = checks.currency
        records = checks.records
        statesTurnover = checks.stores.contains { $0.turnover != nil }
        self.category = category
        self.client = client
        coverage = StoreCoverage(shelf, since: previous, of: checks)
        hasYearAgo = yearAgo != nil
        categories = lines.categoryLines
        regions = lines.parts(of: categories, coverage) { $0.region }
        formats = lines.parts(of: categories, coverage) { $0.format }
        photos = checks.photos(in: month) { category == nil || $0.category == category }
    }
}
