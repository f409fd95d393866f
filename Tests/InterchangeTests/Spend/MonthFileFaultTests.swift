import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Testing

@Suite("Month files with faults")
struct MonthFileFaultTests {
    static let header = "month,brand,medium,spend\n"

    static func rejection(_ text: String, _ more: String = "") throws -> [Finding] {
        try rejection(Array(text.utf8), more)
    }

    static func rejection(_ bytes: [UInt8], _ more: String = "") throws -> [Finding] {
        let layout = try MonthFileTests.layout(more)
        do {
            _ = try MonthFile(bytes: bytes, layout: layout)
            Issue.record("it was read")
            return []
        } catch let rejection as Rejection {
            return rejection.findings
        }
    }

    static let faults: [(text: String, more: String, id: FindingID, line: Int?, column: Int?)] = [
        ("", "", "spend.no-header", nil, nil),
        ("\n\n", "", "spend.no-header", nil, nil),
        (header, "", "spend.no-rows", nil, nil),
        ("month,brand,medium,cost\n" + "2025-12,A,TV,1\n", "", "spend.missing-column", 1, 1),
        (header + "2025-12,A\0,TV,1\n2025-12,B,TV,1\n", "", "spend.nul-byte", 2, 1),
        ("month,brand,brand,spend\n2025-12,A,B,1\n", "", "spend.duplicate-column", 1, 13),
        (header + "2025-12,A,TV,12abc\n", "", "spend.bad-amount", 2, 14),
        (header + "2025-12,A,TV,\"1,234.50\"\n", "", "spend.bad-amount", 2, 14),
        (header + "2025-12,A,TV,1.005\n", "", "spend.bad-amount", 2, 14),
        (header + "2025-12,A,TV,99999999999999999999\n", "", "spend.bad-amount", 2, 14),
        (header + "2025-12,A,TV,\n", "", "spend.missing-amount", 2, 14),
        (header + "2025-13,A,TV,1\n", "", "spend.bad-month", 2, 1),
        (header + "2025-12,A,1\n", "", "spend.ragged-row", 2, 12),
        (header + "2025-12,A,TV,1,surplus\n", "", "spend.ragged-row", 2, 16),
        (header + "2025-12,啤酒,\"TV,1\n", "", "spend.unclosed-quote", 2, 12),
        (header + "2025-12,\"A\"x,TV,1\n", "", "spend.text-after-quote", 2, 9),
        (header + "2025-12,\"A\nB\",TV,x\n", "", "spend.bad-amount", 3, 7),
        (
            header + "2025-12,A,TV,50000000000000000.00\n2025-12,A,TV,-50000000000000000.00\n", "",
            "spend.total-too-large", nil, nil
        ),
    ]

    @Test("each fault is a finding with its place", arguments: faults)
    func places(text: String, more: String, id: FindingID, line: Int?, column: Int?) throws {
        let findings = try Self.rejection(text, more)
        let finding = try #require(findings.first { $0.severity == .error })
        #expect(finding.id == id)
        #expect(finding.place?.line == line)
        #expect(finding.place?.column == column)
        #expect(!finding.advice.isEmpty)
    }

    @Test("all faults are said in one run, at most twenty of a kind with their number")
    func allAtOnce() throws {
        var text = Self.header + "2025-12,A\n2025-99,A,TV,1\n"
        for row in 0..<50 { text += "2025-12,A,TV,x\(row)\n" }
        let findings = try Self.rejection(text)
        #expect(findings.count { $0.id == "spend.ragged-row" } == 1)
        #expect(findings.count { $0.id == "spend.bad-month" } == 1)
        let amounts = findings.filter { $0.id == "spend.bad-amount" }
        #expect(amounts.count == 20)
        #expect(amounts.last?.message.hasSuffix("and so in 30 more places") == true)
    }

