import Costing
import Diagnostics
import Foundation
import Monetary
import Testing
import WorkTime

@Suite("Forecast")
struct ForecastTests {
    @Test("before anything is earned the budget is expected, on top of what was spent")
    func beginning() throws {
        #expect(try reading(bac: "100", pv: "10", ev: "0", ac: "7").forecast.median == euro("107"))
        #expect(try reading(bac: "100", pv: "10", ev: "0", ac: "0").forecast.median == euro("100"))
    }

    @Test("a job that is done is forecast at what it cost")
    func end() throws {
        let forecast = try reading(bac: "100", pv: "100", ev: "100", ac: "133").forecast
        #expect(forecast.median == (try euro("133")))
        #expect(forecast.method == .progressWeighted)
        #expect(forecast.noIntervalReason == .noReferenceClass)
    }

    @Test("performance so far is carried over in proportion to progress, and only so far")
    func weight() throws {
        // Half done at 110 for 100: the rest at 1.1^0.5.
        let half = try reading(bac: "2000", pv: "1000", ev: "1000", ac: "1100").forecast.median
        #expect(half == (try euro("2148.81")))
        #expect(abs(half.approximateUnits - (1100 + 1000 * 1.1.squareRoot())) < 0.005)
        // Half done at double cost: the rest at exp(0.5 · 0.15), not at 2.
        let dear = try reading(bac: "2000", pv: "1000", ev: "1000", ac: "2000").forecast.median
        #expect(abs(dear.approximateUnits - (2000 + 1000 * exp(0.075))) < 0.005)
        // Nothing invoiced for half of the work: the rest at exp(−0.075), not for nothing.
        let cheap = try reading(bac: "2000", pv: "1000", ev: "1000", ac: "0").forecast.median
        #expect(abs(cheap.approximateUnits - 1000 * exp(-0.075)) < 0.005)
    }

    @Test("work that is done and hardly invoiced is counted at its budget")
    func accrued() throws {
        var draft = try draft([("50", "50", "30")], budget: "100")
        draft.tracking = try [("film", "20", "22"), ("print", "20", "8"), ("radio", "10", "0")].map {
            StatusSeriesDraft.TrackedActivity(
                period: Located(1), activity: $0.0, earnedValue: try euro($0.1), actualCost: try euro($0.2))
        }
        let reading = try StatusSeries(checking: draft).readings[0]
        #expect(reading.status.accruedCost == (try euro("52")))
        let forecast = try reading.forecast
        #expect(forecast.method == .progressWeightedAccrued)
        #expect(abs(forecast.median.approximateUnits - (52 + 50 * (52.0 / 50).squareRoot())) < 0.005)
    }

    @Test("an activity invoiced at half of its earned value is not late")
    func threshold() throws {
        var draft = try draft([("50", "50", "25")], budget: "100")
        draft.tracking = [
            StatusSeriesDraft.TrackedActivity(
                period: Located(1), activity: "film", earnedValue: try euro("50"), actualCost: try euro("25"))
        ]
        #expect(try StatusSeries(checking: draft).readings[0].status.accruedCost == euro("25"))
    }

    @Test("the finish follows the earned schedule, weighted by progress")
    func finish() throws {
        // Four weeks planned evenly; after two weeks a quarter is earned: one week of plan.
        let series = try StatusSeries(
            checking: draft([
                ("100", "50", "50"), ("200", "100", "100"), ("300", nil, nil), ("400", nil, nil),
            ]))
        let plan = try #require(series.plan)
        let finish = try series.readings[1].finish(on: plan)
        #expect(abs(finish.median - (14 + 21 * exp(0.25 * 0.15))) < 1e-9)
        #expect(finish.instant == plan.plannedStart + ElapsedMinutes(Int((finish.median * 1_440).rounded())))
        #expect(finish.method == .progressWeighted)
    }
}
