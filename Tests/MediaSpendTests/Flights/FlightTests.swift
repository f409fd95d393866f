import Monetary
import Testing
import WorkTime

@testable import MediaSpend

@Suite("Flights")
struct FlightTests {
    /// September through November 2025 has fourteen weeks: the last is Monday 24 November through Sunday 30.
    private let autumn = "2025-09"..."2025-11"

    private func flighting(
        _ weeks: String, client: String? = nil, delivered: ClosedRange<String>? = nil, month: String = "2025-11"
    ) throws -> Flighting {
        try SpendSketch(weeks: weeks, delivered: delivered ?? autumn).flighting(month, client: client)
    }

    @Test("weeks run from Monday to Sunday, through the whole window")
    func weeks() throws {
        let periods = try flighting("A TV #").periods
        #expect(periods.unit == .week)
        #expect(periods.count == 13)
        #expect(periods.days.first == CivilDay("2025-09-01")!...CivilDay("2025-09-07")!)
        #expect(periods.days.last == CivilDay("2025-11-24")!...CivilDay("2025-11-30")!)
        #expect(periods.isDelivered.allSatisfy { $0 })
    }

    @Test("the first and the last week are cut short where months do not begin on a Monday")
    func cutWeeks() throws {
        let flighting = try SpendSketch("A 2025-10 1.00 day=2025-10-31", alsoDelivered: "2025-10"..."2025-10")
            .flighting("2025-10")
        let days = flighting.periods.days
        #expect(days.map(\.count) == [5, 7, 7, 7, 5])
        #expect(days.last?.lowerBound == CivilDay("2025-10-27")!)
        // Nothing is known of the last days of September, nor of the first of November.
        #expect(flighting["A"].picture == "?...#")
        #expect(flighting["A"].state == .on(since: 4, atLeast: false))
    }

    @Test(
        "silence in the last days of a month does not take a brand off the air",
        arguments: [
            ("10-01 10-06 10-13 10-20", AirState.on(since: 0, atLeast: true)), ("10-20", .on(since: 3, atLeast: false)),
            ("10-13", .off(since: 3)), ("10-28", .on(since: 4, atLeast: false)),
        ])
    func lastDays(days: String, state: AirState) throws {
        let rows = days.split(separator: " ").map { "A 2025-10 1.00 day=2025-\($0)" }.joined(separator: "\n")
        let flighting = try SpendSketch(rows).flighting("2025-10")
        #expect(flighting["A"].state == state)
    }

    @Test("a pause of one week does not end a flight, and two do")
    func pauses() throws {
        let flights = try flighting("A TV .##.#..#....#")["A"]
        #expect(flights.picture == ".##.#..#....#")
        #expect(flights.flights.map(\.periods) == [1...4, 7...7, 12...12])
        #expect(flights.flights.map(\.periodsOnAir) == [3, 1, 1])
        #expect(flights.flights.map(\.spend) == [try yuan("3.00"), try yuan("1.00"), try yuan("1.00")])
        #expect(flights.hiatuses == [5...6, 8...11])
        #expect(flights.longestHiatus == 8...11)
        #expect(flights.flights.map(\.mayBeginEarlier) == [false, false, false])
        #expect(flights.flights.map(\.mayGoOn) == [false, false, true])
        #expect(flights.state == .on(since: 12, atLeast: false))
        #expect(flights.meanWeight == .value(try yuan("1.00")))
    }

    @Test(
        "the state at the end of the month",
        arguments: [
            ("#############", AirState.on(since: 0, atLeast: true)), ("..#########..", .off(since: 11)),
            (".........#.##", .on(since: 9, atLeast: false)), ("............#", .on(since: 12, atLeast: false)),
        ])
    func state(weeks: String, state: AirState) throws {
        #expect(try flighting("A TV \(weeks)")["A"].state == state)
    }

    @Test("a month that was not delivered makes no hiatus, and breaks a flight visibly")
    func missingMonth() throws {
        var sketch = try SpendSketch(weeks: "A TV ####.....####\nB TV #...........#")
        sketch.months = [CivilMonth("2025-09")!, CivilMonth("2025-11")!]
        let flighting = try sketch.flighting("2025-11")
        // October lies in the week of 29 September, which was not seen, and in that of 27 October.
        #expect(flighting["A"].picture == "####?????####")
        #expect(flighting["A"].hiatuses.isEmpty)
        #expect(flighting["A"].flights.map(\.mayGoOn) == [true, true])
        #expect(flighting["A"].flights.map(\.mayBeginEarlier) == [true, true])
        #expect(flighting["B"].picture == "#...?????...#")
        #expect(flighting["B"].longestHiatus == nil)
        #expect(flighting["B"].flights.map(\.mayGoOn) == [false, true])
    }

    @Test("data that begin later make a shorter window, and a single month one of its own")
    func shortWindows() throws {
        #expect(try flighting("A TV #").periods.window.count == 3)
        let one = try SpendSketch("A 2025-11 5.00 day=2025-11-04").flighting("2025-11")
        #expect(one.periods.window.count == 1)
        #expect(one["A"].picture == "?#...")
        let long = try flighting("A TV #", delivered: "2023-01"..."2025-11")
        #expect(long.periods.window == CivilMonth("2024-12")!...CivilMonth("2025-11")!)
    }

