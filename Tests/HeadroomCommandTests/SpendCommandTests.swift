import Foundation
import Testing

@Suite("headroom spend")
struct SpendCommandTests {
    private let folder = try! TemporaryFolder()

    private static let header =
        "date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency\n"

    private static func row(_ month: String, _ brand: String, _ spend: String) -> String {
        "\(month)-28,\(month),Soda,Owner,\(brand),\(brand) Classic,TV,Channel 1,North,Prime,30,4,\(spend),CNY\n"
    }

    private static let november = header + row("2025-11", "清泉", "1200.50") + row("2025-11", "Cascade", "800.00")
    private static let december = header + row("2025-12", "清泉", "1500.00") + row("2025-12", "Nova", "3000.25")

    /// A folder whose workspace holds two months.
    private func imported() throws {
        try folder.write(Self.november, to: "11.csv")
        try folder.write(Self.december, to: "12.csv")
        let run = try CommandRun("spend", "import", "11.csv", "12.csv", in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
    }

    @Test("says what was imported, and that the same file is there already")
    func imports() throws {
        try folder.write(Self.november, to: "11.csv")
        let first = try CommandRun("spend", "import", "11.csv", in: folder.url)
        #expect(first.status == 0)
        #expect(first.output.contains("“11.csv” brought 2 rows of Nov 2025 with a spend of CNY 2,000.50."))
        let again = try CommandRun("spend", "import", "11.csv", "--json", in: folder.url)
        let delivery = try #require((try again.json()["deliveries"] as? [[String: Any]])?.first)
        #expect(delivery["isNew"] as? Bool == false)
        #expect(delivery["rows"] as? Int == 2)
        #expect(delivery["spend"] as? String == "2000.50")
        #expect(try folder.files().filter { !$0.hasPrefix("headroom.sqlite-") } == ["11.csv", "headroom.sqlite"])
    }

    @Test("stores nothing of any file when one of them is faulty, and shows every fault")
    func faultyImport() throws {
        try folder.write(Self.november, to: "11.csv")
        try folder.write(
            Self.december.replacing("1500.00", with: "12abc").replacing("2025-12,Soda", with: "2025-13,Soda"),
            to: "12.csv")
        let run = try CommandRun("spend", "import", "11.csv", "12.csv", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("12.csv:2:"))
        #expect(run.errors.contains("12.csv:3:"))
        #expect(try folder.files() == ["11.csv", "12.csv"])
    }

    @Test("leads the report with rivals against the client, in both languages")
    func report() throws {
        try imported()
        let run = try CommandRun("spend", "report", "--month", "2025-12", "--brand", "清泉", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.contains("In Dec 2025 rivals spent CNY 3,000 against CNY 1,500 of 清泉: 2.0 times as much."))
        #expect(run.errors == "")
        let chinese = try CommandRun(
            "spend", "report", "--month", "2025-12", "--brand", "清泉", "--language", "zh-Hans", in: folder.url)
        #expect(chinese.output.contains("竞争品牌共花费3,000元"))
    }

    @Test("answers in JSON as the contract states")
    func json() throws {
        try imported()
        let run = try CommandRun(
            "spend", "report", "--month", "2025-12", "--against", "month", "--json", in: folder.url)
        let answer = try run.json()
        let lines = try #require((answer["sov"] as? [String: [[String: Any]]])?["Soda"])
        #expect(lines.map { $0["brand"] as? String } == ["Nova", "清泉", "Cascade"])
        #expect(lines[0]["spend"] as? String == "3000.25")
        #expect(lines[0]["monthOnMonth"] is NSNull)
        #expect(lines[0]["monthOnMonthReason"] as? String == "new")
        #expect(lines[2]["rank"] is NSNull)
        #expect(lines[1]["yearOnYearReason"] as? String == "not-delivered")
        #expect(answer["entrants"] is NSNull)
        #expect(answer["entrantsReason"] as? String == "not-delivered")
        #expect((answer["lapsed"] as? [[String: Any]])?.first?["brand"] as? String == "Cascade")
        let change = try #require((answer["decomposition"] as? [[String: Any]])?.first)
        #expect(change["fromMonth"] as? String == "2025-11")
        #expect(change["residual"] as? String == "0.00")
    }

    @Test("writes papers into a folder")
    func papers() throws {
        try imported()
        let run = try CommandRun(
            "spend", "report", "--month", "2025-12", "--out", "papers", "--format", "html,xlsx,json", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try folder.files().filter { $0.hasPrefix("papers/") } == [
                "papers/2025-12.spend.en.html", "papers/2025-12.spend.en.xlsx", "papers/2025-12.spend.json",
            ])
    }

    @Test("papers on a category and on the whole market lie beside one another in one folder")
    func paperNames() throws {
        try imported()
        for scope in [[], ["--category", "Soda"]] {
            let run = try CommandRun(
                ["spend", "report", "--month", "2025-12", "--out", "papers"] + scope, in: folder.url)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(
            try folder.files().filter { $0.hasPrefix("papers/") } == [
                "papers/2025-12.spend.Soda.en.html", "papers/2025-12.spend.en.html",
            ])
    }

    @Test("a delivery that is not there is no state of the workspace")
    func unknownDelivery() throws {
        try imported()
        for command in [["cube", "--by", "month"], ["report", "--month", "2025-12"]] {
            let run = try CommandRun(["spend"] + command + ["--as-of", "9"], in: folder.url)
            #expect(run.status == 65)
            #expect(run.errors.contains("holds no delivery 9 [spend.unknown-delivery]"), "\(run.errors)")
        }
    }

    @Test("a condition that no row meets is told, with the name that may be meant")
    func unmetConditions() throws {
        try imported()
        func errors(_ arguments: String...) throws -> String {
            let run = try CommandRun(["spend", "cube"] + arguments, in: folder.url)
            #expect(run.status == 0, "\(run.errors)")
            return run.errors
        }
        for by in ["brand", "month"] {
            let unknown = try errors("--by", by, "--where", "brand=Cascde", "--where", "brand=Nova")
            #expect(unknown.contains("no row has the brand “Cascde” [spend.unmet-condition]"), "\(unknown)")
            #expect(unknown.contains("is “Cascade” meant?"))
            #expect(!unknown.contains("“Nova”"))
        }
        #expect(try errors("--by", "brand", "--where", "month=2026-03").contains("2026-03 was not delivered"))
        #expect(try errors("11.csv", "--by", "brand", "--where", "brand=Cascde").contains("“Cascde”"))
        // Each name is there; only that both meet nowhere.
        #expect(try errors("--by", "brand", "--where", "brand=Nova", "--where", "month=2025-11") == "")
        #expect(try errors("--by", "brand", "--where", "brand=Nova") == "")
    }

    @Test("an empty file is called that")
    func emptyFile() throws {
        try folder.write("", to: "12.csv")
        let run = try CommandRun("spend", "import", "12.csv", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("“12.csv” is empty [spend.no-header]"), "\(run.errors)")
    }

    @Test("refuses a month that was not delivered with 65, and names those there are")
    func missingMonth() throws {
        try imported()
        let run = try CommandRun("spend", "report", "--month", "2026-01", "--json", in: folder.url)
        #expect(run.status == 65)
        #expect(run.errors.contains("2025-11 to 2025-12"))
        let findings = try #require(try run.json()["findings"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == ["spend.month-not-delivered"])
    }

    @Test("adds up files, also those that share a month, and the workspace, by any columns")
    func cube() throws {
        try imported()
        try folder.write(Self.header + Self.row("2025-12", "Nova", "0.75"), to: "late.csv")
        let cube = try CommandRun(
            "spend", "cube", "12.csv", "late.csv", "--by", "month,brand", "--measures", "insertions,spend",
            in: folder.url)
        #expect(cube.status == 0, "\(cube.errors)")
        #expect(
            cube.output == "month,brand,insertions,spend\n2025-12,Nova,8,3001.00\n2025-12,清泉,4,1500.00\n")
        let stored = try CommandRun(
            "spend", "cube", "--by", "category", "--measures", "rows,spend", "-o", "all.csv", in: folder.url)
        #expect(stored.status == 0, "\(stored.errors)")
        #expect(
            try String(contentsOf: folder.url.appending(path: "all.csv"), encoding: .utf8)
                == "category,rows,spend\nSoda,4,6500.75\n")
        #expect(try CommandRun("spend", "cube", "12.csv", "--by", "brnd", in: folder.url).status == 64)
        let spaced = try CommandRun("spend", "cube", "12.csv", "--by", "month, brand", in: folder.url)
        #expect(spaced.output.hasPrefix("month,brand,"), "\(spaced.errors)")
        let strange = try CommandRun(
            "spend", "cube", "12.csv", "--by", "month", "--where", "colour=red", in: folder.url)
        #expect(strange.status == 64)
        #expect(strange.errors.contains("“colour” is no column; use month, day, category"), "\(strange.errors)")
    }

