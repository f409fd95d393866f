public import Monetary
public import WorkTime

/// The brands that spent in a month after twelve months of silence.
public struct Entrants: Hashable, Sendable {
    /// The months in which they were silent.
    public let lookBack: ClosedRange<CivilMonth>
    /// By spend, the largest first, equals by name. Absent when the data do not reach back over the whole look-back:
    /// whether a brand is new is then unknown.
    public let lines: Derived<[Line]>

    /// A brand that entered, and what it spent in the month.
    public struct Line: Hashable, Sendable {
        public let brand: String
        public let spend: Money
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, in month: CivilMonth) {
        let lookBack = ComparedMonths(month).lookBack
        self.lookBack = lookBack
        guard brands.total(in: month) != nil, brands.total(through: lookBack) != nil else {
            lines = .absent(.notDelivered)
            return
        }
        let entering = (0..<brands.count).compactMap { line -> (line: Int, spend: Int64)? in
            guard let spend = brands.spend(line, in: month), spend > 0,
                lookBack.allSatisfy({ (brands.spend(line, in: $0) ?? 0) <= 0 })
            else { return nil }
            return (line, spend)
        }
        lines = .value(
            entering.sorted { ($0.spend, $1.line) > ($1.spend, $0.line) }
                .map { Line(brand: brands.keys[$0.line][0], spend: brands.market.money($0.spend)) })
    }
}
