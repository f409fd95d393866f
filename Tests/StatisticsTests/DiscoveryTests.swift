import Statistics
import Testing

@Suite("Many tests at once")
struct DiscoveryTests {
    @Test("the tail of the normal distribution has its tabulated values")
    func tail() {
        // Abramowitz and Stegun, table 26.1 and 26.2.
        for (deviations, expected) in [
            (0, 0.5), (1, 0.158_655_253_931_457), (1.959_963_984_540_054, 0.025), (2.5, 0.006_209_665_325_776),
            (3, 0.001_349_898_031_630), (3.5, 0.000_232_629_079_036), (5, 2.866_515_719e-7), (10, 7.619_853_024e-24),
        ] {
            #expect(abs(NormalTail.above(deviations) / expected - 1) < 1e-9, "\(deviations)")
            #expect(abs(NormalTail.above(-deviations) - (1 - expected)) < 1e-12)
        }
        #expect(NormalTail.above(.infinity) == 0 && NormalTail.above(-.infinity) == 1)
        #expect(NormalTail.above(.nan).isNaN)
    }

    @Test("the false discovery rate steps up: the published example")
    func falseDiscoveries() {
        // Benjamini and Hochberg, 1995, section 3: fifteen tests at 0.05 reject four.
        let probabilities = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1,
        ]
        #expect(FalseDiscoveries.found(probabilities, rate: 0.05).filter(\.self).count == 4)
        let mixed = Array(probabilities.reversed())
        #expect(
            FalseDiscoveries.found(mixed, rate: 0.05) == FalseDiscoveries.found(probabilities, rate: 0.05).reversed())
        #expect(FalseDiscoveries.found([], rate: 0.1).isEmpty)
        #expect(FalseDiscoveries.found([0.09], rate: 0.1) == [true])
    }

    @Test("a weighted median has half of the weight on each side")
    func weightedMedian() {
        func median(_ numbers: [(Double, Double)]) -> Double? {
            WeightedMedian.of(numbers.map { WeightedMedian.Number(value: $0.0, weight: $0.1) })
        }
        #expect(median([(3, 1), (1, 1), (2, 1)]) == 2)
        #expect(median([(3, 10), (1, 1), (2, 1)]) == 3)
        #expect(median([(1, 1), (2, 1)]) == 1)
        #expect(median([]) == nil)
        #expect(median([(1, 0)]) == nil)
    }
}
