public import Monetary
public import WorkTime

/// The brands that spent in the month before and do not now (停投).
public struct LapsedBrands: Hashable, Sendable {
    /// By what they spent, the largest first, equals by name. Absent when either month was not delivered.
    public let lines: Derived<[Line]>

    /// A brand that stopped.
    public struct Line: Hashable, Sendable {
        public let brand: String
        /// What it spent in the month before.
        public let previousSpend: Money
    }

    /// - Parameter brands: the set, one line a brand.
    public init(_ brands: MonthlySpend, in month: CivilMonth) {
        let before = ComparedMonths(month).previous
        guard brands.total(in: month) != nil, brands.total(in: before) != nil else {
            lines = .absent(.notDelivered)
            return
        }
        let lapsed = (0..<brands.count).compactMap { line -> (line: Int, spend: Int64)? in
            guard let base = brands.spend(line, in: before), base > 0, (brands.spend(line, in: month) ?? 0) <= 0
            else { return nil }
            return (line, base)
        }
        lines = .value(
            lapsed.sorted { ($0.spend, $1.line) > ($1.spend, $0.line) }
                .map { Line(brand: brands.keys[$0.line][0], previousSpend: brands.market.money($0.spend)) })
    }
}
