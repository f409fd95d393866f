import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Why spend changed")
struct DecompositionTests {
    let before = CivilMonth("2024-12")!
    let after = CivilMonth("2025-12")!

    func decomposition(_ sketch: SpendSketch) throws -> Decomposition {
        let cells = try sketch.cube(by: [.month, .category] + Decomposition.cellDimensions)
        return try #require(Decomposition.byCategory(cells, from: before, to: after).first)
    }

    func amounts(_ parts: Decomposition.Parts) -> [String] {
        [parts.volume, parts.mix, parts.price, parts.new, parts.lost].map(\.amount)
    }

    @Test("twice the insertions at the same prices is all volume")
    func volume() throws {
        let found = try decomposition(SpendSketch("A 2024-12 10.00 insertions=2\nA 2025-12 20.00 insertions=4"))
        #expect(amounts(try #require(found.parts.value)) == ["10.00", "0.00", "0.00", "0.00", "0.00"])
    }

    @Test("the same insertions at higher prices is all price")
    func price() throws {
        let found = try decomposition(SpendSketch("A 2024-12 10.00 insertions=2\nA 2025-12 15.00 insertions=2"))
        #expect(amounts(try #require(found.parts.value)) == ["0.00", "0.00", "5.00", "0.00", "0.00"])
    }

    @Test("the same number of insertions in dearer cells is all mix")
    func mix() throws {
        let found = try decomposition(
            SpendSketch(
                """
                A 2024-12 10.00 medium=Radio insertions=10
                A 2024-12 100.00 medium=TV insertions=10
                A 2025-12 5.00 medium=Radio insertions=5
                A 2025-12 150.00 medium=TV insertions=15
                """))
        #expect(amounts(try #require(found.parts.value)) == ["0.00", "45.00", "0.00", "0.00", "0.00"])
    }

    @Test("a cell bought in one month only is new or lost, whatever brand bought it")
    func newAndLost() throws {
        let found = try decomposition(
            SpendSketch(
                """
                A 2024-12 10.00 medium=Radio insertions=1
                B 2025-12 7.00 medium=TV length=30 insertions=1
                B 2025-12 8.00 medium=TV length=15 insertions=1
                """))
        #expect(amounts(try #require(found.parts.value)) == ["0.00", "0.00", "0.00", "15.00", "-10.00"])
    }

    @Test("a third of a cent is rounded once and nothing is left over")
    func rounding() throws {
        let found = try decomposition(
            SpendSketch(
                """
                A 2024-12 1.00 medium=Radio insertions=3
                A 2024-12 1.00 medium=TV insertions=7
                A 2025-12 0.50 medium=Radio insertions=1
                A 2025-12 2.00 medium=TV insertions=9
                """))
        // V1·S0/V0 = 10 · 2.00 / 10 = 2.00; Σ V1ᵢP0ᵢ = 1/3 + 9/7 = 1.6190…
        #expect(amounts(try #require(found.parts.value)) == ["0.00", "-0.38", "0.88", "0.00", "0.00"])
    }

    @Test("a cell without insertions in one month changes by price alone")
    func withoutInsertions() throws {
        let found = try decomposition(SpendSketch("A 2024-12 4.00\nA 2025-12 9.00 insertions=3"))
        #expect(amounts(try #require(found.parts.value)) == ["0.00", "0.00", "5.00", "0.00", "0.00"])
    }

    @Test("a month that was not delivered, or data without insertions, leave it undone, with the reason")
    func undone() throws {
        let found = try decomposition(SpendSketch("A 2025-12 9.00 insertions=3"))
        #expect(found.parts == .absent(.notDelivered))
        #expect(found.from == nil)
        let sketch = try SpendSketch("A 2024-12 4.00\nA 2025-12 9.00")
        var builder = CubeBuilder(by: [.month, .category] + Decomposition.cellDimensions)
        builder.update(with: sketch.chunk(of: sketch.occurrences))
        var market = sketch.market
        market.countsInsertions = false
        let cells = try builder.finish(sketch.vocabulary, of: market)
        #expect(Decomposition.byCategory(cells, from: before, to: after)[0].parts == .absent(.noInsertions))
    }

