import Foundation
import Testing

@Suite("headroom demo")
struct DemoCommandTests {
    private let folder = try! TemporaryFolder()

    private static let papers = [
        "2025-12.spend.Snacks", "2025-12.stores", "campaign.timetable", "launch-film.cost", "summer-tea.estimate-1",
        "summer-tea.reconciliation-2026-03", "summer-tea.request-1", "summer-tea.status",
    ]

    @Test("writes each paper in both languages and says a sentence on each; a second run gives the same bytes")
    func papers() throws {
        let run = try CommandRun("demo", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == Self.papers.count + 1)
        let papers = try folder.files().filter {
            $0.hasSuffix(".html") || $0.hasSuffix(".xlsx") || $0.hasSuffix(".json")
        }
        #expect(
            papers
                == Self.papers.flatMap { paper in
                    [".en.html", ".en.xlsx", ".json", ".zh-Hans.html", ".zh-Hans.xlsx"].map { "demo/\(paper)\($0)" }
                })
        let before = try papers.map { try Data(contentsOf: folder.url.appending(path: $0)) }
        #expect(try CommandRun("demo", in: folder.url).output == run.output)
        #expect(try papers.map { try Data(contentsOf: folder.url.appending(path: $0)) } == before)
    }

    @Test("the index names every paper and every example")
    func index() throws {
        #expect(try CommandRun("demo", in: folder.url).status == 0)
        let index = try String(contentsOf: folder.url.appending(path: "demo/examples/README.md"), encoding: .utf8)
        for paper in Self.papers { #expect(index.contains("`\(paper)`")) }
        for file in try folder.files() where file.contains("/examples/") && !file.hasSuffix("README.md") {
            #expect(index.contains("`\(file.split(separator: "/").last ?? "")`"), "\(file)")
        }
    }

    @Test("status, reconciliation and letter name lines as the estimate does")
    func names() throws {
        #expect(try CommandRun("demo", in: folder.url).status == 0)
        for paper in ["status", "reconciliation-2026-03", "request-1"] {
            let file = folder.url.appending(path: "demo/summer-tea.\(paper).en.html")
            #expect(try String(contentsOf: file, encoding: .utf8).contains("Sampling, 6 cities"), "\(paper)")
        }
    }

    @Test("speaks Chinese when asked")
    func chinese() throws {
        let run = try CommandRun("demo", "papers", "--language", "zh-Hans", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("工作日"))
    }
}
