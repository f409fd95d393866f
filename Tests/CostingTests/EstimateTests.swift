import Costing
import Monetary
import Testing

@Suite("Estimates at completion")
struct EstimateTests {
    @Test("what remains is rounded once, and cost so far is added exactly")
    func rounding() throws {
        // 0.01 remains at a CPI of 2/3: 0.015, a tie, goes to the even cent.
        let reading = try reading(bac: "0.03", pv: "0.03", ev: "0.02", ac: "0.03")
        #expect(try reading.estimateToComplete(.cpi) == euro("0.02"))
        #expect(try reading.estimateAtCompletion(.cpi) == euro("0.05"))
    }

    @Test("a job that is done costs what it cost, by every method", arguments: CostEstimateMethod.allCases)
    func done(method: CostEstimateMethod) throws {
        let reading = try reading(bac: "100", pv: "100", ev: "100", ac: "112.34")
        #expect(try reading.estimateAtCompletion(method) == euro("112.34"))
        #expect(try reading.varianceAtCompletion(method) == euro("-12.34"))
    }

    @Test("without earned value an index gives no estimate, and the budget rate does")
    func unearned() throws {
        let reading = try reading(bac: "100", pv: "10", ev: "0", ac: "7")
        #expect(try reading.estimateAtCompletion(.pf1) == euro("107"))
        #expect(throws: Undefined.noEarnedValue) { try reading.estimateAtCompletion(.cpi) }
        #expect(throws: Undefined.noEarnedValue) { try reading.estimateAtCompletion(.sci) }
        #expect(throws: Undefined.noEarnedValue) { try reading.estimateAtCompletion(.cpi80spi20) }
        #expect(throws: Undefined.tooFewPeriods) { try reading.estimateAtCompletion(.cpi3) }
        #expect(throws: Undefined.noPlannedDates) { try reading.estimateAtCompletion(.spit) }
    }

    @Test("the three-period index looks at the last three periods alone")
    func recent() throws {
        let series = try StatusSeries(
            checking: draft(
                [
                    ("10", "10", "20"), ("20", "20", "40"), ("30", "30", "50"), ("40", "40", "60"), ("50", "50", "80"),
                    ("60", "50", "90"), ("70", "50", "90"), ("80", "50", "90"),
                ], budget: "100"))
        let readings = series.readings
        #expect(throws: Undefined.tooFewPeriods) { try readings[0].recentCostPerformanceIndex }
        #expect(throws: Undefined.tooFewPeriods) { try readings[1].recentCostPerformanceIndex }
        #expect(try readings[2].recentCostPerformanceIndex == Rate("0.6"))
        #expect(try readings[3].recentCostPerformanceIndex == Rate("0.75"))
        #expect(try readings[4].recentCostPerformanceIndex == Rate("0.75"))
        #expect(throws: Undefined.noRecentProgress) { try readings[7].recentCostPerformanceIndex }
    }

    @Test("products of indices stay exact for the largest jobs that there are")
    func large() throws {
        // 300 billion: factors of 10^26 and a product of 10^40.
        let reading = try reading(
            bac: "300000000000.01", pv: "200000000000.07", ev: "170000000000.03", ac: "190000000000.09")
        let estimate = try reading.estimateAtCompletion(.sci)
        let expected = 190000000000.09 + 130000000000.0 / (170.0 / 190.0 * 0.85)
        #expect(abs(estimate.approximateUnits - expected) < 1)
    }
}
