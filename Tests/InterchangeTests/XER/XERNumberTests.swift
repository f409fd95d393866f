import Testing
import WorkTime

@testable import Interchange

@Suite("Numbers and dates of Primavera exports")
struct XERNumberTests {
    @Test(
        "hours are minutes, rounded with halves away from zero",
        arguments: [
            ("0", 0), ("8", 480), ("-8", -480), ("+1.5", 90), ("1,5", 90), ("0.0083", 0), ("0.00834", 1), (".5", 30),
            ("5.", 300),
            ("0.33333333333333333333", 20), ("1E2", 6_000), ("1.5e-1", 9), ("1e-30", 0), ("-0.008333333334", -1),
        ])
    func hours(text: String, minutes: Int) { #expect(XERNumber.scaled(Array(text.utf8)[...], by: 60) == minutes) }

    @Test(
        "what is no number is none",
        arguments: ["", "-", ".", "x", "1x", "1.2.3", "1 2", "1e", "1e+", "1e99999", "99999999999999999999", "1e18"])
    func noNumber(text: String) { #expect(XERNumber.scaled(Array(text.utf8)[...], by: 60) == nil) }

    @Test(
        "dates have a time, perhaps seconds, or none",
        arguments: [
            ("2026-01-05 08:30", "2026-01-05T08:30"), ("2026-01-05 08:30:59", "2026-01-05T08:30"),
            ("2026-01-05", "2026-01-05T00:00"), ("0001-01-01 00:00", "0001-01-01T00:00"),
            ("9999-12-31 23:59", "9999-12-31T23:59"),
        ])
    func dates(text: String, minute: String) {
        #expect(XERNumber.minute(Array(text.utf8)[...]) == CivilMinute(minute))
    }

    @Test(
        "what is no date is none",
        arguments: [
            "", "2026", "2026-13-01", "2026-02-30 00:00", "2026-01-05 24:00", "2026-01-05 8:30", "2026-01-05 08:30:60",
            "2026-01-05 08:30:0x", "05/01/2026 08:30", "2026-01-05  8:30", "0000-01-01 00:00",
        ])
    func noDate(text: String) { #expect(XERNumber.minute(Array(text.utf8)[...]) == nil) }
}
