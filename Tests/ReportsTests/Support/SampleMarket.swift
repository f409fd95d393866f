import MediaSpend
import Monetary
import Reports
import WorkTime

/// A market written down as purchases, and the monthly analysis of it.
struct SampleMarket {
    var purchases: [Purchase] = []
    var months: ClosedRange<CivilMonth>
    var missing: Set<CivilMonth> = []
    var countsInsertions = true

    struct Purchase {
        var month: CivilMonth
        var category: String
        var brand: String
        var medium: String
        var insertions: Int64
        /// Fen.
        var spend: Int64
    }

    init(_ first: String, _ last: String) { months = monthNamed(first)...monthNamed(last) }

    /// Adds a purchase in yuan.
    mutating func buy(
        _ month: String, _ brand: String, _ medium: String, _ insertions: Int64, _ yuan: Int64,
        category: String = "Soda"
    ) {
        purchases.append(
            Purchase(
                month: monthNamed(month), category: category, brand: brand, medium: medium, insertions: insertions,
                spend: yuan * 100))
    }

    /// What one brand, or all, spent in a month, in fen: added up from the purchases alone.
    func spend(_ month: String, brand: String? = nil, besides: String? = nil) -> Int64 {
        purchases.filter {
            $0.month == monthNamed(month) && (brand == nil || $0.brand == brand) && $0.brand != besides
        }.reduce(0) { $0 + $1.spend }
    }

    func analysis(
        _ month: String, client: String? = nil, set: CompetitiveSet = .wholeMarket, ratings: AudienceRatings? = nil
    ) throws -> MonthlyAnalysis {
        let cubes = try MonthlyCubes(of: monthNamed(month), set, client: client) { dimensions, months, _ in
            try cube(by: dimensions, months: months)
        }
        return MonthlyAnalysis(cubes, .init(client: client, ratings: ratings))
    }

    func alerts(since month: String, client: String? = nil) throws -> SpendAlerts {
        let asked = months.filter { $0 >= monthNamed(month) }
        let bursts = Bursts(try cube(by: [.category, .brand, .month]), in: asked)
        let cells = try cube(by: [.category, .brand] + SpendAlerts.explainingDimensions + [.month])
        return SpendAlerts(bursts, in: cells, of: .wholeMarket, months: asked, client: client)
    }

    private func cube(by dimensions: [SpendDimension], months wanted: Set<CivilMonth>? = nil) throws -> Cube {
        var vocabulary = Vocabulary()
        var chunk = OccurrenceChunk()
        for purchase in purchases where !missing.contains(purchase.month) {
            var occurrence = Occurrence(insertions: purchase.insertions, spend: purchase.spend)
            occurrence[.month] = CalendarCode.of(purchase.month)
            occurrence[.category] = vocabulary[.category].code(for: purchase.category)
            occurrence[.brand] = vocabulary[.brand].code(for: purchase.brand)
            occurrence[.medium] = vocabulary[.medium].code(for: purchase.medium)
            chunk.append(occurrence)
        }
        let market = MarketData(
            source: "sample", currency: .cny, basis: .rateCard, months: months.filter { !missing.contains($0) },
            countsInsertions: countsInsertions)
        var builder = CubeBuilder(by: dimensions, where: CubeFilter(months: wanted), in: vocabulary)
        builder.update(with: chunk)
        return try builder.finish(vocabulary, of: market)
    }

    /// Five brands of soda over 25 months; one comes, one goes, one pauses.
    static var soda: SampleMarket {
        var market = SampleMarket("2023-12", "2025-12")
        for (index, month) in market.months.enumerated() {
            let name = month.description
            let season = Int64(10 + [0, 1, 2, 4, 6, 8, 9, 8, 5, 3, 1, 2][month.month - 1])
            market.buy(name, "清泉", "Television", 4, season * 10_000 + Int64(index) * 700)
            market.buy(name, "清泉", "Online", 30, season * 6_000 + Int64(index) * 1_100)
            market.buy(name, "Bergquell", "Television", 9, season * 21_000 - Int64(index) * 900)
            market.buy(name, "Bergquell", "Outdoor", 12, 84_000)
            if index != 24 { market.buy(name, "Cascade, Inc.", "Radio", 40, season * 3_300) }
            if index % 4 != 0 { market.buy(name, "露露", "Online", 25, season * 5_150) }
            if index == 24 { market.buy(name, "Nova", "Online", 60, 143_210) }
        }
        return market
    }

    /// Soda and two smaller categories.
    static var drinks: SampleMarket {
        var market = soda
        for (index, month) in market.months.enumerated() {
            market.buy(month.description, "Teehaus", "Print", 3, 52_000 + Int64(index) * 300, category: "茶饮料")
            market.buy(month.description, "Bergquell", "Online", 8, 31_000 - Int64(index) * 500, category: "茶饮料")
            market.buy(month.description, "Milka", "Television", 2, 47_000, category: "Milk drinks")
        }
        return market
    }
}

private func monthNamed(_ text: String) -> CivilMonth {
    guard let month = CivilMonth(text) else { preconditionFailure("“\(text)” is no month") }
    return month
}
