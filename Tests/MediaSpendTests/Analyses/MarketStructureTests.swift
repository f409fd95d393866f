import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Mix, concentration, movers, entrants, lapsed")
struct MarketStructureTests {
    let december = CivilMonth("2025-12")!

    @Test("a medium's share is of its category, in each period")
    func mediaMix() throws {
        let sketch = try SpendSketch(
            """
            A 2025-12 30.00 medium=TV
            B 2025-12 10.00 medium=Radio
            A 2025-12 60.00 medium=TV category=Snacks
            A 2024-12 10.00 medium=Radio
            """, alsoDelivered: "2024-01"..."2025-12")
        let media = MonthlySpend(
            try sketch.cube(by: [.month, .category, .medium]), by: [.category, .medium],
            in: ComparedMonths(december).window)
        let mix = MediaMix(media, in: december)
        #expect(mix.lines.map { "\($0.category) \($0.medium)" } == ["Beer Radio", "Beer TV", "Snacks TV"])
        #expect(mix.lines.map(\.spend.share) == [.value(0.25), .value(0.75), .value(1)])
        #expect(mix.lines.map(\.yearAgo.share) == [.value(1), .value(0), .absent(.emptyWhole)])
        #expect(mix.lines.map(\.yearToDate.spend) == [try yuan("10.00"), try yuan("30.00"), try yuan("60.00")])
        #expect(mix.lines.map(\.yearOnYear) == [.value(0), .absent(.new), .absent(.new)])
    }

    @Test(
        "the Herfindahl index runs from equal shares to a single brand",
        arguments: [
            ("A 2025-12 7.00", Derived.value(10_000), 1),
            ("A 2025-12 1.00\nB 2025-12 1.00\nC 2025-12 1.00\nD 2025-12 1.00", .value(2_500), 4),
            ("A 2025-12 50.00\nB 2025-12 30.00\nC 2025-12 20.00", .value(3_800), 3),
            ("A 2025-12 5.00\nB 2025-12 -1.00", .absent(.negativePart), 1),
            ("A 2025-12 0.00", .absent(.emptyWhole), 0),
            ("A 2025-11 1.00", .absent(.notDelivered), 0),
        ])
    func concentration(text: String, index: Derived<Double>, brands: Int) throws {
        let spend = MonthlySpend(
            try SpendSketch(text).cube(by: [.month, .category, .brand]), by: [.category, .brand],
            in: ComparedMonths(december).window)
        let found = Concentration.byCategory(spend, in: december)
        #expect(found.map(\.herfindahlIndex) == [index])
        #expect(found.map(\.brands) == [brands])
    }

    @Test("movers go by the size of the change, and contributions add up to the growth of the set")
    func movers() throws {
        let sketch = try SpendSketch(
            """
            A 2025-11 100.00
            A 2025-12 40.00
            B 2025-11 50.00
            B 2025-12 100.00
            C 2025-12 1.00
            D 2025-11 9.00
            D 2025-12 9.00
            """)
        let brands = try sketch.brands(around: "2025-12")
        let movers = Movers(brands, in: december)
        #expect(movers.lines.map(\.brand) == ["A", "B", "C"])
        #expect(movers.lines.map(\.change.amount) == ["-60.00", "50.00", "1.00"])
        #expect(movers.lines[2].growth == .absent(.new))
        let contributions = movers.lines.compactMap(\.contribution.value).reduce(0, +)
        let growth = try #require(ShareOfSpend(brands, in: december).monthOnMonth.value)
        #expect(abs(contributions - growth) < 1e-12)
        #expect(Movers(brands, in: december, limit: 1).lines.count == 1)
    }

    @Test("an entrant was silent for twelve months before, which must all be known")
    func entrants() throws {
        let text = """
            A 2025-12 5.00
            B 2025-12 9.00
            B 2024-12 1.00
            C 2025-12 3.00
            C 2024-11 1.00
            D 2025-12 -2.00
            """
        let known = try SpendSketch(text, alsoDelivered: "2024-11"..."2025-12").brands(around: "2025-12")
        #expect(Entrants(known, in: december).lines.value?.map(\.brand) == ["A", "C"])
        let unknown = try SpendSketch(text, alsoDelivered: "2025-01"..."2025-11").brands(around: "2025-12")
        #expect(Entrants(unknown, in: december).lines.value != nil)
        let gap = try SpendSketch(text).brands(around: "2025-12")
        #expect(Entrants(gap, in: december).lines == .absent(.notDelivered))
    }

    @Test("a lapsed brand was there the month before")
    func lapsed() throws {
        let brands = try SpendSketch("A 2025-12 5.00\nA 2025-11 5.00\nB 2025-11 2.00\nC 2025-10 9.00\nD 2025-11 7.00")
            .brands(around: "2025-12")
        #expect(LapsedBrands(brands, in: december).lines.value?.map(\.brand) == ["D", "B"])
        let first = try SpendSketch("A 2025-12 5.00").brands(around: "2025-12")
        #expect(LapsedBrands(first, in: december).lines == .absent(.notDelivered))
    }
}
