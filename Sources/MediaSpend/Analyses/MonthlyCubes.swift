public import WorkTime

/// The cubes that the analysis of a month is made from, all of the same rows.
///
/// Each is no larger than its tables need: brands and media month by month are far fewer cells apart than together.
public struct MonthlyCubes: Sendable {
    public let month: CivilMonth
    public let set: CompetitiveSet
    /// The month that changes are explained against.
    public let base: CivilMonth
    /// By category, brand and month, as far back as an outlook looks.
    public let brands: Cube
    /// By category, medium and month, in the same months.
    public let media: Cube
    /// By brand and medium, in the month itself and in the month before.
    public let mediaOfBrands: Cube
    /// By category, brand and month, in the ``ComparedMonths/window`` at least, of all that was delivered, whatever the set: what is usual, and what all
    /// brands do together, does not depend on whom a paper is about.
    public let market: Cube
    /// By category and what a ``Decomposition`` looks at, in the month and in its base.
    public let purchases: Cube
    /// Brands, media and categories of the set month by month, as far back as the data go; `nil` when the month was not
    /// delivered.
    public let courses: SpendCourses?
    /// The same as they were before the month was delivered, which last month's outlook was made from; `nil` when that
    /// is not known, so that they are told from ``courses``.
    public var coursesBefore: SpendCourses?
    /// The client and the largest brands, by day.
    public let flights: FlightCubes

    /// - Parameters:
    ///   - base: `nil`: the same month a year ago.
    ///   - set: whose rows count, but for ``market``.
    ///   - client: the client's brand, if the analysis is made for one.
    ///   - ask: gives the spend of a competitive set in some months, by some dimensions.
    /// - Throws: what `ask` throws.
    public init(
        of month: CivilMonth, against base: CivilMonth? = nil, _ set: CompetitiveSet,
        client: String? = nil,
        ask: (_ dimensions: [SpendDimension], _ months: Set<CivilMonth>, _ set: CompetitiveSet) throws -> Cube
    ) rethrows {
        let months = ComparedMonths(month)
        let base = base ?? months.yearAgo
        let window = Set(months.window)
        self.month = month
        self.base = base
        self.set = set
        // What an outlook looks back on holds the window.
        let history = Set(SpendCourses.span(through: month))
        brands = try ask([.category, .brand, .month], history, set)
        media = try ask([.category, .medium, .month], history, set)
        mediaOfBrands = try ask([.brand, .medium, .month], [month, months.previous], set)
        let isWhole = set.categories.isEmpty && set.brands.isEmpty
        market = isWhole ? brands : try ask([.category, .brand, .month], window, .wholeMarket)
        purchases = try ask([.category] + Decomposition.cellDimensions + [.month], [base, month], set)
        courses = SpendCourses(through: month, brands: brands, media: media)
        flights = try FlightCubes(through: month, in: brands, set, client: client, ask: ask)
    }
}
