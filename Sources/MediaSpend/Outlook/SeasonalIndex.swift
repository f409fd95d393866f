import Statistics
import WorkTime

/// How each month of the year stands to the level of a set's spend: 100 is a month like all, 130 one with a third more.
///
/// By classical decomposition, over all months that are known without a gap.
public struct SeasonalIndex: Hashable, Sendable {
    /// January first.
    public let values: [Double]

    /// - Returns: absent below three years, and where no season is beyond chance.
    static func of(_ courses: SpendCourses?) -> Derived<SeasonalIndex> {
        guard let courses else { return .absent(.notDelivered) }
        let spend = courses.total.map(Double.init)
        guard spend.count >= 36, let history = try? SeriesHistory(spend) else { return .absent(.historyTooShort) }
        let level = spend.reduce(0, +) / Double(spend.count)
        guard history.hasVisibleSeason, level > 0 else { return .absent(.noSeason) }
        let season = history.visibleSeason
        // The season begins with the first month known.
        let first = courses.months.lowerBound.month - 1
        return .value(
            SeasonalIndex(
                values: (0..<12).map { month in
                    let value = season.values[(month - first + 12) % 12]
                    return 100 * (season.kind == .multiplicative ? value : 1 + value / level)
                }))
    }
}
