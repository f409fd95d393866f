import Testing
import WorkTime

@Suite("Work on a calendar")
struct WorkCalendarTests {
    /// When work of so many minutes ends that may begin at an instant, and when work after it may begin.
    func roles(_ calendar: WorkCalendar, _ start: String, plus work: Int) -> [String] {
        let position = calendar.position(of: minute(start)) + WorkMinutes(work)
        return [calendar.finish(at: position).description, calendar.start(at: position).description]
    }

    @Test(
        "work that ends with the day ends that evening and is followed the next working morning",
        arguments: [
            ("2026-03-02T09:00", 480, "2026-03-02T18:00", "2026-03-03T09:00"),
            ("2026-03-06T09:00", 480, "2026-03-06T18:00", "2026-03-09T09:00"),
            ("2026-03-06T17:59", 1, "2026-03-06T18:00", "2026-03-09T09:00"),
            ("2026-03-02T11:00", 60, "2026-03-02T12:00", "2026-03-02T13:00"),
            ("2026-03-02T11:00", 61, "2026-03-02T13:01", "2026-03-02T13:01"),
            ("2026-03-07T10:00", 0, "2026-03-06T18:00", "2026-03-09T09:00"),
            ("2026-03-07T10:00", 480, "2026-03-09T18:00", "2026-03-10T09:00"),
            ("2026-03-09T09:00", -480, "2026-03-05T18:00", "2026-03-06T09:00"),
        ])
    func officeRoles(start: String, work: Int, finish: String, next: String) {
        #expect(roles(.office, start, plus: work) == [finish, next])
    }

    @Test(
        "work crosses Spring Festival and make-up days",
        arguments: [
            // Friday, make-up Saturday, then Tuesday after the festival.
            ("2026-02-13T09:00", 3 * 480, "2026-02-24T18:00", "2026-02-25T09:00"),
            ("2026-02-14T13:00", 300, "2026-02-14T18:00", "2026-02-24T09:00"),
            ("2026-02-27T09:00", 2 * 480, "2026-02-28T18:00", "2026-03-02T09:00"),
            // A make-up Sunday before National Day.
            ("2026-09-18T18:00", 0, "2026-09-18T18:00", "2026-09-20T09:00"),
            ("2026-09-18T09:00", 960, "2026-09-20T18:00", "2026-09-21T09:00"),
            ("2026-01-02T12:00", 480, "2026-01-04T18:00", "2026-01-05T09:00"),
            // 2027: Thursday 4 February, then Thursday 11.
            ("2027-02-04T09:00", 960, "2027-02-11T18:00", "2027-02-12T09:00"),
        ])
    func chinaRoles(start: String, work: Int, finish: String, next: String) {
        #expect(roles(.china, start, plus: work) == [finish, next])
    }

    @Test("position 0 is the beginning of 1970, with rules before it or after it")
    func origin() {
        let epoch = CivilMinute(number: 0)
        let early = WorkCalendar(
            id: "x", name: "X", week: .office,
            rules: [.holiday(day("1969-12-30"), name: "off"), .holiday(day("1970-01-01"), name: "off")])
        for calendar in [WorkCalendar.office, .china, .elapsed, early] {
            #expect(calendar.position(of: epoch) == .zero)
        }
        #expect(early.position(of: minute("1969-12-31T09:00")) == WorkMinutes(-480))
        #expect(early.position(of: minute("1970-01-02T18:00")) == WorkMinutes(480))
    }

    @Test("around the clock, work and elapsed time are one")
    func elapsed() {
        let calendar = WorkCalendar.elapsed
        let instant = minute("2026-02-14T09:30")
        #expect(calendar.position(of: instant).count == instant.number)
        #expect(calendar.start(at: WorkMinutes(instant.number)) == instant)
        #expect(calendar.finish(at: WorkMinutes(instant.number)) == instant)
        #expect(calendar.minutesPerDay == WorkMinutes(1440) && calendar.daysPerWeek == 7)
        #expect(calendar.position(of: .latest).count == CivilMinute.latest.number)
    }

