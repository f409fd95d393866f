import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Generated occurrences")
struct OccurrenceAnswersTests {
    /// What another program found in a generated file.
    struct Answers: Decodable {
        let months: [Month]
        let concentration: [Concentration]
        let entrants: [String]
        let changes: [Change]

        struct Month: Decodable {
            let month: String
            let rows: Int
            let insertions: Int64
            /// Minor units.
            let spend: Int64

            init(from decoder: any Decoder) throws {
                var row = try decoder.unkeyedContainer()
                month = try row.decode(String.self)
                rows = try row.decode(Int.self)
                insertions = try row.decode(Int64.self)
                let amount = try (try? row.decode(Double.self)) ?? Double(row.decode(String.self)) ?? .nan
                spend = Int64((amount * 100).rounded())
            }
        }

        struct Concentration: Decodable {
            let category: String
            let herfindahl: Double
            let brands: Int

            init(from decoder: any Decoder) throws {
                var row = try decoder.unkeyedContainer()
                category = try row.decode(String.self)
                herfindahl = try row.decode(Double.self)
                brands = try row.decode(Int.self)
            }
        }

        /// From, to, volume, mix, price, new, lost.
        struct Change: Decodable {
            let category: String
            let amounts: [Double]

            init(from decoder: any Decoder) throws {
                var row = try decoder.unkeyedContainer()
                category = try row.decode(String.self)
                var amounts: [Double] = []
                while !row.isAtEnd { amounts.append(try row.decode(Double.self)) }
                self.amounts = amounts
            }
        }

        enum CodingKeys: String, CodingKey {
            case months = "total_by_month"
            case concentration = "hhi"
            case entrants = "new_after_12m_silence"
            case changes = "pvm"
        }

        init(file: String) throws {
            self = try JSONDecoder().decode(Answers.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        }
    }

    let december = CivilMonth("2025-12")!

    static let small = Datasets.path("media/occurrences_five_categories")
    static let large = Datasets.shared("media/gen_occurrences_100k_seed7")

    @Test("totals by month, HHI, entrants and the decomposition equal another program's")
    func answers() throws { try expectAnswers(to: Self.small) }

    @Test("so they do on 100,000 rows", .enabled(if: Datasets.exists(large + ".csv.gz")))
    func moreAnswers() throws { try expectAnswers(to: Self.large) }

    private func expectAnswers(to path: String) throws {
        let file = try MonthFile(path + ".csv.gz", layout: "occurrences")
        let answers = try Answers(file: path + ".answers.json")
        let spend = try file.cube(by: [.month, .category, .brand])

        let months = spend.grouped(by: [.month])
        #expect((0..<months.count).map { months.name(of: $0, in: .month) } == answers.months.map(\.month))
        #expect(months.rows == answers.months.map { Int64($0.rows) })
        #expect(months.insertions == answers.months.map(\.insertions))
        #expect(months.spend == answers.months.map(\.spend))

        let analysis = MonthlySpend(spend, by: [.category, .brand], in: ComparedMonths(december).window)
        let concentration = Concentration.byCategory(analysis, in: december)
        for answer in answers.concentration {
            let ours = try #require(concentration.first { $0.category == answer.category })
            let index = try #require(ours.herfindahlIndex.value)
            #expect(abs(index - answer.herfindahl) < 1e-6, "\(answer.category)")
            #expect(ours.brands == answer.brands, "\(answer.category)")
        }
        #expect(concentration.filter { $0.brands > 0 }.count == answers.concentration.count)

        let brands = MonthlySpend(spend, by: [.brand], in: ComparedMonths(december).window)
        let entrants = try #require(Entrants(brands, in: december).lines.value)
        #expect(entrants.map(\.brand).sorted() == answers.entrants.sorted())

        let cells = try file.cube(by: [.month, .category] + Decomposition.cellDimensions)
        let changes = Decomposition.byCategory(cells, from: CivilMonth("2024-12")!, to: december)
        for answer in answers.changes {
            let ours = try #require(changes.first { $0.category == answer.category })
            let parts = try #require(ours.parts.value)
            let amounts = [ours.from!, ours.to!, parts.volume, parts.mix, parts.price, parts.new, parts.lost]
            for (amount, expected) in zip(amounts, answer.amounts) {
                // Parts are rounded at two waypoints, so each is within a minor unit of the exact one.
                #expect(abs(amount.approximateUnits - expected) <= 0.0101, "\(answer.category): \(answer.amounts)")
            }
            #expect(parts.residual.isZero)
        }
    }
}
