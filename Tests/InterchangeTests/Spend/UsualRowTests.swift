import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Parallel
import Testing

@Suite("Reading usual rows quickly")
struct UsualRowTests {
    /// All that comes of a file: its rows in words, its totals and its findings.
    struct Outcome: Equatable {
        var rows: [String] = []
        var delivery: Delivery?
        var findings: [Finding] = []
    }

    static let layoutText = """
        name: vendor
        basis: net
        month: {column: month}
        dates: [year-month-day, day/month/year]
        columns:
          day: {column: date, optional: yes}
          category: {constant: Beer}
          brand: brand
          medium: {column: medium, optional: yes}
          insertions: n
          spend: spend
          currency: currency
        """
    static let layout = try! LayoutFile.read(SourceText(layoutText, file: "vendor.yaml"))

    /// Names with the codes of the vendor, and lines that are no rows.
    static let codedLayout = try! LayoutFile.read(
        SourceText(
            """
            name: vendor
            basis: net
            month: {column: month}
            currency: CNY
            empty: [na]
            rows: {others: skipped}
            columns:
              category: {constant: Beer}
              medium: {constant: TV}
              brand: {column: brand, key: code, leading zeros: dropped}
              vehicle: {column: vehicle, key: id, optional: yes}
              insertions: n
              spend: spend
            """, file: "vendor.yaml"))

    static func outcome(
        _ file: String, _ layout: Layout = layout, threads: Int?, blockSize: Int = 3_000
    ) -> Outcome {
        var reader = MonthFileReader(layout)
        var outcome = Outcome()
        var chunks: [OccurrenceChunk] = []
        do {
            let reading: MonthFileReading
            if let threads {
                reading = try reader.read(
                    file, on: Workers(threads), blockSize: blockSize, make: { chunk, _ in chunk },
                    take: { chunks.append($0) })
            } else {
                reader.readsCarefully = true
                reading = try reader.read(file) { chunk, _ in chunks.append(chunk) }
            }
            outcome.delivery = reading.delivery
            outcome.findings = reading.findings
            for chunk in chunks {
                for row in 0..<chunk.count {
                    let words = SpendDimension.allCases.map { reading.vocabulary.text(of: chunk[$0][row], in: $0) }
                    outcome.rows.append("\(words) \(chunk.insertions[row]) \(chunk.spend[row])")
                }
            }
        } catch let rejection as Rejection {
            outcome.findings = rejection.findings
        } catch {
            Issue.record(error)
        }
        return outcome
    }

    /// A file of some 3,000 rows, a share of which are odd: in ways that are read, or also in ways that are not.
    static func file(seed: UInt64, withFaults: Bool, lineEnd: String) -> String {
        var random = SeededGenerator(seed: seed)
        func any(_ texts: [String]) -> String { texts.randomElement(using: &random)! }
        let header = "date,month,brand,medium,n,spend,currency"
        var text = header + lineEnd
        for row in 0..<3_000 {
            let month = any(["2025-11", "2025-12", "2025-12", "\"2025-12\"", "202512"])
            let brand = any([
                "Ales", "\"Ales\"", " Ales ", "\"Ales, \"\"Plus\"\"\"", "啤酒 \(row % 40)",
                "Brand \(row % 700) of the house", "",
            ])
            let amount = any(["1.50", "-3", "(2.10)", "7.00-", "\"12.34\"", "0", "1000000.25", "+4.00", ".50"])
            var fields = [
                any(["2025-12-0\(1 + row % 9)", "03/12/2025", "", "\"2025-12-04\""]), month, brand,
                any(["TV", "", "Radio"]), "\(row % 7)", amount, "CNY",
            ]
            switch Int.random(in: 0..<60, using: &random) {
            case 0: fields.append("")
            case 1: fields[4] = ""
            case 2: text += lineEnd
            case 3: fields[2] = "\"two\nlines\""
            case 4: fields = header.split(separator: ",").map(String.init)
            case 5: fields[2] = "in\"side"
            case 6: fields[3] = "\"Cable\" "
            default: break
            }
            if withFaults {
                switch Int.random(in: 0..<400, using: &random) {
                case 0: fields[5] = "lots"
                case 1: fields.removeLast()
                case 2: fields[1] = "2025-13"
                case 3: fields[6] = "EUR"
                case 4: fields[0] = "31/06/2025"
                case 5: fields[2] = "\"a\"b"
                case 6: fields[5] = "99999999999999999999"
                case 7: fields[5] = ""
                default: break
                }
            }
            text += fields.joined(separator: ",") + lineEnd
        }
        // Another order of columns from here on.
        text += "month,date,brand,medium,spend,n,currency" + lineEnd
        for _ in 0..<300 { text += "2025-10,2025-10-05,Late,Radio,5.00,2,CNY" + lineEnd }
        return text
    }

