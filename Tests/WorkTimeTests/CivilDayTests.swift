import Foundation
import Testing
import WorkTime

@Suite("Civil days")
struct CivilDayTests {
    @Test("day 0 is 1 January 1970, a Thursday")
    func epoch() {
        let day = CivilDay(number: 0)
        #expect(day == CivilDay(year: 1970, month: 1, day: 1))
        #expect(day.weekday == .thursday)
        #expect(day.description == "1970-01-01")
    }

    @Test(
        "known weekdays",
        arguments: [
            ("0001-01-01", Weekday.monday), ("1582-10-15", .friday), ("1789-07-14", .tuesday),
            ("1969-07-20", .sunday), ("2000-02-29", .tuesday), ("2026-02-17", .tuesday), ("9999-12-31", .friday),
        ])
    func weekdays(text: String, weekday: Weekday) {
        #expect(day(text).weekday == weekday)
    }

    @Test("every day of the years 1 to 9999 follows from the day before by the leap-year rule")
    func everyDay() throws {
        var (year, month, dayOfMonth, weekday) = (1, 1, 1, 1)
        var faults = 0
        for number in CivilDay.earliest.number...CivilDay.latest.number {
            let day = CivilDay(number: number)
            let date = day.date
            if date != (year, month, dayOfMonth) || day.weekday.rawValue != weekday { faults += 1 }
            if dayOfMonth == 1, CivilDay(year: year, month: month, day: 1) != day { faults += 1 }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            weekday = weekday % 7 + 1
            dayOfMonth += 1
            if dayOfMonth > lengths[month - 1] { (dayOfMonth, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
        #expect(faults == 0)
        #expect(year == 10_000)
    }

    @Test("Foundation's calendar agrees on dates and weekdays, 1583 to 9999")
    func foundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try #require(CivilDay(year: 1583, month: 1, day: 1))
        for number in stride(from: first.number, through: CivilDay.latest.number, by: 997) {
            let day = CivilDay(number: number)
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day, "\(day)")
            // Foundation counts weekdays from Sunday, 1.
            #expect(try #require(parts.weekday) - 1 == day.weekday.rawValue % 7, "\(day)")
            #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test(
        "dates that do not exist are none",
        arguments: [
            (2026, 2, 29), (2100, 2, 29), (2026, 2, 30), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
            (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-5, 1, 1), (2026, .max, 1), (2026, 1, .min), (.min, 1, 1),
        ])
    func impossible(year: Int, month: Int, dayOfMonth: Int) {
        #expect(CivilDay(year: year, month: month, day: dayOfMonth) == nil)
    }

    @Test("29 February exists in 2000 and 2028")
    func leapDays() {
        #expect(CivilDay("2000-02-29") != nil)
        #expect(CivilDay("2028-02-29")?.advanced(by: 1) == CivilDay("2028-03-01"))
    }

    @Test(
        "text that is not a date of ten characters is none",
        arguments: [
            "", "2026", "2026-02", "2026-02-30", "2026-2-3", "2026-02-14x", " 2026-02-14", "2026-02-14 ", "26-02-14",
            "2026/02/14", "2026-02-1", "20260214", "+026-02-14", "-026-02-14", "2026-02--4", "0000-01-01",
            "10000-01-01", "２０２６-02-14", "2026-02-14T00:00", "2026−02−14", "2026-02-1\u{0301}4",
        ])
    func strictText(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test(
        "text and day are two forms of one thing", arguments: ["0001-01-01", "0999-09-09", "2026-02-14", "9999-12-31"])
    func textRoundTrip(text: String) {
        #expect(CivilDay(text)?.description == text)
        #expect(CivilDay(Substring(text)) == CivilDay(text))
    }

    @Test("days before the first and after the last stop at the end")
    func saturation() {
        #expect(CivilDay(number: .min) == .earliest)
        #expect(CivilDay(number: .max) == .latest)
        #expect(CivilDay.latest.advanced(by: 1) == .latest)
        #expect(CivilDay.latest.advanced(by: .max) == .latest)
        #expect(CivilDay.earliest.advanced(by: -1) == .earliest)
        #expect(CivilDay.earliest.advanced(by: .min) == .earliest)
        #expect(CivilDay.earliest.description == "0001-01-01")
        #expect(CivilDay.latest.description == "9999-12-31")
    }

    @Test("days can be counted through and subtracted")
    func striding() {
        let february = day("2026-02-01")...day("2026-02-28")
        #expect(february.count == 28)
        #expect(Array(february).last?.description == "2026-02-28")
        #expect(day("2026-01-01").distance(to: day("2027-01-01")) == 365)
        #expect(day("2026-02-14") < day("2026-02-15"))
        #expect(Array(day("9999-12-30")...CivilDay.latest).count == 2)
    }

    @Test("a day is coded as its text, and no other text decodes")
    func coding() throws {
        let days = [day("2026-02-14"), .earliest]
        let json = try JSONEncoder().encode(days)
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-02-14","0001-01-01"]"#)
        #expect(try JSONDecoder().decode([CivilDay].self, from: json) == days)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDay].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }
}
