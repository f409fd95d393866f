import Testing

@testable import Statistics

@Suite("The forecast of a series")
struct SeriesForecastTests {
    private func forecast(_ values: [Double], horizon: Int = 12, length: Int = 12) throws -> SeriesForecast {
        SeriesForecast(of: try SeriesHistory(values, seasonLength: length), horizon: horizon)
    }

    @Test("passengers of 1960, forecast in 1959, are missed by less than 4 % and held by the interval")
    func passengers() throws {
        let found = try forecast(Array(SampleSeries.passengers[..<132]))
        let actual = Array(SampleSeries.passengers[132...])
        #expect(found.method == .combination)
        #expect(try #require(ForecastError.weighted(found.points, actual: actual)) < 0.04)
        #expect(try #require(found.intervals[2].coverage(of: actual)) > 0.9)
    }

    @Test("intervals nest, are widest far ahead, and hold the point")
    func nested() throws {
        for values in [SampleSeries.passengers, Array(SampleSeries.passengers[..<15]), SampleSeries.nile] {
            let found = try forecast(values, horizon: 24)
            #expect(found.intervals.map(\.confidence) == [0.5, 0.8, 0.95])
            for (inner, outer) in zip(found.intervals, found.intervals.dropFirst()) {
                for (narrow, wide) in zip(inner.ranges, outer.ranges) {
                    #expect(wide.contains(narrow.lowerBound) && wide.contains(narrow.upperBound))
                }
            }
            for (point, range) in zip(found.points, found.intervals[0].ranges) { #expect(range.contains(point)) }
        }
    }

    @Test("the same history gives the same bits", arguments: [15, 30, 144])
    func sameBits(_ count: Int) throws {
        let values = Array(SampleSeries.passengers[..<count])
        #expect(try forecast(values) == forecast(values))
    }

    @Test("in units of a power of two, all bits but the exponent are the same")
    func binaryUnits() throws {
        let plain = try forecast(SampleSeries.passengers)
        for unit in [0x1p-40, 0x1p-900, 0x1p300] {
            let scaled = try forecast(SampleSeries.passengers.map { $0 * unit })
            #expect(scaled.points == plain.points.map { $0 * unit })
            #expect(
                scaled.intervals.map { $0.ranges.map(\.upperBound) }
                    == plain.intervals.map { $0.ranges.map { $0.upperBound * unit } })
        }
    }

