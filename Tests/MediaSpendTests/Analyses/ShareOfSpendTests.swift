import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Share of spend")
struct ShareOfSpendTests {
    let december = CivilMonth("2025-12")!

    @Test("ranks are competition ranks, and who spent nothing has none")
    func ranks() throws {
        let sketch = try SpendSketch(
            """
            A 2025-12 40.00
            B 2025-12 30.00
            C 2025-12 30.00
            D 2025-12 10.00
            E 2025-11 99.00
            A 2025-11 1.00
            """)
        let share = ShareOfSpend(try sketch.brands(around: "2025-12"), in: december)
        #expect(share.lines.map(\.brand) == ["A", "B", "C", "D", "E"])
        #expect(share.lines.map(\.rank.value) == [1, 2, 2, 4, nil])
        #expect(share.lines[4].rank == .absent(.absent))
        #expect(share.lines[0].previousRank == .value(2))
        #expect(share.lines[0].ranksGained == .value(1))
        #expect(share.lines[1].previousRank == .absent(.absent))
    }

    @Test("ranks go by exact spend, not by what is shown of it")
    func unroundedRanks() throws {
        let sketch = try SpendSketch("A 2025-12 1000000.00\nB 2025-12 1000000.01")
        let share = ShareOfSpend(try sketch.brands(around: "2025-12"), in: december)
        #expect(share.lines.map(\.brand) == ["B", "A"])
        #expect(share.lines.map(\.rank.value) == [1, 2])
    }

    @Test(
        "a growth without a base says why",
        arguments: [
            ("A 2025-12 150.00\nA 2025-11 100.00", Derived.value(0.5)),
            ("A 2025-12 150.00\nB 2025-11 100.00", .absent(.new)),
            ("A 2025-12 0.00\nA 2024-12 5.00\nB 2025-11 1.00", .absent(.absent)),
            ("A 2025-12 150.00\nA 2025-11 -1.00", .absent(.negativeBase)),
            ("A 2025-12 150.00", .absent(.notDelivered)),
            ("A 2025-12 0.00\nA 2025-11 80.00", .value(-1)),
            ("A 2025-12 -20.00\nA 2025-11 80.00", .value(-1.25)),
        ])
    func growth(text: String, expected: Derived<Double>) throws {
        let share = ShareOfSpend(try SpendSketch(text).brands(around: "2025-12"), in: december)
        #expect(share.lines.first { $0.brand == "A" }?.monthOnMonth == expected)
    }

    @Test("a year ago is known only if it was delivered")
    func yearAgo() throws {
        let known = try SpendSketch("A 2025-12 3.00\nA 2024-12 2.00").brands(around: "2025-12")
        #expect(ShareOfSpend(known, in: december).lines[0].yearOnYear == .value(0.5))
        let unknown = try SpendSketch("A 2025-12 3.00\nA 2024-11 2.00").brands(around: "2025-12")
        #expect(ShareOfSpend(unknown, in: december).lines[0].yearOnYear == .absent(.notDelivered))
        #expect(ShareOfSpend(unknown, in: december).lines[0].yearAgoSpend == nil)
    }

    @Test("shares of a month add up to one, and their changes to nothing")
    func sharesAddUp() throws {
        let sketch = try CubeTests.randomSketch(rows: 300, seed: 23)
        let months = CivilMonth("2025-01")!...CivilMonth("2025-06")!
        let brands = MonthlySpend(try sketch.cube(by: [.month, .brand]), by: [.brand], in: months)
        let share = ShareOfSpend(brands, in: CivilMonth("2025-04")!)
        #expect(abs(share.lines.compactMap(\.share.value).reduce(0, +) - 1) < 1e-12)
        #expect(abs(share.lines.compactMap(\.shareChange.value).reduce(0, +)) < 1e-12)
        #expect(share.lines.reduce(0) { $0 + ($1.spend?.minorUnits ?? 0) } == share.total?.minorUnits)
    }

    @Test("a set that was credited more than it spent has no shares")
    func emptyWhole() throws {
        let share = ShareOfSpend(
            try SpendSketch("A 2025-12 5.00\nB 2025-12 -5.00").brands(around: "2025-12"), in: december)
        #expect(share.lines.map(\.share) == [.absent(.emptyWhole), .absent(.emptyWhole)])
        #expect(share.lines.map(\.rank) == [.value(1), .absent(.absent)])
    }

    @Test("a month that was not delivered has no figures at all")
    func unknownMonth() throws {
        let share = ShareOfSpend(
            try SpendSketch("A 2025-11 5.00").brands(around: "2025-12"), in: december)
        #expect(share.total == nil)
        #expect(share.lines.map(\.spend) == [nil])
        #expect(share.lines.map(\.rank) == [.absent(.notDelivered)])
    }

    @Test("two advertisers of one name are one line of a paper, whose parts still add up")
    func namesakes() throws {
        var sketch = try SpendSketch(
            """
            AR1 2025-01 1.00 medium=TV
            AR2 2025-01 2.00 medium=Radio
            AR3 2025-01 4.00 medium=TV
            """)
        for code in [1, 3] as [UInt32] { sketch.vocabulary[.brand].relabel(code, "ONE NATION") }
        let month = CivilMonth("2025-01")!
        let spend = MonthlySpend(
            try sketch.cube(by: [.brand, .medium, .month]), by: [.brand, .medium], in: month...month)
        #expect(spend.keys == [["AR2", "Radio"], ["ONE NATION", "TV"]])
        #expect(spend.spend(0, in: month) == 200)
        #expect(spend.spend(1, in: month) == 500)
        #expect(spend.total(in: month) == 700)
    }
}