    @Test("a file that is no month file is left at its first line")
    func wrongFile() throws {
        let findings = try Self.rejection("name,amount\n" + String(repeating: "x,1\n", count: 100))
        #expect(findings.map(\.id) == Array(repeating: "spend.missing-column", count: 3))
        #expect(findings.allSatisfy { $0.place?.line == 1 })
    }

    @Test("where page heads may stand above the header, the line is shown that comes nearest to one")
    func nearestHeader() throws {
        let text = "A page head\nmonth,brand,medium,cost\n" + String(repeating: "2025-12,A,TV,1\n", count: 100)
        let findings = try Self.rejection(text, "rows: {others: skipped}\n")
        #expect(findings.map(\.id) == ["spend.missing-column"])
        #expect(findings.first?.place?.line == 2)
    }

    @Test("two currencies in one file are refused")
    func currencies() throws {
        let layout = try MonthFileTests.layout(columns: "  currency: currency", currency: "")
        let text = "month,brand,medium,spend,currency\n2025-12,A,TV,1,CNY\n2025-12,A,TV,1,USD\n"
        let rejection = #expect(throws: Rejection.self) { try MonthFile(text: text, layout: layout) }
        #expect(rejection?.findings.map(\.id) == ["spend.mixed-currencies"])
        #expect(rejection?.findings.first?.place?.line == 3)
        let unknown = #expect(throws: Rejection.self) {
            try MonthFile(text: text.replacingOccurrences(of: "CNY", with: "RMB"), layout: layout)
        }
        #expect(unknown?.findings.first?.id == "spend.mixed-currencies")
    }

    @Test("nothing is handed on after the first fault")
    func nothingAfterFaults() throws {
        var text = Self.header + "2025-12,A,TV,x\n"
        for _ in 0..<70_000 { text += "2025-12,A,TV,1\n" }
        let layout = try MonthFileTests.layout()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(text.utf8).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        var chunks = 0
        #expect(throws: Rejection.self) { try MonthFileReader(layout).read(folder.path) { _, _ in chunks += 1 } }
        #expect(chunks == 0)
    }

    @Test("a quote that never closes ends after sixteen megabytes")
    func endlessRow() throws {
        var bytes = Array((Self.header + "2025-12,\"A").utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 17 << 20)
        let findings = try Self.rejection(bytes)
        #expect(findings.map(\.id) == ["spend.endless-row"])
    }

    @Test("packed files that are cut short or damaged say so")
    func packing() throws {
        let whole = Packed.gzip(Self.header + String(repeating: "2025-12,A,TV,1\n", count: 100))
        #expect(try Self.rejection(Array(whole.dropLast(20))).map(\.id) == ["gzip.truncated"])
        var damaged = whole
        damaged[whole.count - 6] ^= 1
        #expect(try Self.rejection(damaged).map(\.id) == ["gzip.damaged"])
    }

    @Test("a file that is not there, or a folder, is a failure of the world")
    func noFile() throws {
        let layout = try MonthFileTests.layout()
        #expect(throws: SpendFileFault.self) { try MonthFileReader(layout).read("/nowhere/at/all.csv") { _, _ in } }
        #expect(throws: SpendFileFault.self) { try MonthFileReader(layout).read("/") { _, _ in } }
    }

    @Test("no mutation of a file makes the reader trap")
    func mutations() throws {
        let layout = try MonthFileTests.layout("rows: {others: skipped}")
        let sample = Array((Self.header + "2025-12,\"啤酒, \"\"纯生\"\"\",TV,1.50\r\n2025-11,B,,(2)\n").utf8)
        let bytes: [UInt8] = [0, 10, 13, 34, 44, 45, 0xC3, 0xFF]
        var read = 0
        for position in sample.indices {
            for byte in bytes {
                var changed = sample
                changed[position] = byte
                if (try? MonthFile(bytes: changed, layout: layout)) != nil { read += 1 }
            }
            _ = try? MonthFile(bytes: Array(sample[..<position]), layout: layout)
        }
        #expect(read > 0)
    }
}
