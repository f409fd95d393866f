import Foundation
import Testing
import WorkTime

@Suite("Civil months")
struct CivilMonthTests {
    @Test(
        "a month knows its first and last day",
        arguments: [
            ("2026-02", "2026-02-01", "2026-02-28"), ("2028-02", "2028-02-01", "2028-02-29"),
            ("2026-04", "2026-04-01", "2026-04-30"), ("0001-01", "0001-01-01", "0001-01-31"),
            ("9999-12", "9999-12-01", "9999-12-31"),
        ])
    func days(text: String, first: String, last: String) throws {
        let month = try #require(CivilMonth(text))
        #expect(month.firstDay == day(first))
        #expect(month.lastDay == day(last))
        #expect(month.description == text)
        #expect(CivilMonth(of: day(first)) == month && CivilMonth(of: day(last)) == month)
    }

    @Test("the months of all years tile the days without gap or overlap")
    func tiling() {
        var next = CivilDay.earliest
        var faults = 0
        for number in CivilMonth(of: .earliest).number...CivilMonth(of: .latest).number {
            let month = CivilMonth(number: number)
            if month.firstDay != next || CivilMonth(year: month.year, month: month.month) != month { faults += 1 }
            next = month.lastDay.advanced(by: 1)
        }
        #expect(faults == 0)
    }

    @Test("months are counted over the turn of the year, and stop at the ends")
    func arithmetic() throws {
        let december = try #require(CivilMonth("2025-12"))
        #expect(december.advanced(by: 2).description == "2026-02")
        #expect(december.advanced(by: -12).description == "2024-12")
        #expect(december.distance(to: try #require(CivilMonth("2026-12"))) == 12)
        #expect(december.advanced(by: .max).description == "9999-12")
        #expect(december.advanced(by: .min).description == "0001-01")
    }

    @Test(
        "text that is not a month of seven characters is none",
        arguments: ["", "2026", "2026-00", "2026-13", "2026-2", "2026-02-14", "202602", " 2026-02", "0000-01"])
    func strictText(text: String) {
        #expect(CivilMonth(text) == nil)
    }

    @Test("a month is coded as its text")
    func coding() throws {
        let months = [try #require(CivilMonth(year: 2026, month: 2))]
        let json = try JSONEncoder().encode(months)
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-02"]"#)
        #expect(try JSONDecoder().decode([CivilMonth].self, from: json) == months)
    }
}
