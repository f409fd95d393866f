import Foundation
import Headroom
import Seeds
import Testing

/// The calendars that come with the program, against the tables of holidays that were published.
@Suite("Calendars of the seeds")
struct SeedCalendarTests {
    static let countries = ["china", "england", "hong-kong", "japan", "singapore", "united-states"]

    @Test("each file reads without a finding, and its id is its name")
    func files() {
        #expect(Seed.calendars.map(\.name) == Self.countries)
        for seed in Seed.calendars {
            let reading = CalendarFile.read(
                SourceText(String(decoding: seed.bytes, as: UTF8.self), file: seed.file))
            #expect(reading.findings.inReadingOrder.isEmpty, "\(seed.file)")
            #expect(reading.definition?.id == seed.name)
            #expect(
                reading.definition?.nameZh != nil && reading.definition?.rules.allSatisfy { $0.nameZh != nil } == true)
        }
    }

    @Test("a day is eight hours and a week five days in every country", arguments: countries)
    func standardDay(id: String) throws {
        let calendar = try #require(CalendarLibrary.seeds[id])
        #expect(calendar.minutesPerDay == WorkMinutes(480) && calendar.daysPerWeek == 5)
    }

    @Test(
        "each calendar says through which day its holidays are settled",
        arguments: zip(countries, [2026, 2027, 2026, 2026, 2026, 2027]))
    func knownThrough(id: String, year: Int) throws {
        #expect(try #require(CalendarLibrary.seeds[id]).knownThrough == CivilDay(year: year, month: 12, day: 31))
    }

    @Test(
        "days that are well known",
        arguments: [
            ("china", "2026-02-14", true, "Spring Festival"), ("china", "2026-02-16", false, "Spring Festival"),
            ("china", "2020-02-01", false, "Spring Festival"), ("china", "2023-10-08", true, "National Day"),
            ("england", "2022-09-19", false, "State Funeral of Queen Elizabeth II"),
            ("hong-kong", "2026-07-01", false, "HKSAR Establishment Day"),
            ("japan", "2026-09-22", false, "Day between two holidays"), ("japan", "2026-09-24", true, nil),
            ("singapore", "2026-08-10", false, "National Day"),
            ("united-states", "2026-07-03", false, "Independence Day"),
            ("united-states", "2026-11-26", false, "Thanksgiving Day"),
        ])
    func wellKnown(id: String, text: String, isWorking: Bool, name: String?) throws {
        let calendar = try #require(CalendarLibrary.seeds[id])
        let day = try #require(CivilDay(text))
        #expect(calendar.isWorking(day) == isWorking)
        #expect(calendar.rule(on: day)?.name == name)
    }

    @Test(
        "each day of 2018 to 2027 works or rests as published",
        .enabled(if: PublishedHolidays.isPresent, "needs ../shared/data/calendars"), arguments: countries)
    func published(id: String) throws {
        let calendar = try #require(CalendarLibrary.seeds[id])
        let published = try PublishedHolidays(of: id)
        #expect(published.holidays.count > 90)
        #expect(calendar.rules.count == published.holidays.count + published.makeUpDays.count)
        let first = try #require(CivilDay("2018-01-01"))
        let last = try #require(CivilDay("2027-12-31"))
        for day in first...last {
            let isWeekday = day.weekday <= .friday
            let works = published.makeUpDays.contains(day) || isWeekday && !published.holidays.contains(day)
            #expect(calendar.isWorking(day) == works, "\(day)")
        }
    }
}

/// The tables of `../shared/data/calendars`.
private struct PublishedHolidays {
    private(set) var holidays: Set<CivilDay> = []
    private(set) var makeUpDays: Set<CivilDay> = []

    private static let folder =
        (ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(filePath: $0) }
        ?? HouseTests.root.appending(path: "../shared")).appending(path: "data/calendars")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "cn.csv").path) }

    /// The country's code in the table of many countries; China has a table of its own.
    private static let codes = [
        "england": "GB", "hong-kong": "HK", "japan": "JP", "singapore": "SG", "united-states": "US",
    ]

    init(of calendar: String) throws {
        guard let code = Self.codes[calendar] else {
            for cells in try Self.rows(of: "cn.csv") {
                let day = try #require(CivilDay(cells[0]))
                if cells[2] == "workday" { makeUpDays.insert(day) } else { holidays.insert(day) }
            }
            return
        }
        for cells in try Self.rows(of: "public_holidays.csv") where cells[0] == code {
            holidays.insert(try #require(CivilDay(cells[2])))
        }
    }

    private static func rows(of file: String) throws -> [[Substring]] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }
}
