import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Cost per rating point and per thousand")
struct ContactCostTests {
    /// A table of ratings, one record a line: `Ales 2025-12 TV 40 1000`, rating points and then impressions, `-` for not
    /// known.
    private func ratings(_ text: String) throws -> AudienceRatings {
        var contacts: [AudienceRatings.Key: AudienceRatings.Contacts] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            let key = AudienceRatings.Key(CivilMonth(words[1])!, brand: words[0], medium: words[2])
            contacts[key] = .init(
                ratingPoints: words[3] == "-" ? nil : try Rate(words[3]),
                impressions: words[4] == "-" ? nil : try Rate(words[4]))
        }
        return AudienceRatings(audience: "Adults 25-54", contacts)
    }

    private func costs(_ spend: String, _ text: String) throws -> ContactCosts {
        let cubes = try SpendOutlookTests.cubes(SpendSketch(spend), of: CivilMonth("2025-12")!)
        return try #require(MonthlyAnalysis(cubes, .init(ratings: ratings(text))).contactCosts)
    }

    private func line(_ costs: ContactCosts, _ brand: String, _ medium: String) throws -> ContactCosts.Line {
        try #require(costs.lines.first { $0.brand == brand && $0.medium == medium })
    }

    private func medium(_ costs: ContactCosts, _ name: String) throws -> ContactCosts.Medium {
        try #require(costs.media.first { $0.medium == name })
    }

    private static let spend = """
        A 2025-11 900.00 medium=TV
        A 2025-12 1200.00 medium=TV
        B 2025-12 600.00 medium=TV
        C 2025-12 200.00 medium=TV
        A 2025-12 500.00 medium=Radio
        B 2025-12 100.00 medium=Radio
        """
    private static let table = """
        A 2025-11 TV 100 -
        A 2025-12 TV 120 60000
        B 2025-12 TV 40 30000
        A 2025-12 Radio 25 10000
        """

    @Test("a worked example: spend ÷ points, by brand and for the medium, with the change since the month before")
    func example() throws {
        let found = try costs(Self.spend, Self.table)
        let own = try line(found, "A", "TV")
        #expect(own.costs.perRatingPoint.cost == .value(10))
        #expect(own.costs.perThousand.cost == .value(20))
        #expect(own.shareOfVoice == .value(0.75))
        #expect(abs((own.shareOfSpend.value ?? 0) - 2.0 / 3) < 1e-12)
        // 1,800 yuan for 160 points are 11.25 yuan a point; a month ago it was 9 yuan.
        let tv = try medium(found, "TV")
        #expect(tv.costs.perRatingPoint.cost == .value(try Rate("11.25")))
        #expect(abs((own.ratingPointIndex.value ?? 0) - 100 * 10 / 11.25) < 1e-9)
        #expect(tv.change == .value(0.25))
        #expect(abs((own.change.value ?? 0) - 1.0 / 9) < 1e-12)
        #expect(try line(found, "B", "TV").costs.perRatingPoint.cost == .value(15))
        #expect(try line(found, "B", "TV").change == .absent(.noRatings))
        #expect(found.audience == "Adults 25-54")
    }

    @Test("spend without ratings is in the coverage and never in a cost")
    func coverage() throws {
        let found = try costs(Self.spend, Self.table)
        let tv = try medium(found, "TV").costs
        #expect(tv.spend == (try yuan("2000.00")))
        #expect(tv.perRatingPoint.spend == (try yuan("1800.00")))
        #expect(tv.perRatingPoint.coverage == .value(0.9))
        #expect(found.total.perRatingPoint.spend == (try yuan("2300.00")))
        #expect(found.total.spend == (try yuan("2600.00")))
        #expect(!found.lines.contains { $0.brand == "C" })
        #expect(found.otherMedia == (try yuan("0.00")))
        let online = try costs(Self.spend + "\nA 2025-12 40.00 medium=Online", Self.table)
        #expect(online.otherMedia == (try yuan("40.00")))
    }

    @Test("rating points of different media are not added up, impressions are")
    func acrossMedia() throws {
        let found = try costs(Self.spend, Self.table)
        let own = try #require(found.brands.first { $0.brand == "A" }).costs
        #expect(own.perRatingPoint.contacts == .absent(.mixedMedia))
        #expect(own.perRatingPoint.cost == .absent(.mixedMedia))
        #expect(own.perThousand.contacts == .value(70_000))
        #expect(own.perThousand.cost == .value(try Rate(1_700, over: 70)))
        #expect(found.total.perThousand.cost == .value(23))
    }

    @Test("without ratings, without points, without spend and with a credit there is no cost, for its reason")
    func absent() throws {
        let found = try costs(
            """
            A 2025-12 100.00 medium=TV
            B 2025-12 100.00 medium=TV
            C 2025-12 -5.00 medium=TV
            E 2025-12 100.00 medium=TV
            """,
            """
            A 2025-12 TV 0 0
            B 2025-12 TV - 5000
            C 2025-12 TV 3 -
            D 2025-12 TV 7 -
            """)
        #expect(try line(found, "A", "TV").costs.perRatingPoint.cost == .absent(.zeroRatings))
        #expect(try line(found, "A", "TV").costs.perThousand.cost == .absent(.zeroRatings))
        #expect(try line(found, "B", "TV").costs.perRatingPoint.cost == .absent(.noRatings))
        #expect(try line(found, "B", "TV").shareOfVoice == .absent(.noRatings))
        #expect(try line(found, "C", "TV").costs.perRatingPoint.cost == .absent(.negativePart))
        #expect(try line(found, "D", "TV").costs.perRatingPoint.cost == .absent(.absent))
        #expect(try line(found, "D", "TV").shareOfVoice == .value(0.7))
        // Of A alone both are known, and it has no points.
        #expect(try medium(found, "TV").costs.perRatingPoint.cost == .absent(.zeroRatings))
        #expect(try medium(found, "TV").costs.perRatingPoint.coverage == .absent(.negativePart))
        #expect(try medium(found, "TV").change == .absent(.notDelivered))
    }

    @Test("of a month that the table does not tell there is nothing but the spend")
    func otherMonth() throws {
        let found = try costs(Self.spend, "A 2025-11 TV 100 -")
        #expect(found.lines.isEmpty && found.media.isEmpty && found.brands.isEmpty)
        #expect(found.total.perThousand.cost == .absent(.noRatings))
        #expect(found.total.perRatingPoint.coverage == .value(0))
    }

    @Test("parts add up: spend and points of brands to those of the medium, shares to one", arguments: 1...8)
    func laws(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var spend: [String] = []
        var table: [String] = []
        for brand in 0..<9 {
            for medium in ["TV", "Radio", "Online"] {
                if Int.random(in: 0..<4, using: &generator) > 0 {
                    let amount = Int.random(in: 1..<900, using: &generator)
                    spend.append("B\(brand) 2025-12 \(amount).\(amount % 90 + 10) medium=\(medium)")
                }
                if Int.random(in: 0..<3, using: &generator) > 0 {
                    let points = Int.random(in: 0..<500, using: &generator)
                    table.append("B\(brand) 2025-12 \(medium) \(points).\(points % 7) \(points * 311)")
                }
            }
        }
        let found = try costs(spend.joined(separator: "\n"), table.joined(separator: "\n"))
        for medium in found.media {
            let lines = found.lines.filter { $0.medium == medium.medium }
            #expect(found.together(lines).perRatingPoint.contacts == medium.costs.perRatingPoint.contacts)
            #expect(found.together(lines).perRatingPoint.cost == medium.costs.perRatingPoint.cost)
            let spend = lines.reduce(0) { $0 + $1.costs.perRatingPoint.spend.minorUnits }
            #expect(spend == medium.costs.perRatingPoint.spend.minorUnits)
            #expect(abs(lines.reduce(0) { $0 + ($1.shareOfVoice.value ?? 0) } - 1) < 1e-12)
            #expect(abs(lines.reduce(0) { $0 + ($1.shareOfSpend.value ?? 0) } - 1) < 1e-12)
            let indices = lines.compactMap(\.ratingPointIndex.value)
            #expect(indices.contains { $0 <= 100 + 1e-9 }, "not every brand can be dearer than all together")
        }
        let seen = found.brands.reduce(Rate.zero) { sum, brand in
            brand.costs.perThousand.contacts.value.flatMap { try? sum + $0 } ?? sum
        }
        #expect(found.total.perThousand.contacts == .value(seen))
        let spendSeen = found.media.reduce(0) { $0 + $1.costs.perThousand.spend.minorUnits }
        #expect(spendSeen == found.total.perThousand.spend.minorUnits)
    }

    @Test("a list that is cut keeps the largest and the client")
    func leading() throws {
        let found = try costs(Self.spend, Self.table + "\nB 2025-12 Radio 5 -")
        #expect(found.lines.map { "\($0.brand) \($0.medium)" } == ["A TV", "B TV", "A Radio", "B Radio"])
        #expect(found.leading(1, including: nil).map(\.brand) == ["A"])
        #expect(found.leading(1, including: "B").map { "\($0.brand) \($0.medium)" } == ["A TV", "B TV", "B Radio"])
    }
}
