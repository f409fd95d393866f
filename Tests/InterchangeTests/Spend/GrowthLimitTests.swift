import Diagnostics
import Testing

@testable import Interchange

@Suite("How far a packed file may grow")
struct GrowthLimitTests {
    @Test(
        "small contents may grow as they like, others to 250 times their size",
        arguments: [(1_000, 64 << 20), (1_000_000, 250_000_000)])
    func limit(packed: Int, most: Int) {
        var growth = GrowthLimit()
        growth.packed = packed
        let halves = [growth.allows(most / 2), growth.allows(most / 2)]
        #expect(halves == [true, true])
        let isMoreAllowed = growth.allows(1)
        #expect(!isMoreAllowed)
        #expect(growth.finding(in: "month.csv.gz").id == "gzip.too-large")
    }
}
