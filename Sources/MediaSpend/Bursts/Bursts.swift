public import Monetary
import Statistics
public import WorkTime

/// The months in which brands advertised far more heavily than they usually do.
///
/// Weight is what is looked at, insertions where they are counted, for the price of what is bought varies more than how
/// much is bought. What all brands do together, and those of a category, is no burst. A brand's deviation is measured by
/// how restless brands of its size are, see ``SpreadBySize``; it is a burst above three and a half standard deviations
/// that pass the test for false discoveries among all brands of the month: of those that are listed, one in ten may be
/// chance.
///
/// - Source: Iglewicz and Hoaglin, “How to detect and handle outliers”, 1993; Benjamini and Hochberg, “Controlling the false
///   discovery rate”, 1995.
public struct Bursts: Hashable, Sendable {
    /// The largest excess first, equals by month, category and brand.
    public let lines: [Burst]

    /// - Parameters:
    ///   - spend: of all that was delivered, grouped at least by category, brand and month. The more brands and months it
    ///     covers, the better what is usual is known.
    ///   - months: those that are asked about.
    ///   - window: the months that may tell what is usual; `nil`: all of the cube.
    public init(
        _ spend: Cube, in months: some Sequence<CivilMonth>, within window: ClosedRange<CivilMonth>? = nil
    ) {
        let courses = BrandCourses(spend, within: window)
        let deviations = Deviations(in: courses)
        let spreads = SpreadBySize(deviations)
        let byMonth = Dictionary(grouping: deviations.all, by: \.month)
        lines = Set(months).compactMap { courses.months.firstIndex(of: $0) }.flatMap { month in
            let asked = byMonth[month] ?? []
            let sizes = asked.map { $0.size / spreads.deviation(of: $0) }
            let isFound = FalseDiscoveries.found(sizes.map { NormalTail.above($0) }, rate: Self.falseShare)
            return asked.indices.filter { isFound[$0] && sizes[$0] > Self.leastDeviations }
                .map { Burst(asked[$0], sizes[$0], in: courses) }.filter { $0.factor >= Self.leastFactor }
        }.sorted()
    }

    private init(lines: [Burst]) { self.lines = lines }

    /// Those of a competitive set.
    public func restricted(to set: CompetitiveSet) -> Bursts {
        Bursts(
            lines: lines.filter {
                (set.categories.isEmpty || set.categories.contains($0.category))
                    && (set.brands.isEmpty || set.brands.contains($0.brand))
            })
    }

    private static let falseShare = 0.1
    private static let leastDeviations = 3.5
    /// What is less than half as much again may be no chance, but is no burst either.
    private static let leastFactor = 1.5
}

/// A brand that advertised far more heavily in a month than it usually does.
public struct Burst: Hashable, Sendable {
    public let month: CivilMonth
    public let category: String
    public let brand: String
    public let spend: Money
    /// What it would have spent with its usual weight, at the prices of this month.
    public let expected: Money
    /// What it spent beyond that.
    public let excess: Money
    /// How many times its usual weight it advertised with.
    public let factor: Double
    /// The part that the excess is of all that the category spent in the month.
    public let categoryShare: Derived<Double>
    /// How many robust standard deviations it is away from its usual weight; the logarithms of weights are looked at.
    public let deviations: Double
    /// The months that say what is usual, in order.
    public let usualMonths: [CivilMonth]
}

extension Burst: Comparable {
    public static func < (left: Burst, right: Burst) -> Bool {
        if left.excess.minorUnits != right.excess.minorUnits { return left.excess.minorUnits > right.excess.minorUnits }
        if left.month != right.month { return left.month < right.month }
        return (left.category, left.brand) < (right.category, right.brand)
    }

    fileprivate init(_ deviation: Deviations.Deviation, _ deviations: Double, in courses: BrandCourses) {
        let line = courses.lines[deviation.line]
        let spend = line.spend[deviation.month]
        let factor = Elementary.exp(deviation.size)
        let expected = Int64((Double(spend) / factor).rounded())
        let ofCategory = courses.lines.reduce(0) {
            $0 + ($1.category == line.category ? $1.spend[deviation.month] : 0)
        }
        month = courses.months[deviation.month]
        category = courses.categories[line.category]
        brand = line.brand
        self.spend = courses.market.money(spend)
        self.expected = courses.market.money(expected)
        excess = courses.market.money(spend - expected)
        self.factor = factor
        categoryShare = share(of: spend - expected, in: ofCategory)
        self.deviations = deviations
        usualMonths = Deviations.months(near: deviation.month, of: line, in: courses)
    }
}