    @Test(
        "comes to the same as reading every row carefully, on any number of threads",
        arguments: [(1, false, "\n"), (2, false, "\r\n"), (3, true, "\n"), (4, true, "\r\n"), (5, true, "\n")])
    func sameAsCareful(seed: UInt64, withFaults: Bool, lineEnd: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("2025-12.csv").path
        let text = Self.file(seed: seed, withFaults: withFaults, lineEnd: lineEnd)
        try Data(text.utf8).write(to: URL(filePath: path))
        let careful = Self.outcome(path, threads: nil)
        #expect(careful.rows.isEmpty == withFaults)
        for threads in 1...3 {
            for blockSize in [500, 3_000, 1 << 20] {
                let quick = Self.outcome(path, threads: threads, blockSize: blockSize)
                #expect(quick.rows == careful.rows)
                #expect(quick.delivery == careful.delivery)
                #expect(quick.findings == careful.findings)
            }
        }
    }

    /// A file of 3,000 rows whose codes have several names, or none.
    static func codedFile(seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        func any(_ texts: [String]) -> String { texts.randomElement(using: &random)! }
        let header = "month,code,brand,id,vehicle,n,spend\n"
        var text = "Report of brands\n" + header
        for row in 0..<3_000 {
            let code = any([
                "007", "7", "0007", "\"7\"", "12", "0", "00", "0 ", "", " ", "\"\"", "x\(row % 50)", "1\(row)",
            ])
            let brand = any(["Ales", "ALES", "\"Ales\"", " Ales", "", "\"Ales \"\"Plus\"\"\"", "Brand \(row % 9)"])
            let spend = any(["1.50", "2", "0", "3.25", "na", ""])
            text += "2025-12,\(code),\(brand),\(any(["v1", "v2", ""])),\(any(["News", "Late News", ""])),1,\(spend)\n"
            if row % 500 == 250 { text += "Page \(row),,,,,,\n" + header }
        }
        return text
    }

    @Test("keys come to the same too, whatever names they have, in any order", arguments: [1, 2, 3] as [UInt64])
    func keys(seed: UInt64) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = Self.codedFile(seed: seed)
        try Data(text.utf8).write(to: file)
        let careful = Self.outcome(file.path, Self.codedLayout, threads: nil)
        #expect(careful.rows.count > 1_000)
        #expect(careful.findings.contains { $0.id == "spend.variant-names" })
        for threads in 1...3 {
            for blockSize in [500, 3_000, 1 << 20] {
                #expect(Self.outcome(file.path, Self.codedLayout, threads: threads, blockSize: blockSize) == careful)
            }
        }
        // What is said of the names does not depend on the order of the rows.
        let lines = text.split(separator: "\n")
        let reversed = lines.prefix(2) + lines.dropFirst(2).filter { !$0.hasPrefix("month") }.reversed()
        try Data(reversed.joined(separator: "\n").utf8).write(to: file)
        let other = Self.outcome(file.path, Self.codedLayout, threads: 2)
        #expect(other.rows.sorted() == careful.rows.sorted())
        let names = [careful, other].map { $0.findings.filter { $0.id == "spend.variant-names" } }
        #expect(names[0] == names[1])
    }

    @Test("damaged at random it comes to the same too, and stops nothing")
    func mutations() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        var files = MutatedFiles(seed: 99, path: file.path)
        let found = try files.firstDisagreement(among: 3_000)
        #expect(found == nil, "\(found.map { String(decoding: $0.input, as: UTF8.self) } ?? "")\n\(found?.what ?? "")")
    }
}
