import MediaSpend
import Monetary
import WorkTime

/// Occurrences written as a few lines of text, one a line: `Ales 2025-12 100.00`, then what else matters, in words such as
/// `category=Beer`, `medium=TV`, `length=30`, `daypart=Prime`, `insertions=4`.
struct SpendSketch {
    var occurrences: [Occurrence] = []
    var vocabulary = Vocabulary()
    var months: Set<CivilMonth> = []

    /// - Parameter alsoDelivered: months that were delivered without a line, from and through.
    init(_ text: String, alsoDelivered: ClosedRange<String>? = nil) throws {
        for line in text.split(separator: "\n") { try add(line.split(separator: " ").map(String.init)) }
        if let alsoDelivered {
            months.formUnion(CivilMonth(alsoDelivered.lowerBound)!...CivilMonth(alsoDelivered.upperBound)!)
        }
    }

    private mutating func add(_ words: [String]) throws {
        let month = CivilMonth(words[1])!
        var row = Occurrence(spend: try Money(words[2], Self.yuan).minorUnits)
        row[.month] = MediaSpend.CalendarCode.of(month)
        row[.brand] = code(words[0], .brand)
        row[.category] = code("Beer", .category)
        row[.medium] = code("TV", .medium)
        for word in words.dropFirst(3) {
            let parts = word.split(separator: "=").map(String.init)
            switch parts[0] {
            case "insertions": row.insertions = Int64(parts[1])!
            case "day": row[.day] = MediaSpend.CalendarCode.of(CivilDay(parts[1])!)
            case "length": row[.adLength] = code(parts[1], .adLength)
            default: row[SpendDimension(rawValue: parts[0])!] = code(parts[1], SpendDimension(rawValue: parts[0])!)
            }
        }
        months.insert(month)
        occurrences.append(row)
    }

    private mutating func code(_ name: String, _ dimension: SpendDimension) -> UInt32 {
        vocabulary[dimension].code(for: name)
    }

    static let yuan = try! Currency("CNY")

    var market: MarketData {
        MarketData(source: "sketch", currency: Self.yuan, basis: .rateCard, months: months, countsInsertions: true)
    }

    func cube(by dimensions: [SpendDimension], where filter: CubeFilter = .all) throws -> Cube {
        var builder = CubeBuilder(by: dimensions, where: filter, in: vocabulary)
        builder.update(with: chunk(of: occurrences))
        return try builder.finish(vocabulary, of: market)
    }

    func chunk(of rows: some Sequence<Occurrence>) -> OccurrenceChunk {
        var chunk = OccurrenceChunk()
        for row in rows { chunk.append(row) }
        return chunk
    }

    /// One line a brand, over the window of a month.
    func brands(around month: String) throws -> MonthlySpend {
        MonthlySpend(try cube(by: [.month, .brand]), by: [.brand], in: ComparedMonths(CivilMonth(month)!).window)
    }
}

/// An amount of yuan.
func yuan(_ text: String) throws -> Money { try Money(text, SpendSketch.yuan) }