    @Test("on random cells the parts add up to the change and lie within a minor unit of exact fractions")
    func laws() throws {
        var random = SeededGenerator(seed: 29)
        for _ in 0..<200 {
            let sketch = try randomCells(using: &random)
            let found = try decomposition(sketch)
            let parts = try #require(found.parts.value)
            #expect(parts.residual.isZero)
            let sum = [parts.volume, parts.mix, parts.price, parts.new, parts.lost].reduce(0) { $0 + $1.minorUnits }
            #expect(sum == found.to!.minorUnits - found.from!.minorUnits)
            let exact = exactParts(sketch)
            #expect(abs(Double(parts.volume.minorUnits) - exact.volume) <= 0.51)
            #expect(abs(Double(parts.mix.minorUnits) - exact.mix) <= 1.01)
            #expect(abs(Double(parts.price.minorUnits) - exact.price) <= 0.51)
        }
    }

    @Test("amounts near the limit are too large to be taken apart, and do not trap")
    func limits() throws {
        let half = "46116860184273879.03"
        let sketch = try SpendSketch(
            "A 2024-12 \(half) insertions=1\nA 2025-12 1.00 insertions=4000000000000000000")
        #expect(try decomposition(sketch).parts == .absent(.tooLarge))
    }

    private func randomCells(using random: inout SeededGenerator) throws -> SpendSketch {
        var lines = ["A 2024-12 1.00 insertions=1", "A 2025-12 1.00 insertions=1"]
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let month = Bool.random(using: &random) ? "2024-12" : "2025-12"
            let cents = Int.random(in: -50...90_000, using: &random)
            let amount =
                "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(String(cents.magnitude % 100 + 100).dropFirst())"
            lines.append(
                "B \(month) \(amount) medium=M\(Int.random(in: 0..<4, using: &random)) "
                    + "length=\(Int.random(in: 0..<3, using: &random)) insertions=\(Int.random(in: 0...9, using: &random))"
            )
        }
        return try SpendSketch(lines.joined(separator: "\n"))
    }

    /// The same by the formulas as they stand, in floating point.
    private func exactParts(_ sketch: SpendSketch) -> (volume: Double, mix: Double, price: Double) {
        struct Cell { var v0 = 0.0, s0 = 0.0, v1 = 0.0, s1 = 0.0 }
        var cells: [[UInt32]: Cell] = [:]
        for row in sketch.occurrences {
            let key = [row[.medium], row[.daypart], row[.adLength]]
            if CalendarCode.month(of: row[.month]) == before {
                cells[key, default: Cell()].v0 += Double(row.insertions)
                cells[key]!.s0 += Double(row.spend)
            } else {
                cells[key, default: Cell()].v1 += Double(row.insertions)
                cells[key]!.s1 += Double(row.spend)
            }
        }
        let both = cells.values.filter { ($0.v0 != 0 || $0.s0 != 0) && ($0.v1 != 0 || $0.s1 != 0) }
        let priced = both.filter { $0.v0 > 0 && $0.v1 > 0 }
        let unpriced = both.filter { $0.v0 <= 0 || $0.v1 <= 0 }.reduce(0) { $0 + $1.s1 - $1.s0 }
        let (v0, v1) = (priced.reduce(0) { $0 + $1.v0 }, priced.reduce(0) { $0 + $1.v1 })
        let (s0, s1) = (priced.reduce(0) { $0 + $1.s0 }, priced.reduce(0) { $0 + $1.s1 })
        let scaled = v0 > 0 ? v1 * s0 / v0 : 0
        let repriced = priced.reduce(0) { $0 + $1.v1 * $1.s0 / $1.v0 }
        return (scaled - s0, repriced - scaled, s1 - repriced + unpriced)
    }
}
