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
            (.spreadsheetSerial, "61", "1900-03-01"), (.spreadsheetSerial, "4565.8", "1912-06-30"),
            (.spreadsheetSerial, "45658.5", "2025-01-01"), (.spreadsheetSerial, "45658,999", "2025-01-01"),
            (.spreadsheetSerial, "45658.", nil), (.spreadsheetSerial, "45658.5.1", nil),
            (.dayMonthYear, "31/12/25", nil), (.dayMonthYear, "31/12/2025 14:05", "2025-12-31"),
            (.dayMonthShortYear, "31/12/25", "2025-12-31"), (.dayMonthShortYear, "1.2.99", "1999-02-01"),
            (.dayMonthShortYear, "31/12/2025", nil), (.monthDayShortYear, "12/31/25", "2025-12-31"),
            (.monthDayShortYear, "31/12/25", nil), (.dayMonthName, "31-Dec-2025", "2025-12-31"),
            (.dayMonthName, "1 enero 2025", "2025-01-01"), (.dayMonthName, "5. März 2025", "2025-03-05"),
            (.dayMonthName, "31-dic-25", "2025-12-31"), (.dayMonthName, "31 de diciembre de 2025", "2025-12-31"),
            (.dayMonthName, "31-Dez-2025", "2025-12-31"), (.dayMonthName, "31-Jun-2025", nil),
            (.dayMonthName, "31-12-2025", nil), (.chinese, "2025年12月31日", "2025-12-31"),
            (.chinese, "2025年 1月 5日", "2025-01-05"), (.chinese, "2025年6月31日", nil), (.chinese, "25年6月1日", nil),
            (.chinese, "2025-06-01", nil), (.week, "2025-W07", "2025-02-10"), (.week, "2025W1", "2024-12-30"),
            (.week, "2020-W53", "2020-12-28"), (.week, "2025-W53", nil), (.week, "2025-W00", nil),
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
            ("2025年12月", "2025-12"), ("2025年1月份", "2025-01"), ("Dec-25", "2025-12"), ("Dec 2025", "2025-12"),
            ("diciembre 2025", "2025-12"), ("Dez. 2025", "2025-12"), ("Sept-24", "2024-09"), ("25年1月", nil),
            ("2025年13月", nil), ("Foo-25", nil), ("Dec", nil),
            ("2025-13", nil), ("2025-1", nil), ("12-2025", nil), ("2025-12-01", nil), ("", nil), ("2025--12", nil),
        ] as [(String, String?)])
    func months(text: String, month: String?) {
        let bytes = Array(text.utf8)
        let found = CivilMonth(stated: bytes.span)
        #expect(found?.description == month)
    }

    @Test(
        "quarters and years stand for their last month",
        arguments: [
            ("20123", "2012-09"), ("2012-Q4", "2012-12"), ("Q1 2012", "2012-03"), ("2012年第2季度", "2012-06"),
            ("20125", nil), ("2012", nil), ("2012-Q0", nil), ("201212", nil), ("", nil),
        ] as [(String, String?)])
    func quarters(text: String, month: String?) {
        let bytes = Array(text.utf8)
        let found = CivilMonth(lastOfQuarter: bytes.span)
        #expect(found?.description == month)
    }

    @Test(
        "a year is four digits",
        arguments: [("2022", "2022-12"), (" 2022年", "2022-12"), ("22", nil), ("20222", nil), ("", nil)]
            as [(String, String?)])
    func years(text: String, month: String?) {
        let bytes = Array(text.utf8)
        let found = CivilMonth(lastOfYear: bytes.span)
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
