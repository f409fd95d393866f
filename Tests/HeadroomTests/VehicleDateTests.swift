import Headroom
import Testing

/// By when vehicles want what, counted by hand over the holidays and make-up days of two calendars.
@Suite("Deadlines before the air date")
struct VehicleDateTests {
    private func due(_ before: String, before air: String, on calendar: String) throws -> String {
        let calendar = try #require(CalendarLibrary.seeds[calendar])
        let air = StatedInstant.day(try #require(CivilDay(air))).asStart
        return calendar.due(try PlannedDuration(before), beforeAir: air).description
    }

    @Test(
        "working days in mainland China, where Saturdays 14 and 28 February are worked for Spring Festival",
        arguments: [
            ("3d", "2026-04-27", "2026-04-22T18:00"), ("1d", "2026-02-24", "2026-02-14T18:00"),
            ("2d", "2026-02-24", "2026-02-13T18:00"), ("1d", "2026-03-02", "2026-02-28T18:00"),
            // Sat 28, Fri 27, Thu 26, Wed 25, Tue 24; Sat 14, Fri 13, Thu 12, Wed 11, Tue 10.
            ("2w", "2026-03-02", "2026-02-10T18:00"), ("1d", "2026-04-07", "2026-04-03T18:00"),
            ("1d", "2026-05-06", "2026-04-30T18:00"),
        ])
    func china(before: String, air: String, expected: String) throws {
        #expect(try due(before, before: air, on: "china") == expected)
    }

    @Test(
        "working days in Hong Kong, with Lunar New Year and the long weekend of Ching Ming",
        arguments: [
            ("1d", "2026-02-20", "2026-02-16T18:00"), ("1d", "2026-04-08", "2026-04-03T18:00"),
            ("3d", "2026-04-08", "2026-04-01T18:00"), ("2d", "2026-05-05", "2026-04-30T18:00"),
        ])
    func hongKong(before: String, air: String, expected: String) throws {
        #expect(try due(before, before: air, on: "hong-kong") == expected)
    }

    @Test("days of the calendar end with the last work up to their end; hours are counted from the moment")
    func others() throws {
        // The third day before is a holiday, the tenth a Sunday.
        #expect(try due("3ed", before: "2026-04-07", on: "china") == "2026-04-03T18:00")
        #expect(try due("10ed", before: "2026-04-08", on: "hong-kong") == "2026-03-27T18:00")
        #expect(try due("1ed", before: "2026-04-22", on: "china") == "2026-04-21T18:00")
        #expect(try due("4h", before: "2026-04-27", on: "china") == "2026-04-24T14:00")
        #expect(try due("0d", before: "2026-04-27", on: "china") == "2026-04-24T18:00")
        #expect(try due("1000000w", before: "2026-04-27", on: "china").hasPrefix("0001-"))
    }

    @Test("written out as YAML, a vehicle is on air when it was")
    func written() throws {
        let text = """
            plan: Launch
            start: 2026-04-01
            calendar: china
            activities: {a: {duration: 3d}}
            vehicles: {tv: {on-air: 2026-04-27 19:00, material: a 3d}}
            """
        let input = InputFile(path: "launch.yaml", bytes: Array(text.utf8))
        let bytes = try PlanConversion(of: input, to: .yaml).bytes
        let again = try AgencyPlan(reading: InputFile(path: "again.yaml", bytes: bytes)).schedule
        #expect(again["tv/on-air"]?.earlyStart.description == "2026-04-27T19:00")
        #expect(again["tv/material"]?.earlyFinish.description == "2026-04-03T18:00" && again.isFeasible)
    }

    @Test("late shifts that end at midnight are days of their own")
    func lateShifts() throws {
        let late = WorkCalendar(
            id: "late", name: "Late",
            week: WeekPattern(try DayPattern("16:00-24:00"), on: [.monday, .tuesday, .wednesday]))
        let air = CivilMinute(day: try #require(CivilDay("2026-04-23")), minuteOfDay: 0)
        #expect(late.due(.days(1), beforeAir: air).description == "2026-04-23T00:00")
        #expect(late.due(.days(3), beforeAir: air).description == "2026-04-21T00:00")
        #expect(late.due(.days(4), beforeAir: air).description == "2026-04-16T00:00")
    }

    @Test("a change moves a vehicle's promise to the last turn of what meets it")
    func changed() throws {
        let text = """
            plan: Launch
            start: 2026-03-02
            lanes: [client]
            activities:
              make:    {duration: 2d}
              ok:      {lane: client, after: make, gate: {reviewer: client, answer: 1d}}
              deliver: {duration: 2d, after: ok}
            changes:
              claim: {approval: ok, on: 2026-03-09, reopens: [make 1d, deliver 2d]}
            vehicles:
              tv: {on-air: 2026-04-07, material: deliver 1d}
            """
        let plan = try AgencyPlan(reading: InputFile(path: "launch.yaml", bytes: Array(text.utf8)))
        // Asked for on the 9th: made anew that day, approved on the 10th, delivered on the 11th and 12th.
        #expect(plan.schedule["tv/material"]?.earlyFinish.description == "2026-03-12T18:00")
        #expect(plan.schedule.criticalDates(of: plan.vehicles).map(\.deadline.activity) == ["claim/deliver"])
    }

    @Test("a vehicle's dates stand in the plan as promises of their own, on the calendar of its market")
    func milestones() throws {
        let text = """
            plan: Launch
            start: 2026-03-02
            calendar: china
            markets: {mainland: china, hong-kong: hong-kong}
            activities:
              book:    {duration: 3d}
              deliver: {duration: 2d, after: book}
            vehicles:
              tv:  {market: mainland, on-air: 2026-04-07 19:00, booking: book 10d, material: deliver 1d, cancellation: 20ed}
              tvb: {name: TVB Jade / 翡翠台, market: hong-kong, on-air: 2026-04-08, material: deliver 1d}
            """
        let plan = try AgencyPlan(reading: InputFile(path: "launch.yaml", bytes: Array(text.utf8)))
        let dates = plan.schedule.criticalDates(of: plan.vehicles)
        #expect(
            dates.map { "\($0.vehicle.id) \($0.deadline.kind) \($0.deadline.due) \($0.headroom?.count ?? -1)" } == [
                "tv cancellation 2026-03-18T18:00 -1", "tv booking 2026-03-23T18:00 \(13 * 480)",
                "tv material 2026-04-03T18:00 \(20 * 480)", "tvb material 2026-04-03T18:00 \(20 * 480)",
            ])
        #expect(plan.schedule["tv/on-air"]?.earlyStart.description == "2026-04-07T19:00")
        #expect(plan.schedule["tvb/material"] != nil && plan.schedule["tv/cancellation"] == nil)
        // Two days of delivery up to Friday 3 April; three of booking up to Monday 23 March.
        #expect(dates[2].latestSafeStart?.description == "2026-04-02T09:00")
        #expect(dates[1].latestSafeStart?.description == "2026-03-19T09:00")
    }
}