    @Test("a cube is the same within any memory, whose size has to be one")
    func memory() throws {
        try folder.write(Self.december, to: "12.csv")
        func run(_ size: String) throws -> CommandRun {
            try CommandRun("spend", "cube", "12.csv", "--by", "brand", "--memory", size, in: folder.url)
        }
        for size in ["16MB", "500MB", "2GB", "4GiB"] {
            #expect(try run(size).output == "brand,insertions,spend\nNova,4,3000.25\n清泉,4,1500.00\n")
        }
        for size in ["", "16", "MB", "0MB", "1.5GB", "15MB", "9999999999999999999GB", "500 mb"] {
            let wrong = try run(size)
            #expect(wrong.status == 64 && wrong.output == "")
            #expect(wrong.errors.contains("use 16MB or more, such as 500MB or 4GB"))
        }
        let spark = ["spend", "cube", "12.csv", "--by", "brand", "--engine", "spark", "--memory", "2GB"]
        #expect(try CommandRun(spark, in: folder.url).status == 64)
        #expect(try folder.files() == ["12.csv"])
    }

    @Test("tells wrong usage, missing files, a strange database and a missing workspace apart")
    func exitStatus() throws {
        #expect(try CommandRun("spend", "report", "--month", "2025-12", in: folder.url).status == 66)
        #expect(try folder.files() == [])
        #expect(try CommandRun("spend", "report", "--month", "December", in: folder.url).status == 64)
        #expect(try CommandRun("spend", "import", "nowhere.csv", in: folder.url).status == 66)
        try folder.write("a,b\n1,2\n", to: "odd.csv")
        #expect(try CommandRun("spend", "import", "odd.csv", in: folder.url).status == 65)
        try folder.write(Self.november, to: "11.csv")
        let meant = try CommandRun("spend", "import", "11.csv", "--layout", "ocurrences", in: folder.url)
        #expect(meant.status == 65)
        #expect(meant.errors.contains("is “occurrences” meant?"))
        try folder.write(String(repeating: "no database ", count: 100), to: "strange.sqlite")
        let strange = try CommandRun("spend", "import", "11.csv", "--store", "strange.sqlite", in: folder.url)
        #expect(strange.status == 74, "\(strange.errors)")
        #expect(try CommandRun("spend", "import", "11.csv", "--store", "11.csv/x.sqlite", in: folder.url).status == 73)
    }

