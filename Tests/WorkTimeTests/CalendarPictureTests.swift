import Testing
import WorkTime

@Suite("Calendars as pictures")
struct CalendarPictureTests {
    @Test("an office week has five days, and a day a break for lunch")
    func office() {
        #expect(WorkCalendar.office.picture(from: day("2026-03-02"), weeks: 1) == ["#####.."])
        #expect(WorkCalendar.office.picture(of: day("2026-03-02")) == ".........###.#####......")
        #expect(WorkCalendar.office.picture(of: day("2026-03-07")) == "........................")
    }

    @Test("Spring Festival 2026 takes nine days and gives two Saturdays back")
    func springFestival2026() {
        #expect(
            WorkCalendar.china.picture(from: day("2026-02-02"), weeks: 5) == [
                "#####..",
                "######.",  // Saturday 14 February is worked
                ".......",
                ".#####.",  // Monday 23 is off, Saturday 28 is worked
                "#####..",
            ])
    }

    @Test("New Year and National Day 2026 make Sundays and Saturdays work")
    func makeUpSundays2026() {
        #expect(WorkCalendar.china.picture(from: day("2025-12-29"), weeks: 2) == ["###...#", "#####.."])
        #expect(
            WorkCalendar.china.picture(from: day("2026-09-14"), weeks: 5) == [
                "#####.#",  // Sunday 20 September is worked
                "####...",
                "###....",
                "...###.",  // Saturday 10 October is worked
                "#####..",
            ])
    }

    @Test("Spring Festival 2027 is known by its statutory days only")
    func springFestival2027() {
        #expect(WorkCalendar.china.picture(from: day("2027-02-01"), weeks: 2) == ["####...", "...##.."])
        #expect(WorkCalendar.china.knownThrough == day("2026-12-31"))
    }

    @Test("a night shift belongs to the day on which it begins")
    func nightShift() throws {
        let night = try DayPattern("22:00-06:00")
        let calendar = WorkCalendar(
            id: "night", name: "Night", week: WeekPattern(night, on: Weekday.allCases.prefix(5)),
            rules: [.holiday(day("2026-03-04"), name: "Wednesday off")])
        let pictures = (2...8).map { calendar.picture(of: CivilDay(year: 2026, month: 3, day: $0)!) }
        #expect(
            pictures == [
                "......................##",  // Monday evening; nobody worked on Sunday night
                "######................##",
                "######..................",  // the holiday: Tuesday's shift ends, none begins
                "......................##",
                "######................##",
                "######..................",  // Saturday morning
                "........................",
            ])
        #expect(calendar.isWorking(day("2026-03-03")) && !calendar.isWorking(day("2026-03-04")))
        #expect(!calendar.isWorking(day("2026-03-07")))
    }

    @Test("where the night runs into the morning's shift, the time counts once")
    func spillMeetsMorning() throws {
        let long = try DayPattern("05:00-09:00 20:00-08:00")
        let calendar = WorkCalendar(id: "long", name: "Long", week: WeekPattern(long, on: [.monday, .tuesday]))
        #expect(calendar.picture(of: day("2026-03-02")) == ".....####...........####")
        #expect(calendar.picture(of: day("2026-03-03")) == "#########...........####")
        #expect(calendar.picture(of: day("2026-03-04")) == "########................")
        #expect(
            calendar.work(from: minute("2026-03-02T00:00"), to: minute("2026-03-09T00:00"))
                == WorkMinutes((8 + 13 + 8) * 60))
    }

    @Test("a rule with hours of its own replaces the weekday's, also at the weekend")
    func ownHours() throws {
        let calendar = WorkCalendar(
            id: "shoot", name: "Shoot", week: .office,
            rules: [
                .hours(day("2026-03-06"), try DayPattern("09:00-12:00"), name: "half day"),
                .hours(day("2026-03-07"), try DayPattern("18:00-02:00"), name: "night shoot"),
            ])
        #expect(calendar.picture(from: day("2026-03-02"), weeks: 1) == ["####+++"])
        #expect(calendar.picture(of: day("2026-03-06")) == ".........###............")
        #expect(calendar.picture(of: day("2026-03-07")) == "..................######")
        #expect(calendar.picture(of: day("2026-03-08")) == "##......................")
    }

    @Test("of several rules for one day the last holds")
    func lastRuleHolds() {
        let friday = day("2026-03-06")
        let calendar = WorkCalendar(
            id: "x", name: "X", week: .office,
            rules: [.holiday(friday, name: "off"), .makeUpDay(friday, name: "on"), .holiday(friday, name: "off again")])
        #expect(calendar.picture(from: day("2026-03-02"), weeks: 1) == ["####..."])
        #expect(calendar.rules.map(\.name) == ["off again"])
        #expect(calendar.rule(on: friday)?.name == "off again")
        #expect(calendar.rule(on: day("2026-03-05")) == nil)
    }
}
