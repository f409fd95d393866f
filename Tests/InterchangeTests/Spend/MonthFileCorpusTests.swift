import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import Testing

@Suite("Month files from the corpus")
struct MonthFileCorpusTests {
    /// The layout that all of them are read through.
    static let layout = try! LayoutFile.read(
        SourceText(
            """
            name: corpus
            basis: net
            currency: CNY
            month: {column: date, rule: day}
            columns:
              day: date
              category: {constant: Beer}
              brand: brand
              medium: {column: medium, optional: yes}
              spend: spend
            rows: {totals: skipped}
            """, file: "corpus.yaml"))

    static let files = CorpusFile.all(of: "month-file")

    @Test("each makes the findings that are recorded beside it, and no other", arguments: files)
    func replay(file: CorpusFile) throws {
        let findings: [Finding]
        do {
            findings = try MonthFile(file.url.path, layout: Self.layout).reading.findings
        } catch let rejection as Rejection {
            #expect(rejection.findings.contains { $0.severity == .error })
            findings = rejection.findings
        }
        #expect(file.name.hasPrefix("good") ? findings.allSatisfy { $0.severity == .note } : !findings.isEmpty)
        try file.check(findings)
    }

    @Test(
        "what is good is read to the cent",
        arguments: [
            ("good.csv", 2, "-0.50"), ("good.xlsx", 3, "1234.06"), ("good.csv.gz", 400, "193682.00"),
            ("good-utf-16be.csv", 1, "1.00"), ("totals.csv", 2, "3.00"), ("repeated-header.csv", 2, "2.00"),
        ])
    func sums(name: String, rows: Int, spend: String) throws {
        let file = try #require(Self.files.first { $0.name == name })
        let delivery = try MonthFile(file.url.path, layout: Self.layout).reading.delivery
        #expect(delivery.rows == rows)
        #expect(delivery.spend.amount == spend)
    }

    @Test("no mutation of a workbook or a packed file makes the reader trap", arguments: ["good.xlsx", "good.csv.gz"])
    func mutations(name: String) throws {
        let file = try #require(Self.files.first { $0.name == name })
        let bytes = try file.bytes
        var mutations = Mutations(seed: 7)
        var refused = 0
        for _ in 0..<Mutations.count(150) {
            let changed = mutations.change(bytes, with: Array(0...255))
            if (try? MonthFile(bytes: changed, layout: Self.layout, name: name)) == nil { refused += 1 }
        }
        #expect(refused > 0)
    }

    @Test(
        "no mutation of a text file makes the reader trap", arguments: ["good.csv", "totals.csv", "mixed-encoding.csv"])
    func textMutations(name: String) throws {
        let bytes = try #require(Self.files.first { $0.name == name }).bytes
        var mutations = Mutations(seed: 11)
        let alphabet = Array("\",;\n\r\t\0-()¥0123456789.合计".utf8) + [0xFF, 0xC3]
        var read = 0
        for _ in 0..<Mutations.count(300) {
            let changed = mutations.change(bytes, with: alphabet)
            if (try? MonthFile(bytes: changed, layout: Self.layout, name: name)) != nil { read += 1 }
        }
        #expect(read > 0 || name == "mixed-encoding.csv")
    }
}
