import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
    @Test(
        "Student's t of four degrees has the tabled critical values",
        arguments: [(0.741, 0.75), (1.533, 0.9), (2.132, 0.95), (2.776, 0.975), (3.747, 0.99), (4.604, 0.995)])
    func criticalValues(value: Double, probability: Double) {
        let standard = StudentFour(center: 0, scale: 1)
        #expect(abs(standard.probability(upTo: value) - probability) < 0.0001)
        #expect(abs(standard.probability(upTo: -value) - (1 - probability)) < 0.0001)
        let moved = StudentFour(center: 3, scale: 0.5)
        #expect(abs(moved.probability(upTo: 3 + 0.5 * value) - probability) < 0.0001)
    }

    @Test("the density is the slope of the distribution", arguments: [-4, -1, -0.2, 0, 0.7, 2.5])
    func density(value: Double) {
        let student = StudentFour(center: 0.3, scale: 1.7)
        let slope = (student.probability(upTo: value + 1e-5) - student.probability(upTo: value - 1e-5)) / 2e-5
        #expect(abs(student.density(value) - slope) < 1e-8)
    }

    @Test("values far out are as good as certain, not undefined")
    func extremes() {
        let standard = StudentFour(center: 0, scale: 1)
        #expect(standard.probability(upTo: -1e200) == 0)
        #expect(standard.probability(upTo: 1e200) == 1)
    }

    /// Density 2x on 0…1: the probability up to x is x².
    private func ramp() throws -> TabulatedDistribution {
        let places = (0...1_000).map { Double($0) / 1_000 }
        return try #require(TabulatedDistribution(places: places, density: places.map { 6 * $0 }))
    }

    @Test("a table of a density gives back its area and its probabilities")
    func table() throws {
        let ramp = try ramp()
        #expect(abs(ramp.area - 3) < 1e-9)
        #expect(abs(ramp.probability(upTo: 0.5) - 0.25) < 1e-6)
        #expect(ramp.probability(upTo: -1) == 0 && ramp.probability(upTo: 2) == 1)
        #expect(abs(ramp.mean { $0 } - 2.0 / 3) < 1e-6)
    }

    @Test("nothing under a density makes no distribution")
    func empty() {
        #expect(TabulatedDistribution(places: [0, 1], density: [0, 0]) == nil)
        #expect(TabulatedDistribution(places: [0, 1], density: [.infinity, 0]) == nil)
    }

    @Test("quantiles of a mixture take back its probabilities", arguments: [0.01, 0.1, 0.5, 0.9, 0.99])
    func mixture(probability: Double) throws {
        let flat = try #require(TabulatedDistribution(places: [2, 4], density: [1, 1]))
        let mixture = DistributionMixture([.init(weight: 1, try ramp()), .init(weight: 3, flat)])
        let quantile = mixture.quantile(probability)
        // Between the parts there is nothing, so any place there is a quantile of a quarter.
        #expect(abs(mixture.probability(upTo: quantile) - probability) < 1e-9)
        #expect(abs(mixture.mean { $0 } - (0.25 * 2 / 3 + 0.75 * 3)) < 1e-6)
    }

    @Test("the pinball loss is least on average at the true quantile")
    func pinball() {
        #expect(QuantileScore.pinball(10, at: 0.9, actual: 12) == 0.9 * 2)
        #expect(abs(QuantileScore.pinball(10, at: 0.9, actual: 7) - 0.1 * 3) < 1e-12)
        let actuals = (1...99).map(Double.init)
        let loss = { (quantile: Double) in
            actuals.reduce(0) { $0 + QuantileScore.pinball(quantile, at: 0.8, actual: $1) }
        }
        #expect((1...99).map(Double.init).min { loss($0) < loss($1) } == 80)
    }

    @Test("scores are those of the definitions")
    func scores() {
        #expect(QuantileScore.ranked([(0.5, 10)], actual: 13) == 3)
        #expect(QuantileScore.interval(1...3, confidence: 0.8, actual: 2) == 2)
        #expect(abs(QuantileScore.interval(1...3, confidence: 0.8, actual: 4) - 12) < 1e-9)
    }
}
