public import Monetary
import WorkTime

/// What made a burst: the media, vehicles, regions or products whose excesses add up to its own, exactly.
///
/// What is usual is divided among them as the spend of the ``Burst/usualMonths`` was.
public struct BurstParts: Hashable, Sendable {
    public let dimension: SpendDimension
    /// The largest excess first, equals by name.
    public let lines: [Line]

    /// One medium, vehicle, region or product.
    public struct Line: Hashable, Sendable {
        /// Empty where it is not stated.
        public let name: String
        public let spend: Money
        public let usual: Money
        public let excess: Money
    }

    /// - Parameter cells: at least of the brand in the months of the burst, grouped by category, brand, the dimension and
    ///   month.
    public init(_ burst: Burst, by dimension: SpendDimension, in cells: Cube) {
        let ofBrand = cells.restricted(to: [burst.brand], in: .brand).restricted(to: [burst.category], in: .category)
            .grouped(by: [dimension, .month])
        let usualMonths = Set(burst.usualMonths.map(\.description))
        var sums: [String: (spend: Int64, usual: Int64)] = [:]
        for cell in 0..<ofBrand.count {
            let (name, month) = (ofBrand.name(of: cell, in: dimension), ofBrand.name(of: cell, in: .month))
            if month == burst.month.description { sums[name, default: (0, 0)].spend += ofBrand.spend[cell] }
            if usualMonths.contains(month) { sums[name, default: (0, 0)].usual += ofBrand.spend[cell] }
        }
        let members = sums.sorted { $0.key < $1.key }
        let usual = Self.divided(burst.expected, members.map(\.value))
        self.dimension = dimension
        lines = zip(members, usual).map { member, usual in
            let spend = cells.market.money(member.value.spend)
            let excess = cells.market.money(spend.minorUnits - usual.minorUnits)
            return Line(name: member.key, spend: spend, usual: usual, excess: excess)
        }.sorted { ($0.excess.minorUnits, $1.name) > ($1.excess.minorUnits, $0.name) }
    }

    /// As the usual months were; where nothing was spent then, as the burst itself.
    private static func divided(_ expected: Money, _ sums: [(spend: Int64, usual: Int64)]) -> [Money] {
        let allocation =
            (try? Allocation(of: expected, by: sums.map { max(0, $0.usual) }))
            ?? (try? Allocation(of: expected, by: sums.map { max(0, $0.spend) }))
        return allocation?.parts ?? sums.map { _ in Money(minorUnits: 0, expected.currency) }
    }
}
