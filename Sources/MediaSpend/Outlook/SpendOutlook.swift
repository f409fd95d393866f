public import Monetary
public import Statistics
public import WorkTime

/// What the next months are expected to bring: the whole set, the client's rivals, and brands, media and categories whose
/// amounts add up to the whole, each to the minor unit.
///
/// Every series is forecast by itself; then all are moved to the nearest amounts that add up, see `SharedTotal`. Intervals
/// move with them: they are those that a series' own past forecasts justify.
public struct SpendOutlook: Hashable, Sendable {
    /// The months that it was made from.
    public let history: ClosedRange<CivilMonth>
    /// The months to come, in order.
    public let months: [CivilMonth]
    /// Whose rivals are meant; `nil` where no client's brand is among the data.
    public let client: String?
    /// The whole set, rivals where there is a client, then brands, media and categories, the largest first and all others
    /// last. A dimension with one name has no lines: it is the whole.
    public let lines: [Line]

    /// Of the intervals that each line states.
    public static let confidences = [0.5, 0.8, 0.95]

    /// One sum of spend.
    public struct Line: Hashable, Sendable {
        public let subject: OutlookSubject
        public let method: ForecastMethod
        /// What was spent in the months of the history.
        public let spent: [Money]
        /// One for each month to come.
        public let expected: [Money]
        /// One for each of ``SpendOutlook/confidences``.
        public let ranges: [[Range]]
        /// What was spent in the same months a year before; `nil` where that is not known.
        public let yearAgo: [Money?]
        /// How much more is expected than a year before, as a fraction.
        public let yearOnYear: [Derived<Double>]

        /// Where an amount will lie with the confidence of its interval.
        public struct Range: Hashable, Sendable {
            public let low: Money
            public let high: Money
        }

        /// The interval of a confidence, month by month; `nil` when it was not asked for.
        public func range(_ confidence: Double) -> [Range]? {
            SpendOutlook.confidences.firstIndex(of: confidence).map { ranges[$0] }
        }
    }

    public var total: Line { lines[0] }
    public func line(_ subject: OutlookSubject) -> Line? { lines.first { $0.subject == subject } }
    /// The lines of one dimension, which add up to the whole.
    public func lines(of dimension: SpendDimension) -> [Line] { lines.filter { $0.subject.dimension == dimension } }

    /// - Parameters:
    ///   - forecasts: of the draft's series, all as far ahead.
    /// - Returns: `nil` when an amount is larger than money can state, or an error than can be measured.
    public init?(_ draft: OutlookDraft, _ forecasts: [SeriesForecast]) {
        precondition(forecasts.count == draft.count, "\(forecasts.count) forecasts of \(draft.count) series")
        let horizon = forecasts[0].points.count
        let (courses, last) = (draft.courses, draft.courses.months.upperBound)
        let coherent = CoherentOutlook(draft, forecasts)
        let months = (0..<horizon).map { last.advanced(by: $0 + 1) }
        var amounts: [[Int64]] = []
        for month in 0..<horizon {
            guard let rounded = coherent.wholeAmounts(in: month) else { return nil }
            amounts.append(rounded)
        }
        var lines: [Line] = []
        for (number, series) in draft.series.enumerated() {
            let moved = forecasts[number].moved(to: (0..<horizon).map { coherent.amounts[$0][number] })
            let line = Line(series, moved, amounts.map { $0[number] }, in: courses)
            guard let line else { return nil }
            lines.append(line)
        }
        history = courses.months
        self.months = months
        client = draft.client
        self.lines = lines
    }
}

extension SpendOutlook.Line {
    /// `nil` when a bound is larger than money can state, or there is none.
    fileprivate init?(
        _ series: OutlookDraft.Series, _ forecast: SeriesForecast, _ amounts: [Int64], in courses: SpendCourses
    ) {
        let market = courses.market
        func bound(_ value: Double, _ rule: FloatingPointRoundingRule) -> Money? {
            Int64(exactly: value.rounded(rule)).map(market.money)
        }
        guard forecast.intervals.count == SpendOutlook.confidences.count else { return nil }
        var ranges: [[Range]] = []
        for interval in forecast.intervals {
            let bounds = interval.ranges.compactMap { range -> Range? in
                guard let low = bound(range.lowerBound, .down), let high = bound(range.upperBound, .up) else {
                    return nil
                }
                return Range(low: low, high: high)
            }
            guard bounds.count == amounts.count else { return nil }
            ranges.append(bounds)
        }
        // Months of the year before, as far as they lie in the history.
        let before = amounts.indices.map { place -> Int64? in
            let position = series.spend.count + place - 12
            return series.spend.indices.contains(position) ? series.spend[position] : nil
        }
        subject = series.subject
        method = forecast.method
        spent = series.spend.map(market.money)
        expected = amounts.map(market.money)
        self.ranges = ranges
        yearAgo = before.map { $0.map(market.money) }
        yearOnYear = zip(amounts, before).map { growth(of: $0, over: $1) }
    }
}

/// The forecasts of an outlook moved to amounts that add up.
private struct CoherentOutlook {
    let draft: OutlookDraft
    /// Month by month, one for each series of the draft.
    private(set) var amounts: [[Double]] = []

    init(_ draft: OutlookDraft, _ forecasts: [SeriesForecast]) {
        self.draft = draft
        let isNonNegative = draft.series.map { $0.spend.allSatisfy { $0 >= 0 } }
        amounts = forecasts[0].points.indices.map { month in
            let estimates = zip(forecasts, isNonNegative).map { forecast, isNonNegative in
                let error = forecast.standardError ?? 0
                return SharedTotal.Estimate(
                    forecast.points[month], variance: error * error, isNonNegative: isNonNegative)
            }
            let shared = SharedTotal(estimates[0], breakdowns.map { $0.map { estimates[$0] } })
            var moved = estimates.map(\.value)
            moved[0] = shared.total
            for (parts, values) in zip(breakdowns, shared.breakdowns) {
                for (part, value) in zip(parts, values) { moved[part] = value }
            }
            if let sides { moved[sides.rivals] = shared.total - moved[sides.client] }
            return moved
        }
    }

    /// The series of each dimension, by number.
    private var breakdowns: [[Int]] {
        OutlookDraft.dimensions.map { dimension in
            draft.series.indices.filter { draft.series[$0].subject.dimension == dimension }
        }.filter { !$0.isEmpty }
    }

    /// The rivals and the client, whose amounts make the whole; `nil` where the client is the whole.
    private var sides: (rivals: Int, client: Int)? {
        guard let client = draft.client,
            let own = draft.series.firstIndex(where: { $0.subject == .named(client, .brand) }),
            let rivals = draft.series.firstIndex(where: { $0.subject == .rivals })
        else { return nil }
        return (rivals, own)
    }

    /// In whole minor units that add up exactly; `nil` beyond what money can state.
    func wholeAmounts(in month: Int) -> [Int64]? {
        let amounts = amounts[month]
        guard let total = Int64(exactly: amounts[0].rounded(.toNearestOrEven)) else { return nil }
        var whole = Array(repeating: total, count: amounts.count)
        for parts in breakdowns {
            guard let rounded = WholeParts.rounded(parts.map { amounts[$0] }, to: total) else { return nil }
            for (part, value) in zip(parts, rounded) { whole[part] = value }
        }
        if let sides { whole[sides.rivals] = total - whole[sides.client] }
        return whole
    }
}
