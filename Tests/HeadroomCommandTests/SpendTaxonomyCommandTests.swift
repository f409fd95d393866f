import Foundation
import Testing

@Suite("headroom spend cube --taxonomy --factors, spend names")
struct SpendTaxonomyCommandTests {
    private let folder = try! TemporaryFolder()

    private static let month = """
        date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency
        2025-12-05,2025-12,Soda,ACME INC.,清泉,P,TV,One,North,Prime,30,4,12.51,CNY
        2025-12-05,2025-12,Soda,Acme,Casade,P,TV,Two,North,Prime,30,4,10.00,CNY
        2025-12-05,2025-12,Soda,Acme,Cascade,P,Radio,Three,North,Prime,30,4,1.00,CNY

        """

    private static let taxonomy = """
        categories:
          - {level: industry, name: Drinks}
          - {level: category, name: Soda, in: Drinks}
          - {level: category, name: Water, in: Drinks}
        owners:
          - {level: owner, name: Group}
          - {level: advertiser, name: Acme, in: Group}
          - {level: brand, name: 清泉, in: Acme}
          - {level: brand, name: Cascade, in: Acme}
        aliases:
          - {level: advertiser, name: ACME INC., is: Acme}
        brands:
          - {brand: 清泉, category: Soda, weight: 50%}
          - {brand: 清泉, category: Water, weight: 50%}
        """

    private static let factors = "factors:\n  - {medium: TV, factor: 50%}\n"

    private func prepare() throws {
        try folder.write(Self.month, to: "12.csv")
        try folder.write(Self.taxonomy, to: "taxonomy.yaml")
        try folder.write(Self.factors, to: "factors.yaml")
    }

    @Test("groups by levels that only the taxonomy knows, and totals stay")
    func levels() throws {
        try prepare()
        let run = try CommandRun(
            "spend", "cube", "12.csv", "--by", "industry,category,owner,advertiser", "--measures", "rows,spend",
            "--taxonomy", "taxonomy.yaml", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output == """
                industry,category,owner,advertiser,rows,spend
                Drinks,Soda,Group,Acme,3,17.26
                Drinks,Water,Group,Acme,0,6.25

                """)
        #expect(run.errors.contains("[taxonomy.unknown-names]"))
    }

    @Test("gives net beside the rate card, empty where a factor is missing, and tells the gap")
    func net() throws {
        try prepare()
        let run = try CommandRun(
            "spend", "cube", "12.csv", "--by", "medium", "--measures", "spend,net", "--factors", "factors.yaml",
            in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "medium,spend,net\nRadio,1.00,\nTV,22.51,11.26\n")
        #expect(run.errors.contains("“Radio”, “Three” in 2025-12: a spend of 1.00 CNY has no net [factors.missing]"))
    }

    @Test("lists unknown names by spend with the names that may be meant, in both languages and as JSON")
    func names() throws {
        try prepare()
        let english = try CommandRun(
            "spend", "names", "12.csv", "--taxonomy", "taxonomy.yaml", in: folder.url)
        #expect(english.status == 0, "\(english.errors)")
        #expect(
            english.output.replacing("\n", with: " ").contains(
                "does not know 1 name of the level “Brand”, with a spend of CNY 10.00"))
        let chinese = try CommandRun(
            "spend", "names", "12.csv", "--taxonomy", "taxonomy.yaml", "--language", "zh-Hans", in: folder.url)
        #expect(chinese.output.contains("“品牌”层级有1个名称不在分类体系中"))
        let json = try CommandRun(
            "spend", "names", "12.csv", "--taxonomy", "taxonomy.yaml", "--json", in: folder.url
        ).json()
        let lines = try #require(json["names"] as? [[String: Any]])
        #expect(lines.map { $0["name"] as? String } == ["Casade"])
        #expect(lines.first?["proposal"] as? String == "Cascade")
        #expect(lines.first?["likeness"] as? String == "few letters")
        let twins = try CommandRun("spend", "names", "12.csv", in: folder.url)
        #expect(twins.output.contains("ACME INC.") && twins.output.contains("Acme"))
    }

    @Test("the workspace gives the same as the files")
    func workspace() throws {
        try prepare()
        let arguments = ["--by", "owner,brand,month", "--taxonomy", "taxonomy.yaml", "--quiet"]
        let files = try CommandRun(["spend", "cube", "12.csv"] + arguments, in: folder.url)
        #expect(try CommandRun("spend", "import", "12.csv", in: folder.url).status == 0)
        let stored = try CommandRun(["spend", "cube"] + arguments, in: folder.url)
        #expect(files.status == 0 && stored.status == 0, "\(stored.errors)")
        #expect(files.output == stored.output)
    }

    @Test("tells wrong usage, faulty and missing files apart, and shows the faults of both files")
    func failures() throws {
        try prepare()
        func status(_ arguments: String...) throws -> Int32 {
            try CommandRun(["spend", "cube", "12.csv"] + arguments, in: folder.url).status
        }
        #expect(try status("--by", "owner") == 64)
        #expect(try status("--by", "month", "--measures", "net") == 64)
        #expect(try status("--by", "month", "--factors", "factors.yaml") == 64)
        #expect(try status("--by", "owner", "--taxonomy", "nowhere.yaml") == 66)
        try folder.write("categories: [{level: category, name: A, in: A}]", to: "bad.yaml")
        try folder.write("medium,factor\nTV,much\n", to: "bad.csv")
        let run = try CommandRun(
            "spend", "cube", "12.csv", "--by", "owner", "--measures", "spend,net", "--taxonomy", "bad.yaml",
            "--factors",
            "bad.csv", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("taxonomy.cycle") && run.errors.contains("factors.bad-factor"))
        #expect(run.output == "")
    }
}
