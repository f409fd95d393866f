import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Reports

@Suite("What contacts cost, in the monthly spending paper")
struct ContactCostSectionTests {
    /// Ratings of the soda market's television, and impressions of its online advertising; none of the rest.
    private func ratings(_ months: [String] = ["2025-11", "2025-12"]) throws -> AudienceRatings {
        var contacts: [AudienceRatings.Key: AudienceRatings.Contacts] = [:]
        for (place, name) in months.enumerated() {
            let month = try #require(CivilMonth(name))
            func set(_ brand: String, _ medium: String, _ points: String?, _ impressions: Int?) throws {
                contacts[.init(month, brand: brand, medium: medium)] = .init(
                    ratingPoints: try points.map { try Rate($0) }, impressions: impressions.map { Rate($0) })
            }
            try set("清泉", "Television", "\(180 + place * 20).5", 2_400_000 + place * 31_415)
            try set("Bergquell", "Television", "\(350 - place * 40)", 5_100_000)
            try set("清泉", "Online", nil, 1_900_000)
            try set("露露", "Online", nil, 650_000)
        }
        return AudienceRatings(audience: "Adults 25–54", contacts)
    }

    private func section(
        _ ratings: AudienceRatings, client: String? = "清泉", _ language: Language = .english
    ) throws -> Section? {
        let analysis = try SampleMarket.soda.analysis("2025-12", client: client, ratings: ratings)
        let heading = Phrasebook(language).say(ContactCostPhrase.heading)
        return SpendReportPaper(analysis: analysis).report(in: language).sections.first { $0.heading == heading }
    }

    private func tables(_ section: Section?) -> [Table] {
        (section?.blocks ?? []).compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        try expectGolden(
            SpendReportPaper(
                analysis: try SampleMarket.soda.analysis("2025-12", client: "清泉", ratings: try ratings())),
            "spend-ratings")
    }

    @Test("stands in the paper only where a table of ratings was given")
    func onlyWhereGiven() throws {
        let paper = SpendReportPaper(analysis: try SampleMarket.soda.analysis("2025-12", client: "清泉"))
        #expect(!paper.report(in: .english).tables.contains { $0.id.hasPrefix("contact-costs") })
        #expect(tables(try section(try ratings())).map(\.id) == ["contact-costs", "contact-costs-of-brands"])
    }

    @Test("spend adds up to the total over media with ratings and without")
    func addsUp() throws {
        let table = try #require(tables(try section(try ratings())).first)
        func fen(_ cell: Cell?) -> Int64? {
            if case .money(let money)? = cell?.figure { money.minorUnits } else { nil }
        }
        #expect(table.rows.map { $0[0].text } == ["Television", "Online", "Media without ratings"])
        #expect(table.rows.compactMap { fen($0[1]) }.reduce(0, +) == fen(table.totals?[1]))
        #expect(fen(table.totals?[1]) == SampleMarket.soda.spend("2025-12"))
    }

    @Test("leaves out what the table of ratings does not tell: points, impressions, or the month before")
    func columns() throws {
        let month = try #require(CivilMonth("2025-12"))
        let key = AudienceRatings.Key(month, brand: "清泉", medium: "Television")
        func heads(_ contacts: AudienceRatings.Contacts) throws -> [[String]] {
            tables(try section(AudienceRatings(audience: nil, [key: contacts]))).map { $0.columns.map(\.heading) }
        }
        #expect(
            try heads(.init(ratingPoints: 10, impressions: nil)) == [
                ["Medium", "Spend (CNY)", "Spend with GRPs", "GRPs", "CPRP (CNY)"],
                [
                    "Medium", "Brand", "Spend (CNY)", "GRPs", "Share of voice", "Share of spend", "CPRP (CNY)",
                    "Cost index",
                ],
            ])
        #expect(
            try heads(.init(ratingPoints: nil, impressions: 5_000)) == [
                ["Medium", "Spend (CNY)", "Spend with impressions", "Impressions (000)", "CPM (CNY)"],
                ["Medium", "Brand", "Spend (CNY)", "Impressions (000)", "CPM (CNY)", "Cost index"],
            ])
    }

    @Test("says that the month is missing instead of showing nothing")
    func missingMonth() throws {
        let found = try section(try ratings(["2025-11"]))
        #expect(
            found?.blocks == [
                .note(
                    Note(
                        "What contacts cost is n/a: the table of ratings has no figure of Dec 2025 for these brands.",
                        tone: .warning))
            ])
    }

    @Test("sums up what a cut list leaves out, and points of several media not even there")
    func others() throws {
        var market = SampleMarket("2025-12", "2025-12")
        var contacts: [AudienceRatings.Key: AudienceRatings.Contacts] = [:]
        let month = try #require(CivilMonth("2025-12"))
        for index in 0..<30 {
            let medium = index % 2 == 0 ? "Radio" : "Television"
            market.buy("2025-12", "Brand \(index)", medium, 1, Int64(9_000 - index * 100))
            contacts[.init(month, brand: "Brand \(index)", medium: medium)] = .init(
                ratingPoints: 10, impressions: 100_000)
        }
        let analysis = try market.analysis(
            "2025-12", client: "Brand 28", ratings: AudienceRatings(audience: nil, contacts))
        let report = SpendReportPaper(analysis: analysis).report(in: .english)
        let table = try #require(report.tables.first { $0.id == "contact-costs-of-brands" })
        #expect(table.rows.count == 22)
        #expect(table.rows.contains { $0[1].text == "Brand 28" && $0[1].emphasis == .strong })
        let last = try #require(table.rows.last)
        // Brands 20 to 27 spent 7,000 down to 6,300 yuan, and brand 29 6,100, each for 100,000 contacts.
        #expect(last.map(\.text) == ["", "All other (9)", "59,300", "", "", "", "", "900", "65.89", ""])
    }
}
