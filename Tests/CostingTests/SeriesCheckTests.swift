import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@Suite("Checking a status series")
struct SeriesCheckTests {
    private func errors(_ draft: StatusSeriesDraft) -> [FindingID] {
        do {
            _ = try StatusSeries(checking: draft)
            return []
        } catch {
            return error.findings.filter { $0.severity == .error }.map(\.id)
        }
    }

    private func findings(_ draft: StatusSeriesDraft) throws -> [FindingID] {
        try StatusSeries(checking: draft).findings.map(\.id)
    }

    private func days(_ days: [(String, String)]) throws -> [StatusSeriesDraft.PlannedDay] {
        try days.map { .init(day: Located(CivilDay($0.0)!), plannedValue: Located(try euro($0.1))) }
    }

    @Test("a sound series has its statuses, its budget and its plan")
    func sound() throws {
        let series = try StatusSeries(
            checking: draft([("100", "90", "95"), ("200", "150", "170"), ("300", nil, nil)], budget: "300"))
        #expect(series.statuses.map(\.period) == [1, 2])
        #expect(series.budgetAtCompletion == (try euro("300")))
        #expect(series.findings.map(\.id) == ["cost.start-assumed"])
        let plan = try #require(series.plan)
        #expect(plan.plannedStart == CivilMinute("2025-12-29T00:00"))
        #expect(plan.plannedFinish == CivilMinute("2026-01-19T00:00"))
        #expect(plan.points.count == 4)
    }

    @Test("a budget that no one stated is the last planned value, and the reader is told")
    func assumedBudget() throws {
        let series = try StatusSeries(checking: draft([("100", "90", "95"), ("200", "150", "170")]))
        #expect(series.budgetAtCompletion == (try euro("200")))
        #expect(series.findings.map(\.id) == ["cost.start-assumed", "cost.budget-assumed"])
    }

    @Test("a first row without any amount is the planned start")
    func startingRow() throws {
        let series = try StatusSeries(checking: draft([("0", "0", "0"), ("200", "150", "170")], budget: "200"))
        #expect(series.plan?.plannedStart == CivilMinute("2026-01-05T00:00"))
        #expect(series.findings.isEmpty)
        #expect(try series.readings[0].schedule.get().elapsed == 0)
        #expect(throws: Undefined.noTimeElapsed) { try series.readings[0].schedule.get().performanceIndex }
    }

    @Test("one status alone does not tell when the job began")
    func single() throws {
        let series = try StatusSeries(checking: draft([("100", "90", "95")], budget: "300"))
        #expect(series.plan == nil)
        #expect(series.readings[0].schedule == .failure(.noPlannedDates))
    }

