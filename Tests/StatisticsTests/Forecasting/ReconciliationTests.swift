import Testing

@testable import Statistics

@Suite("Forecasts that add up")
struct ReconciliationTests {
    /// Two brands × three media: totals of all, of each brand and of each medium.
    private let market = SummingStructure(
        bottomCount: 6, totals: [Array(0..<6), [0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5]])

    private func draws(_ seed: UInt64, _ scale: Double = 100) -> CoherentValues {
        CoherentValues(
            totals: market.totals.indices.map { scale * (1 + draw(seed, $0)) },
            bottom: (0..<6).map { scale * draw(seed, 50 + $0) })
    }

    private var errors: [CoherentValues] {
        (0..<30).map { row in
            let bottom = (0..<6).map { (1 + Double($0)) * noise(11, 10 * row + $0) }
            let sums = market.sums(of: bottom)
            return CoherentValues(totals: sums.indices.map { sums[$0] + 3 * noise(12, 10 * row + $0) }, bottom: bottom)
        }
    }

    private var allWeights: [ForecastReconciliation.Weights] {
        [.bottomUp, .structural, .variances(draws(99)), .errors(errors), .errors(Array(errors[..<2])), .errors([])]
    }

    @Test("parts add up to their totals, with any weights")
    func addUp() {
        for weights in allWeights {
            let reconciliation = ForecastReconciliation(market, weights)
            for seed in 0..<20 {
                let found = reconciliation.reconciled(draws(UInt64(seed)))
                for (total, sum) in zip(found.totals, market.sums(of: found.bottom)) {
                    #expect(abs(total - sum) < 1e-9)
                }
            }
        }
    }

    @Test("what adds up stays as it is")
    func unchanged() {
        let bottom = draws(5).bottom
        let values = CoherentValues(totals: market.sums(of: bottom), bottom: bottom)
        for weights in allWeights {
            let found = ForecastReconciliation(market, weights).reconciled(values)
            for (left, right) in zip(found.bottom, bottom) { #expect(abs(left - right) < 1e-9) }
        }
    }

    @Test("nothing that adds up is nearer, in units of the errors")
    func nearest() {
        let variances = draws(99)
        let values = draws(3)
        let found = ForecastReconciliation(market, .variances(variances)).reconciled(values)
        func distance(_ bottom: [Double]) -> Double {
            let totals = market.sums(of: bottom)
            return zip(zip(totals, values.totals), variances.totals).reduce(0) {
                $0 + ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1) / $1.1
            }
                + zip(zip(bottom, values.bottom), variances.bottom).reduce(0) {
                    $0 + ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1) / $1.1
                }
        }
        let least = distance(found.bottom)
        for trial in 0..<200 {
            let other = found.bottom.enumerated().map { $0.element + noise(6, 10 * trial + $0.offset) / 10 }
            #expect(distance(other) >= least - 1e-9)
        }
    }

    @Test("one total of two parts: the gap is shared out by variance")
    func byHand() {
        // Total 110 for 40 + 50; variances 4, 1, 3: the gap of 20 is 8 parts, of which the first part takes one and the
        // second three.
        let structure = SummingStructure(bottomCount: 2, totals: [[0, 1]])
        let weights = CoherentValues(totals: [4], bottom: [1, 3])
        let found = ForecastReconciliation(structure, .variances(weights)).reconciled(
            CoherentValues(totals: [110], bottom: [40, 50]))
        #expect(abs(found.bottom[0] - 42.5) < 1e-12 && abs(found.bottom[1] - 57.5) < 1e-12)
        #expect(abs(found.totals[0] - 100) < 1e-12)
    }

    @Test("a series that never errs does not give way; when none does, all give way alike")
    func exact() {
        let structure = SummingStructure(bottomCount: 2, totals: [[0, 1]])
        let values = CoherentValues(totals: [110], bottom: [40, 50])
        let sure = ForecastReconciliation(structure, .variances(CoherentValues(totals: [0], bottom: [0, 9])))
            .reconciled(values)
        #expect(abs(sure.bottom[0] - 40) < 1e-6 && abs(sure.bottom[1] - 70) < 1e-6)
        let all = ForecastReconciliation(structure, .variances(CoherentValues(totals: [0], bottom: [0, 0]))).reconciled(
            values)
        #expect(abs(all.totals[0] - (110 - 20.0 / 3)) < 1e-9)
    }

    @Test("spend is not below zero, and still adds up")
    func nonNegative() {
        let structure = SummingStructure(groups: [0, 0, 1])
        let values = CoherentValues(totals: [5, 3], bottom: [10, 0, 10])
        let found = ForecastReconciliation(structure).reconciled(values, isNonNegative: true)
        #expect(found.bottom.allSatisfy { $0 >= 0 })
        #expect(found.totals == structure.sums(of: found.bottom))
    }

    @Test("groups of one, or of all, are no totals of their own")
    func groups() {
        #expect(SummingStructure(groups: [1, 1, 0, 2, 2]).totals == [[0, 1, 2, 3, 4], [0, 1], [3, 4]])
        #expect(SummingStructure(groups: [4, 4]).totals == [[0, 1]])
        let nothing = SummingStructure(groups: [])
        #expect(ForecastReconciliation(nothing).reconciled(CoherentValues(totals: [], bottom: [])).bottom.isEmpty)
    }

    @Test("whole parts add up to the rounded whole, and none is off by a unit or more")
    func wholeParts() throws {
        #expect(WholeParts.rounded([1.5, 1.5, 1.0]) == [2, 1, 1])
        #expect(WholeParts.rounded([-0.5, 0.5, 10.4]) == [0, 0, 10])
        #expect(WholeParts.rounded([]) == [])
        for seed in 0..<100 {
            let parts = (0..<17).map { 1000 * draw(UInt64(seed), $0) - 300 }
            let found = try #require(WholeParts.rounded(parts))
            #expect(found.reduce(0, +) == Int64(parts.reduce(0, +).rounded()))
            for (whole, part) in zip(found, parts) { #expect(abs(Double(whole) - part) < 1) }
        }
        #expect(WholeParts.rounded([1e300]) == nil && WholeParts.rounded([.nan]) == nil)
        #expect(WholeParts.rounded([0x1p61, 0x1p61, 0x1p61]) == nil)
    }
}