    private static let chinese = """
        月份,品类,品牌,媒介,投放次数,花费（万元）
        2025年12月,啤酒,雪花,电视,12,"1,234.50"
        2025年12月,啤酒,青岛,户外,3,20.5
        合计,,,,15,"1,255.00"

        """

    @Test("shows what it understood of an unknown file, stores nothing, and imports by the layout that it wrote")
    func proposal() throws {
        try folder.write(Self.chinese, to: "sino_2025-12.csv")
        let refused = try CommandRun("spend", "import", "sino_2025-12.csv", in: folder.url)
        #expect(refused.status == 65)
        #expect(refused.output.contains("Layout proposed"))
        #expect(refused.output.contains("spend: \"花费（万元）\""))
        #expect(refused.errors.contains("spend.no-layout") && refused.errors.contains("--propose vendor.yaml"))
        #expect(try folder.files() == ["sino_2025-12.csv"])
        let written = try CommandRun(
            "spend", "import", "sino_2025-12.csv", "--propose", "sino.yaml", "--json", in: folder.url)
        #expect(written.status == 0, "\(written.errors)")
        let columns = try #require(try written.json()["columns"] as? [[String: Any]])
        #expect(
            columns.map { $0["role"] as? String } == ["month", "category", "brand", "medium", "insertions", "spend"])
        #expect(try written.json()["assumptions"] as? [String] == ["basis"])
        #expect(try folder.files() == ["sino.yaml", "sino_2025-12.csv"])
        let again = try CommandRun("spend", "import", "sino_2025-12.csv", "--propose", "sino.yaml", in: folder.url)
        #expect(again.status == 73)
        let run = try CommandRun(
            "spend", "import", "sino_2025-12.csv", "--layout", "sino.yaml", "--json", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        let delivery = try #require((try run.json()["deliveries"] as? [[String: Any]])?.first)
        #expect(delivery["spend"] as? String == "12550000.00" && delivery["skippedLines"] as? Int == 1)
    }

