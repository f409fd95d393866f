import Costing
import Diagnostics
import Foundation
import Monetary
import Testing
import WorkTime

/// Sixteen finished jobs of the OR-AS database; their figures were computed by another program.
@Suite("Finished jobs", .enabled(if: SharedSeries.isPresent, "needs ../shared/data/cost/evm"))
struct SharedSeriesTests {
    @Test("every figure of every golden status comes out", arguments: SharedSeries.golden)
    func golden(row: SharedSeries.Golden) throws {
        let series = try SharedSeries.series(row.project)
        let index = try #require(series.statuses.firstIndex { $0.period == row.period })
        let reading = series.readings[index]
        let (status, value) = (reading.status, reading.value)
        let schedule = try reading.schedule.get()

        func expect(_ money: Money, _ name: String) throws {
            let expected = try #require(row.figures[name])
            #expect(abs(money.approximateUnits - expected) <= 0.0200001, "\(name): \(money) for \(expected)")
        }
        func expect(_ number: Double, _ name: String, within tolerance: Double) throws {
            let expected = try #require(row.figures[name])
            #expect(abs(number - expected) <= tolerance, "\(name): \(number) for \(expected)")
        }

        try expect(series.budgetAtCompletion, "bac")
        try expect(status.plannedValue, "pv")
        try expect(status.earnedValue, "ev")
        try expect(status.actualCost, "ac")
        try expect(#require(status.accruedCost), "accrued_ac")
        try expect(value.scheduleVariance, "sv")
        try expect(value.costVariance, "cv")
        try expect(Double(value.costPerformanceIndex), "cpi", within: 1e-6)
        try expect(Double(value.schedulePerformanceIndex), "spi", within: 1e-6)
        try expect(Double(schedule.elapsed), "at_days", within: 1e-5)
        try expect(Double(#require(schedule.planned)), "pd_days", within: 1e-5)
        try expect(Double(schedule.earned), "es_days", within: 1e-5)
        try expect(Double(schedule.variance), "sv_t_days", within: 1e-5)
        try expect(Double(schedule.performanceIndex), "spi_t", within: 1e-6)
        for (method, name) in [
            (CostEstimateMethod.pf1, "eac_pf1"), (.cpi, "eac_cpi"), (.spi, "eac_spi"), (.sci, "eac_sci"),
            (.spit, "eac_spit"), (.cpi80spi20, "eac_08_02"),
        ] { try expect(reading.estimateAtCompletion(method), name) }
        try expect(reading.forecast.median, "eac_accrued_clipped_mix")
        try expect(reading.progressMixedEstimate, "eac_progress_mix")
        try expect(Double(reading.durationAtCompletion(.es1)), "eact_es_pf1_days", within: 1e-5)
        try expect(Double(reading.durationAtCompletion(.es2)), "eact_es_spit_days", within: 1e-5)

        // The other program divides by what is left of a budget that is overspent; here that is undefined.
        if status.actualCost.minorUnits < series.budgetAtCompletion.minorUnits {
            try expect(Double(value.toCompletePerformanceIndex), "tcpi_bac", within: 1e-6)
        } else {
            #expect(throws: Undefined.budgetSpent) { try value.toCompletePerformanceIndex }
        }
    }

    @Test(
        "the activities of every status add up to it, and no job has a fault",
        arguments: SharedSeries.jobs.keys.sorted())
    func sums(job: String) throws {
        #expect(try SharedSeries.series(job).findings == [])
    }

    @Test("the forecast of the cost is nearer to the end than the budget rate, as measured")
    func accuracy() throws {
        let forecast = try SharedSeries.meanError { try $0.forecast.median.approximateUnits }
        let budgetRate = try SharedSeries.meanError { try $0.estimateAtCompletion(.pf1).approximateUnits }
        #expect(abs(forecast - 0.0451) < 0.0001)
        #expect(abs(budgetRate - 0.0514) < 0.0001)
    }

    @Test("the forecast of the finish is nearer to the end than the plan, as measured")
    func timeliness() throws {
        let forecast = try SharedSeries.meanTimeError { try $0.finish(on: $1).median }
        let planned = try SharedSeries.meanTimeError { reading, _ in
            Double(try #require(try reading.schedule.get().planned))
        }
        #expect(abs(forecast - 0.0772) < 0.0001)
        #expect(abs(planned - 0.1491) < 0.0001)
    }
}
