import Foundation
import Testing
import WorkTime

@Suite("Civil minutes")
struct CivilMinuteTests {
    @Test(
        "a minute has a day and a minute of that day",
        arguments: ["1969-12-31T23:59", "1970-01-01T00:00", "2026-02-14T09:30"])
    func parts(text: String) throws {
        let minute = try #require(CivilMinute(text))
        #expect(minute.description == text)
        #expect(CivilMinute(day: minute.day, minuteOfDay: minute.minuteOfDay) == minute)
        #expect(CivilMinute(text.replacing("T", with: " ")) == minute)
    }

    @Test("minutes of the day past midnight count into the next day, below 0 into the last")
    func minuteOfDay() {
        #expect(CivilMinute(day: day("2026-02-14"), minuteOfDay: 1800).description == "2026-02-15T06:00")
        #expect(CivilMinute(day: day("2026-02-14"), minuteOfDay: -1).description == "2026-02-13T23:59")
        #expect(CivilMinute(day: day("2026-02-14"), minuteOfDay: .max) == .latest)
        #expect(CivilMinute(day: day("0002-02-14"), minuteOfDay: .min) == .earliest)
    }

    @Test("elapsed time is added, subtracted and measured")
    func arithmetic() {
        let noon = minute("2026-02-14T12:00")
        #expect(noon + ElapsedMinutes(3 * 1440) == minute("2026-02-17T12:00"))
        #expect(noon - ElapsedMinutes(721) == minute("2026-02-13T23:59"))
        #expect(minute("2026-03-01T00:00") - minute("2026-02-28T00:00") == ElapsedMinutes(1440))
        #expect(minute("2026-02-28T00:00") - minute("2026-03-01T00:00") == ElapsedMinutes(-1440))
    }

    @Test("beyond the first and the last minute there is none")
    func saturation() {
        #expect(CivilMinute.earliest.description == "0001-01-01T00:00")
        #expect(CivilMinute.latest.description == "9999-12-31T23:59")
        #expect(CivilMinute.latest + ElapsedMinutes(.max) == .latest)
        #expect(CivilMinute.latest - ElapsedMinutes(.min) == .latest)
        #expect(CivilMinute.earliest - ElapsedMinutes(.max) == .earliest)
        #expect(CivilMinute(number: .min) == .earliest && CivilMinute(number: .max) == .latest)
        #expect(CivilMinute.latest.day == .latest && CivilMinute.latest.minuteOfDay == 1439)
    }

    @Test(
        "text that is not a day, T or a blank, and a time is none",
        arguments: [
            "", "2026-02-14", "2026-02-14T", "2026-02-14T9:30", "2026-02-14T24:00", "2026-02-14T09:60",
            "2026-02-14T09:30:00", "2026-02-14t09:30", "2026-02-14  09:30", "2026-02-14T09:30Z", "2026-02-30T09:30",
            "2026-02-14T0930", "T09:30", "2026-02-14T-1:30",
        ])
    func strictText(text: String) {
        #expect(CivilMinute(text) == nil)
    }

    @Test("a minute is coded as its text, a count of minutes as its number")
    func coding() throws {
        struct Row: Codable, Equatable {
            var at: CivilMinute
            var work: WorkMinutes
        }
        let row = Row(at: minute("2026-02-14T09:30"), work: WorkMinutes(960))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(row)
        #expect(String(decoding: json, as: UTF8.self) == #"{"at":"2026-02-14T09:30","work":960}"#)
        #expect(try JSONDecoder().decode(Row.self, from: json) == row)
    }

    @Test("counts of minutes add and subtract, and stop at the ends of their range")
    func counts() {
        #expect(WorkMinutes(480) + WorkMinutes(60) == WorkMinutes(540))
        #expect(WorkMinutes(480) - WorkMinutes(500) == WorkMinutes(-20))
        #expect(WorkMinutes.zero < WorkMinutes(1))
        #expect(WorkMinutes(.max) + WorkMinutes(1) == WorkMinutes(.max))
        #expect(WorkMinutes(.min) - WorkMinutes(1) == WorkMinutes(.min))
        #expect(ElapsedMinutes(0) - ElapsedMinutes(.min) == ElapsedMinutes(.max))
        #expect([WorkMinutes(1), WorkMinutes(2)].reduce(.zero, +) == WorkMinutes(3))
    }
}
