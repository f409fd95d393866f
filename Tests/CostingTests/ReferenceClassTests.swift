import Costing
import Diagnostics
import Foundation
import Monetary
import Testing

@Suite("Forecasts that learn from finished jobs")
struct ReferenceClassTests {
    /// Shares of work done with logarithms of cost ÷ earned, as the brute force wants them; the end of a job apart.
    private func path(_ statuses: [(earned: Int, cost: Int)]) -> BruteForce.Path {
        statuses.map { (w: Double($0.earned) / 1_000, y: log(Double($0.cost) / Double($0.earned))) }
    }

    @Test(
        "quantiles are those of the integral worked out by brute force",
        arguments: [
            [(earned: 100, cost: 120)], [(earned: 200, cost: 190), (earned: 400, cost: 430)],
            [(earned: 250, cost: 250), (earned: 500, cost: 500), (earned: 750, cost: 752)],
        ])
    func knownAnswer(statuses: [(earned: Int, cost: Int)]) throws {
        let jobs = MadeJobs.paths.map { statuses -> BruteForce.Job in
            (path(statuses.dropLast()), log(Double(statuses.last!.cost) / 1_000))
        }
        let forecast = try MadeJobs.forecast(statuses, learning: FittedClass(MadeJobs.reference()))
        let quantiles = try #require(try forecast.distribution?.quantiles)
        let expected = BruteForce(jobs: jobs).quantiles(
            quantiles.map(\.probability), of: path(statuses), booked: Double(statuses.last!.cost) / 1_000)
        for (quantile, expected) in zip(quantiles, expected) {
            #expect(
                abs(quantile.cost.approximateUnits / 1_000 - expected) < 0.002,
                "\(quantile.probability): \(quantile.cost) for \(expected * 1_000)")
        }
        #expect(forecast.median == quantiles[3].cost)
        #expect(forecast.reference?.name == "made" && forecast.reference?.jobs == 3)
    }

    @Test("all amounts ten times as large make all quantiles ten times as large")
    func scale() throws {
        let statuses = [(earned: 120, cost: 131), (earned: 480, cost: 520)]
        let small = try MadeJobs.forecast(statuses, learning: FittedClass(MadeJobs.reference()))
        let large = try MadeJobs.forecast(
            statuses, scale: 10, learning: FittedClass(MadeJobs.reference(scale: 10)))
        let pairs = zip(
            try #require(try small.distribution?.quantiles), try #require(try large.distribution?.quantiles))
        for (small, large) in pairs {
            #expect(abs(small.cost.minorUnits * 10 - large.cost.minorUnits) <= 6)
        }
    }

    @Test(
        "quantiles ascend, probabilities fall with the share over, and nothing is below zero",
        arguments: [
            [(earned: 0, cost: 0)], [(earned: 0, cost: 400)], [(earned: 30, cost: 300)],
            [(earned: 500, cost: 5)], [(earned: 500, cost: 0)], [(earned: 990, cost: 2_500)],
            [(earned: 500, cost: 500), (earned: 400, cost: 480)], [(earned: 999, cost: 1_000)],
        ])
    func order(statuses: [(earned: Int, cost: Int)]) throws {
        for fitted in [FittedClass(nil), FittedClass(try MadeJobs.reference())] {
            let forecast = try MadeJobs.forecast(statuses, learning: fitted)
            let distribution = try #require(forecast.distribution)
            let costs = try distribution.quantiles.map(\.cost.minorUnits)
            #expect(costs == costs.sorted() && costs[0] >= 0)
            let overspends = distribution.overspends(of: try euro("1000")).map(\.probability)
            #expect(overspends == overspends.sorted(by: >))
            #expect(overspends.allSatisfy { (0...1).contains($0) })
            #expect(try distribution.expectedOverspend(of: euro("1000")).minorUnits >= 0)
        }
    }

    @Test("later statuses do not change what an earlier one said")
    func noLookAhead() throws {
        let fitted = FittedClass(try MadeJobs.reference())
        let all = CostOutlook(try MadeJobs.series(MadeJobs.paths[2]), learning: fitted)
        for count in 1...MadeJobs.paths[2].count {
            let some = CostOutlook(try MadeJobs.series(Array(MadeJobs.paths[2].prefix(count))), learning: fitted)
            #expect(some.forecast == all.forecasts[count - 1])
        }
    }

    @Test("jobs that all ended alike narrow the range, the more of them the more; without any it is widest")
    func width() throws {
        let statuses = [(earned: 300, cost: 306)]
        let widths = try [0, 3, 12].map { count in
            let jobs = try (0..<count).map { index in
                try #require(
                    ClosedJob(
                        id: "job-\(index)",
                        MadeJobs.series([(200, 203), (500, 507 + index % 3), (800, 812), (1_000, 1_015 + index % 4)])))
            }
            let fitted = FittedClass(ReferenceClass(name: "alike", jobs: jobs))
            let distribution = try #require(try MadeJobs.forecast(statuses, learning: fitted).distribution)
            return try distribution.cost(atConfidence: 0.9).minorUnits - distribution.cost(atConfidence: 0.1).minorUnits
        }
        #expect(widths[0] > widths[1] && widths[1] > widths[2])
    }

    @Test("a class without jobs is none, and says so")
    func noClass() throws {
        let fitted = FittedClass(ReferenceClass(name: "empty", jobs: []))
        #expect(fitted.reference == nil)
        let forecast = try MadeJobs.forecast([(earned: 300, cost: 306)], learning: fitted)
        #expect(forecast.reference == nil && forecast.distribution != nil)
        #expect(forecast.method == .referenceClass)
    }

    @Test("a job is left out of the class that it is forecast by, and one that is not done is not in it")
    func closed() throws {
        let reference = try MadeJobs.reference()
        #expect(reference.without("job-1").jobs.map(\.id) == ["job-0", "job-2"])
        #expect(ClosedJob(id: "open", try MadeJobs.series([(200, 203), (900, 950)])) == nil)
        let twice = ReferenceClass(name: "twice", jobs: reference.jobs + reference.jobs)
        #expect(twice.jobs.count == 3)
        let reversed = ReferenceClass(name: "made", jobs: reference.jobs.reversed())
        #expect(reversed == reference)
    }

    @Test("a job that is done costs what it cost, for certain")
    func done() throws {
        let forecast = try MadeJobs.forecast(MadeJobs.paths[2], learning: FittedClass(MadeJobs.reference()))
        #expect(forecast.median == (try euro("1150")))
        let distribution = try #require(forecast.distribution)
        #expect(try Set(distribution.quantiles.map(\.cost)) == [euro("1150")])
        #expect(distribution.overspends(of: try euro("1000")).map(\.probability) == [1, 1, 1])
        #expect(try distribution.expectedOverspend(of: euro("1000")) == euro("150"))
    }

    @Test("an agreed cost of remaining work is taken as known, and narrows the range")
    func known() throws {
        let series = try MadeJobs.series([(earned: 300, cost: 306)])
        let fitted = FittedClass(try MadeJobs.reference())
        func width(_ known: KnownRemaining?) throws -> Int64 {
            let forecast = try fitted.forecast(
                of: series.statuses, budget: series.budgetAtCompletion, known: known)
            let distribution = try #require(forecast.distribution)
            return try distribution.cost(atConfidence: 0.9).minorUnits - distribution.cost(atConfidence: 0.1).minorUnits
        }
        let agreed = KnownRemaining(budget: try euro("500"), cost: try euro("510"))
        #expect(try width(agreed) < width(nil))
        let all = KnownRemaining(budget: try euro("700"), cost: try euro("760"))
        let forecast = try fitted.forecast(of: series.statuses, budget: series.budgetAtCompletion, known: all)
        #expect(forecast.median == (try euro("1066")))
    }

    @Test("work that is hardly invoiced is late or cheap with a probability: the range spans both")
    func lateness() throws {
        var draft = try draft([("500", "500", "350")], budget: "1000")
        draft.tracking = try [("film", "300", "310"), ("print", "200", "40")].map {
            StatusSeriesDraft.TrackedActivity(
                period: Located(1), activity: $0.0, earnedValue: try euro($0.1), actualCost: try euro($0.2))
        }
        let series = try StatusSeries(checking: draft)
        let fitted = FittedClass(try MadeJobs.reference())
        let forecast = try fitted.forecast(of: series.statuses, budget: series.budgetAtCompletion)
        let booked = try MadeJobs.forecast([(earned: 500, cost: 350)], learning: fitted)
        let accrued = try MadeJobs.forecast([(earned: 500, cost: 510)], learning: fitted)
        #expect(booked.median.minorUnits < forecast.median.minorUnits)
        #expect(forecast.median.minorUnits <= accrued.median.minorUnits)
        // A third of the cost missing does not fit jobs that end about their budgets; late invoices do.
        #expect(abs(forecast.median.approximateUnits - accrued.median.approximateUnits) < 30)
    }

    @Test("headroom at a confidence is what was approved less the cost at it")
    func headroom() throws {
        let outlook = CostOutlook(
            try MadeJobs.series([(earned: 300, cost: 330)]), approved: try euro("1100"),
            learning: FittedClass(try MadeJobs.reference()))
        let cost = try outlook.cost(atConfidence: 0.8).get()
        #expect(try outlook.costHeadroom(atConfidence: 0.8).get() == euro("1100") - cost)
        let median = CostOutlook(try MadeJobs.series([(earned: 300, cost: 330)]))
        #expect(median.costHeadroom(atConfidence: 0.8) == .failure(.noReferenceClass))
        #expect(median.probabilityOver() == nil)
    }

    @Test(
        "a job that is over is held against the budget of what was delivered; with a fiftieth missing it is under way")
    func delivered() throws {
        let short = try MadeJobs.series([(200, 203), (990, 1_000)])
        let series = try #require(short.delivered)
        #expect(try series.budgetAtCompletion == euro("990") && series.statuses == short.statuses)
        let job = try #require(ClosedJob(id: "short", series))
        #expect(try job.budget == euro("990") && job.finalCost == euro("1000"))
        #expect(try MadeJobs.series([(200, 203), (980, 1_000)]).delivered == nil)
        let done = try MadeJobs.series(MadeJobs.paths[0])
        #expect(done.delivered == done)
    }

    @Test("amounts below zero and missing statuses are refused with a reason")
    func refused() throws {
        let fitted = FittedClass(nil)
        #expect(throws: Undefined.noActualCost) { try fitted.forecast(of: [], budget: euro("100")) }
        let series = try StatusSeries(checking: draft([("50", "50", "-3")], budget: "100"))
        #expect(throws: Undefined.negativeAmount) {
            try fitted.forecast(of: series.statuses, budget: series.budgetAtCompletion)
        }
    }
}
