import Testing

@testable import Statistics

@Suite("One total, several breakdowns")
struct SharedTotalTests {
    private typealias Estimate = SharedTotal.Estimate

    private func draws(_ seed: UInt64, isNonNegative: Bool = false) -> (total: Estimate, breakdowns: [[Estimate]]) {
        func estimate(_ index: Int) -> Estimate {
            Estimate(100 * draw(seed, index), variance: 1 + 9 * draw(seed, 500 + index), isNonNegative: isNonNegative)
        }
        return (estimate(0), [(1...3).map(estimate), (4...8).map(estimate), [estimate(9)]])
    }

    @Test("every breakdown adds up to the total, also where nothing may fall below zero", arguments: [false, true])
    func addUp(isNonNegative: Bool) {
        for seed in 0..<50 {
            let (total, breakdowns) = draws(UInt64(seed), isNonNegative: isNonNegative)
            let found = SharedTotal(total, breakdowns)
            for parts in found.breakdowns {
                #expect(abs(parts.reduce(0, +) - found.total) < 1e-9)
                if isNonNegative { #expect(parts.allSatisfy { $0 >= 0 }) }
            }
        }
    }

    @Test("nothing that adds up is nearer, in units of the errors")
    func nearest() {
        let (total, breakdowns) = draws(7)
        let found = SharedTotal(total, breakdowns)
        func distance(_ shared: Double, _ parts: [[Double]]) -> Double {
            let all = zip([total] + breakdowns.joined(), [shared] + parts.joined())
            return all.reduce(0) { $0 + ($1.0.value - $1.1) * ($1.0.value - $1.1) / $1.0.variance }
        }
        let least = distance(found.total, found.breakdowns)
        // Every direction in which sums stay right: the total with the first part of each, and parts against one another.
        for step in [-0.01, 0.01] {
            let lifted = found.breakdowns.map { [$0[0] + step] + $0.dropFirst() }
            #expect(distance(found.total + step, lifted) > least)
            for breakdown in 0..<2 {
                for part in 1..<found.breakdowns[breakdown].count {
                    var moved = found.breakdowns
                    moved[breakdown][0] += step
                    moved[breakdown][part] -= step
                    #expect(distance(found.total, moved) > least)
                }
            }
        }
    }

    @Test("the same as the summing structure, where there is one breakdown")
    func agrees() {
        let (total, breakdowns) = draws(3)
        let parts = breakdowns[1]
        let structure = SummingStructure(bottomCount: parts.count, totals: [Array(parts.indices)])
        let variances = CoherentValues(totals: [total.variance], bottom: parts.map(\.variance))
        let other = ForecastReconciliation(structure, .variances(variances)).reconciled(
            CoherentValues(totals: [total.value], bottom: parts.map(\.value)))
        let found = SharedTotal(total, [parts])
        #expect(abs(found.total - other.totals[0]) < 1e-9)
        for (left, right) in zip(found.breakdowns[0], other.bottom) { #expect(abs(left - right) < 1e-9) }
    }

    @Test("what is certain stays, and what falls below zero is made up for by the others")
    func certain() {
        let certain = SharedTotal(Estimate(90, variance: 0), [[Estimate(50, variance: 1), Estimate(30, variance: 3)]])
        #expect(abs(certain.total - 90) < 1e-6)
        #expect(abs(certain.breakdowns[0][0] - 52.5) < 1e-6)
        let low = SharedTotal(
            Estimate(10, variance: 0),
            [[Estimate(1, variance: 9, isNonNegative: true), Estimate(20, variance: 1, isNonNegative: true)]])
        #expect(low.breakdowns[0][0] == 0)
        #expect(abs(low.breakdowns[0][1] - 10) < 1e-6)
        #expect(SharedTotal(Estimate(0, variance: 0), [[Estimate(0, variance: 0)]]).total == 0)
    }

    @Test("parts are rounded to a whole that was rounded before")
    func whole() {
        #expect(WholeParts.rounded([0.5, 1, 2], to: 4) == [1, 1, 2])
        #expect(WholeParts.rounded([0.5, 1, 2], to: 3) == [0, 1, 2])
        #expect(WholeParts.rounded([0.5, 1, 2], to: 9) == nil)
        #expect(WholeParts.rounded([-0.5, 1.5], to: 1) == [0, 1])
    }
}
