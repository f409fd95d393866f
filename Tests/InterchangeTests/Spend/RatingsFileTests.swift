import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Tables of ratings")
struct RatingsFileTests {
    private func read(_ text: String) throws -> RatingsFile.Reading {
        try RatingsFile.read(SourceText(text, file: "ratings.csv"))
    }

    private func findings(_ text: String) -> [String] {
        do {
            return try RatingsFile.read(SourceText(text, file: "ratings.csv")).findings.map(said)
        } catch { return error.findings.map(said) }
    }

    private func said(_ finding: Finding) -> String {
        "\(finding.id.rawValue) \(finding.place?.line ?? 0):\(finding.place?.column ?? 0)"
    }

    @Test("rating points are exact decimals, impressions whole numbers, and what is left empty is not known")
    func records() throws {
        let reading = try read(
            """
            audience,medium,brand,month,impressions,ratings
            A25-54,TV,Ales,2025-06,1200000,312.7
            A25-54,Radio,清泉,2025-06,,0.000001
            A25-54,Online,清泉,2025-06,0,
            A25-54,Print,清泉,2025-06,,
            """)
        #expect(reading.audience == "A25-54")
        #expect(reading.records.map(\.brand.value) == ["Ales", "清泉", "清泉", "清泉"])
        #expect(reading.records.map(\.medium.value) == ["TV", "Radio", "Online", "Print"])
        #expect(reading.records[0].month == CivilMonth("2025-06"))
        #expect(
            reading.records.map(\.ratingPoints) == [try Rate(3_127, over: 10), try Rate(1, over: 1_000_000), nil, nil])
        #expect(reading.records.map(\.impressions) == [1_200_000, nil, 0, nil])
    }

    @Test(
        "is read as spreadsheets write it",
        arguments: [
            "\u{FEFF}month,brand,medium,ratings\r\n2025-12,A,TV,12.5\r\n",
            "month;brand;medium;ratings\n2025-12;A;TV;12.5",
            "Month\tBrand\tMedium\tRatings\n2025-12\t\"A\"\t TV \t+12.50\n",
        ])
    func dialects(text: String) throws {
        let reading = try read(text)
        #expect(reading.audience == nil)
        #expect(reading.findings.isEmpty)
        #expect(reading.records.map(\.ratingPoints) == [try Rate(25, over: 2)])
        #expect(reading.records.first?.medium.value == "TV")
    }

    @Test("everything wrong is said at once, at its place")
    func wrong() {
        let text = """
            month,brand,medium,ratings,impressions
            2025-13,,,abc,1.5
            2025-12,A,TV,-1,1e400
            2025-12,A,TV,NaN,99999999999999999999999999999999999999999999
            2025-12,B,TV,"1,200",5%
            2025-12,C,TV,100000001,1000000000000001
            2025-12,D,TV,0.0000001,inf
            """
        #expect(
            findings(text) == [
                "ratings.no-month 2:1", "ratings.no-brand 2:1", "ratings.no-medium 2:1", "ratings.no-number 2:11",
                "ratings.not-whole 2:15", "ratings.out-of-range 3:14", "ratings.no-number 3:17", "ratings.twice 4:1",
                "ratings.no-number 4:14", "ratings.no-number 4:18", "ratings.no-number 5:14", "ratings.no-number 5:22",
                "ratings.out-of-range 6:14", "ratings.out-of-range 6:24", "ratings.not-whole 7:14",
                "ratings.no-number 7:24",
            ])
    }

    @Test("a table without figures, without a column, or without anything is no table of ratings")
    func columns() throws {
        #expect(findings("month,brand,medium\n2025-12,A,TV\n") == ["ratings.no-column 1:1"])
        #expect(findings("") == ["csv.empty 1:1"])
        #expect(findings("month,brand,ratings\n2025-12,A,3\n") == ["csv.missing-column 1:1"])
        // A misspelt column is only read over where the other is there, and is said.
        #expect(findings("month,brand,medium,ratings,impresions\n") == ["csv.unknown-column 1:28"])
        #expect(try read("month,brand,medium,ratings\n").records.isEmpty)
    }

    @Test("rating points of two target groups are of two wholes, and so is one that is named here and there")
    func audiences() {
        let head = "month,brand,medium,ratings,audience\n"
        #expect(findings(head + "2025-12,A,TV,1,W25\n2025-12,B,TV,1,W25\n").isEmpty)
        #expect(
            findings(head + "2025-12,A,TV,1,W25\n2025-12,B,TV,1,M25\n2025-11,B,TV,1,M25\n2025-11,A,TV,1,\n") == [
                "ratings.several-audiences 3:16", "ratings.several-audiences 5:1",
            ])
        #expect(findings(head + "2025-12,A,TV,1,\n2025-12,B,TV,1,W25\n") == ["ratings.several-audiences 3:16"])
    }

    @Test("of one fault in every record the first hundred are listed, and the last says how many more")
    func many() {
        let text = "month,brand,medium,ratings\n" + (1...500).map { "2025-12,B\($0),TV,x\n" }.joined()
        let rejection = #expect(throws: Rejection.self) { try read(text) }
        #expect(rejection?.findings.count == 100)
        #expect(rejection?.findings.last?.message.hasSuffix("and so in 400 more places") == true)
    }
}