    @Test("says in Chinese what it understood")
    func chineseProposal() throws {
        try folder.write(Self.chinese, to: "sino_2025-12.csv")
        let run = try CommandRun(
            "spend", "import", "sino_2025-12.csv", "--propose", "sino.yaml", "--language", "zh-Hans", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.contains("建议的数据格式") && run.output.contains("金额为刊例价还是净价"))
    }

    @Test("adds up a workbook, and refuses one that is no table, a folder and a broken packing")
    func hostile() throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/month-file")
        let layout = """
            name: corpus
            basis: net
            currency: CNY
            month: {column: date, rule: day}
            columns: {day: date, category: {constant: Beer}, brand: brand, medium: {column: medium, optional: yes}, spend: spend}
            """
        try folder.write(layout, to: "corpus.yaml")
        func run(_ file: String) throws -> CommandRun {
            try CommandRun(
                "spend", "cube", corpus.appending(path: file).standardized.path, "--layout", "corpus.yaml", "--by",
                "brand",
                "--measures", "spend", in: folder.url)
        }
        #expect(try run("good.xlsx").output == "brand,spend\nAles,1232.56\n\"雪花, \"\"纯生\"\"\",1.50\n")
        for (file, id) in [
            ("truncated.csv.gz", "gzip.truncated"), ("doctype.xlsx", "spreadsheet.document-type"),
            ("path-trick.xlsx", "spreadsheet.missing-part"), ("nul.csv", "spend.nul-byte"),
            ("empty.csv", "spend.no-header"), ("beyond-int64.csv", "spend.bad-amount"),
        ] {
            let refused = try run(file)
            #expect(refused.status == 65 && refused.output == "" && refused.errors.contains(id), "\(file)")
        }
        let whole = try run("")
        #expect(whole.status == 66 && whole.errors.contains("this is a folder"))
    }

    /// A month in which four channels have ten ads each; the later ones may lack some.
    private static func month(_ number: Int, channels: ClosedRange<Int> = 1...4) -> String {
        header
            + (1...28).flatMap { day in
                channels.map { channel in
                    "2025-0\(number)-\(day < 10 ? "0" : "")\(day),2025-0\(number),Soda,Owner,Nova,Nova,TV,Channel \(channel),"
                        + "North,Prime,30,1,\(channel)00.00,CNY\n"
                }
            }.joined()
    }

    @Test("a blocked import exits with 1 and stores nothing; --accept needs a name and a reason")
    func gate() throws {
        for number in 1...3 { try folder.write(Self.month(number), to: "\(number).csv") }
        try folder.write(Self.month(4, channels: 1...2), to: "4.csv")
        #expect(try CommandRun("spend", "import", "1.csv", "2.csv", "3.csv", in: folder.url).status == 0)
        let blocked = try CommandRun("spend", "import", "4.csv", in: folder.url)
        #expect(blocked.status == 1)
        #expect(blocked.output.contains("“4.csv” is blocked by 1 check; nothing was stored."))
        #expect(blocked.errors.contains("[spend.missing-vehicle]"))
        let accept = ["spend", "import", "4.csv", "--accept", "missing-vehicle"]
        #expect(try CommandRun(accept, in: folder.url).status == 64)
        #expect(try CommandRun(accept + ["--by", "Ana", "--because", " "], in: folder.url).status == 64)
        #expect(
            try CommandRun(
                "spend", "import", "4.csv", "--accept", "mixed-currencies", "--by", "Ana", "--because", "x",
                in: folder.url
            ).status == 64)
        let accepted = try CommandRun(accept + ["--by", "Ana", "--because", "off air"], in: folder.url)
        #expect(accepted.status == 0, "\(accepted.errors)")
        let checks = try CommandRun("spend", "checks", "--json", in: folder.url).json()
        let deliveries = try #require(checks["deliveries"] as? [[String: Any]])
        #expect(deliveries.map { $0["delivery"] as? Int } == [1, 2, 3, 4])
        let quality = try #require(deliveries[3]["quality"] as? [String: Any])
        #expect(
            (quality["accepted"] as? [[String: String]]) == [
                ["rule": "missing-vehicle", "by": "Ana", "because": "off air"]
            ])
        try folder.write("missing-vehicle: lound\n", to: "rules.yaml")
        #expect(try CommandRun("spend", "import", "4.csv", "--rules", "rules.yaml", in: folder.url).status == 65)
    }

    @Test("compares two files, and two stored deliveries; --strict makes a difference status 1")
    func diff() throws {
        try folder.write(Self.november, to: "11.csv")
        try folder.write(Self.november.replacing("800.00", with: "900.00"), to: "11b.csv")
        let files = try CommandRun("spend", "diff", "11.csv", "11b.csv", "--json", in: folder.url)
        #expect(files.status == 0, "\(files.errors)")
        #expect(try files.json()["changed"] as? Int == 1)
        #expect(try files.json()["same"] as? Int == 1)
        #expect(try CommandRun("spend", "diff", "11.csv", "11b.csv", "--strict", in: folder.url).status == 1)
        #expect(try CommandRun("spend", "diff", "11.csv", "11.csv", "--strict", in: folder.url).status == 0)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "again"), withIntermediateDirectories: true)
        try folder.write(Self.november, to: "again/11.csv")
        let alike = try CommandRun("spend", "diff", "11.csv", "again/11.csv", in: folder.url)
        #expect(alike.output.contains("New delivery: again/11.csv"), "\(alike.errors)")
        for file in ["11.csv", "11b.csv"] { _ = try CommandRun("spend", "import", file, in: folder.url) }
        let stored = try CommandRun(
            "spend", "diff", "--delivery", "2", "--against", "1", "--language", "zh-Hans", in: folder.url)
        #expect(stored.output.contains("1行不变，1行金额有变"), "\(stored.errors)")
        let papers = try CommandRun(
            "spend", "diff", "--delivery", "2", "--against", "1", "--out", "p", "--format", "html,xlsx,csv",
            in: folder.url)
        #expect(papers.status == 0, "\(papers.errors)")
        #expect(try folder.files().contains("p/11b.spend-diff.en.html"))
        let before = try CommandRun("spend", "cube", "--by", "brand", "--as-of", "1", in: folder.url)
        #expect(before.output.contains("Cascade,4,800.00"))
        #expect(try CommandRun("spend", "cube", "11.csv", "--by", "brand", "--as-of", "1", in: folder.url).status == 64)
        for wrong in [
            ["11.csv"], [], ["--delivery", "2"], ["11.csv", "11b.csv", "--delivery", "2", "--against", "1"],
        ] {
            #expect(try CommandRun(["spend", "diff"] + wrong, in: folder.url).status == 64)
        }
        #expect(
            try CommandRun("spend", "report", "--month", "2025-11", "--as-of", "1", "--json", in: folder.url).json()[
                "asOf"]
                as? Int == 1)
    }
}
