import Foundation
import Headroom
import Testing

@Suite("Rows that are given back as a month file")
struct SpendExportTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }

    /// Imports a file and exports it again.
    private func exported(_ file: String, layout: String? = nil, year: Int? = nil, as name: String) throws -> Cube {
        _ = try Answer.spendImport([file], layout: layout, year: year, into: path("\(name).sqlite"))
        try SpendExport(store: path("\(name).sqlite"), layout: layout).write(to: path("\(name).csv"))
        return try SpendCube(store: path("\(name).sqlite"), source: nil, by: SpendDimension.allCases).cube
    }

    @Test(
        "reading what was exported gives the same rows, of every layout of the seeds",
        arguments: [
            ("occurrences_five_categories", "occurrences", nil), ("mx_comsoc_2019", "comsoc", 2019),
            ("us_google_political_weekly_d1_2018-08", "google-political-weekly", nil),
            ("us_google_political_weekly_d3_2019-06", "google-political-weekly", nil),
        ] as [(String, String, Int?)])
    func roundTrip(_ file: String, _ layout: String, _ year: Int?) throws {
        let original = HouseTests.root.appending(path: "datasets/media/\(file).csv.gz").path
        let first = try exported(original, layout: layout, year: year, as: "first")
        let second = try exported(path("first.csv"), layout: layout, year: year, as: "second")
        #expect(first == second)
        // Byte by byte, so also row by row and in their order.
        #expect(try text("first.csv") == text("second.csv"))
        let deliveries = try ["first", "second"].map {
            try Workspace(at: path("\($0).sqlite")).deliveries()[0].delivery
        }
        #expect(deliveries[0].months == deliveries[1].months)
        #expect(deliveries[0].control?.total == deliveries[1].control?.total)
        try FileManager.default.removeItem(at: folder)
    }

    private static let header =
        "date,month,category,advertiser,brand,product,medium,vehicle,region,daypart,ad_length_s,insertions,spend,currency\n"

    @Test("names that spreadsheets take for formulas, quotes, line ends and blanks within come back as they were")
    func oddNames() throws {
        let names = ["=1+1", "+a", "-b", "@c", "\"d \"\"e\"\"\"", "\"f\ng\"", "\"h, i\"", "𠮷野家", "'=x", "a  b"]
        let rows = names.map { "2025-11-05,2025-11,Soda,Owner,\($0),\($0),TV,Channel 1,North,,,4,-12.05,CNY\n" }
        let file = try write(Self.header + rows.joined(), to: "odd-file.csv")
        let first = try exported(file, as: "odd")
        let second = try exported(path("odd.csv"), as: "again")
        #expect(first == second)
        #expect(
            Set(first.names(in: .brand)).isSuperset(of: ["=1+1", "+a", "-b", "@c", "d \"e\"", "f\ng", "h, i", "'=x"]))
        #expect(
            try text("odd.csv").hasSuffix("2025-11,2025-11-05,Soda,Owner,a  b,a  b,TV,Channel 1,North,,,4,-12.05,CNY\n")
        )
    }

    @Test("a layout of one's own gives back its separators, marks, units and dates")
    func ownLayout() throws {
        let layout = try write(
            """
            name: medien
            currency: EUR
            basis: net
            encoding: windows-1252
            delimiter: semicolon
            decimal: comma
            grouping: point
            dates: [day/month/year]
            month: {column: Datum, rule: day}
            columns:
              day: Datum
              category: Branche
              brand: {column: Marke, key: Nr}
              medium: {constant: Presse}
              spend: Betrag
            """, to: "medien.yaml")
        let file = try write(
            "Datum;Branche;Nr;Marke;Betrag\n31.12.2025;Bier;7;Ost;1.234.567,89\n01.12.2025;Bier;8;West;-5,00\n",
            to: "m.csv")
        let first = try exported(file, layout: layout, as: "own")
        #expect(
            try text("own.csv")
                == "\u{FEFF}Datum;Branche;Nr;Marke;Betrag\n31/12/2025;Bier;7;Ost;1.234.567,89\n01/12/2025;Bier;8;West;-5,00\n"
        )
        #expect(try exported(path("own.csv"), layout: layout, as: "own-again") == first)
        // Without the layout's file the columns say what they hold.
        let plain = try SpendExport(store: path("own.sqlite"))
        #expect(plain.findings.map(\.id) == ["spend.unknown-columns"])
        try plain.write(to: path("plain.csv"))
        #expect(
            try text("plain.csv").split(separator: "\n")[1]
                == "2025-12,2025-12-31,Bier,,Ost,,Presse,,,,,0,1234567.89,EUR")
    }

    @Test("one delivery, or one month of it, also after another replaced it")
    func parts() throws {
        func row(_ month: String, _ brand: String) -> String {
            "\(month)-05,\(month),Soda,Owner,\(brand),\(brand),TV,Channel 1,North,,,4,1.00,CNY\n"
        }
        let store = path("parts.sqlite")
        let files = [
            try write(Self.header + row("2025-11", "A") + row("2025-12", "B"), to: "1.csv"),
            try write(Self.header + row("2025-12", "C"), to: "2.csv"),
        ]
        for file in files { _ = try Answer.spendImport([file], into: store) }
        func brands(_ delivery: Int64?, _ month: String?) throws -> [String] {
            try SpendExport(store: store, delivery: delivery, month: month.flatMap { CivilMonth($0) })
                .write(to: path("out.csv"))
            return try text("out.csv").split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[4]) }
        }
        #expect(try brands(nil, nil) == ["A", "C"])
        #expect(try brands(1, nil) == ["A", "B"])
        #expect(try brands(1, "2025-12") == ["B"])
        #expect(try brands(nil, "2025-12") == ["C"])
        #expect(try brands(2, nil) == ["C"])
        let unknown = #expect(throws: Rejection.self) { try brands(9, nil) }
        #expect(unknown?.findings.map(\.id) == ["spend.unknown-delivery"])
        #expect(unknown?.findings.first?.advice == "use one of: 1, 2")
        let missing = #expect(throws: Rejection.self) { try brands(2, "2025-11") }
        #expect(missing?.findings.map(\.id) == ["spend.month-not-delivered"])
    }

    @Test("a file that cannot be finished does not appear")
    func wholeOrNot() throws {
        let file = try write(Self.header + "2025-11-05,2025-11,Soda,Owner,A,A,TV,C,N,,,4,1.00,CNY\n", to: "1.csv")
        _ = try exported(file, as: "w")
        #expect(throws: Failure.self) {
            try SpendExport(store: path("w.sqlite")).write(to: path("1.csv/out.csv"))
        }
        struct Interruption: Error {}
        #expect(throws: Interruption.self) {
            try SpendExport(store: path("w.sqlite")).write { _ in throw Interruption() }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.allSatisfy { !$0.hasSuffix(".part") })
    }
}
