import Foundation
import Headroom
import Testing

/// Runs of the real Spark, each of which takes half a minute: they happen where HEADROOM_SPARK is set to anything.
@Suite(
    "Spark and the embedded engine agree", .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["HEADROOM_SPARK"] != nil))
struct SparkAgreementTests {
    private static let shared = HouseTests.root.deletingLastPathComponent().appending(path: "shared/data/media").path

    private func expectAgreement(
        _ files: [String], _ layout: String?, by dimensions: [SpendDimension],
        measures: [SpendCube.Measure] = [.rows, .insertions, .spend]
    ) throws {
        let embedded = try SpendCube(adding: files, layout: layout, by: dimensions).csv(measures)
        let spark = try SpendCube(
            onSpark: SparkOptions(master: "local[2]"), adding: files, layout: layout, by: dimensions,
            environment: ProcessInfo.processInfo.environment
        ).csv(measures)
        #expect(embedded == spark)
        #expect(embedded.split(separator: "\n").count > 1)
    }

    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headroom spark [x] \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test("on a hundred thousand monitored rows", .enabled(if: FileManager.default.fileExists(atPath: shared)))
    func occurrences() throws {
        try expectAgreement(
            ["\(Self.shared)/gen_occurrences_100k_seed7.csv.gz"], nil,
            by: [.month, .category, .brand, .medium, .region])
    }

    @Test("on three deliveries whose advertisers are renamed under their keys")
    func renamed() throws {
        let folder = HouseTests.root.appending(path: "datasets/media").path
        let files = ["d1_2018-08", "d2_2018-09", "d3_2019-06"].map {
            "\(folder)/us_google_political_weekly_\($0).csv.gz"
        }
        try expectAgreement(files, "google-political-weekly", by: [.brand, .month, .product, .day])
    }

    @Test(
        "on quarters and substitutes, and on columns side by side",
        .enabled(if: FileManager.default.fileExists(atPath: shared)))
    func laterLayouts() throws {
        try expectAgreement(
            ["\(Self.shared)/at_medientransparenz_2012q3.csv.gz"], "medientransparenz",
            by: [.month, .advertiser, .vehicle], measures: [.rows, .spend])
        try expectAgreement(
            ["\(Self.shared)/sim_robyn_weekly.csv.gz"], "robyn-weekly", by: [.month, .day, .medium],
            measures: [.rows, .spend])
        try expectAgreement(
            ["\(Self.shared)/sim_meridian_geo_all_channels.csv.gz"], "meridian-geo", by: [.month, .medium, .region])
    }

    @Test("on names that are anything but names, also in folders of such names")
    func hostileNames() throws {
        let names = [
            "'; DROP VIEW input1; --", "`x`", "a\\b", "\\", "''", "${env:HOME}", "/* x */", "-- x", "=1+1", "@x", "a;b",
            "汉字",
            "😀", "a, b", "#x", "null", "NULL", "", " trimmed ", "\u{A0}nbsp\u{A0}", "\\u0027", "a\u{2028}b", "é",
            "e\u{301}",
        ]
        let rows = names.enumerated().map { index, name in
            let quoted = "\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\""
            return
                "2025-12-0\(index % 9 + 1),2025-1\(index % 3),\(quoted),A,\(quoted),P,TV,V,R,D,30,\(index),-\(index).5,CNY"
        }
        let header =
            "date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency"
        try withFolder { folder in
            let file = try write(([header] + rows).joined(separator: "\r\n"), "it's {a} *.csv", in: folder)
            try expectAgreement([file], "occurrences", by: [.brand, .month, .day, .category])
        }
    }

    private static let european = """
        name: 'euro; -- `x`'
        delimiter: semicolon
        decimal: comma
        grouping: point
        unit: thousands
        surplus decimals: zeros dropped
        currency: EUR
        basis: net
        dates: [day/month/year, spreadsheet serial, yyyymmdd]
        month: {column: Woche, rule: week middle}
        columns:
          day: {column: Woche, optional: yes}
          category: {constant: "it's; -- ${x}"}
          brand: {column: Marke, key: Nr, leading zeros: dropped}
          medium: 'Medium; "x"'
          region: {column: Land, optional: yes}
          insertions: Anzahl
          spend: Betrag
        rows: {only: {Art: "ja; --'"}}
        """

    @Test(
        "on decimal commas, thousands, credit notes, serial dates, keys with zeros, and rows that do not count",
        arguments: ["week middle", "broadcast"])
    func european(rule: String) throws {
        let header = "Woche;Nr;Marke;\"Medium; \"\"x\"\"\";Anzahl;Betrag;Art\n"
        let first =
            header + """
                31.12.2025;007;Zeta;TV;1;1.234,5;ja; --'
                29.12.2025;7;Alpha;TV;;(0,00001);ja; --'
                45658;0;Null;Radio;-2;12,00000000;ja; --'
                20250228;;Ohne;Radio;4;7-;ja; --'
                31.06.2025;1;X;TV;x;abc;nein
                28/02/2025;00;Nil;TV;3;+1.000.000,25;ja; --'
                28/02/2025;00;Aber;TV;3;,5;ja; --'
                """
        let quoted = first.replacingOccurrences(of: "ja; --'", with: "\"ja; --'\"")
        let second = header + "31.12.2025;7;Neu;TV;1;1;\"ja; --'\"\n"
        try withFolder { folder in
            let european = Self.european.replacingOccurrences(of: "week middle", with: rule)
            let layout = try write(european, "layout.yaml", in: folder)
            let files = [try write(quoted, "1.csv", in: folder), try write(second, "2.csv", in: folder)]
            try expectAgreement(files, layout, by: [.brand, .month, .day, .medium, .region, .category])
            try expectAgreement(files.reversed(), layout, by: [.month, .brand])
        }
    }

    @Test(
        "on what is refused",
        arguments: [
            ("2025-12", "12.345", "spend.bad-amount"), ("2025-13", "1.00", "spend.bad-month"),
            ("2025-12", "1e3", "spend.bad-amount"), ("2025-12", "", "spend.missing-amount"),
            ("2025-12", "9223372036854775807.00", "spend."), ("2025-12", "1.00,CNY,9", "spend.ragged-row"),
            ("2025-12", "1.00,EUR", "spend."),
        ])
    func refusals(month: String, amount: String, id: String) throws {
        let layout = """
            name: t
            basis: net
            month: {column: month}
            columns: {category: {constant: X}, brand: {constant: Y}, medium: {constant: Z}, spend: spend, currency: currency}
            """
        try withFolder { folder in
            let layout = try write(layout, "layout.yaml", in: folder)
            let rest = amount.contains(",") ? "" : ",CNY"
            let file = try write(
                "month,spend,currency\n2025-12,1,CNY\n\(month),\(amount)\(rest)\n", "f.csv", in: folder)
            for isSpark in [false, true] {
                let rejection = #expect(throws: Rejection.self) {
                    _ =
                        isSpark
                        ? try SpendCube(
                            onSpark: SparkOptions(master: "local[1]"), adding: [file], layout: layout, by: [.month],
                            environment: ProcessInfo.processInfo.environment)
                        : try SpendCube(adding: [file], layout: layout, by: [.month])
                }
                #expect(rejection?.findings.contains { $0.id.rawValue.hasPrefix(id) } == true, "\(isSpark)")
            }
        }
    }
}
