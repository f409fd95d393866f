import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Changes taken apart by logarithmic means")
struct LogarithmicDecompositionTests {
    private func parts(_ text: String, from: String = "2025-01", to: String = "2025-02") throws -> Decomposition.Parts {
        let cube = try SpendSketch(text).cube(by: [.category, .medium, .daypart, .adLength, .month])
        let lines = Decomposition.byCategory(cube, from: CivilMonth(from)!, to: CivilMonth(to)!, by: .logarithmic)
        return try #require(lines[0].parts.value)
    }

    private func amounts(_ parts: Decomposition.Parts) -> [Int64] {
        [parts.volume, parts.mix, parts.price, parts.new, parts.lost].map(\.minorUnits)
    }

    /// Some cells in two months, by chance.
    private func chance(_ seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        return (0..<30).compactMap { cell in
            guard Int.random(in: 0..<6, using: &random) > 0 else { return nil }
            let month = Bool.random(using: &random) ? "2025-01" : "2025-02"
            let (amount, count) = (Int.random(in: 1...99_999, using: &random), Int.random(in: 0...50, using: &random))
            return "A \(month) \(amount).00 medium=M\(cell % 7) insertions=\(count)"
        }.joined(separator: "\n")
    }

    @Test("a change of one factor alone is that factor's")
    func pure() throws {
        let doubled = try parts("A 2025-01 100.00 insertions=10\nA 2025-02 200.00 insertions=20")
        #expect(amounts(doubled) == [10_000, 0, 0, 0, 0])
        let dearer = try parts("A 2025-01 100.00 insertions=10\nA 2025-02 150.00 insertions=10")
        #expect(amounts(dearer) == [0, 0, 5_000, 0, 0])
    }

    @Test("volume and price share what both did, by the logarithmic mean")
    func byHand() throws {
        // 10 at 10 become 20 at 20: L(400, 100) = 300 ÷ ln 4, times ln 2 is 150 for each.
        let both = try parts("A 2025-01 100.00 insertions=10\nA 2025-02 400.00 insertions=20")
        #expect(amounts(both) == [15_000, 0, 15_000, 0, 0])
    }

    @Test("nothing is left over, and going back undoes it")
    func laws() throws {
        for seed in 1...40 {
            let text = chance(UInt64(seed))
            guard text.contains("2025-01"), text.contains("2025-02") else { continue }
            let forth = try parts(text)
            #expect(forth.residual.isZero)
            let back = try parts(text, from: "2025-02", to: "2025-01")
            let (there, here) = (amounts(forth), amounts(back))
            // Rounding to cents favours the first part of equals, so a cent may change places.
            for part in 0..<3 { #expect(abs(there[part] + here[part]) <= 1) }
            #expect(there[3] == -here[4])
            #expect(there[4] == -here[3])
        }
    }
}
