import Monetary
import Testing

@testable import Reports

@Suite("Shares as a table shows them")
struct ShownSharesTests {
    private static let yuan = try! Currency("CNY")

    private func shares(_ parts: [Int64], rest: Int64?) -> [Double]? {
        ShownShares(
            of: parts.map { Money(minorUnits: $0, Self.yuan) }, rest: rest.map { Money(minorUnits: $0, Self.yuan) }
        ).fractions
    }

    @Test("named lines are rounded by themselves, and the rest takes what they leave")
    func restTakes() {
        #expect(shares([3_334, 3_333], rest: 3_333) == [0.333, 0.333, 0.334])
    }

    @Test("a rest of nothing is shown as nothing, whatever rounding leaves")
    func nothing() {
        // Each of the first three is a third of a thousandth above what it shows.
        #expect(shares([3_333, 3_333, 3_334], rest: 0) == [0.333, 0.333, 0.334, 0])
        #expect(shares([1_115, 1_115, 1_115, 6_655], rest: 0)?.last == 0)
    }

    @Test("the page adds up, and every share is less than a tenth of a point beside its own", arguments: 1...300)
    func laws(seed: Int) throws {
        let parts = (1...20).map { Int64(seed * 7_919 + $0 * $0 * 104_729) % 1_000_003 }
        let rest = Int64(seed * 65_537 % (seed % 2 == 0 ? 1_000_003 : 101))
        let shown = try #require(shares(parts, rest: rest))
        #expect(shown.reduce(0) { $0 + Int(($1 * 1_000).rounded()) } == 1_000)
        let total = Double(parts.reduce(rest, +))
        for (share, amount) in zip(shown, parts + [rest]) {
            #expect((share - Double(amount) / total).magnitude < 0.001 + 1e-12)
        }
    }
}
