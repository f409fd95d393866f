import MediaSpend
import Monetary
import WorkTime

@testable import Reports

/// A year of four brands by the day: flights, pauses, a credit, and a month that was not delivered.
struct SampleFlights {
    var client: String? = "清泉"
    var hasDays = true
    var statesDayparts = true
    /// What stands in front of every name.
    var prefix = ""
    var missing: Set<CivilMonth> = [CivilMonth("2025-05") ?? CivilMonth(of: .earliest)]

    private static let first = CivilMonth("2025-01") ?? CivilMonth(of: .earliest)

    func analysis() throws -> MonthlyAnalysis {
        let month = Self.first.advanced(by: 11)
        let client = client.map { prefix + $0 }
        let cubes = try MonthlyCubes(of: month, .wholeMarket, client: client) { dimensions, months, _ in
            try cube(by: dimensions, months)
        }
        return MonthlyAnalysis(cubes, .init(client: client))
    }

    func section(_ language: Language) throws -> Section? {
        SpendReportWriter(analysis: try analysis(), book: Phrasebook(language)).flighting
    }

    /// A week each where the picture has a digit, which says how much; a `-` is a credit.
    private static let courses: [(brand: String, medium: String, daypart: String, length: String, weeks: String)] = [
        ("清泉", "Television", "Prime", "30", "3343....5555555.....77777......8888-...4444.....99999"),
        ("清泉", "Online", "", "", "1111111111111111.1111111111111111111111111.1111111111"),
        ("Bergquell", "Television", "Daytime", "15", "....66666666......999999999........7777777......888888"),
        ("Bergquell", "Radio", "Morning", "20", "..............3333.........................222......3"),
        ("露露", "Online", "", "", "......22222222222222222222......................."),
        ("Nova", "Print", "", "1/2 page", "................................................9...."),
    ]

    private func cube(by dimensions: [SpendDimension], _ wanted: Set<CivilMonth>) throws -> Cube {
        var names = Vocabulary()
        var chunk = OccurrenceChunk()
        let last = Self.first.advanced(by: 11).lastDay
        for course in Self.courses {
            for (week, mark) in course.weeks.enumerated() where mark != "." {
                let day = Self.first.firstDay.advanced(by: week * 7)
                guard day <= last, !missing.contains(CivilMonth(of: day)) else { continue }
                let thousands = Int64(mark.wholeNumberValue ?? -1)
                var row = Occurrence(insertions: max(1, thousands) * 3, spend: thousands * 1_234_500)
                row[.month] = CalendarCode.of(CivilMonth(of: day))
                if hasDays { row[.day] = CalendarCode.of(day) }
                row[.category] = names[.category].code(for: "Soda")
                row[.brand] = names[.brand].code(for: prefix + course.brand)
                row[.medium] = names[.medium].code(for: prefix + course.medium)
                if statesDayparts, !course.daypart.isEmpty {
                    row[.daypart] = names[.daypart].code(for: course.daypart)
                }
                if statesDayparts, !course.length.isEmpty {
                    row[.adLength] = names[.adLength].code(for: course.length)
                }
                chunk.append(row)
            }
        }
        let market = MarketData(
            source: "sample", currency: .cny, basis: .rateCard,
            months: (0..<12).map { Self.first.advanced(by: $0) }.filter { !missing.contains($0) },
            countsInsertions: true)
        var builder = CubeBuilder(by: dimensions, where: CubeFilter(months: wanted), in: names)
        builder.update(with: chunk)
        return try builder.finish(names, of: market)
    }
}

/// The section on flights alone.
struct FlightPaper: Paper {
    let analysis: MonthlyAnalysis

    func report(in book: Phrasebook) -> Report {
        Report(
            kind: "flights", language: book.language, title: book.say(FlightPhrase.heading), headline: .init([]),
            sections: [SpendReportWriter(analysis: analysis, book: book).flighting].compactMap(\.self))
    }
}
