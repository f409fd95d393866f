import Statistics
import Testing

@Suite("Accuracy of forecasts")
struct ForecastErrorTests {
    private let history = try! SeriesHistory([10, 20, 12, 24], seasonLength: 2)

    @Test("the scaled error is in changes from season to season")
    func scaled() {
        // Seasonal changes 2 and 4: 3 on average.
        #expect(ForecastError.scaled([11, 30], actual: [14, 21], history: history) == 2)
        #expect(ForecastError.scaled([14, 21], actual: [14, 21], history: history) == 0)
    }

    @Test("percentages are shares of the mean of forecast and actual")
    func symmetric() {
        #expect(ForecastError.symmetricPercentage([150, 0], actual: [50, 7]) == 150)
        #expect(ForecastError.symmetricPercentage([3, 3], actual: [3, 3]) == 0)
    }

    @Test("the weighted error is a share of all that came")
    func weighted() {
        #expect(ForecastError.weighted([90, 0], actual: [100, 100]) == 0.55)
    }

    @Test("the overall error is the mean of two relative ones")
    func overall() {
        #expect(ForecastError.overallWeighted(symmetric: (8, 10), scaled: (3, 4)) == 0.775)
    }

    @Test("what is undefined is nothing, never 0")
    func undefined() throws {
        let flat = try SeriesHistory([5, 6, 5, 6], seasonLength: 2)
        let young = try SeriesHistory([5, 6], seasonLength: 2)
        #expect(ForecastError.scaled([1], actual: [2], history: flat) == nil)
        #expect(ForecastError.scaled([1], actual: [2], history: young) == nil)
        #expect(ForecastError.scaled([], actual: [], history: history) == nil)
        #expect(ForecastError.symmetricPercentage([0, 1], actual: [0, 1]) == nil)
        #expect(ForecastError.symmetricPercentage([], actual: []) == nil)
        #expect(ForecastError.weighted([1, 2], actual: [0, 0]) == nil)
        #expect(ForecastError.weighted([], actual: []) == nil)
        #expect(ForecastError.overallWeighted(symmetric: (1, 0), scaled: (1, 1)) == nil)
        #expect(ForecastError.overallWeighted(symmetric: (1, 1), scaled: (1, 0)) == nil)
        let none = ForecastInterval(confidence: 0.8, ranges: [])
        #expect(none.coverage(of: []) == nil && none.scaledScore(of: [], history: history) == nil)
        #expect(ForecastInterval(confidence: 0.8, ranges: [0...1]).scaledScore(of: [1], history: flat) == nil)
    }

    @Test("coverage counts what was held; the score adds a fine for what was not")
    func intervals() {
        let interval = ForecastInterval(confidence: 0.8, ranges: [0...6, 10...16, 1...1])
        #expect(interval.coverage(of: [6, 17, 2]) == 1.0 / 3)
        // Widths 6 + 6 + 0; missed by 1 and 1, each fined tenfold; all over 3 periods and a scale of 3.
        let score = interval.scaledScore(of: [6, 17, 2], history: history)
        #expect(abs((score ?? 0) - 32.0 / 9) < 1e-12)
    }
}
