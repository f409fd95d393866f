import Foundation
import Testing
import WorkTime

@Suite("Day and week patterns")
struct PatternTests {
    @Test(
        "shifts are read and written alike",
        arguments: [
            ("", 0), ("09:00-17:00", 480), ("09:00-12:00 13:00-18:00", 480), ("00:00-24:00", 1440),
            ("22:00-06:00", 480), ("08:00-12:00 12:00-16:00", 480), ("09:00-12:00 20:00-08:30", 930),
            ("16:00-24:00", 480), ("23:59-23:58", 1439),
        ])
    func text(text: String, work: Int) throws {
        let pattern = try DayPattern(text)
        #expect(pattern.description == text)
        #expect(pattern.workMinutes == WorkMinutes(work))
        #expect(pattern.isOff == text.isEmpty)
        #expect(try JSONDecoder().decode([DayPattern].self, from: JSONEncoder().encode([pattern])) == [pattern])
    }

    @Test("an end before the start lies in the next day, and midnight may be written either way")
    func overnight() throws {
        #expect(try DayPattern("22:00-06:00").shifts == [Shift(start: 1320, end: 1800)])
        #expect(try DayPattern("16:00-00:00") == DayPattern("16:00-24:00"))
        #expect(try DayPattern("  09:00-12:00\t13:00-18:00 ") == .office)
    }

    @Test(
        "what is not a shift is named",
        arguments: [
            "9-17", "09:00", "09:00-", "09:00–17:00", "09:00-25:00", "09:00-24:01", "09:60-10:00", "9:00-12:00",
            "09:00-09:00", "work",
        ])
    func unreadable(text: String) {
        #expect(throws: DayPatternFault.unreadable(text)) { try DayPattern("08:00-08:30 \(text)") }
    }

    @Test("shifts out of order or across one another are refused, both named")
    func overlap() {
        let (morning, late) = (Shift(start: 540, end: 720), Shift(start: 700, end: 800))
        #expect(throws: DayPatternFault.overlap(morning, late)) { try DayPattern([morning, late]) }
        #expect(throws: DayPatternFault.overlap(late, morning)) { try DayPattern([late, morning]) }
        #expect(throws: DayPatternFault.self) { try DayPattern("22:00-06:00 23:00-23:30") }
        #expect("\(DayPatternFault.overlap(morning, late))".contains("11:40-13:20 begins before 09:00-12:00"))
    }

    @Test(
        "a shift is at least a minute, at most a day, and begins within the day",
        arguments: [(-1, 60), (1440, 1500), (60, 60), (120, 60), (60, 1501), (0, Int.max), (Int.min, 60)])
    func impossible(start: Int, end: Int) {
        let shift = Shift(start: start, end: end)
        #expect(throws: DayPatternFault.impossibleShift(shift)) { try DayPattern([shift]) }
    }

    @Test("the standard day is the one that most weekdays keep, the earliest of equals")
    func standardDay() throws {
        let (short, long) = (try DayPattern("09:00-13:00"), try DayPattern("09:00-17:00"))
        #expect(WeekPattern([long, short, short, long, .off, .off, .off]).standardDay == long)
        #expect(WeekPattern([long, short, short, short, long, .off, .off]).minutesPerDay == WorkMinutes(240))
        #expect(WeekPattern(.off, on: []).standardDay == .off)
        #expect(WeekPattern.office.workingDays == 5 && WeekPattern.office[.friday] == .office)
        #expect(WeekPattern.office[.saturday].isOff)
    }

    @Test("a week and its rules come back from their code")
    func coding() throws {
        let rules = [DateRule.makeUpDay(day("2026-02-14"), name: "a"), .hours(day("2026-02-13"), .office, name: "b")]
        #expect(try JSONDecoder().decode([DateRule].self, from: JSONEncoder().encode(rules)) == rules)
        #expect(try JSONDecoder().decode(WeekPattern.self, from: JSONEncoder().encode(WeekPattern.office)) == .office)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(WeekPattern.self, from: Data("[]".utf8)) }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([DayPattern].self, from: Data(#"["9-5"]"#.utf8))
        }
    }
}
