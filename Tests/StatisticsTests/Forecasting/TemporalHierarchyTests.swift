import Testing

@testable import Statistics

@Suite("Months, quarters and years made to agree")
struct TemporalHierarchyTests {
    /// A line and a season, without noise.
    private let steady = (0..<132).map { 1000 + 3 * Double($0) + season[$0 % 12] }
    private static let season: [Double] = [0, 50, 120, 30, -40, -80, -90, -60, 0, 70, 40, -40]

    @Test("a steady series goes on, whether it was fitted or followed, and wherever its blocks end")
    func following() throws {
        for count in 90..<103 {
            var model = try #require(TemporalHierarchy(fitting: SeriesHistory(Array(steady[..<count]))))
            for (found, expected) in zip(model.forecast(12), steady[count...]) { #expect(abs(found - expected) < 5) }
            for value in steady[count..<(count + 15)] { model.observe(value) }
            for (found, expected) in zip(model.forecast(12), steady[(count + 15)...]) {
                #expect(abs(found - expected) < 5)
            }
        }
    }

    @Test("what agrees is nearest to all forecasts: no month can move without loss")
    func nearest() {
        let months = (0..<24).map { 100 + 10 * noise(1, $0) }
        let quarters = (0..<8).map { 330 + 30 * noise(2, $0) }
        let years = (0..<2).map { 1100 + 100 * noise(3, $0) }
        let agreed = TemporalHierarchy.agreed(months, [(length: 3, values: quarters), (length: 12, values: years)])
        for month in 0..<24 {
            let quarter = agreed[(month / 3 * 3)..<(month / 3 * 3 + 3)].reduce(0, +)
            let year = agreed[(month / 12 * 12)..<(month / 12 * 12 + 12)].reduce(0, +)
            let slope =
                agreed[month] - months[month] + (quarter - quarters[month / 3]) / 3 + (year - years[month / 12]) / 12
            #expect(abs(slope) < 1e-9)
        }
    }

    @Test("forecasts that agree already stay as they are")
    func coherent() {
        let months = (0..<12).map(Double.init)
        let quarters = (0..<4).map { Double(9 * $0 + 3) }
        let agreed = TemporalHierarchy.agreed(months, [(length: 3, values: quarters), (length: 12, values: [66])])
        for (found, expected) in zip(agreed, months) { #expect(abs(found - expected) < 1e-12) }
    }

    @Test("a horizon of any length is the beginning of a longer one")
    func horizons() throws {
        let model = try #require(TemporalHierarchy(fitting: SeriesHistory(SampleSeries.passengers)))
        let long = model.forecast(36)
        for horizon in 0...36 { #expect(model.forecast(horizon) == Array(long[..<horizon])) }
    }

    @Test("any season length will do", arguments: [1, 2, 3, 4, 5, 7, 8, 24])
    func seasons(_ length: Int) throws {
        let model = try #require(
            TemporalHierarchy(fitting: SeriesHistory(SampleSeries.passengers, seasonLength: length)))
        #expect(model.forecast(10).allSatisfy { (100...1200).contains($0) })
    }
}
