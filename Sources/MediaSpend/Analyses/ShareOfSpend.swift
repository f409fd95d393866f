public import Monetary
public import WorkTime

/// What each brand of a competitive set spent in a month, its share of the set and its rank, against the month before
/// and the same month a year ago.
///
/// Share of spend (SOS, 花费份额) is the brand's spend over the spend of the whole set; it says nothing of ratings and is
/// not share of voice. Lines come by spend, the largest first, equals by name; they hold every brand that spent in one
/// of the three months.
public struct ShareOfSpend: Hashable, Sendable {
    public let month: CivilMonth
    /// `nil` when the month was not delivered.
    public let total: Money?
    public let previousTotal: Money?
    public let yearAgoTotal: Money?
    public let monthOnMonth: Derived<Double>
    public let yearOnYear: Derived<Double>
    public let lines: [Line]

    /// One brand, or one category where categories are compared.
    public struct Line: Hashable, Sendable {
        public let brand: String
        /// `nil` when the month was not delivered; the same holds for the other months.
        public let spend: Money?
        /// A fraction of the set's spend.
        public let share: Derived<Double>
        /// A competition rank: 1, 2, 2, 4. Absent when the brand spent nothing.
        public let rank: Derived<Int>
        public let previousSpend: Money?
        public let previousShare: Derived<Double>
        public let previousRank: Derived<Int>
        public let yearAgoSpend: Money?
        public let yearAgoShare: Derived<Double>
        /// Growth over the month before, a fraction (环比).
        public let monthOnMonth: Derived<Double>
        /// Growth over the same month a year ago, a fraction (同比).
        public let yearOnYear: Derived<Double>

        /// Share gained since the month before: 0.012 is 1.2 points.
        public var shareChange: Derived<Double> { difference(share, previousShare) }
        /// Share gained since the same month a year ago.
        public var shareChangeInYear: Derived<Double> { difference(share, yearAgoShare) }
        /// Ranks gained since the month before; above zero is a rise.
        public var ranksGained: Derived<Int> {
            guard case .value(let before) = previousRank else { return previousRank }
            return rank.map { before - $0 }
        }
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, in month: CivilMonth) {
        let compared = ComparedMonths(month)
        let now = Column(brands, month)
        let before = Column(brands, compared.previous)
        let yearAgo = Column(brands, compared.yearAgo)
        let money = brands.market.money
        self.month = month
        total = now.total.map(money)
        previousTotal = before.total.map(money)
        yearAgoTotal = yearAgo.total.map(money)
        monthOnMonth = growth(of: now.total, over: before.total)
        yearOnYear = growth(of: now.total, over: yearAgo.total)

        let shown = (0..<brands.count).filter { line in
            [now, before, yearAgo].contains { ($0.spend[line] ?? 0) != 0 }
        }
        // Keys are sorted, and a stable sort keeps them so among equals.
        lines = shown.sorted { (now.spend[$0] ?? 0, $1) > (now.spend[$1] ?? 0, $0) }.map { line in
            Line(
                brand: brands.keys[line][0],
                spend: now.spend[line].map(money), share: now.share(line), rank: now.rank(line),
                previousSpend: before.spend[line].map(money), previousShare: before.share(line),
                previousRank: before.rank(line),
                yearAgoSpend: yearAgo.spend[line].map(money), yearAgoShare: yearAgo.share(line),
                monthOnMonth: growth(of: now.spend[line], over: before.spend[line]),
                yearOnYear: growth(of: now.spend[line], over: yearAgo.spend[line]))
        }
    }

    /// One month of the whole set.
    private struct Column {
        let spend: [Int64?]
        let total: Int64?
        private let ranks: [Int?]

        init(_ brands: MonthlySpend, _ month: CivilMonth) {
            spend = (0..<brands.count).map { brands.spend($0, in: month) }
            total = brands.total(in: month)
            ranks = competitionRanks(of: spend.map { $0 ?? 0 })
        }

        func share(_ line: Int) -> Derived<Double> { MediaSpend.share(of: spend[line], in: total) }

        func rank(_ line: Int) -> Derived<Int> {
            if spend[line] == nil { return .absent(.notDelivered) }
            return ranks[line].map(Derived.value) ?? .absent(.absent)
        }
    }
}

/// How much a share is above another.
func difference(_ now: Derived<Double>, _ before: Derived<Double>) -> Derived<Double> {
    guard case .value(let base) = before else { return before }
    return now.map { $0 - base }
}