    @Test("credits take a week off the air in their medium only, and are told apart")
    func credits() throws {
        let flighting = try flighting("A TV ##-#...-\nA Radio .......#")
        #expect(flighting["A", "TV"].picture == "##.#.........")
        #expect(flighting["A", "TV"].flights.map(\.spend) == [try yuan("2.00")])
        #expect(flighting["A", "TV"].spendOnAir == (try yuan("3.00")))
        #expect(flighting["A", "TV"].creditsBetweenFlights == (try yuan("-1.00")))
        #expect(flighting["A"].picture == "##.#...#.....")
        #expect(flighting["A"].total == (try yuan("2.00")))
    }

    @Test("where a credit in one medium outweighs the others, shares of spend are absent")
    func creditOnAir() throws {
        let sketch = try SpendSketch(
            """
            Client 2025-11 1.00 day=2025-11-04
            Rival 2025-11 -5.00 day=2025-11-04
            Rival 2025-11 2.00 day=2025-11-04 medium=Radio
            Rival 2025-11 9.00 day=2025-11-11 medium=Radio
            """)
        let flighting = try sketch.flighting("2025-11", client: "Client")
        #expect(flighting["Rival"].picture == "?##..")
        #expect(flighting["Rival"].spendOnAir == (try yuan("6.00")))
        #expect(flighting.overlap("Rival")?.ofRivalSpend == .absent(.negativePart))
        #expect(flighting.overlap("Rival")?.ofRivalPeriods == .value(0.5))
        #expect(flighting.overlap("Rival", "TV") == nil || flighting.overlap("Rival", "TV")?.sharedPeriods == 0)
    }

    @Test("all zero, and only credits: never on air, and no mean weight")
    func silence() throws {
        let sketch = try SpendSketch("A 2025-11 0.00 day=2025-11-04\nB 2025-11 -2.00 day=2025-11-04")
        let flighting = try sketch.flighting("2025-11", client: "A")
        #expect(flighting.brands.map(\.brand) == ["A"])
        #expect(flighting["A"].state == .neverOn)
        #expect(flighting["A"].meanWeight == .absent(.absent))
        #expect(flighting.contested == .absent(.absent))
        #expect(flighting.overlaps.isEmpty)
    }

    @Test("rows without a day, or with one far outside of their month, are told by months")
    func months() throws {
        for day in ["", " day=2025-07-01"] {
            let flighting = try SpendSketch(
                "A 2025-09 1.00 day=2025-09-03\nA 2025-11 1.00\(day)\nA 2025-11 1.00", alsoDelivered: autumn
            ).flighting("2025-11")
            #expect(flighting.periods.unit == .month)
            #expect(flighting.allowedGap == 0)
            #expect(flighting["A"].picture == "#.#")
            #expect(flighting["A"].hiatuses == [1...1])
        }
    }

    @Test("a whole market is told by weeks, unless it is large")
    func wholeMarket() throws {
        let sketch = try SpendSketch(weeks: "A TV ##.......##", delivered: autumn)
        #expect(try sketch.flighting("2025-11", set: .wholeMarket).periods.unit == .week)
        #expect(!FlightCubes.readsDays(of: .wholeMarket, rows: 1_000_001))
        #expect(FlightCubes.readsDays(of: CompetitiveSet(categories: ["Beer"]), rows: 50_000_000))
    }

    @Test("a vendor's week that counts to the month of its end lies in the nearest week of the window")
    func earlyWeek() throws {
        let flighting = try SpendSketch("A 2025-10 1.00 day=2025-09-29\nA 2025-10 1.00 day=2025-09-25")
            .flighting("2025-10")
        #expect(flighting["A"].picture == "#...?")
        #expect(flighting["A"].state == .off(since: 1))
        #expect(flighting["A"].total == (try yuan("2.00")))
    }

    @Test("overlap: of periods and of spend, both ways, by hand")
    func overlap() throws {
        let flighting = try flighting(
            """
            Client TV ####.........
            Client Radio ........#....
            Rival TV ..######.....
            Rival Radio ............#
            Other Print #............
            """, client: "Client")
        let tv = try #require(flighting.overlap("Rival", "TV"))
        #expect(tv.sharedPeriods == 2)
        #expect(tv.ofRivalPeriods == .value(2.0 / 6))
        #expect(tv.ofRivalSpend == .value(2.0 / 6))
        #expect(tv.ofClientPeriods == .value(0.5))
        #expect(tv.ofClientSpend == .value(0.5))
        #expect(flighting.overlap("Rival", "Radio")?.ofRivalPeriods == .value(0))
        #expect(flighting.overlap("Other", "Print") == nil)
        #expect(flighting.overlap("Other")?.ofClientPeriods == .value(0.2))
        #expect(flighting.overlap("Rival")?.ofRivalPeriods == .value(2.0 / 7))
        #expect(flighting.contested == .value(0.6))
    }

    @Test("the air time of anyone overlaps with itself in whole")
    func itself() throws {
        let airTime = try flighting("A TV .##.#..#....#\nA Radio #............")["A"]
        let overlap = FlightOverlap(of: airTime, and: airTime, named: "A")
        #expect(
            [overlap.ofRivalPeriods, overlap.ofRivalSpend, overlap.ofClientPeriods, overlap.ofClientSpend]
                == Array(repeating: Derived.value(1.0), count: 4))
    }

    @Test("a client that was never on air is met by nobody, and what would divide by nothing is absent")
    func silentClient() throws {
        let flighting = try flighting("Rival TV ##", client: "Client")
        #expect(flighting.brands.map(\.brand) == ["Client", "Rival"])
        #expect(flighting.overlap("Rival")?.ofRivalPeriods == .value(0))
        #expect(flighting.overlap("Rival")?.ofClientPeriods == .absent(.absent))
        #expect(flighting.contested == .absent(.absent))
    }
}
