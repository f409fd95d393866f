import Costing
import Monetary
import Testing
import WorkTime

@Suite("Earned value of a job by line")
struct JobStatusTests {
    private func status(_ job: SampleJob, _ plan: PlannedWork? = nil) throws -> JobStatus {
        try JobStatus(PricedPlan(job.books(), on: plan))
    }

    @Test(
        "the sample job stands at the end of each month where it was computed by hand",
        arguments: [
            (0, 1, "160000", "28782.19", "23000", "23400"), (1, 1, "160000", "54779.01", "46000", "51400"),
            (2, 2, "189000", "153917.13", "111500", "99400"),
        ])
    func months(index: Int, version: Int, budget: String, planned: String, earned: String, cost: String) throws {
        let point = try status(SampleJob()).points[index]
        #expect(point.version == version)
        #expect(try point.budget == yuan(budget) && point.plannedValue == yuan(planned))
        #expect(try point.earnedValue == yuan(earned) && point.actualCost == yuan(cost))
    }

    @Test("lines add up to the job in every month")
    func parts() throws {
        for point in try status(SampleJob()).points {
            #expect(try point.lines.map(\.plannedValue).total(in: .cny) == point.plannedValue)
            #expect(try point.lines.map(\.earnedValue).total(in: .cny) == point.earnedValue)
            #expect(try point.lines.map(\.actualCost).total(in: .cny) == point.actualCost)
        }
    }

    @Test("a change order leaves the variance from before it as it was")
    func variance() throws {
        var job = try SampleJob()
        let before = try status(job).points[1]
        job.versions.removeLast()
        #expect(try status(job).points[1] == before)
        // On the day that the change takes effect nothing more is earned than on the day before.
        let changed = try JobStatus(PricedPlan(SampleJob().books(on: sampleDay("2026-03-01"))))
        #expect(try changed.latest.line("film")?.earnedValue == yuan("36000"))
        #expect(try changed.latest.line("film")?.budget == yuan("54000"))
    }

    @Test("indices of each month are held against the version of that month")
    func readings() throws {
        let readings = try status(SampleJob()).readings
        #expect(try readings.map { try $0.value.costVariance } == [yuan("-400"), yuan("-5400"), yuan("12100")])
        #expect(try readings.map(\.value.budgetAtCompletion) == [yuan("160000"), yuan("160000"), yuan("189000")])
        #expect(try readings[2].value.toCompletePerformanceIndex == Rate(77_500, over: 89_600))
    }

    @Test("a line of the ledger that no version has earns nothing and is counted")
    func unlinked() throws {
        let status = try status(SampleJob())
        let travel = try #require(status.latest.line("travel"))
        #expect(try travel.budget == yuan("0") && travel.actualCost == yuan("3000") && !travel.isReported)
        #expect(throws: Undefined.noPlannedValue) { try status.reading(of: "travel") }
    }

    @Test("progress that is taken back is no progress")
    func reversal() throws {
        var job = try SampleJob()
        job.events.append(
            CostEvent(
                id: "R-1", kind: .reversal, date: SampleJob.status, amount: try yuan("0"), tax: try yuan("0"),
                bookAmount: try yuan("0"), settles: "P-3"))
        #expect(try status(job).latest.line("film")?.earnedValue == yuan("36000"))
    }

    /// Whatever was posted first: the order of posting never matters.
    @Test(
        "of two reports of one day the one with the higher number holds, as people count",
        arguments: [
            ("PR-9", "PR-10"), ("PR-09", "PR-10"), ("9", "10"), ("a2b9", "a10b1"), ("PR-9", "PR-9a"), ("PR-1", "QR-1"),
        ])
    func sameDay(lower: String, higher: String) throws {
        var job = try SampleJob()
        let reports = [(lower, 50), (higher, 60)].map {
            progress($0.0, "2026-03-31", "fee", .share(Rate(percent: $0.1)))
        }
        for events in [reports, reports.reversed()] {
            job.events = events
            #expect(try status(job).latest.line("fee")?.earnedValue == yuan("18000"))
        }
    }

