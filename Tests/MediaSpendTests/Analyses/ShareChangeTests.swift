import MediaSpend
import Testing
import WorkTime

@Suite("Why a share changed")
struct ShareChangeTests {
    private func change(_ text: String, of client: String = "A") throws -> Derived<ShareChange> {
        let cubes = try SpendOutlookTests.cubes(SpendSketch(text), of: CivilMonth("2025-02")!)
        return try #require(MonthlyAnalysis(cubes, .init(client: client)).shareChanges).monthOnMonth
    }

    @Test("own spend and that of each rival, as worked out by hand")
    func byHand() throws {
        // A from 20 of 100 to 30 of 120: 5 points more. Its own 10 gave (1 − 0.2) · 10 ÷ 120 = 6 2/3 points, B's 20 took
        // 0.2 · 20 ÷ 120 = 3 1/3, and C's cut of 10 gave 1 2/3.
        let change = try #require(
            try change(
                """
                A 2025-01 20.00
                B 2025-01 50.00
                C 2025-01 30.00
                A 2025-02 30.00
                B 2025-02 70.00
                C 2025-02 20.00
                """
            ).value)
        #expect(abs(change.points - 0.05) < 1e-15)
        #expect(abs(change.own.points - 0.8 / 12) < 1e-15)
        #expect(change.rivals.map(\.brand) == ["B", "C"])
        #expect(abs(change.rivals[0].points + 0.4 / 12) < 1e-15)
        #expect(abs(change.rivals[1].points - 0.2 / 12) < 1e-15)
        #expect(change.own.change == (try yuan("10.00")))
    }

    @Test("the terms add up to the change, whatever the market")
    func addUp() throws {
        for seed in 1...12 {
            let cubes = try SpendOutlookTests.chance(months: 14, seed: UInt64(seed), brands: 40)
            let changes = try #require(MonthlyAnalysis(cubes, .init(client: "B7")).shareChanges)
            for change in [changes.monthOnMonth, changes.yearOnYear] {
                let change = try #require(change.value)
                let sum = change.rivals.reduce(change.own.points) { $0 + $1.points }
                #expect(abs(sum - change.points) < 1e-12)
                let others = change.otherRivals(after: 3)
                let shown = change.rivals.prefix(3).reduce(0) { $0 + $1.points } + (others?.points ?? 0)
                #expect(abs(change.own.points + shown - change.points) < 1e-12)
            }
        }
    }

    @Test("no share before or after, no change")
    func absent() throws {
        #expect(try change("A 2025-02 1.00").absence == .notDelivered)
        #expect(try change("A 2025-01 0.00\nA 2025-02 1.00").absence == .emptyWhole)
        #expect(try change("B 2025-01 1.00\nB 2025-02 1.00").absence == .absent)
        let alone = try #require(try change("A 2025-01 5.00\nA 2025-02 9.00").value)
        #expect(alone.points == 0)
        #expect(alone.own.points == 0)
        #expect(alone.rivals.isEmpty)
    }
}
