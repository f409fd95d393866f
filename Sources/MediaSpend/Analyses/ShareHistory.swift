public import WorkTime

/// The share of spend of some brands, or of categories, month by month over two years.
public struct ShareHistory: Hashable, Sendable {
    /// From the first month delivered, at most 25 of them, without gaps: shares of a month that was not delivered are
    /// absent.
    public let months: [CivilMonth]
    public let lines: [Line]

    /// One brand, or one category.
    public struct Line: Hashable, Sendable {
        public let name: String
        /// One for each month: the part of the whole set's spend.
        public let shares: [Derived<Double>]
    }

    /// - Parameters:
    ///   - spend: the set, one line a name.
    ///   - names: whose shares are asked for, in the order in which they shall come.
    init(_ spend: MonthlySpend, through month: CivilMonth, of names: [String]) {
        let window = ComparedMonths(month).window
        let first = spend.market.months.first { window.contains($0) } ?? month
        let months = Array(first...month)
        self.months = months
        let totals = months.map { spend.total(in: $0) }
        lines = names.compactMap { name in
            guard let line = spend.keys.firstIndex(of: [name]) else { return nil }
            let amounts = months.map { spend.spend(line, in: $0) }
            return Line(name: name, shares: zip(amounts, totals).map { share(of: $0, in: $1) })
        }
    }
}
