import Reports
import Statistics
import Testing

@Suite("The outlook on paper")
struct OutlookPaperTests {
    private func series(_ name: String, _ values: [Double]) throws -> OutlookPaper.Series {
        let forecast = SeriesForecast(of: try SeriesHistory(values), horizon: 3)
        return OutlookPaper.Series(name: name, forecast: forecast, periods: ["2026-01", "2026-02", "2026-03"])
    }

    @Test("reads as it was read and kept, in both languages")
    func golden() throws {
        let season = [0, 1, 2, 4, 6, 8, 9, 8, 5, 3, 1, 2]
        let years = (0..<36).map { 1_000 + 90 * Double(season[$0 % 12]) + Double($0 * $0 % 17) }
        let paper = OutlookPaper(
            [try series("清泉 <电视>", years), try series("Nova, Inc.", [12, 15]), try series("same", [7, 7, 7, 7, 7])],
            horizon: 3)
        try expectGolden(paper, "spend-outlook")
    }

    @Test("no series, and no period, are a paper too")
    func empty() {
        let report = OutlookPaper([], horizon: 3).report(in: Phrasebook(.english))
        #expect(report.sections.isEmpty && report.headline.sentences.count == 1)
    }
}
