import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Store checks as field staff write them")
struct StoreCheckFileTests {
    private func read(_ text: String, list: String? = nil) throws -> StoreCheckFile {
        try read(Array(text.utf8), list: list)
    }

    private func read(_ bytes: [UInt8], list: String? = nil) throws -> StoreCheckFile {
        try StoreCheckFile(
            reading: .init(bytes, file: "visits.csv"), list: list.map { .init(Array($0.utf8), file: "stores.csv") },
            in: .cny)
    }

    /// What is found, as `id line:column`; of a file that is refused, or of one that is read.
    private func findings(_ text: String, list: String? = nil) -> [String] {
        let found: [Finding]
        do { found = try read(text, list: list).findings } catch { found = (error as? Rejection)?.findings ?? [] }
        #expect(found.allSatisfy { !$0.advice.isEmpty && $0.excerpt != "" })
        return found.map { "\($0.id.rawValue) \($0.place?.line ?? 0):\($0.place?.column ?? 0)" }
    }

    private static let header = "store,date,brand,product,price,facings,promotion,stock-out,handled,photo\n"

    @Test("the same from English and from Chinese columns, in any order, with commas or tabs")
    func dialects() throws {
        let english = """
            store,date,brand,product,category,size,price,facings,promotion,stock-out,photo,region,format,turnover
            中山店,2025-12-03,清泉,绿茶,茶,500ml,"1,004.50",6,yes,no,照片/1.jpg,华东,超市,180000
            """
        let chinese = """
            排面数,价格（元）,门店名称,产品,品牌,日期,规格,品类,是否促销,缺货,照片,区域,业态,营业额
            6,￥1004.5元,中山店,绿茶,清泉,2025年12月3日,500ml,茶,是,否,照片/1.jpg,华东,超市,180000
            """
        let expected = try read(english).checks
        #expect(expected.observations.first?.price?.minorUnits == 100_450)
        #expect(
            expected.stores == [
                CheckedStore("中山店", region: "华东", format: "超市", turnover: Money(minorUnits: 18_000_000, .cny))
            ])
        #expect(try read(chinese).checks == expected)
        #expect(try read(chinese.replacingOccurrences(of: ",", with: "\t")).checks == expected)
    }

    @Test("a file in GB18030 or UTF-16, one packed with gzip, and a workbook say what the same in UTF-8 says")
    func encodings() throws {
        func checks(_ name: String) throws -> StoreCheckFile {
            let file = CorpusFile.all(of: "store-check").first { $0.name == name }
            return try read(try #require(file).bytes)
        }
        let expected = try checks("chinese.csv").checks
        #expect(expected.stores.map(\.name) == ["中山店", "人民店"])
        for name in ["gb18030.csv", "utf-16.csv", "packed.csv.gz", "workbook.xlsx"] {
            #expect(try checks(name).checks == expected)
        }
        #expect(try checks("gb18030.csv").findings.map(\.id) == ["text.read-as-gb18030"])
    }

    @Test(
        "dates as staff write them",
        arguments: [
            "2025-12-03", "2025/12/3", "2025.12.03", "2025年12月3日", "20251203", "2025-12-03 10:22", "2025-12-03T10:22",
        ])
    func dates(text: String) throws {
        let file = try read("store,date,brand,product\nA,\(text),B,P\n")
        #expect(file.checks.observations.map(\.day) == [CivilDay("2025-12-03")!])
        #expect(file.checks.records.isEmpty)
    }

    @Test("a row handles its product, unless it says no or counts none of what it says nothing else of")
    func handled() throws {
        let rows = [
            "A,2025-12-01,B,P1,,0,,,,", "A,2025-12-01,B,P2,,0,,是,,", "A,2025-12-01,B,P3,3.5,0,,,,",
            "A,2025-12-01,B,P4,,,,,否,", "A,2025-12-01,B,P5,,0,,,有,",
        ]
        let file = try read(Self.header + rows.joined(separator: "\n"))
        #expect(file.checks.observations.map(\.isHandled) == [false, true, true, false, true])
        #expect(file.checks.observations.map(\.isOutOfStock) == [false, true, false, false, false])
        #expect(file.findings.isEmpty)
        #expect(findings(Self.header + "A,2025-12-01,B,P,,,,,,\n") == ["store-check.nothing-seen 2:16"])
    }

    @Test("everything that is wrong is said at once, with its place")
    func faults() {
        let rows = """
            ,2025-12-01,B,P,1,1,,,,
            A,2025-11-31,B,P,1,1,,,,
            A,soon,B,P,1,1,,,,
            A,2025-12-01,,P,1,1,,,,
            A,2025-12-01,B,,1,1,,,,
            A,2025-12-01,B,P2,cheap,1,,,,
            A,2025-12-01,B,P3,-1,1,,,,
            A,2025-12-01,B,P4,0,1,,,,
            A,2025-12-01,B,P5,1.234,1,,,,
            A,2025-12-01,B,P6,1,-2,,,,
            A,2025-12-01,B,P7,1,1.5,,,,
            A,2025-12-01,B,P8,1,1,perhaps,maybe,,
            A,2025-12-01,B,P9,1,1,,,no,
            A,2025-12-01,B,Q1,1,1,,,,javascript:alert(1)
            A,2025-12-01,B,Q2,1,1,,,,//evil.example/a.jpg
            """
        #expect(
            findings(Self.header + rows) == [
                "store-check.no-store 2:1", "store-check.bad-date 3:3", "store-check.bad-date 4:3",
                "store-check.no-brand 5:14", "store-check.no-product 6:16", "store-check.bad-price 7:19",
                "store-check.bad-price 8:19", "store-check.bad-price 9:19", "store-check.bad-price 10:19",
                "store-check.bad-facings 11:21", "store-check.bad-facings 12:21", "store-check.bad-flag 13:23",
                "store-check.bad-flag 13:31", "store-check.contradiction 14:25", "store-check.bad-photo 15:26",
                "store-check.bad-photo 16:26",
            ])
    }

    @Test("missing columns are named, with what they are probably called; others are passed over")
    func columns() throws {
        #expect(
            findings("shop,date,brnad,product,note\nA,2025-12-01,B,P,x\n")
                == ["csv.missing-column 1:11", "csv.unknown-column 1:11", "csv.unknown-column 1:25"])
        #expect(findings("store,date,brand,product,item\nA,2025-12-01,B,P,x\n") == ["csv.unknown-column 1:26"])
        #expect(
            findings("store,date,brand,product,price,Price\nA,2025-12-01,B,P,1,2\n") == ["csv.duplicate-column 1:32"])
        #expect(findings("") == ["csv.empty 1:1"])
        #expect(findings(Self.header) == ["store-check.empty 1:1"])
        #expect(findings("只有,一些,别的\n1,2,3\n").filter { $0.hasPrefix("csv.missing-column") }.count == 4)
    }

    @Test("the same store, day and product twice: other figures are an error, the same ones a warning, photos add up")
    func twice() throws {
        let row = "A,2025-12-01,B,P,3.50,2,,,,"
        #expect(findings(Self.header + row + "\nA,2025-12-01,B,P,3.60,2,,,,\n") == ["store-check.twice 3:16"])
        #expect(findings(Self.header + row + "\n" + row + "\n") == ["store-check.repeated 3:16"])
        let file = try read(Self.header + row + "1.jpg\n" + row + "2.jpg;3.jpg\nA,2025-12-08,B,P,3.60,2,,,,\n")
        #expect(file.checks.observations.map(\.photos) == [["1.jpg", "2.jpg", "3.jpg"], []])
        #expect(file.findings.isEmpty)
    }

    @Test("what is said of a store or product must be the same in every row; once is enough")
    func conflicts() throws {
        let header = "store,region,turnover,date,brand,product,category\n"
        let good = try read(header + "A,,,2025-12-01,B,P,\nA,East,10,2025-12-02,B,P,Tea\n").checks
        #expect(good.stores.first?.region == "East" && good.products.first?.category == "Tea")
        #expect(
            findings(header + "A,East,10,2025-12-01,B,P,Tea\nA,West,11,2025-12-02,B,P,Water\n")
                == ["store-check.conflict 3:3", "store-check.conflict 3:8", "store-check.conflict 3:26"])
        #expect(findings(header + "A,,-5,2025-12-01,B,P,\n") == ["store-check.bad-turnover 2:4"])
    }

    @Test("a list of stores says which should be visited; visits of others are counted and said")
    func lists() throws {
        let visits = "store,date,brand,product\nA,2025-12-01,B,P\nAcorn,2025-12-01,B,P\n"
        let file = try read(visits, list: "门店,区域,业态,营业额\nA,East,Small,100\nZ,West,Large,200\n")
        #expect(file.checks.hasStoreList && file.checks.stores.map(\.name) == ["A", "Acorn", "Z"])
        #expect(file.findings.map(\.id) == ["store-check.unlisted-store"])
        #expect(findings(visits, list: "store\nA\nA\n").contains("store-check.store-twice 3:1"))
        #expect(findings(visits, list: "").contains("store-check.empty 1:1"))
    }

    @Test("names of any kind are kept as they are")
    func names() throws {
        let name = String(repeating: "长", count: 200)
        let file = try read(
            "store,date,brand,product\n\"<b>\"\"A\"\"</b>\",2025-12-01,😀,\(name)\nمتجر,2025-12-01,'=1+1,x\n")
        #expect(Set(file.checks.stores.map(\.name)) == ["<b>\"A\"</b>", "متجر"])
        #expect(Set(file.checks.products.map(\.brand)) == ["😀", "=1+1"])
        #expect(file.checks.products.contains { $0.name == name })
    }
}
