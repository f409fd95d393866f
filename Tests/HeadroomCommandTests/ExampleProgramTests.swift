import Foundation
import Testing

@Suite("The library in a program of one's own")
struct ExampleProgramTests {
    @Test("twenty lines import month files and write the monthly paper in both languages")
    func monthlyPaper() throws {
        let folder = try TemporaryFolder()
        let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "seeds/examples/snacks-and-dairy.csv.gz")
        let arguments = ["2025-12", "Snacks", "君明优品", folder.url.path, data.path]
        let run = try CommandRun(arguments, in: folder.url, of: "monthly-paper")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == 4)
        let paper = folder.url.appending(path: "2025-12.spend.Snacks.zh-Hans.html")
        #expect(try String(contentsOf: paper, encoding: .utf8).contains("竞争品牌"))
    }

    @Test("it is as short as it says")
    func length() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: root.appending(path: "Examples/MonthlyPaper/MonthlyPaper.swift"), encoding: .utf8)
        let code = text.split(separator: "\n").filter { !$0.hasPrefix("///") }
        #expect(code.count <= 20)
        #expect(code.filter { $0.hasPrefix("import") } == ["import Headroom"])
    }
}
