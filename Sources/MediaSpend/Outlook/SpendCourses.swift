public import WorkTime

/// What the brands, media and categories of a competitive set spent month by month, as far back as the data go without a
/// gap: what an outlook is made from.
public struct SpendCourses: Sendable {
    /// All delivered; the last is the last one known.
    public let months: ClosedRange<CivilMonth>
    let brands: MonthlySpend
    let media: MonthlySpend
    let categories: MonthlySpend
    /// What the whole set spent, month by month.
    let total: [Int64]

    /// - Parameters:
    ///   - brands: the set's spend by brand and month, at least; the further back, the better.
    ///   - media: the same by category, medium and month.
    /// - Returns: `nil` when the month was not delivered.
    public init?(through month: CivilMonth, brands: Cube, media: Cube) {
        let market = brands.market
        guard market.covers(month) else { return nil }
        var first = month
        while market.covers(first.advanced(by: -1)), Self.longest.contains(first.distance(to: month) + 2) {
            first = first.advanced(by: -1)
        }
        months = first...month
        self.brands = MonthlySpend(brands, by: [.brand], in: months)
        let ofMedia = MonthlySpend(media, by: [.medium], in: months)
        self.media = ofMedia
        categories = MonthlySpend(media, by: [.category], in: months)
        total = months.map { ofMedia.total(in: $0) ?? 0 }
    }

    /// How many months may be looked back on: twenty years.
    private static let longest = 1...240

    /// The months that cubes for it should hold.
    public static func span(through month: CivilMonth) -> ClosedRange<CivilMonth> {
        month.advanced(by: 1 - longest.upperBound)...month
    }

    private init(_ courses: SpendCourses, months: ClosedRange<CivilMonth>) {
        self.months = months
        brands = courses.brands
        media = courses.media
        categories = courses.categories
        total = Array(courses.total.prefix(months.count))
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

}
