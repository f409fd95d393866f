import Costing
import Monetary
import Testing
import WorkTime

@Suite("Earned schedule")
struct EarnedScheduleTests {
    /// A plan from Friday morning over a weekend: 10 on Friday, 10 on Monday, 20 on Tuesday until 17:00.
    ///
    ///     Fri ##  Sat ..  Sun ..  Mon ##  Tue ####
    private func curve() throws -> PlannedValueCurve {
        let points = try [
            ("2026-01-02T08:00", "0"), ("2026-01-03T00:00", "10"), ("2026-01-05T00:00", "10"),
            ("2026-01-06T00:00", "20"), ("2026-01-07T00:00", "40"),
        ].map { PlannedValueCurve.Point(CivilMinute($0.0)!, try euro($0.1)) }
        return PlannedValueCurve(points, plannedFinish: CivilMinute("2026-01-06T17:00"))
    }

    @Test(
        "the plan is followed through its days, plateaus to their end, and no further than the planned finish",
        arguments: [
            ("0", 0), ("5", 8 * 60), ("9.99", 959), ("10", 64 * 60), ("15", 76 * 60), ("20", 88 * 60), ("30", 100 * 60),
            ("38", 105 * 60), ("40", 105 * 60), ("41", 105 * 60),
        ])
    func minutes(earned: String, minutes: Int) throws {
        let found = try curve().minutesUntilPlanned(euro(earned))
        #expect(Int(Double(found)) == minutes)
    }

    @Test("between two cents the minutes are exact")
    func exact() throws {
        #expect(try curve().minutesUntilPlanned(euro("3.33")) == Rate(960) * Rate("0.333"))
    }

    @Test("earned value below zero is no time, and a plan that breaks off says so")
    func undefined() throws {
        #expect(throws: Undefined.negativeAmount) { try curve().minutesUntilPlanned(euro("-1")) }
        let open = PlannedValueCurve(try curve().points, plannedFinish: nil)
        #expect(throws: Undefined.planIncomplete) { try open.minutesUntilPlanned(euro("40")) }
        #expect(try open.minutesUntilPlanned(euro("30")) == Rate(100 * 60))
        #expect(open.plannedDuration == nil)
    }

    @Test("indices of time compare what is earned with the clock")
    func indices() throws {
        let schedule = EarnedSchedule(earned: 20, elapsed: 25, planned: 60)
        #expect(try schedule.variance == -5)
        #expect(try schedule.performanceIndex == Rate("0.8"))
        #expect(try schedule.remaining == 40)
        #expect(throws: Undefined.noTimeElapsed) {
            try EarnedSchedule(earned: 0, elapsed: 0, planned: nil).performanceIndex
        }
        #expect(throws: Undefined.planIncomplete) { try EarnedSchedule(earned: 0, elapsed: 1, planned: nil).remaining }
    }
}
