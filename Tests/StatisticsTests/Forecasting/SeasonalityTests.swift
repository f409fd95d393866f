import Testing

@testable import Statistics

@Suite("Seasonal indices")
struct SeasonalityTests {
    @Test("classical decomposition finds the season that was put in, whatever the line beneath")
    func additive() throws {
        for length in [4, 5, 7, 12] {
            let season = (0..<length).map { Double($0 * $0) }
            let center = season.reduce(0, +) / Double(length)
            let values = (0..<(5 * length)).map { 300 + 2 * Double($0) + season[$0 % length] }
            let history = try SeriesHistory(values, seasonLength: length)
            let found = try #require(SeasonalIndices(decomposing: history, as: .additive))
            for (index, expected) in zip(found.values, season) { #expect(abs(index - expected + center) < 1e-9) }
        }
    }

    @Test("July has the most passengers and November the fewest")
    func passengers() throws {
        // R 4, decompose(AirPassengers, "multiplicative")$figure: 0.9102 0.8836 1.0074 … 1.2266 (July) … 0.8012 (November).
        let found = try #require(
            SeasonalIndices(decomposing: SeriesHistory(SampleSeries.passengers), as: .multiplicative))
        #expect(abs(found.values[0] - 0.9102) < 1e-4)
        #expect(abs(found.values[6] - 1.2266) < 1e-4)
        #expect(abs(found.values[10] - 0.8012) < 1e-4)
        #expect(abs(found.values.reduce(0, +) - 12) < 1e-12)
    }

    @Test("taken out and put back, a season leaves the values as they were")
    func roundTrip() throws {
        let history = try SeriesHistory(SampleSeries.passengers)
        for kind in [SeasonalIndices.Kind.additive, .multiplicative] {
            let season = try #require(SeasonalIndices(decomposing: history, as: kind))
            for (position, value) in history.values.enumerated() {
                let back = season.restored(season.adjusted(value, at: position), at: position)
                #expect(abs(back - value) < 1e-10)
            }
        }
    }

    @Test("a season is visible where there is one, and from three seasons on")
    func visible() throws {
        #expect(try SeriesHistory(SampleSeries.passengers).hasVisibleSeason)
        #expect(try !SeriesHistory(Array(SampleSeries.passengers[..<35])).hasVisibleSeason)
        #expect(try SeriesHistory((0..<36).map { $0 % 12 == 5 ? 9 : 1 }).hasVisibleSeason)
        #expect(try !SeriesHistory(SampleSeries.passengers, seasonLength: 1).hasVisibleSeason)
        #expect(try !SeriesHistory(Array(repeating: 3, count: 60)).hasVisibleSeason)
    }

    @Test("noise shows a season about as often as the test's 10 % allow")
    func falseAlarms() throws {
        let alarms = try (0..<400).count { seed in
            try SeriesHistory((0..<84).map { 100 + noise(UInt64(seed), $0) }).hasVisibleSeason
        }
        #expect((8...60).contains(alarms), "\(alarms) of 400")
    }
}
