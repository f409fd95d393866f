import MediaSpend
import Monetary
import WorkTime

/// A delivery that a test makes up: the same seed makes the same rows.
struct MadeDelivery {
    var delivery: Delivery
    var names = Vocabulary()
    var chunks: [OccurrenceChunk] = []

    /// - Parameters:
    ///   - months: how many months the rows are scattered over, from the first one on.
    ///   - brands: how many different names each dimension has at most.
    init(
        rows: Int, seed: UInt64 = 1, from month: CivilMonth = CivilMonth(year: 2025, month: 11)!, months: Int = 2,
        brands: Int = 40, file: String = "2025年11月_监测.csv", source: String = "监测"
    ) {
        var random = SplitMix(state: seed)
        var chunk = OccurrenceChunk()
        var codes: [[UInt32]] = []
        for dimension in SpendDimension.named {
            var table = NameTable()
            codes.append((0..<brands).map { table.code(for: $0 == 0 ? "" : "品牌“\($0)” \(dimension)") })
            names[dimension] = table
        }
        for _ in 0..<rows {
            var row = Occurrence(insertions: Int64(random.next() % 9), spend: Int64(random.next() % 2_000_000) - 1_000)
            let rowMonth = month.advanced(by: Int(random.next() % UInt64(months)))
            row[.month] = CalendarCode.of(rowMonth)
            row[.day] = CalendarCode.of(rowMonth.firstDay.advanced(by: Int(random.next() % 28)))
            for (dimension, codes) in zip(SpendDimension.named, codes) {
                row[dimension] = codes[Int(random.next() % UInt64(brands))]
            }
            chunk.append(row)
            if chunk.isFull {
                chunks.append(chunk)
                chunk = OccurrenceChunk()
            }
        }
        if chunk.count > 0 { chunks.append(chunk) }
        delivery = Self.delivery(chunks, source, file, ContentDigest(of: "\(rows) \(seed) \(month) \(months)"))
    }

    private static func delivery(
        _ chunks: [OccurrenceChunk], _ source: String, _ file: String, _ digest: ContentDigest
    ) -> Delivery {
        var totals: [UInt32: Delivery.MonthTotal] = [:]
        for chunk in chunks {
            for row in 0..<chunk.count {
                let month = chunk[.month][row]
                var total =
                    totals[month]
                    ?? Delivery.MonthTotal(
                        month: CalendarCode.month(of: month), rows: 0, insertions: 0, spend: .zero(.cny))
                total.rows += 1
                total.insertions += chunk.insertions[row]
                total.spend = Money(minorUnits: total.spend.minorUnits + chunk.spend[row], .cny)
                totals[month] = total
            }
        }
        return Delivery(
            source: source, file: file, digest: digest, currency: .cny, basis: .rateCard, countsInsertions: true,
            months: totals.values.sorted { $0.month < $1.month },
            control: Delivery.ControlTotal(column: "净额", total: Money(minorUnits: -5, .cny), rows: 3), skippedLines: 4,
            filteredRows: 5)
    }

    /// What its rows add up to, without any workspace.
    func cube(by dimensions: [SpendDimension], where filter: CubeFilter = .all) throws -> Cube {
        var builder = CubeBuilder(by: dimensions, where: filter, in: names)
        for chunk in chunks { builder.update(with: chunk) }
        let market = MarketData(
            source: delivery.source, currency: .cny, basis: .rateCard, months: delivery.months.map(\.month),
            countsInsertions: true)
        return try builder.finish(names, of: market)
    }
}

/// Numbers that look random and are the same on each run.
///
/// - Source: Steele, Lea and Flood, 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
