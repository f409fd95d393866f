import Foundation
import Testing

@Suite("headroom demo")
struct DemoCommandTests {
    private let folder = try! TemporaryFolder()

    @Test("writes each paper in both languages and says a sentence on each; a second run gives the same bytes")
    func papers() throws {
        let run = try CommandRun("demo", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").count == 4)
        let papers = try folder.files().filter { $0.hasSuffix(".html") || $0.hasSuffix(".json") }
        #expect(
            papers == [
                "demo/2025-12.spend.en.html", "demo/2025-12.spend.json", "demo/2025-12.spend.zh-Hans.html",
                "demo/campaign.timetable.en.html", "demo/campaign.timetable.json",
                "demo/campaign.timetable.zh-Hans.html",
                "demo/launch-film.cost.en.html", "demo/launch-film.cost.json",
                "demo/launch-film.cost.zh-Hans.html",
            ])
        let before = try papers.map { try Data(contentsOf: folder.url.appending(path: $0)) }
        #expect(try CommandRun("demo", in: folder.url).output == run.output)
        #expect(try papers.map { try Data(contentsOf: folder.url.appending(path: $0)) } == before)
    }

    @Test("speaks Chinese when asked")
    func chinese() throws {
        let run = try CommandRun("demo", "papers", "--language", "zh-Hans", in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("工作日"))
    }
}
