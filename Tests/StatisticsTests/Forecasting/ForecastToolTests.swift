import Testing

@testable import Statistics

@Suite("Tools of forecasting")
struct ForecastToolTests {
    @Test("the simplex finds the bottom of Rosenbrock's valley")
    func rosenbrock() {
        let search = NelderMead(box: [-2...2, -2...2], tolerance: 1e-14, evaluations: 2000)
        let found = search.minimum(from: [-1.2, 1, 0, 0]) { place in
            let (x, y) = (place[0], place[1])
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        }
        #expect(abs(found.place[0] - 1) < 1e-4 && abs(found.place[1] - 1) < 1e-4)
    }

    @Test("the simplex stays in its box, and takes infinity and NaN for a wall")
    func walls() {
        let corner = NelderMead(box: [0...1, 0...1], tolerance: 1e-12).minimum(from: [0.5, 0.5, 0, 0]) {
            -$0[0] - 2 * $0[1]
        }
        #expect(corner.place == [1, 1, 0, 0])
        let nowhere = NelderMead(box: [0...1]).minimum(from: [0.5, 0, 0, 0]) { _ in .nan }
        #expect(nowhere.value == .infinity)
        let perfect = NelderMead(box: [0...1]).minimum(from: [0.5, 0, 0, 0]) { _ in -.infinity }
        #expect(perfect.value == -.infinity)
    }

    // Any table of Student's t, such as Abramowitz and Stegun, 1964, table 26.10.
    @Test(
        "Student's t reaches as far as the tables say",
        arguments: [
            (2, 0.5, 0.816), (2, 0.8, 1.886), (2, 0.95, 4.303), (4, 0.95, 2.776), (10, 0.8, 1.372), (10, 0.95, 2.228),
            (30, 0.5, 0.683), (30, 0.95, 2.042), (120, 0.95, 1.980), (120, 0.99, 2.617),
        ])
    func student(_ degrees: Int, _ probability: Double, _ reach: Double) {
        let distribution = StudentEven(degrees: degrees)
        #expect(abs(distribution.reach(probability) - reach) < 5.1e-4)
        #expect(abs(distribution.probability(upTo: reach) - (1 + probability) / 2) < 1e-3)
        #expect(StudentEven(degrees: degrees + 1) == distribution)
        #expect(
            StudentEven(degrees: 4).probability(upTo: reach) - StudentFour(center: 0, scale: 1).probability(upTo: reach)
                < 1e-15)
    }

    @Test("an error grows as the model says: a level by α a period, a repeated value by the square root of time")
    func spread() throws {
        let history = try SeriesHistory(SampleSeries.nile, seasonLength: 1)
        let level = try #require(
            ExponentialSmoothing(fitting: history, ExponentialSmoothing.Form(.additive, .none, .none)))
        let alpha = level.weights.level
        for (step, found) in level.spread(9, surprise: 10).enumerated() {
            #expect(abs(found - (1 + Double(step) * alpha * alpha).squareRoot()) < 1e-9)
        }
        for (step, found) in LastValue(history).spread(9, surprise: 10).enumerated() {
            #expect(abs(found - Double(step + 1).squareRoot()) < 1e-12)
        }
    }

    @Test("rolling origins see only what came before")
    func origins() throws {
        let history = try SeriesHistory([1, 2, 4, 8, 16, 32], seasonLength: 1)
        let origins = RollingOrigins(history, heldBack: 3, horizon: 2) { part in
            #expect(part.values == [1, 2, 4])
            return LastValue(part)
        }
        #expect(origins.errors == [[4, 8, 16], [12, 24]])
    }

    @Test("a mean of models weighs by likelihood, and leaves out what is not likely")
    func akaike() throws {
        let (one, two) = (LastValue(try SeriesHistory([1])), LastValue(try SeriesHistory([2])))
        let even = try #require(AkaikeAverage([JudgedModel(one, criterion: 7), JudgedModel(two, criterion: 7)]))
        #expect(even.forecast(1) == [1.5])
        let clear = try #require(AkaikeAverage([JudgedModel(one, criterion: 7), JudgedModel(two, criterion: 17)]))
        #expect(clear.forecast(2) == [1, 1])
        let perfect = try #require(
            AkaikeAverage([JudgedModel(one, criterion: 7), JudgedModel(two, criterion: -.infinity)]))
        #expect(perfect.forecast(1) == [2])
        #expect(AkaikeAverage([])?.parts.count == nil)
    }
}
