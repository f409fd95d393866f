public import WorkTime

/// What the brands, media and categories of a competitive set spent month by month, as far back as the data go without a
/// gap: what an outlook is made from.
public struct SpendCourses: Sendable {
    /// All delivered; the last is the last one known.
    public let months: ClosedRange<CivilMonth>
    let brands: MonthlySpend
    let media: MonthlySpend
    let categories: MonthlySpend

    /// - Parameters:
    ///   - market: which months were delivered.
    ///   - ask: gives the spend of a competitive set in some months, by some dimensions.
    /// - Returns: `nil` when the month was not delivered.
    /// - Throws: what `ask` throws.
    public init?(
        through month: CivilMonth, of market: MarketData, _ set: CompetitiveSet,
        ask: (_ dimensions: [SpendDimension], _ months: Set<CivilMonth>, _ set: CompetitiveSet) throws -> Cube
    ) rethrows {
        guard market.covers(month) else { return nil }
        var first = month
        while market.covers(first.advanced(by: -1)) { first = first.advanced(by: -1) }
        months = first...month
        let asked = Set(months)
        brands = MonthlySpend(try ask([.brand, .month], asked, set), by: [.brand], in: months)
        let media = try ask([.category, .medium, .month], asked, set)
        self.media = MonthlySpend(media, by: [.medium], in: months)
        categories = MonthlySpend(media, by: [.category], in: months)
    }

    private init(_ courses: SpendCourses, months: ClosedRange<CivilMonth>) {
        self.months = months
        brands = courses.brands
        media = courses.media
        categories = courses.categories
    }

    /// The same, as if nothing were known of what came later; `nil` when nothing was before.
    public func ending(with month: CivilMonth) -> SpendCourses? {
        guard months.contains(month) else { return nil }
        return SpendCourses(self, months: months.lowerBound...month)
    }

    var market: MarketData { brands.market }

    /// One line a name of a dimension.
    func lines(of dimension: SpendDimension) -> MonthlySpend {
        switch dimension {
        case .medium: media
        case .category: categories
        default: brands
        }
    }

    /// What a line spent, month by month.
    func course(_ line: Int, of lines: MonthlySpend) -> [Int64] { months.map { lines.spend(line, in: $0) ?? 0 } }

    /// What the whole set spent, month by month.
    var total: [Int64] { months.map { brands.total(in: $0) ?? 0 } }
}
