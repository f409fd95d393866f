import Foundation
import Testing

@Suite("headroom cost tax")
struct CostTaxCommandTests {
    private let folder = try! TemporaryFolder()

    @Test("an advertising service comes to the cent")
    func workedExample() throws {
        let run = try CommandRun(
            "cost", "tax", "--receipts", "1060000", "--media", "742000", "--on", "2018-06-30", "--json", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        for member in [
            "\"due\":\"27540.00\"", "\"charged\":\"60000.00\"", "\"credited\":\"42000.00\"", "\"due\":\"18000.00\"",
            "\"due\":\"9540.00\"", "\"base\":\"318000.00\"",
        ] {
            #expect(run.output.filter { !$0.isWhitespace }.contains(member), "\(member) in \(run.output)")
        }
    }

    @Test("a paper is written in both languages")
    func papers() throws {
        for language in ["en", "zh-Hans"] {
            let run = try CommandRun(
                "cost", "tax", "--receipts", "1060000", "--on", "2026-11-30", "--out", ".", "--format", "html,xlsx",
                "--language", language, in: folder.url)
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test(
        "what cannot be is refused",
        arguments: [
            (["--receipts", "-1", "--on", "2026-11-30"], 64), (["--receipts", "1.234", "--on", "2026-11-30"], 64),
            (["--receipts", "1", "--on", "2026-02-30"], 64), (["--receipts", "1", "--on", "1999-01-01"], 65),
            (["--receipts", "1", "--on", "2026-11-30", "--place", "chna"], 65),
            (["--receipts", "1", "--on", "2026-11-30", "--table", "none.yaml"], 66),
            (["--receipts", "92233720368547758.07", "--on", "2026-11-30", "--table", "huge.yaml"], 65),
        ] as [([String], Int32)])
    func refused(arguments: [String], status: Int32) throws {
        try Data("rules: [{id: a, rate: 900%, base: receipts less media, from: 2020-01-01}]".utf8)
            .write(to: folder.url.appending(path: "huge.yaml"))
        let run = try CommandRun(["cost", "tax"] + arguments, in: folder.url)
        #expect(run.status == status, "\(run.errors)")
    }
}