    @Test("the curve of the job ends at its budget and never falls")
    func curve() throws {
        let curve = try #require(try status(SampleJob()).curve)
        #expect(try curve.points.last?.plannedValue == yuan("189000"))
        #expect(curve.plannedStart == CivilMinute(day: sampleDay("2026-01-01"), minuteOfDay: 0))
        #expect(curve.plannedFinish == CivilMinute(day: sampleDay("2026-07-01"), minuteOfDay: 0))
    }

    // MARK: Rules

    private static let calendar = WorkCalendar(
        id: "office", name: "Office",
        week: WeekPattern(
            try! DayPattern("09:00-12:00 13:00-18:00"), on: [.monday, .tuesday, .wednesday, .thursday, .friday]))

    /// Two activities of one and three working days from Monday 5 January, the first done, the second half done.
    private static let work = PlannedWork(
        [
            .init(
                id: "shoot", start: CivilMinute("2026-01-05T09:00")!, finish: CivilMinute("2026-01-05T18:00")!,
                calendar: calendar, actualStart: CivilMinute("2026-01-05T09:00")!,
                actualFinish: CivilMinute("2026-01-05T18:00")!, done: 1),
            .init(
                id: "edit", start: CivilMinute("2026-01-06T09:00")!, finish: CivilMinute("2026-01-08T18:00")!,
                calendar: calendar, actualStart: CivilMinute("2026-01-06T09:00")!, done: Rate(percent: 50)),
        ], dataDate: CivilMinute("2026-01-07T18:00")!)

    @Test(
        "a line earns by its rule, planned over the working time of its activities and by their progress",
        arguments: [
            (EarningRule.percentComplete, "750", "625"), (.onFinish, "0", "0"), (.halfOnStart, "500", "500"),
            (
                .milestones([
                    .init(name: "shoot", share: Rate(percent: 30), due: nil),
                    .init(name: "edit", share: Rate(percent: 70), due: nil),
                ]), "300", "300"
            ),
        ])
    func rules(rule: EarningRule, planned: String, earned: String) throws {
        var job = try SampleJob()
        job.versions = [
            SampleJob.approved(
                try SampleJob.estimate(
                    1, "2026-01-01",
                    [line("film", "production", cost: "1000", activities: ["shoot", "edit"], earning: rule)]),
                on: "2025-12-20")
        ]
        job.events = []
        let status = try JobStatus(PricedPlan(job.books(on: sampleDay("2026-01-07")), on: Self.work))
        #expect(try status.latest.plannedValue == yuan(planned) && status.latest.earnedValue == yuan(earned))
    }

    @Test("a milestone with a date is planned on it")
    func due() throws {
        var job = try SampleJob()
        let rule = EarningRule.milestones([
            .init(name: "storyboard", share: Rate(percent: 20), due: sampleDay("2026-01-20")),
            .init(name: "master", share: Rate(percent: 80), due: sampleDay("2026-08-01")),
        ])
        job.versions = [
            SampleJob.approved(
                try SampleJob.estimate(1, "2026-01-01", [line("film", "production", cost: "1000", earning: rule)]),
                on: "2025-12-20")
        ]
        job.events = [progress("1", "2026-02-02", "film", .milestone("storyboard"))]
        let points = try status(job).points
        #expect(try points.map(\.plannedValue) == [yuan("200"), yuan("200"), yuan("200")])
        #expect(try points.map(\.earnedValue) == [yuan("0"), yuan("200"), yuan("200")])
        #expect(try status(job).curve?.plannedFinish?.day == sampleDay("2026-08-02"))
    }
}

@Suite("Standings of several days")
struct LedgerStandingsTests {
    @Test("one pass over a ledger finds what each day alone finds", arguments: 0..<10)
    func onePass(seed: Int) throws {
        let ledger = RandomLedger(seed: UInt64(seed), count: 150).ledger
        let days = (1...12).map { CivilMonth(year: 2026, month: $0)!.lastDay }
        let history = try ledger.history(on: days)
        #expect(history.standings.count == days.count)
        for (day, standing) in zip(days, history.standings) {
            let alone = try ledger.standing(on: day)
            #expect(standing.lines == alone.lines && standing.client == alone.client)
            #expect(standing.orders == (day == days.last ? alone.orders : []))
        }
        #expect(try history.receivables == ledger.totals(through: days[11]).receivables())
    }
}
