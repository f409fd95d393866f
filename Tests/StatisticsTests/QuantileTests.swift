import Statistics
import Testing

@Suite("Quantiles")
struct QuantileTests {
    // Hyndman and Fan's definitions worked by hand for 1, 2, 4, 8, 16; type 7 is what R's quantile() prints.
    @Test(
        "both rules give their textbook values",
        arguments: [
            (0, 1, 1), (0.1, 1.4, 1), (0.2, 1.8, 1), (0.25, 2, 2), (0.4, 3.2, 2), (0.5, 4, 4), (0.6, 5.6, 4),
            (0.8, 9.6, 8),
            (0.9, 12.8, 16), (1, 16, 16),
        ] as [(Double, Double, Double)])
    func rules(probability: Double, linear: Double, inverse: Double) throws {
        let sample = try #require(OrderedSample([8, 1, 16, 2, 4]))
        #expect(abs(sample.quantile(probability) - linear) < 1e-12)
        #expect(sample.quantile(probability, rule: .inverseDistribution) == inverse)
    }

    @Test("ranks that are whole stay whole where products of doubles are not")
    func wholeRanks() throws {
        let sample = try #require(OrderedSample((1...100).map(Double.init)))
        for percent in 1...100 {
            #expect(sample.quantile(Double(percent) / 100, rule: .inverseDistribution) == Double(percent))
        }
    }

    @Test("a sample of one is its own quantile, and none has none")
    func small() {
        #expect(OrderedSample([3])?.quantile(0.8) == 3)
        #expect(OrderedSample([3, 5])?.median == 4)
        #expect(OrderedSample([]) == nil)
        #expect(OrderedSample([1, .nan]) == nil)
        #expect(OrderedSample([1, .infinity]) == nil)
    }
}
