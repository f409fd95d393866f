import Testing

@testable import Statistics

@Suite("Intermittent demand")
struct IntermittentDemandTests {
    /// Four years in which about one month in four brings about a thousand.
    private let flights = (0..<48).map { month in
        draw(21, month) < 0.25 || month == 0 ? 900 + 200 * draw(22, month) : 0
    }

    @Test("one month in four of about a thousand is forecast as about a quarter of it, between nothing and a flight")
    func flight() throws {
        let found = SeriesForecast(of: try SeriesHistory(flights), horizon: 6)
        let mean = flights.reduce(0, +) / 48
        #expect(found.method == .intermittent)
        #expect(found.points.allSatisfy { abs($0 - mean) < 0.4 * mean }, "\(found.points[0]) for \(mean)")
        #expect(found.intervals[1].ranges.allSatisfy { $0.lowerBound == 0 && (900...1200).contains($0.upperBound) })
        // Half the time there is nothing; what is expected still lies within.
        #expect(found.intervals[0].ranges.allSatisfy { $0 == 0...found.points[0] })
    }

    @Test("flights that come at the same time every year are forecast for that time")
    func yearly() throws {
        let year: [Double] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 900, 1100]
        let found = SeriesForecast(of: try SeriesHistory(year + year + year + year), horizon: 12)
        #expect(found.method == .combination)
        for (point, expected) in zip(found.points, year) { #expect(abs(point - expected) < 50) }
    }

    @Test("the longer the silence, the less is expected, and never less than nothing")
    func silence() throws {
        var before = Double.infinity
        for months in stride(from: 0, through: 60, by: 12) {
            let found = SeriesForecast(of: try SeriesHistory(flights + Array(repeating: 0, count: months)), horizon: 1)
            #expect(found.method == .intermittent && found.points[0] < before && found.points[0] >= 0)
            before = found.points[0]
        }
    }

    @Test("probability and size are smoothed apart, as in the paper")
    func recursion() throws {
        var demand = IntermittentDemand(fitting: try SeriesHistory(flights))
        let (probability, size) = (demand.probability, demand.size)
        demand.observe(0)
        #expect(demand.probability < probability && demand.size == size)
        let silent = demand.probability
        demand.observe(2000)
        #expect(demand.probability > silent && demand.size > size)
        #expect(demand.forecast(3) == Array(repeating: demand.probability * demand.size, count: 3))
    }

    @Test("nothing at all is a constant; what was ever below zero is not intermittent")
    func edges() throws {
        #expect(SeriesForecast(of: try SeriesHistory(Array(repeating: 0, count: 30)), horizon: 2).points == [0, 0])
        #expect(try !SeriesHistory([0, 0, 0, -5, 0, 0, 9]).isIntermittent)
        #expect(try SeriesHistory([0, 0, 5]).isIntermittent)
        #expect(try SeriesHistory([4, 0, 5, 6]).isIntermittent, "every 1.33 periods")
        #expect(try !SeriesHistory([4, 0, 5, 6, 7]).isIntermittent, "every 1.25 periods")
    }
}
