import Diagnostics
import Interchange
import Testing
import WorkTime

@Suite("Reading a calendar file")
struct CalendarFileTests {
    static func read(_ text: String) -> CalendarFile.Reading { CalendarFile.read(SourceText(text, file: "t.yaml")) }

    @Test("the seeds are read without a finding")
    func seeds() {
        #expect(Stage.seeds("calendars").count >= 6)
        for source in Stage.seeds("calendars") {
            #expect(CalendarFile.read(source).findings.inReadingOrder.isEmpty, "\(source.file)")
        }
    }

    @Test("China's make-up Saturday is worked and Spring Festival is not")
    func china() throws {
        let china = try #require(Stage.calendars["china"])
        #expect(china.isWorking(CivilDay("2026-02-14")!))
        #expect(!china.isWorking(CivilDay("2026-02-16")!))
        #expect(!china.isWorking(CivilDay("2026-02-23")!))
        #expect(china.knownThrough == CivilDay("2026-12-31"))
        let festival = try #require(china.rules.first { $0.day == CivilDay("2026-02-17") })
        #expect(festival.name == "Spring Festival")
        #expect(festival.nameZh == "春节")
    }

    @Test("dates, ranges and hours of a day become rules")
    func rules() throws {
        let definition = try #require(
            Self.read(
                """
                calendar: studio
                hours: 10:00-13:00 14:00-19:00
                week: tue-sat
                holidays:
                  - 2026-03-08..2026-03-10, 2026-03-12 Trip / 旅行
                  - 2026-04-01
                make-up-days: [2026-03-15 Catching up]
                hours-on: [2026-03-17 09:00-11:00 12:00-13:00 Open house]
                """
            ).definition)
        #expect(
            definition.rules.map(\.day.description) == [
                "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-12", "2026-04-01", "2026-03-15", "2026-03-17",
            ])
        #expect(
            definition.rules.map(\.name) == ["Trip", "Trip", "Trip", "Trip", "Holiday", "Catching up", "Open house"])
        #expect(definition.rules[0].nameZh == "旅行")
        #expect(definition.rules[4].nameZh == "假日")
        #expect(definition.rules[5].nameZh == nil)
        #expect(definition.rules[6].kind == .hours(try DayPattern("09:00-11:00 12:00-13:00")))
        #expect(definition.week?.workingDays == 5)
        #expect(definition.week?[.monday].isOff == true)
    }

    @Test(
        "a week is named in many ways",
        arguments: [
            ("mon-fri", "1111100"), ("sun-thu", "1111001"), ("mon, wed,fri", "1010100"), ("Monday-Saturday", "1111110"),
            ("周一-周五", "1111100"), ("sat", "0000010"), ("fri-mon", "1000111"), ("mon-mon", "1000000"),
        ])
    func week(text: String, days: String) throws {
        let week = try #require(Self.read("calendar: x\nhours: 09:00-17:00\nweek: \(text)\n").definition?.week)
        #expect(Weekday.allCases.map { week[$0].isOff ? "0" : "1" }.joined() == days)
    }

    @Test("weekdays may have hours of their own")
    func weekByDay() throws {
        let week = try #require(
            Self.read("calendar: x\nweek: {mon-thu: 09:00-18:00, fri: 09:00-13:00}\n").definition?.week)
        #expect(week[.friday].workMinutes == WorkMinutes(240))
        #expect(week[.saturday].isOff)
    }

    static let faults: [(String, FindingID, place: String)] = [
        ("hours: 09:00-13:00 12:00-18:00\nweek: mon-fri", "calendar.overlapping-shifts", "2:8"),
        ("hours: 09:00-25:00\nweek: mon-fri", "calendar.bad-hours", "2:8"),
        ("hours: 9-18\nweek: mon-fri", "calendar.bad-hours", "2:8"),
        ("hours: 09:00-09:00\nweek: mon-fri", "calendar.bad-hours", "2:8"),
        ("hours: 18:00-09:00\nweek: mon-fri", "calendar.long-night-shift", "2:8"),
        ("hours: 09:00-18:00", "calendar.hours-without-week", "2:8"),
        ("week: mon-fri", "calendar.week-without-hours", "2:7"),
        ("hours: 09:00-18:00\nweek: mon-fry", "calendar.unknown-weekday", "3:7"),
        ("hours: 09:00-18:00\nweek: mon-wed-fri", "calendar.unknown-weekday", "3:7"),
        ("week: {mon-fri: 09:00-18:00, fri: 09:00-13:00}", "calendar.weekday-twice", "2:30"),
        ("week: {}", "calendar.no-working-time", "1:1"),
        ("hours: ''\nweek: mon-fri", "calendar.no-working-time", "1:1"),
        ("based-on: y\nholidays: [2026-03-10..2026-03-08 Trip]", "calendar.range-reversed", "3:12"),
        ("based-on: y\nholidays: [1900-01-01..2026-03-08 Trip]", "calendar.range-too-long", "3:12"),
        ("based-on: y\nholidays: [2026-02-30 Trip]", "calendar.bad-date", "3:12"),
        ("based-on: y\nholidays: [Trip]", "calendar.bad-date", "3:12"),
        ("based-on: y\nholidays: [2026-03-10, 2026-03-1]", "calendar.bad-date", "3:24"),
        ("based-on: y\nknown-through: 2026", "calendar.bad-date", "3:16"),
        (
            "based-on: y\nholidays: [2026-03-10 a]\nmake-up-days: [2026-03-09..2026-03-10 b]",
            "calendar.holiday-and-working-day", "4:16"
        ),
        ("based-on: y\nhours-on: [2026-03-10 Half day]", "calendar.bad-hours", "3:12"),
        ("based-on: y\nholiday: [2026-03-10 Half day]", "calendar.unknown-key", "3:1"),
        ("based-on: y\nholidays: {2026-03-10: Half day}", "calendar.wrong-kind", "3:11"),
    ]

    @Test("a fault is reported where it stands", arguments: faults)
    func fault(text: String, id: FindingID, place: String) {
        let findings = Self.read("calendar: x\n\(text)\n").findings.inReadingOrder
        #expect(findings.map(\.id) == [id])
        #expect(findings.first?.place?.description == "t.yaml:\(place)")
        #expect(findings.allSatisfy { $0.excerpt != nil })
    }

    @Test(
        "a file without an id defines no calendar",
        arguments: [
            ("", FindingID("calendar.empty")), ("name: x\n", "calendar.no-id"),
            ("calendar: [x]\n", "calendar.wrong-kind"), ("x", "calendar.wrong-kind"),
        ])
    func noID(text: String, id: FindingID) {
        let reading = Self.read(text)
        #expect(reading.definition == nil)
        #expect(reading.findings.inReadingOrder.map(\.id) == [id])
    }
}
