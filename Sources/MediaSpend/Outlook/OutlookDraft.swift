public import Statistics
import WorkTime

/// The series that an outlook forecasts: the whole set, the client's rivals together, and the largest brands, media and
/// categories, each with all others as one more.
///
/// The largest are those of the last twelve months, so that who pauses for a month is not forgotten.
public struct OutlookDraft: Sendable {
    let courses: SpendCourses
    let client: String?
    /// The whole set first, then rivals where there are any, then part by part.
    let series: [Series]
    /// The season of the whole set, for brands that are too young to show one.
    private let profile: SeasonalIndices?

    /// Fewer months tell no error.
    static let leastMonths = 4
    /// How many lines of a dimension are told apart.
    static let limit = 8
    static let dimensions: [SpendDimension] = [.brand, .medium, .category]

    /// A sum of spend that is forecast.
    struct Series: Hashable, Sendable {
        let subject: OutlookSubject
        /// Minor units, month by month.
        let spend: [Int64]
    }

    /// - Parameter client: the client's brand is told apart whatever its size.
    /// - Returns: `nil` when the history is too short.
    public init?(_ courses: SpendCourses, client: String? = nil) {
        guard courses.months.count >= Self.leastMonths else { return nil }
        let total = courses.total
        var series = [Series(subject: .total, spend: total)]
        let own = client.flatMap { courses.brands.keys.firstIndex(of: [$0]) }.map {
            courses.course($0, of: courses.brands)
        }
        // Who is alone has no rivals.
        if let own, courses.brands.count > 1 {
            series.append(Series(subject: .rivals, spend: zip(total, own).map { $0 - $1 }))
        }
        for dimension in Self.dimensions { series += Self.parts(of: dimension, courses, including: client) }
        self.courses = courses
        self.client = own == nil ? nil : client
        self.series = series
        let whole = Self.history(total)
        profile = whole.hasVisibleSeason ? whole.visibleSeason : nil
    }

    /// The lines of a dimension and all others; none where all is one line.
    private static func parts(
        of dimension: SpendDimension, _ courses: SpendCourses, including client: String?
    ) -> [Series] {
        let lines = courses.lines(of: dimension)
        let recent = courses.months.suffix(12)
        let sizes = (0..<lines.count).map { line in recent.reduce(0) { $0 + (lines.spend(line, in: $1) ?? 0) } }
        let order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
        // One line more is shown rather than called all others.
        var shown = order.count <= limit + 1 ? order : Array(order.prefix(limit))
        if dimension == .brand, let own = order.first(where: { lines.keys[$0] == client.map { [$0] } }),
            !shown.contains(own)
        {
            shown.append(own)
        }
        guard lines.count > 1 else { return [] }
        var series = shown.map { line in
            Series(subject: .named(lines.keys[line][0], dimension), spend: courses.course(line, of: lines))
        }
        // Who came later than the last month known is no brand of these months.
        let isShown = Set(shown)
        let others = (0..<lines.count).count { line in
            !isShown.contains(line) && courses.months.contains { lines.spend(line, in: $0) != 0 }
        }
        if others > 0 {
            let rest = courses.total.indices.map { month in
                series.reduce(courses.total[month]) { $0 - $1.spend[month] }
            }
            series.append(Series(subject: .allOther(others, dimension), spend: rest))
        }
        return series
    }

    private static func history(_ spend: [Int64]) -> SeriesHistory {
        do { return try SeriesHistory(spend.map(Double.init)) } catch {
            preconditionFailure("amounts in whole minor units are a history: \(error)")
        }
    }

    // MARK: Forecasting

    /// How many series there are.
    public var count: Int { series.count }

    /// What one of the series is expected to bring in so many months: any of them may be asked for on any thread.
    public func forecast(_ number: Int, horizon: Int) -> SeriesForecast {
        let options = ForecastOptions(confidences: SpendOutlook.confidences, profile: profile)
        return SeriesForecast(of: Self.history(series[number].spend), horizon: horizon, options: options)
    }

    /// All of them, one after another.
    public func forecasts(horizon: Int) -> [SeriesForecast] { (0..<count).map { forecast($0, horizon: horizon) } }
}

/// Whose spend a line of an outlook is.
public enum OutlookSubject: Hashable, Sendable {
    /// The whole set.
    case total
    /// The whole set but the client's brand.
    case rivals
    /// A brand, medium or category.
    case named(String, SpendDimension)
    /// So many others of a dimension that are not told apart.
    case allOther(Int, SpendDimension)

    /// What the line is a part by; `nil` for sums over all.
    public var dimension: SpendDimension? {
        switch self {
        case .total, .rivals: nil
        case .named(_, let dimension), .allOther(_, let dimension): dimension
        }
    }
}
