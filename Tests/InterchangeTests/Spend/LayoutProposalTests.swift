import Diagnostics
import Foundation
import Glibc
import Interchange
import MediaSpend
import Monetary
import Testing

@Suite("Proposing a layout")
struct LayoutProposalTests {
    /// What is proposed for a file, and what the file holds when it is read by that.
    private func proposed(
        _ bytes: [UInt8], name: String = "vendor_2025-12.csv"
    ) throws -> (proposal: LayoutProposal, layout: Layout, file: MonthFile) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let proposal = try LayoutProposal(for: path)
        let layout = try LayoutFile.read(SourceText(proposal.text, file: "proposed.yaml"))
        return (proposal, layout, try MonthFile(path, layout: layout))
    }

    private func roles(_ proposal: LayoutProposal) -> [ColumnRole] { proposal.columns.map(\.role) }

    private static let chinese = """
        2025年12月竞品监测数据,,,,,,,,
        月份,品类,广告主,品牌,媒介,频道,地区,投放次数,花费（万元）
        2025年12月,啤酒,雪花集团,雪花,电视,央视一套,全国,12,"1,234.50"
        2025年11月,啤酒,青岛集团,青岛,户外,地铁,北京,3,20.5
        2025年12月,乳品,伊利集团,伊利,电视,湖南卫视,湖南,8,7.25
        合计,,,,,,,23,"1,262.25"
        """

    @Test("a Chinese report in 万元 is understood, in UTF-8 and in GBK, and adds up")
    func chinese() throws {
        let gbk = try Self.gb18030(Self.chinese)
        for bytes in [Array(Self.chinese.utf8), gbk] {
            let (proposal, layout, file) = try proposed(bytes)
            #expect(
                roles(proposal) == [
                    .dimension(.month), .dimension(.category), .dimension(.advertiser), .dimension(.brand),
                    .dimension(.medium), .dimension(.vehicle), .dimension(.region), .insertions, .spend,
                ])
            #expect(layout.amounts.scale == 4 && layout.currency == .fixed(.cny))
            #expect(proposal.headerLine == 2 && proposal.encoding == (bytes == gbk ? .gb18030 : .utf8))
            #expect(file.reading.delivery.spend.amount == "12622500.00")
            #expect(file.reading.delivery.insertions == 23)
            #expect(!file.reading.findings.contains { $0.severity == .warning })
        }
    }

    @Test("of two columns that say vehicle, and none medium, the one with fewer names is the medium")
    func mediumAndVehicle() throws {
        let text = """
            月份,品牌,媒体名称,媒体,花费
            2025-12,雪花,央视一套,电视,10
            2025-12,雪花,湖南卫视,电视,20
            2025-12,青岛,微博,网络,5
            """
        let (proposal, _, file) = try proposed(Array(text.utf8))
        #expect(
            roles(proposal) == [
                .dimension(.month), .dimension(.brand), .dimension(.vehicle), .dimension(.medium), .spend,
            ])
        #expect(file.reading.delivery.spend.amount == "35.00")
        let equal = try proposed(Array("月份,品牌,媒体名称,媒体,花费\n2025-12,雪花,央视一套,电视,10\n".utf8))
        #expect(roles(equal.proposal)[2...3] == [.dimension(.vehicle), .dimension(.medium)])
        let alone = try proposed(Array("月份,品牌,媒体,花费\n2025-12,雪花,央视一套,10\n".utf8))
        #expect(roles(alone.proposal)[2] == .dimension(.vehicle))
    }

    /// By the system's converter, the other way round.
    private static func gb18030(_ text: String) throws -> [UInt8] {
        let converter = iconv_open("GB18030", "UTF-8")
        defer { iconv_close(converter) }
        var source = text.utf8.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: source.count * 2)
        let room = target.count
        var free = room
        let status = source.withUnsafeMutableBufferPointer { input in
            target.withUnsafeMutableBufferPointer { output in
                var (next, left) = (input.baseAddress, input.count)
                var end = output.baseAddress
                return iconv(converter, &next, &left, &end, &free)
            }
        }
        try #require(status == 0)
        return target.prefix(room - free).map { UInt8(bitPattern: $0) }
    }

    private static let spanish = """
        Fecha;Anunciante;Marca;Medio;Soporte;Inserciones;Importe €
        31/12/2025;Damm;Estrella;Televisión;La 1;4;1.234,50
        1/12/2025;Damm;Estrella;Prensa;El País;1;12.000,00
        """

    @Test("a Spanish file with semicolons and decimal commas")
    func spanish() throws {
        let (proposal, layout, file) = try proposed(Array(Self.spanish.utf8))
        #expect(layout.delimiter == .semicolon && layout.amounts.decimalMark == .comma)
        #expect(layout.amounts.grouping == .point && layout.dates == [.dayMonthYear])
        #expect(layout.currency == .fixed(.eur))
        #expect(file.reading.delivery.spend.amount == "13234.50" && file.reading.delivery.insertions == 5)
        #expect(proposal.assumptions == [.basis, .category])
    }

    @Test("a German file in Windows-1252 with months by name and an assumed currency")
    func german() throws {
        let text =
            "Monat;Werbetreibender;Marke;Mediengattung;Werbeaufwand (Tsd.)\nDez 2025;M\u{FC}ller;Milch;TV;1,5\n"
            + "Nov 2025;M\u{FC}ller;Milch;H\u{F6}rfunk;0,75\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let (proposal, layout, file) = try proposed(latin, name: "nielsen.csv")
        #expect(layout.encoding == .windows1252 && layout.amounts.scale == 3)
        #expect(file.reading.delivery.spend.amount == "2250.00")
        #expect(proposal.assumptions.contains(.currency))
        #expect(try file.cube(by: [.medium]).names(in: .medium) == ["Hörfunk", "TV"])
    }

    @Test("media side by side become rows")
    func wide() throws {
        let text = "周,品牌,电视,报纸,户外\n2025-12-01,雪花,1.5,,2\n2025-12-08,雪花,na,3,0\n"
        let (proposal, layout, file) = try proposed(Array(text.utf8))
        #expect(layout.unpivot?.columns.map(\.name) == ["电视", "报纸", "户外"])
        #expect(layout.month.kind == .weekStart && layout.emptyTexts == ["na"])
        #expect(file.reading.delivery.spend.amount == "6.50" && file.reading.delivery.rows == 3)
        #expect(roles(proposal)[2] == .spendOfMedium("电视"))
    }

    @Test("what could be read in two ways is said to be assumed")
    func ambiguous() throws {
        let (proposal, layout, _) = try proposed(Array("date,brand,medium,cost\n01/02/2025,A,TV,1.234\n".utf8))
        #expect(proposal.assumptions.contains(.dayBeforeMonth) && proposal.assumptions.contains(.decimalMark))
        #expect(layout.amounts.grouping == .point)
        let (american, other, _) = try proposed(Array("date,brand,medium,cost\n12/31/2025,A,TV,$5.10\n".utf8))
        #expect(other.dates == [.monthDayYear] && !american.assumptions.contains(.dayBeforeMonth))
    }

    @Test("names that YAML could take for something else are quoted")
    func quoting() throws {
        let header = #"month,"brand: ""x"", #1",Yes,medium,{spend}"#
        let (_, layout, file) = try proposed(Array("\(header)\n2025-12,A,b,TV,1.00\n".utf8))
        #expect(layout.dimensions[.brand] == .column(.init(#"brand: "x", #1"#)))
        #expect(layout.ignored == ["Yes"] && file.reading.delivery.spend.amount == "1.00")
    }

    @Test("a workbook is understood by its fullest sheet")
    func workbook() throws {
        let good = try #require(MonthFileCorpusTests.files.first { $0.name == "good.xlsx" })
        let (proposal, _, file) = try proposed(try good.bytes, name: "good.xlsx")
        #expect(proposal.headerLine == 3)
        #expect(file.reading.delivery.spend.amount == "1234.06")
    }

    @Test(
        "what is proposed for a publisher's file reads that file",
        .enabled(if: Datasets.exists(Datasets.shared("media"))),
        arguments: [
            ("us_google_political_weekly_d1_2018-08", "6437100.00"),
            ("us_google_political_weekly_d3_2019-06", "92595300.00"),
            ("us_google_political_geo_d1_2018-08", "7318700.00"), ("us_google_political_geo_d3_2019-06", "97149500.00"),
            ("mx_comsoc_2018", "7957346552.02"), ("mx_comsoc_2021", nil), ("es_basque_campaigns", "62202232.77"),
            ("at_medientransparenz_2012q3", "44282771.46"), ("sim_meridian_geo_all_channels", "219492402.20"),
            ("sim_robyn_weekly", "14529098.43"), ("real_mmm_retail_weekly", "490923967.97"),
            ("gen_occurrences_100k_seed7", nil),
        ] as [(String, String?)])
    func law(file: String, spend: String?) throws {
        let path = Datasets.shared("media/\(file).csv.gz")
        let proposal = try LayoutProposal(for: path)
        let layout = try LayoutFile.read(SourceText(proposal.text, file: "proposed.yaml"))
        let delivery = try MonthFile(path, layout: layout).reading.delivery
        if let spend { #expect(delivery.spend.amount == spend, "\(proposal.text)") }
        #expect(delivery.rows > 0)
    }

    @Test(
        "what is no table with amounts is refused, whatever it is",
        arguments: ["", "\n\n", "hello", "a,b\n", "a,b\nc,d\n", "\0\0\0\0", "1,2\n3,4\n", "\"", "{\"a\": 1}\n"])
    func noTable(text: String) {
        #expect(throws: Rejection.self) { try proposed(Array(text.utf8)) }
    }

    @Test("no mutation of a file makes the proposal trap, and what it proposes is a layout")
    func mutations() throws {
        var mutations = Mutations(seed: 3)
        let alphabet = Array("\",;\n\r\t\0 年月%€(){}[]#:-.0x".utf8)
        for _ in 0..<Mutations.count(200) {
            let changed = mutations.change(Array(Self.chinese.utf8), with: alphabet)
            let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".csv").path
            try Data(changed).write(to: URL(fileURLWithPath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            guard let proposal = try? LayoutProposal(for: path) else { continue }
            _ = try LayoutFile.read(SourceText(proposal.text, file: "proposed.yaml"))
        }
    }
}
