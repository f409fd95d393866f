public import Monetary
public import WorkTime

/// How the outlook of the month before stands to what came.
public struct OutlookCheck: Hashable, Sendable {
    public let month: CivilMonth
    /// Whether that outlook is the one of the figures as they were before this month came; otherwise it is made anew
    /// from those of today, as if this month were not known.
    public let isAsPublished: Bool
    /// In the order of the outlook.
    public let lines: [Line]

    /// The confidence of the range that is looked at.
    public static let confidence = 0.8

    /// One sum of spend.
    public struct Line: Hashable, Sendable {
        public let subject: OutlookSubject
        public let expected: Money
        public let range: SpendOutlook.Line.Range
        public let spend: Money
        /// How far spend is above what was expected, as a fraction of that.
        public let deviation: Derived<Double>

        public var isWithin: Bool {
            range.low.minorUnits <= spend.minorUnits && spend.minorUnits <= range.high.minorUnits
        }
    }

    /// How many lines came within their range.
    public var within: Int { lines.count(where: \.isWithin) }

    /// - Parameters:
    ///   - outlook: made from the months before; its first month is looked at.
    ///   - courses: what came.
    /// - Returns: `nil` when that month is not known yet.
    public init?(of outlook: SpendOutlook, against courses: SpendCourses, isAsPublished: Bool) {
        guard let month = outlook.months.first, courses.months.contains(month),
            let place = SpendOutlook.confidences.firstIndex(of: Self.confidence)
        else { return nil }
        let total = courses.brands.total(in: month) ?? 0
        func spend(_ name: String, _ dimension: SpendDimension) -> Int64 {
            let lines = courses.lines(of: dimension)
            return lines.keys.firstIndex(of: [name]).flatMap { lines.spend($0, in: month) } ?? 0
        }
        let client = outlook.client
        func spend(_ subject: OutlookSubject) -> Int64 {
            switch subject {
            case .total: total
            case .rivals: total - (client.map { spend($0, .brand) } ?? 0)
            case .named(let name, let dimension): spend(name, dimension)
            case .allOther(_, let dimension):
                outlook.lines(of: dimension).reduce(total) { rest, line in
                    guard case .named(let name, _) = line.subject else { return rest }
                    return rest - spend(name, dimension)
                }
            }
        }
        self.month = month
        self.isAsPublished = isAsPublished
        lines = outlook.lines.map { line in
            let came = spend(line.subject)
            return Line(
                subject: line.subject, expected: line.expected[0], range: line.ranges[place][0],
                spend: courses.market.money(came), deviation: growth(of: came, over: line.expected[0].minorUnits))
        }
    }
}