    @Test("days that a baseline leaves out are days off")
    func sparseBaseline() throws {
        var draft = try draft([("10", "10", "10")])
        draft.baseline = try days([("2026-01-02", "10"), ("2026-01-05", "20")])
        let series = try StatusSeries(checking: draft)
        #expect(series.budgetAtCompletion == (try euro("20")))
        #expect(
            series.plan?.points.map(\.instant.description) == [
                "2026-01-02T00:00", "2026-01-03T00:00", "2026-01-05T00:00", "2026-01-06T00:00",
            ])
        #expect(try series.readings[0].schedule.get().earned == 3)
    }

    @Test("stated dates go before those of the baseline")
    func statedDates() throws {
        var draft = try draft([("10", "20", "10")])
        draft.baseline = try days([("2026-01-02", "10"), ("2026-01-03", "20")])
        draft.plannedStart = CivilMinute("2026-01-02T08:00")
        draft.plannedFinish = CivilMinute("2026-01-03T17:00")
        let plan = try #require(try StatusSeries(checking: draft).plan)
        #expect(plan.plannedDuration == ElapsedMinutes(33 * 60))
        #expect(try plan.minutesUntilPlanned(euro("20")) == Rate(33 * 60))
    }

    @Test("every fault of a series is found in one run")
    func faults() throws {
        var draft = try draft(
            [("10", "10", nil), ("-20", "5", "5"), ("30", nil, nil), ("40", "10", "10")], budget: "0")
        draft.rows[1].period.value = 1
        draft.rows[2].date = draft.rows[0].date
        draft.rows[3].actualCost?.value = Money(minorUnits: 1_000, .usd)
        let found = errors(draft)
        #expect(
            Set(found) == [
                "cost.half-status", "cost.duplicate-period", "cost.negative-amount", "cost.dates-not-ascending",
                "cost.gap-in-statuses", "cost.mixed-currencies", "cost.no-budget",
            ])
    }

    @Test("a series without a status, or without a row, is refused")
    func empty() throws {
        #expect(errors(try draft([])) == ["cost.no-status"])
        #expect(errors(try draft([("100", nil, nil)])) == ["cost.no-status"])
    }

    @Test("a baseline goes forward and up")
    func baseline() throws {
        var draft = try draft([("10", "10", "10")])
        draft.baseline = try days([("2026-01-03", "-10"), ("2026-01-02", "-20")])
        #expect(
            Set(errors(draft)) == [
                "cost.dates-not-ascending", "cost.baseline-falls", "cost.negative-amount", "cost.no-budget",
            ])
        draft.baseline = []
        #expect(errors(draft) == ["cost.empty-baseline"])
    }

    @Test("planned dates that contradict the plan are refused")
    func contradictions() throws {
        var draft = try draft([("10", "10", "10"), ("20", "10", "10")])
        draft.plannedStart = CivilMinute("2026-01-20T00:00")
        #expect(errors(draft) == ["cost.start-too-late"])
        draft.plannedStart = CivilMinute("2026-01-01T00:00")
        draft.plannedFinish = CivilMinute("2026-01-01T00:00")
        #expect(errors(draft) == ["cost.finish-before-start"])
    }

    @Test("reversals and work beyond the budget are allowed, and said")
    func warnings() throws {
        var draft = try draft([("0", "10", "10"), ("20", "30", "25"), ("15", "25", "20")], budget: "28")
        draft.plannedStart = CivilMinute("2026-01-06T00:00")
        draft.rows[2].period.value = 0
        #expect(
            try findings(draft) == [
                "cost.status-before-start", "cost.earned-beyond-budget", "cost.periods-not-ascending",
                "cost.amount-falls", "cost.amount-falls", "cost.amount-falls",
            ])
    }

    @Test("activities that do not add up to their series are said")
    func tracking() throws {
        var draft = try draft([("10", "10", "10"), ("20", "20", "20")], budget: "20")
        func activity(_ period: Int, _ name: String, _ amount: String) throws -> StatusSeriesDraft.TrackedActivity {
            .init(period: Located(period), activity: name, earnedValue: try euro(amount), actualCost: try euro(amount))
        }
        draft.tracking = try [activity(1, "film", "10"), activity(2, "film", "19"), activity(3, "film", "20")]
        let found = try findings(draft)
        #expect(found.filter { $0 == "cost.activities-differ" }.count == 2)
        #expect(found.contains("cost.unknown-period"))
        draft.tracking?.append(try activity(2, "film", "1"))
        #expect(errors(draft) == ["cost.duplicate-activity"])
    }

    @Test("a period that the series does not have is said once for each file, with the number of activities")
    func unknownPeriods() throws {
        var draft = try draft([("10", "10", "10")], budget: "20")
        let rows = [
            ("one.csv", 2, "film"), ("one.csv", 2, "print"), ("one.csv", 2, "web"), ("one.csv", 3, "film"),
            ("two.csv", 2, "press"),
        ]
        draft.tracking = try rows.enumerated().map { index, row in
            .init(
                period: Located(row.1, at: SourcePlace(file: row.0, line: index + 2, column: 1)), activity: row.2,
                earnedValue: try euro("1"), actualCost: try euro("1"))
        }
        let found = try StatusSeries(checking: draft).findings.filter { $0.id == "cost.unknown-period" }
        #expect(
            found.map(\.message) == [
                "3 activities are tracked in period 2, which the series does not have",
                "activity film is tracked in period 3, which the series does not have",
                "activity press is tracked in period 2, which the series does not have",
            ])
        #expect(found.map(\.place?.line) == [2, 5, 6])
    }
}