    @Test("in any other unit, the forecast is the same amount", arguments: [100, 7.1, 1e15 / 622])
    func units(_ unit: Double) throws {
        for count in [14, 60] {
            let values = Array(SampleSeries.passengers[..<count])
            let (plain, scaled) = (try forecast(values), try forecast(values.map { $0 * unit }))
            for (left, right) in zip(plain.points, scaled.points) { #expect(abs(left * unit / right - 1) < 0.005) }
        }
    }

    @Test("a constant stays what it is, and is sure of it")
    func constant() throws {
        for value: Double in [0, 5, -3, 1e15, 1e-300, .leastNonzeroMagnitude] {
            let found = try forecast(Array(repeating: value, count: 40))
            #expect(found.method == .constant)
            #expect(found.points == Array(repeating: value, count: 12))
            #expect(found.intervals.allSatisfy { $0.ranges.allSatisfy { $0 == value...value } })
        }
    }

    @Test("from one period to two seasons there is a forecast, and an interval as soon as an error can be known")
    func short() throws {
        for count in 1...24 {
            let found = try forecast(Array(SampleSeries.passengers[..<count]), horizon: 6)
            #expect(found.method == (count == 1 ? .constant : count < 24 ? .short : .combination))
            #expect(found.points.allSatisfy { $0 > 80 && $0 < 250 }, "\(count): \(found.points)")
            #expect(found.intervals.count == (count < 4 ? 0 : 3))
        }
    }

    @Test("a short history takes the season of its category")
    func profile() throws {
        let season = SeasonalIndices(.multiplicative, (0..<12).map { $0 == 5 ? 6.5 : 0.5 })
        let values = (0..<14).map { 1000 * season.values[$0 % 12] * (1 + 0.01 * noise(3, $0)) }
        let options = ForecastOptions(profile: season)
        let found = SeriesForecast(of: try SeriesHistory(values), horizon: 12, options: options)
        for (step, point) in found.points.enumerated() {
            #expect(abs(point / (1000 * season.values[(14 + step) % 12]) - 1) < 0.05)
        }
        let sums = SeasonalIndices(.additive, season.values.map { 1000 * ($0 - 1) })
        let added = SeriesForecast(of: try SeriesHistory(values), horizon: 12, options: ForecastOptions(profile: sums))
        for (left, right) in zip(added.points, found.points) { #expect(abs(left - right) < 100) }
        let dust = try SeriesHistory((0..<14).map { Double.leastNonzeroMagnitude * Double($0 + 1) })
        let lost = SeriesForecast(of: dust, horizon: 12, options: ForecastOptions(profile: sums))
        #expect(lost == SeriesForecast(of: dust, horizon: 12), "no season of thousands fits that")
        let own = SeriesForecast(of: try SeriesHistory(SampleSeries.passengers), horizon: 12, options: options)
        #expect(try own == forecast(SampleSeries.passengers), "a history that shows its own season needs none")
    }

    @Test("moved to other points, intervals go along and stay above zero; moved back, they are what they were")
    func moved() throws {
        let found = try forecast(SampleSeries.passengers)
        let higher = found.moved(to: found.points.map { $0 + 64 })
        for (left, right) in zip(higher.intervals[1].ranges, found.intervals[1].ranges) {
            #expect(
                abs(left.lowerBound - right.lowerBound - 64) < 1e-9
                    && abs(left.upperBound - right.upperBound - 64) < 1e-9)
        }
        let nothing = found.moved(to: found.points.map { _ in 0 })
        #expect(nothing.intervals.allSatisfy { $0.ranges.allSatisfy { $0.lowerBound == 0 && $0.upperBound > 0 } })
        #expect(found.moved(to: found.points) == found)
    }

    @Test("who came later is forecast from then on; one burst after silence is no level")
    func entrant() throws {
        let silence = Array(repeating: 0.0, count: 31)
        let spend = Array(SampleSeries.passengers[..<40])
        #expect(try forecast(silence + spend) == forecast(spend))
        let season = SeasonalIndices(.multiplicative, (0..<12).map { 0.45 + 0.1 * Double($0) })
        let young = (0..<14).map { 1000 * season.values[($0 + 31) % 12] * (1 + 0.01 * noise(3, $0)) }
        let options = ForecastOptions(profile: season)
        let found = SeriesForecast(of: try SeriesHistory(silence + young), horizon: 12, options: options)
        for (step, point) in found.points.enumerated() {
            #expect(abs(point / (1000 * season.values[(45 + step) % 12]) - 1) < 0.05)
        }
        let burst = try forecast(silence + [500])
        #expect(burst.method == .intermittent && burst.points[0] < 250)
    }

    @Test("spend that never was below zero is not forecast below zero; what was may be")
    func floor() throws {
        let falling = (0..<60).map { max(1, 1000 - 18 * Double($0)) + 5 * draw(1, $0) }
        let found = try forecast(falling, horizon: 36)
        #expect(found.points.allSatisfy { $0 >= 0 })
        #expect(found.intervals.allSatisfy { $0.ranges.allSatisfy { $0.lowerBound >= 0 } })
        let credits = (0..<60).map { 10 * noise(4, $0) - 50 }
        #expect(try forecast(credits).points.allSatisfy { $0 < 0 })
    }

    @Test("a straight line goes on")
    func line() throws {
        let found = try forecast((0..<60).map { 100 + 5 * Double($0) }, horizon: 6)
        for (step, point) in found.points.enumerated() { #expect(abs(point / (400 + 5 * Double(step)) - 1) < 0.02) }
    }

    @Test("what is no history says why")
    func faults() {
        typealias Fault = SeriesHistory.Fault
        #expect(throws: Fault.empty) { try SeriesHistory([]) }
        #expect(throws: Fault.notUsable(at: 1)) { try SeriesHistory([1, .nan]) }
        #expect(throws: Fault.notUsable(at: 0)) { try SeriesHistory([-.infinity, 1]) }
        #expect(throws: Fault.notUsable(at: 2)) { try SeriesHistory([1, 2, 1e121]) }
    }

    @Test("odd histories have forecasts that are finite", arguments: 0..<35)
    func odd(_ seed: Int) throws {
        let count = 1 + Int(draw(1, seed) * 80)
        let length = [1, 2, 3, 4, 7, 12, 52][seed % 7]
        let size = [1, 1e15, 1e-15, 1e119, 64 * Double.leastNonzeroMagnitude][seed % 5]
        let values = (0..<count).map { index -> Double in
            let value = size * draw(UInt64(seed + 10), index)
            switch (seed / 5) % 6 {
            case 0: return value
            case 1: return index == count / 2 ? size : 0
            case 2: return index % 3 == 0 ? value : 0
            case 3: return value - size / 2
            case 4: return index == 0 ? size : size * 1e-17
            default: return index < count / 2 ? 0 : size
            }
        }
        let found = try forecast(values, horizon: 24, length: length)
        #expect(found.points.count == 24 && found.points.allSatisfy(\.isFinite), "\(found.method) \(found.points)")
        #expect(found.intervals.allSatisfy { $0.ranges.count == 24 })
        #expect(try forecast(values, horizon: 0, length: length).points.isEmpty)
    }

    /// Ten years of quarters of a kind, and the two that follow.
    private func quarters(_ kind: String, _ seed: UInt64) -> [Double] {
        var level = 1000.0
        return (0..<48).map { index in
            let surprise = noise(seed, index)
            if kind == "walk" { level += 20 * surprise }
            let season = kind == "season" ? [0.0, 120, 30, -150][index % 4] : 0
            let growth = kind == "growth" ? 10 * Double(index) : 0
            return level + season + growth + (kind == "walk" ? 0 : 30 * surprise)
        }
    }

    @Test("intervals hold about the share of what comes that they say, whatever the kind of series")
    func coverage() throws {
        var held = [0.0, 0, 0]
        let trials = 12
        for kind in ["noise", "walk", "season", "growth"] {
            for trial in 0..<trials {
                let values = quarters(kind, UInt64(trial))
                let found = try forecast(Array(values[..<40]), horizon: 8, length: 4)
                for (index, interval) in found.intervals.enumerated() {
                    held[index] += try #require(interval.coverage(of: Array(values[40...]))) / Double(4 * trials)
                }
            }
        }
        #expect((0.43...0.60).contains(held[0]), "\(held)")
        #expect((0.74...0.86).contains(held[1]), "\(held)")
        #expect((0.90...0.98).contains(held[2]), "\(held)")
    }
}
