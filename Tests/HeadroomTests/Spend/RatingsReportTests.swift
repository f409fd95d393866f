import Foundation
import Headroom
import Testing

@Suite("Ratings beside the spend of a workspace")
struct RatingsReportTests {
    private static let file = HouseTests.root.appending(path: "datasets/media/occurrences_five_categories.csv.gz")

    private func answer(
        _ ratings: String, set: String? = nil, month: String = "2025-12", of spend: String? = nil
    ) throws -> (json: [String: Any], findings: [Finding]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "work.sqlite").path
        var file = Self.file
        if let spend {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            file = folder.appending(path: "month.csv")
            try Data(spend.utf8).write(to: file)
        }
        _ = try Answer.spendImport([file.path], into: store)
        let question = SpendQuestion(
            month: try #require(CivilMonth(month)), category: "Snacks",
            set: set.map { InputFile(path: "set.yaml", bytes: Array($0.utf8)) },
            ratings: InputFile(path: "ratings.csv", bytes: Array(ratings.utf8)))
        let answer = try Answer.spendReport(on: question, in: store)
        let text = answer.json.serialized(pretty: false)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        return (try #require(json["contactCosts"] as? [String: Any]), answer.findings)
    }

    @Test("costs are those that a calculator finds in the month file")
    func known() throws {
        let (json, findings) = try answer(
            """
            month,brand,medium,ratings,impressions
            2025-12,君明优品,TV Spot,160.0,
            2025-12,Majogo,TV Spot,100.0,
            2025-11,君明优品,TV Spot,300.0,
            2025-11,Majogo,TV Spot,50.0,
            2025-12,君明优品,Digital,,700000
            """)
        #expect(!findings.contains { $0.id.rawValue.hasPrefix("ratings.") })
        let media = try #require(json["media"] as? [[String: Any]])
        let spot = try #require(media.first { $0["medium"] as? String == "TV Spot" })
        #expect(spot["spend"] as? String == "168964.00")
        #expect(spot["spendWithRatingPoints"] as? String == "154734.88")
        #expect(spot["grossRatingPoints"] as? Double == 260)
        let cost = try #require(spot["costPerRatingPoint"] as? Double)
        #expect(abs(cost - 154_734.88 / 260) < 1e-9)
        // In November 125,379.63 + 17,015.96 bought 350 points.
        let change = try #require(spot["costPerRatingPointChange"] as? Double)
        #expect(abs(change - (154_734.88 / 260) / (142_395.59 / 350) + 1) < 1e-9)
        let lines = try #require(json["brandsInMedia"] as? [[String: Any]])
        let digital = try #require(lines.first { $0["medium"] as? String == "Digital" })
        #expect(abs((digital["costPerThousand"] as? Double ?? 0) - 15_387.81 / 700) < 1e-9)
        #expect(digital["costPerRatingPoint"] is NSNull)
        #expect(digital["costPerRatingPointReason"] as? String == "no-ratings")
        let total = try #require(json["total"] as? [String: Any])
        #expect(total["costPerRatingPointReason"] as? String == "mixed-media")
    }

    @Test("refuses names that the data do not know, each once and with what is near")
    func unknownNames() throws {
        let rejection = #expect(throws: Rejection.self) {
            try answer(
                """
                month,brand,medium,ratings
                2025-12,Majogoo,TV Spot,10
                2025-12,Majogoo,TV Sport,10
                2025-12,Bezo,TV Sport,10
                """)
        }
        #expect(
            rejection?.findings.map { "\($0.id) \($0.place?.line ?? 0) \($0.advice)" } == [
                "ratings.unknown-brand 2 is “Majogo” meant?", "ratings.unknown-medium 3 is “TV Spot” meant?",
            ])
        #expect(rejection?.findings.allSatisfy { $0.excerpt != nil } == true)
    }

    @Test("leaves out brands of other categories and those outside of the set, and says so in one sentence")
    func outside() throws {
        let (json, findings) = try answer(
            """
            month,brand,medium,ratings
            2025-12,Saze 2627,TV Spot,10
            2025-12,Majogo,TV Spot,10
            2025-12,Bezo,TV Spot,10
            """, set: "- Majogo\n- 君明优品\n")
        #expect((json["brands"] as? [[String: Any]])?.map { $0["brand"] as? String } == ["Majogo"])
        let said = findings.filter { $0.id.rawValue.hasPrefix("ratings.") }
        #expect(said.map(\.id) == ["ratings.outside-set"])
        #expect(said.first?.severity == .note)
        #expect(said.first?.message.contains("1 more") == true)
    }

    @Test("warns when the table does not tell of the month, and answers n/a")
    func missingMonth() throws {
        let (json, findings) = try answer("month,brand,medium,ratings\n2025-10,Majogo,TV Spot,10\n")
        #expect(findings.contains { $0.id == "ratings.month-missing" && $0.severity == .warning })
        #expect((json["media"] as? [Any])?.isEmpty == true)
        let total = try #require(json["total"] as? [String: Any])
        #expect(total["ratingPointsCoverage"] as? Double == 0)
        #expect(total["costPerThousandReason"] as? String == "no-ratings")
    }

    @Test("warns of brands whose ratings may be of other categories as well")
    func otherCategories() throws {
        let spend = """
            date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency
            2025-12-01,2025-12,Snacks,A Corp,A,A,TV Spot,V,R,Prime,30,1,100.00,CNY
            2025-12-01,2025-12,Beer,A Corp,A,A,TV Spot,V,R,Prime,30,1,300.00,CNY
            2025-12-01,2025-12,Snacks,B Corp,B,B,TV Spot,V,R,Prime,30,1,200.00,CNY

            """
        let (json, findings) = try answer(
            "month,brand,medium,ratings\n2025-12,B,TV Spot,10\n2025-12,A,TV Spot,10\n", of: spend)
        let warning = try #require(findings.first { $0.id == "ratings.several-categories" })
        #expect(warning.severity == .warning)
        #expect(warning.message.contains(": A;"))
        #expect(warning.place?.line == 3)
        // Spend is that of the category: 300 yuan for 20 points.
        let media = try #require(json["media"] as? [[String: Any]])
        #expect(media.first?["costPerRatingPoint"] as? Double == 15)
    }
}
