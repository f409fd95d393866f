import Testing
import WorkTime

@Suite("Calendar library")
struct CalendarLibraryTests {
    func definition(_ id: String, on base: String? = nil, week: WeekPattern? = nil, rules: [DateRule] = [])
        -> CalendarDefinition
    {
        CalendarDefinition(id: id, name: id, basedOn: base, week: week, rules: rules)
    }

    @Test("a calendar takes week, rules and knowledge from its base, whichever comes first")
    func derivation() throws {
        let friday = day("2026-03-06")
        var china = definition("china", week: .office, rules: [.holiday(friday, name: "off")])
        china.knownThrough = day("2026-12-31")
        let library = CalendarLibrary([definition("studio", on: "office"), definition("office", on: "china"), china])
        #expect(library.faults.isEmpty)
        #expect(library.ids == ["studio", "office", "china"])
        let studio = try #require(library["studio"])
        #expect(studio.knownThrough == day("2026-12-31") && studio.week == .office)
        #expect(!studio.isWorking(friday))
        #expect(library["moon"] == nil)
    }

    @Test("own rules hold over the base's on the same day, own hours over its make-up days")
    func ownRules() throws {
        let (friday, saturday) = (day("2026-03-06"), day("2026-03-07"))
        let base = definition(
            "base", week: .office, rules: [.holiday(friday, name: "off"), .makeUpDay(saturday, name: "on")])
        let late = WeekPattern(try DayPattern("12:00-20:00"), on: Weekday.allCases.prefix(5))
        let own = definition("own", on: "base", week: late, rules: [.makeUpDay(friday, name: "pitch")])
        let calendar = try #require(CalendarLibrary([base, own])["own"])
        #expect(calendar.rule(on: friday)?.name == "pitch")
        #expect(calendar.picture(of: friday) == "............########....")
        #expect(calendar.picture(of: saturday) == "............########....")
    }

    @Test("a circle of bases is reported once, as the whole circle, and what hangs on it too")
    func circle() {
        let library = CalendarLibrary([
            definition("tail", on: "a"), definition("a", on: "b"), definition("b", on: "c"), definition("c", on: "a"),
            definition("self", on: "self", week: .office), definition("sound", week: .office),
        ])
        #expect(
            library.faults == [
                .circularBase(chain: ["a", "b", "c", "a"]), .faultyBase(id: "tail", base: "a"),
                .unknownBase(id: "self", base: "self"),
            ])
        #expect(library.ids == ["sound"])
        #expect("\(library.faults[0])".contains("a → b → c → a"))
    }

    @Test("unknown bases, missing weeks and doubled ids are faults of their own")
    func faults() {
        let library = CalendarLibrary([
            definition("a", on: "moon"), definition("b"), definition("c", week: .office), definition("c"),
            definition("d", on: "a"),
        ])
        #expect(
            library.faults == [
                .duplicate(id: "c"), .unknownBase(id: "a", base: "moon"), .noWeek(id: "b"),
                .faultyBase(id: "d", base: "a"),
            ])
        #expect(library.faults.map(\.id) == ["c", "a", "b", "d"])
        #expect(library.ids == ["c"] && library["c"]?.week == .office)
    }

    @Test("a plan's calendar may take the place of one it is based on")
    func shadowing() throws {
        let friday = day("2026-03-06")
        let library = CalendarLibrary([definition("china", week: .office), definition("japan", week: .office)])
        let plan = library.adding([
            definition("china", on: "china", rules: [.holiday(friday, name: "company day")]),
            definition("studio", on: "china"),
        ])
        #expect(plan.faults.isEmpty && plan.ids == ["china", "japan", "studio"])
        #expect(plan["china"]?.isWorking(friday) == false && plan["studio"]?.isWorking(friday) == false)
        #expect(library["china"]?.isWorking(friday) == true)
    }

    @Test("a chain of ten thousand bases is followed to its end")
    func longChain() {
        let chain = (0..<10_000).map { definition("c\($0)", on: "c\($0 + 1)") }
        let library = CalendarLibrary(chain + [definition("c10000", week: .office)])
        #expect(library.faults.isEmpty && library["c0"]?.week == .office)
        #expect(CalendarLibrary(chain + [definition("c10000", on: "c0")]).faults.count == 1)
    }
}
