import Costing
import Diagnostics
import Interchange
import Monetary
import Testing
import WorkTime

@Suite("Reading planned activities")
struct PlannedActivitiesTests {
    private static let header = "activity_id,name,baseline_start,baseline_end,budget\n"

    private func reading(_ activities: String) -> StatusSeriesReading {
        var reading = StatusSeriesTests.read(StatusSeriesTests.header + "1,2026-01-09,50,40,45\n")
        reading.addActivities(Array((Self.header + activities).utf8), file: "activities.csv")
        return reading
    }

    @Test("the job begins with the first activity, ends with the last, and has the sum of their budgets")
    func span() throws {
        let draft = reading(
            "1,Script,2026-01-05T08:00:00,2026-01-09T17:00:00,60.25\n2,Cut,2026-01-02,2026-01-16,40.00\n"
        ).draft
        #expect(draft.plannedStart == CivilMinute("2026-01-02T00:00"))
        #expect(draft.plannedFinish == CivilMinute("2026-01-17T00:00"))
        #expect(draft.budgetAtCompletion == Money(minorUnits: 10_025, .eur))
    }

    @Test("a milestone may finish with one working day and start with the next")
    func milestone() throws {
        let reading = reading(
            "1,Begin,2026-01-08T08:00,2026-01-07T17:00,0.00\n2,Cut,2026-01-08T08:00,2026-01-09T17:00,100.00\n")
        #expect(reading.findings.inReadingOrder == [])
        #expect(reading.draft.plannedStart == CivilMinute("2026-01-08T08:00"))
    }

    @Test("what was stated before stays")
    func stated() throws {
        var reading = StatusSeriesTests.read(StatusSeriesTests.header + "1,2026-01-09,50,40,45\n")
        reading.complete { $0.budgetAtCompletion = Money(minorUnits: 9_000, .eur) }
        reading.addActivities(Array((Self.header + "1,Script,2026-01-05,2026-01-09,60\n").utf8), file: "a.csv")
        #expect(reading.draft.budgetAtCompletion == Money(minorUnits: 9_000, .eur))
        #expect(reading.draft.plannedStart == CivilMinute("2026-01-05T00:00"))
    }

    @Test(
        "a fault is reported where it stands",
        arguments: [
            ("1,Script,05/01/2026,2026-01-09,60", "cost.bad-date", "activities.csv:2:10"),
            ("1,Script,2026-01-05,2026-01-09,60k", "cost.bad-amount", "activities.csv:2:32"),
            ("1,Script,2026-01-05,2026-01-02,60", "cost.activity-ends-early", "activities.csv:2:21"),
            (
                "1,Script,2026-01-05,2026-01-09,90000000000000000.00\n2,Cut,2026-01-05,2026-01-09,90000000000000000.00",
                "cost.budget-too-large", "activities.csv:1:1"
            ),
        ])
    func faults(lines: String, id: FindingID, place: String) {
        let rejection = #expect(throws: Rejection.self) { try reading(lines + "\n").checked() }
        #expect(rejection?.findings.map(\.id) == [id])
        #expect(rejection?.findings.first?.place?.description == place)
    }
}
