import Foundation
import Testing

@Suite("headroom spend stores")
struct SpendStoresCommandTests {
    private let folder = try! TemporaryFolder()

    private static let visits = """
        门店,日期,品牌,产品,规格,价格,排面,促销,缺货
        中山店,2025-11-03,清泉,绿茶,500ml,4.00,5,否,否
        中山店,2025-12-03,清泉,绿茶,500ml,4.20,6,否,否
        人民店,2025-12-04,清泉,绿茶,500ml,4.20,0,否,是
        人民店,2025-12-04,Cascade,Ice Tea,500ml,5.00,6,是,否

        """

    private static let datasets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "datasets/store-check")

    private func run(_ arguments: String..., input: String = "") throws -> CommandRun {
        try CommandRun(["spend", "stores"] + arguments, in: folder.url, input: input)
    }

    @Test("leads with the client's brand, in both languages, from a file with a Chinese name")
    func paper() throws {
        try folder.write(Self.visits, to: "十二月店访.csv")
        let english = try run("十二月店访.csv", "--month", "2025-12", "--brand", "清泉")
        #expect(english.status == 0 && english.errors == "")
        #expect(english.output.contains("In Dec 2025 清泉 is carried by every one of the 2 stores visited"))
        let chinese = try run("十二月店访.csv", "--month", "2025-12", "--brand", "清泉", "--language", "zh-Hans")
        #expect(chinese.output.contains("2025年12月走访的2家门店均已铺货清泉，铺货率100.0%"))
        #expect(chinese.output.contains("缺货率50.0%"))
    }

    @Test("answers in JSON: figures, or null and why; money as texts")
    func json() throws {
        let answer = try run("-", "--month", "2025-12", "--json", input: Self.visits).json()
        let category = try #require((answer["categories"] as? [[String: Any]])?.first)
        let brand = try #require((category["brands"] as? [[String: Any]])?.first)
        #expect(brand["brand"] as? String == "清泉" && brand["numericDistribution"] as? Double == 1)
        #expect(
            brand["weightedDistribution"] is NSNull && brand["weightedDistributionReason"] as? String == "no-turnover")
        let change = try #require(brand["priceChange"] as? [String: Any])
        #expect(change["before"] as? String == "4.00" && change["now"] as? String == "4.20")
        #expect(abs((change["change"] as? Double ?? 0) - 0.05) < 1e-12)
        let rival = try #require((category["brands"] as? [[String: Any]])?.last)
        #expect(rival["priceChange"] is NSNull && rival["priceChangeReason"] as? String == "no-match")
        #expect(rival["outOfStockRateChangeReason"] as? String == "new")
    }

    @Test("writes the paper in every form")
    func forms() throws {
        try folder.write(Self.visits, to: "v.csv")
        #expect(
            try run("v.csv", "--month", "2025-12", "--out", "out", "--format", "html,xlsx,csv,json,svg,text").status
                == 0)
        let files = try folder.files()
        for name in ["out/2025-12.stores.en.html", "out/2025-12.stores.en.xlsx", "out/2025-12.stores.json"] {
            #expect(files.contains(name))
        }
    }

    @Test("a month that nobody visited, and names that the file does not know, are refused with those there are")
    func unknown() throws {
        try folder.write(Self.visits, to: "v.csv")
        let month = try run("v.csv", "--month", "2025-10", "--brand", "Cascad", "--category", "Tea")
        #expect(month.status == 65)
        #expect(month.errors.contains("no store was visited in 2025-10"))
        #expect(month.errors.contains("2025-11 to 2025-12"))
        #expect(month.errors.contains("is “Cascade” meant?"))
        #expect(month.errors.contains("add a column category"))
        #expect(month.output == "")
    }

    @Test("a file with faults is refused with all of them, one that is not there is said to be missing")
    func faults() throws {
        try folder.write(Self.visits.replacing("4.00,5", with: "便宜,-5"), to: "v.csv")
        let run = try run("v.csv", "--month", "2025-12")
        #expect(run.status == 65)
        #expect(run.errors.contains("v.csv:2:28") && run.errors.contains("v.csv:2:31"))
        #expect(try self.run("none.csv", "--month", "2025-12").status == 66)
        #expect(try self.run("v.csv").status == 64)
        try folder.write(Self.visits, to: "good.csv")
        try folder.write("", to: "empty.csv")
        #expect(try self.run("good.csv", "--month", "2025-12", "--stores", "empty.csv").status == 65)
        #expect(try self.run("empty.csv", "--month", "2025-12").status == 65)
    }

    @Test("a list of stores sets what should be visited")
    func list() throws {
        try folder.write(Self.visits, to: "v.csv")
        try folder.write("门店,区域,营业额\n中山店,华东,100\n人民店,华东,300\n海港店,华南,600\n", to: "stores.csv")
        let answer = try run("v.csv", "--month", "2025-12", "--stores", "stores.csv", "--json").json()
        let coverage = try #require(answer["coverage"] as? [String: Any])
        #expect(coverage["stores"] as? Int == 3 && coverage["basis"] as? String == "list")
        let missed = try #require((coverage["notVisited"] as? [[String: Any]])?.first)
        #expect(missed["store"] as? String == "海港店" && missed["lastVisitReason"] as? String == "never-visited")
    }

    @Test("the data set gives the answers that another program counted from it")
    func dataset() throws {
        let file = Self.datasets.appending(path: "tea-stores.csv").path
        let answer = try run(file, "--month", "2025-12", "--json").json()
        let expected = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: Self.datasets.appending(path: "tea-stores.answers.json"))) as? [[String: Any]])
        let lines = try #require(((answer["categories"] as? [[String: Any]])?.first)?["brands"] as? [[String: Any]])
        #expect(expected.count == 4 && lines.count == 4)
        for brand in expected {
            let line = try #require(lines.first { $0["brand"] as? String == brand["brand"] as? String })
            for (name, value) in brand {
                guard let value = value as? Double else { continue }
                let found = name == "priceChange" ? (line[name] as? [String: Any])?["change"] : line[name]
                #expect(abs((found as? Double ?? .nan) - value) < 1e-9, "\(brand["brand"] ?? "") \(name)")
            }
        }
    }
}
