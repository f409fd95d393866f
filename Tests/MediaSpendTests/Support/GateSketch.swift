import Monetary
import WorkTime

@testable import MediaSpend

/// A market that delivers sound months: ten vehicles in two regions, each with an ad on each day, at prices that stay.
struct GateSketch {
    var names = Vocabulary()
    var rows: [Occurrence] = []

    static let vehicles = (1...10).map { "Channel \($0)" }

    /// - Parameter months: from 2024-01 on.
    init(months: Int) {
        for number in 0..<months { add(Self.month(number)) }
    }

    /// Counted from 0 for 2024-01.
    static func month(_ number: Int) -> CivilMonth { CivilMonth(year: 2024, month: 1)!.advanced(by: number) }

    mutating func add(_ month: CivilMonth) {
        for (number, vehicle) in Self.vehicles.enumerated() {
            for day in month.firstDay...month.lastDay { add(day, vehicle, number) }
        }
    }

    private mutating func add(_ day: CivilDay, _ vehicle: String, _ number: Int) {
        // A vehicle's price wavers by two per cent from month to month.
        let price = Int64(1_000 * (number + 1)) * Int64(98 + (day.month * 7 + number) % 5)
        let insertions = Int64(1 + (day.day + number) % 4)
        var row = Occurrence(insertions: insertions, spend: price * insertions)
        row[.month] = CalendarCode.of(CivilMonth(of: day))
        row[.day] = CalendarCode.of(day)
        row[.vehicle] = code(vehicle, .vehicle)
        row[.medium] = code("TV", .medium)
        row[.region] = code(number < 5 ? "North" : "South", .region)
        row[.daypart] = code("Prime", .daypart)
        row[.adLength] = code("30", .adLength)
        row[.category] = code(number < 5 ? "Beer" : "Snacks", .category)
        row[.advertiser] = code("Owner \(number / 2)", .advertiser)
        row[.brand] = code("Brand \(number)", .brand)
        row[.product] = code("Product \(day.day % 3)", .product)
        rows.append(row)
    }

    mutating func code(_ name: String, _ dimension: SpendDimension) -> UInt32 { names[dimension].code(for: name) }

    /// The rows of the last months as the delivery, those before as history.
    func gate(delivering last: Int = 1, rules: QualityRules = .standard) throws -> QualityGate {
        let months = Set(rows.map { CalendarCode.month(of: $0[.month]) }).sorted()
        let delivered = Set(months.suffix(last))
        let incoming = rows.filter { delivered.contains(CalendarCode.month(of: $0[.month])) }
        let past = rows.filter { !delivered.contains(CalendarCode.month(of: $0[.month])) }
        let (figures, file) = try Self.figures(incoming, names, rules)
        var gate = QualityGate(Self.delivery(incoming), figures: figures, file: file, rules: rules)
        if !past.isEmpty { gate.history = [try Self.figures(past, names, rules).0] }
        for total in Self.delivery(past).months { gate.totals[total.month] = total.spend.minorUnits }
        return gate
    }

    static func figures(
        _ rows: [Occurrence], _ names: Vocabulary, _ rules: QualityRules = .standard
    ) throws -> (QualityFigures, FileFigures) {
        var builder = QualityFiguresBuilder(for: rules)
        for chunk in chunks(rows) { builder.update(with: chunk) }
        return builder.finish(names)
    }

    static func chunks(_ rows: [Occurrence]) -> [OccurrenceChunk] {
        stride(from: 0, to: rows.count, by: 1_000).map { start in
            var chunk = OccurrenceChunk()
            for row in rows[start..<min(start + 1_000, rows.count)] { chunk.append(row) }
            return chunk
        }
    }

    static func market(_ rows: [Occurrence]) -> MarketData {
        MarketData(
            source: "sketch", currency: .cny, basis: .rateCard,
            months: Set(rows.map { CalendarCode.month(of: $0[.month]) }), countsInsertions: true)
    }

    static func delivery(_ rows: [Occurrence]) -> Delivery {
        var totals: [CivilMonth: Delivery.MonthTotal] = [:]
        for row in rows {
            let month = CalendarCode.month(of: row[.month])
            let total = totals[month] ?? .init(month: month, rows: 0, insertions: 0, spend: .zero(.cny))
            totals[month] = .init(
                month: month, rows: total.rows + 1, insertions: total.insertions + row.insertions,
                spend: Money(minorUnits: total.spend.minorUnits + row.spend, .cny))
        }
        return Delivery(
            source: "sketch", file: "sketch.csv", digest: ContentDigest(of: "\(rows.count)"), currency: .cny,
            basis: .rateCard, countsInsertions: true, months: totals.values.sorted { $0.month < $1.month })
    }
}
