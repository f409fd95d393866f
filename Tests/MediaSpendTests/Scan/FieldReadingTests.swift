import MediaSpend
import Testing
import WorkTime

@Suite("Reading fields")
struct FieldReadingTests {
    @Test(
        "a date is read in the form that is declared, and in no other",
        arguments: [
            (DateFormat.yearMonthDay, "2025-12-31", "2025-12-31"), (.yearMonthDay, " 2025/12/31 ", "2025-12-31"),
            (.yearMonthDay, "2025-12-31 14:05:00", "2025-12-31"), (.yearMonthDay, "2025-12-31T00:00", "2025-12-31"),
            (.yearMonthDay, "2025-06-31", nil), (.yearMonthDay, "31/12/2025", nil), (.yearMonthDay, "", nil),
            (.yearMonthDay, "2025-12/31", nil), (.yearMonthDay, "2025-12-31x", nil),
            (.dayMonthYear, "31/12/2025", "2025-12-31"), (.dayMonthYear, "1.2.2025", "2025-02-01"),
            (.dayMonthYear, "12/31/2025", nil), (.monthDayYear, "12/31/2025", "2025-12-31"),
            (.digits, "20251231", "2025-12-31"), (.digits, "20251331", nil), (.digits, "2025123", nil),
            (.spreadsheetSerial, "45658", "2025-01-01"), (.spreadsheetSerial, "60", nil),
            (.spreadsheetSerial, "61", "1900-03-01"), (.spreadsheetSerial, "4565.8", nil),
        ] as [(DateFormat, String, String?)])
    func dates(format: DateFormat, text: String, day: String?) {
        let bytes = Array(text.utf8)
        let found = format.day(in: bytes.span)
        #expect(found?.description == day)
    }

    @Test(
        "a month is read from year and month and nothing else",
        arguments: [
            ("2025-12", "2025-12"), ("2025/12", "2025-12"), ("202512", "2025-12"), (" 2025-12 ", "2025-12"),
            ("2025-13", nil), ("2025-1", nil), ("12-2025", nil), ("2025-12-01", nil), ("", nil), ("2025--12", nil),
        ] as [(String, String?)])
    func months(text: String, month: String?) {
        let bytes = Array(text.utf8)
        let found = CivilMonth(stated: bytes.span)
        #expect(found?.description == month)
    }

    @Test(
        "a whole number is digits, perhaps with a minus",
        arguments: [("12", 12), (" 0 ", 0), ("-3", -3), ("999999999999999999", 999_999_999_999_999_999)]
            as [(String, Int64)])
    func wholeNumbers(text: String, value: Int64) {
        let bytes = Array(text.utf8)
        let found = wholeNumber(in: bytes.span)
        #expect(found == value)
    }

    @Test("anything else is none", arguments: ["", " ", "-", "1.5", "1,000", "1e3", "１２", "9999999999999999999", "+5"])
    func noNumbers(text: String) {
        let bytes = Array(text.utf8)
        let found = wholeNumber(in: bytes.span)
        #expect(found == nil)
    }

    @Test("blanks around a field do not count, no-break spaces neither")
    func blanks() {
        let bytes = Array("\u{A0} \tAles \u{A0}".utf8)
        let range = trimmedRange(of: bytes.span)
        #expect(String(decoding: bytes[range], as: UTF8.self) == "Ales")
        let nothing = trimmedRange(of: Array(" \u{A0}".utf8).span)
        #expect(nothing.isEmpty)
    }
}
