public import Monetary
public import WorkTime

/// How each category's spend divides over the media: the month, the same month a year ago, and the year to date against
/// the same months of the year before.
///
/// Lines come by category, then by medium.
public struct MediaMix: Hashable, Sendable {
    public let month: CivilMonth
    public let lines: [Line]

    /// One medium of a category.
    public struct Line: Hashable, Sendable {
        public let category: String
        public let medium: String
        public let spend: Period
        public let yearAgo: Period
        public let yearToDate: Period
        public let yearToDatePrevious: Period

        /// Growth of the month over the same month a year ago.
        public let yearOnYear: Derived<Double>
        /// Growth of the year to date over the same months of the year before.
        public let yearToDateGrowth: Derived<Double>

        /// Share of the category gained since the same month a year ago: 0.012 is 1.2 points.
        public var shareChangeInYear: Derived<Double> { difference(spend.share, yearAgo.share) }
    }

    /// A medium's spend over some months.
    public struct Period: Hashable, Sendable {
        /// `nil` when one of the months was not delivered.
        public let spend: Money?
        /// The part of the category's spend that went to this medium.
        public let share: Derived<Double>
    }

    /// - Parameter media: one line for each category and medium, in this order; or one for each medium of the whole set,
    ///   whose lines then name no category.
    public init(_ media: MonthlySpend, in month: CivilMonth) {
        let compared = ComparedMonths(month)
        let columns = [
            month...month, compared.yearAgo...compared.yearAgo, compared.yearToDate, compared.yearToDatePrevious,
        ].map { Column(media, $0) }
        self.month = month
        lines = (0..<media.count).filter { line in columns.contains { ($0.spend[line] ?? 0) != 0 } }.map { line in
            Line(
                category: media.keys[line].count > 1 ? media.keys[line][0] : "", medium: media.keys[line].last ?? "",
                spend: columns[0].period(line), yearAgo: columns[1].period(line),
                yearToDate: columns[2].period(line), yearToDatePrevious: columns[3].period(line),
                yearOnYear: growth(of: columns[0].spend[line], over: columns[1].spend[line]),
                yearToDateGrowth: growth(of: columns[2].spend[line], over: columns[3].spend[line]))
        }
    }

    /// Some months of every line, and of every category.
    private struct Column {
        let spend: [Int64?]
        private let media: MonthlySpend
        private var totals: [[String]: Int64] = [:]

        init(_ media: MonthlySpend, _ months: ClosedRange<CivilMonth>) {
            self.media = media
            spend = (0..<media.count).map { media.spend($0, through: months) }
            for line in spend.indices { totals[media.keys[line].dropLast(), default: 0] += spend[line] ?? 0 }
        }

        func period(_ line: Int) -> Period {
            Period(
                spend: spend[line].map(media.market.money),
                share: MediaSpend.share(of: spend[line], in: totals[media.keys[line].dropLast()]))
        }
    }
}
