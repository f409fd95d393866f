import Monetary
import Testing
import WorkTime

@testable import MediaSpend

@Suite("Dayparts and ad lengths")
struct BuyingPatternTests {
    private let sketch = """
        A 2025-11 60.00 daypart=Prime length=30 insertions=2
        A 2025-11 20.00 daypart=Day length=15 insertions=4
        A 2025-11 20.00 medium=Print length=Page
        B 2025-11 20.00 daypart=Prime length=30 insertions=1
        B 2025-11 100.00 daypart=Day length=60 insertions=3
        B 2025-11 0.50 daypart=Night length=:05 insertions=1
        B 2025-10 900.00 daypart=Night length=30 insertions=9
        """

    private func patterns(_ text: String, client: String? = nil) throws -> BuyingPatterns {
        try SpendSketch(text).patterns("2025-11", client: client)
    }

    @Test("shares are of the spend that states a daypart, and indices of the set's share")
    func dayparts() throws {
        let dayparts = try #require(try patterns(sketch, client: "A").dayparts)
        #expect(dayparts.parts == ["Day", "Prime", "Night"])
        #expect(dayparts.set.stated == (try yuan("200.50")))
        #expect(dayparts.set.shares[0] == .value(120 / 200.5))
        #expect(dayparts.brands.map(\.brand) == ["A", "B"])
        #expect(dayparts.brands[0].statedShare == .value(0.8))
        #expect(dayparts.brands[0].shares == [.value(0.25), .value(0.75), .value(0)])
        let index = try #require(dayparts.brands[0].indices[1].value)
        #expect(abs(index - 100 * 0.75 / (80 / 200.5)) < 1e-9)
        #expect(dayparts.brands[0].indices[2] == .absent(.smallBase))
    }

    @Test("lengths come by their seconds, and sizes behind them")
    func lengths() throws {
        #expect(try patterns(sketch).lengths?.parts == [":05", "15", "30", "60", "Page"])
    }

    @Test("insertions are counted in spots of thirty seconds where their length is known")
    func equivalents() throws {
        let lines = try patterns(sketch, client: "A").equivalents
        #expect(lines.map(\.brand) == ["", "A", "B"])
        let own = lines[1]
        // 2 × 30 + 4 × 15 seconds.
        #expect(own.insertions == 6)
        #expect(own.meanLength == .value(20))
        #expect(own.equivalents == .value(4))
        #expect(own.spendPerEquivalent == .value(try yuan("20.00")))
        #expect(lines[0].seconds == 335)
    }

    @Test("no column, no pattern; credits give no shares; a brand without spend has none")
    func absences() throws {
        let none = try patterns("A 2025-11 60.00")
        #expect(none.dayparts == nil)
        #expect(none.lengths == nil)
        #expect(none.equivalents.isEmpty)
        let credited = try patterns("A 2025-11 60.00 daypart=Prime\nA 2025-11 -1.00 daypart=Day\nB 2025-10 1.00")
        #expect(credited.dayparts?.set.shares == [.absent(.negativePart), .absent(.negativePart)])
        let silent = try patterns("A 2025-11 60.00 daypart=Prime\nB 2025-10 1.00 daypart=Prime", client: "B")
        #expect(silent.dayparts?.brands[0].shares == [.absent(.absent)])
        #expect(silent.dayparts?.brands[0].indices == [.absent(.absent)])
    }

    @Test(
        "lengths are read as vendors write them",
        arguments: [
            ("30", 30), (":30", 30), ("30s", 30), ("30 sec", 30), ("15\"", 15), ("15秒", 15), ("3600", 3_600),
            ("0", nil),
            ("3601", nil), ("1/2", nil), ("", nil), ("Page", nil), ("30x250", nil), ("-30", nil), ("٣٠", nil),
            ("99999999999999999999", nil), ("30.5", nil),
        ] as [(String, Int?)])
    func reading(text: String, seconds: Int?) { #expect(AdLengthSeconds.reading(text) == seconds) }
}