    @Test("the first and the last of all years are exact")
    func ends() {
        let calendar = WorkCalendar(
            id: "x", name: "X", week: .office,
            rules: [
                .holiday(.earliest, name: "the first Monday"), .makeUpDay(day("0001-01-06"), name: "its Saturday"),
                .holiday(day("9999-12-30"), name: "the last Thursday"),
            ])
        #expect(calendar.picture(from: .earliest, weeks: 2) == [".#####.", "#####.."])
        #expect(calendar.picture(from: day("9999-12-20"), weeks: 1) == ["#####.."])
        #expect(calendar.work(from: minute("9999-12-27T00:00"), to: .latest) == WorkMinutes(4 * 480))
        #expect(calendar.work(from: .earliest, to: minute("0001-01-08T00:00")) == WorkMinutes(5 * 480))
        let last = calendar.position(of: .latest)
        #expect(calendar.finish(at: last) == minute("9999-12-31T18:00"))
        #expect(calendar.start(at: last) == .latest)
        let first = calendar.position(of: .earliest)
        #expect(calendar.start(at: first) == minute("0001-01-02T09:00"))
        #expect(calendar.finish(at: first) == .earliest)
    }

    @Test("positions beyond all years stop at the ends", arguments: [WorkCalendar.office, .china, .elapsed])
    func saturation(calendar: WorkCalendar) {
        #expect(calendar.start(at: WorkMinutes(.max)) == .latest)
        #expect(calendar.finish(at: WorkMinutes(.max)) == .latest)
        #expect(calendar.start(at: WorkMinutes(.min)) == .earliest)
        #expect(calendar.finish(at: WorkMinutes(.min)) == .earliest)
        #expect(calendar.finish(at: calendar.position(of: .latest) + WorkMinutes(1)) == .latest)
        #expect(calendar.start(at: calendar.position(of: .earliest) - WorkMinutes(1)) == .earliest)
    }

    @Test("a calendar without working time says so and answers at once")
    func noWorkingTime() {
        let never = WorkCalendar(
            id: "never", name: "Never", week: WeekPattern(.off, on: []),
            rules: [.makeUpDay(day("2026-02-14"), name: "of nothing")])
        #expect(!never.hasWorkingTime)
        #expect(never.minutesPerDay == .zero && never.daysPerWeek == 0)
        #expect(never.position(of: .latest) == .zero)
        #expect(never.finish(at: WorkMinutes(1)) == .latest && never.start(at: .zero) == .latest)
        #expect(never.finish(at: .zero) == .earliest)
    }

    @Test("a calendar may work on single dates only")
    func singleDates() throws {
        let calendar = WorkCalendar(
            id: "dates", name: "Dates", week: WeekPattern(.off, on: []),
            rules: [.hours(day("2026-03-03"), .office, name: "one"), .hours(day("2026-05-05"), .office, name: "two")])
        #expect(calendar.hasWorkingTime)
        #expect(calendar.work(from: .earliest, to: .latest) == WorkMinutes(960))
        #expect(roles(calendar, "2026-03-03T13:00", plus: 301) == ["2026-05-05T09:01", "2026-05-05T09:01"])
        #expect(roles(calendar, "2026-03-03T09:00", plus: 480) == ["2026-03-03T18:00", "2026-05-05T09:00"])
        #expect(calendar.finish(at: calendar.position(of: .latest)) == minute("2026-05-05T18:00"))
        #expect(calendar.finish(at: calendar.position(of: .latest) + WorkMinutes(1)) == .latest)
    }

    @Test("equal calendars are those that state the same")
    func equality() {
        let copy = WorkCalendar(
            id: "office", name: "Office", week: .office, rules: [.holiday(day("2026-03-02"), name: "off")])
        #expect(copy != .office)
        #expect(copy == WorkCalendar(id: "office", name: "Office", week: .office, rules: copy.rules))
        #expect(Set([copy, copy, .office]).count == 2)
    }
}
