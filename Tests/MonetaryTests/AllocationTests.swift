import Monetary
import Testing

@Suite("Allocation")
struct AllocationTests {
    private func parts(_ cents: Int64, _ weights: [Int64]) throws -> [Int64] {
        try Allocation(of: Money(minorUnits: cents, .eur), by: weights).parts.map(\.minorUnits)
    }

    @Test(
        "parts follow the method of largest remainders",
        arguments: [
            (10_000, [1, 1, 1], [3_334, 3_333, 3_333]), (100_001, [7, 11, 13], [22_581, 35_484, 41_936]),
            (1, [1, 1, 1], [1, 0, 0]), (2, [1, 0, 1, 1], [1, 0, 1, 0]), (-100, [1, 1, 1], [-34, -33, -33]),
            (0, [5, 7], [0, 0]), (5, [0, 3], [0, 5]), (100, [1], [100]),
        ] as [(Int64, [Int64], [Int64])])
    func table(cents: Int64, weights: [Int64], expected: [Int64]) throws {
        #expect(try parts(cents, weights) == expected)
    }

    @Test("parts add up to the whole, in every small case, and mirror for a credit")
    func laws() throws {
        for cents in Int64(0)...24 {
            for first in Int64(0)...4 {
                for second in Int64(0)...4 {
                    for third in Int64(0)...4 where first + second + third > 0 {
                        let weights = [first, second, third]
                        let parts = try parts(cents, weights)
                        #expect(parts.reduce(0, +) == cents, "\(cents) by \(weights)")
                        #expect(try self.parts(-cents, weights) == parts.map { -$0 })
                        for (part, weight) in zip(parts, weights) {
                            #expect(weight > 0 || part == 0, "\(cents) by \(weights)")
                            let exact = Double(cents * weight) / Double(first + second + third)
                            #expect(abs(Double(part) - exact) < 1, "\(cents) by \(weights)")
                        }
                    }
                }
            }
        }
    }

    @Test("the largest amounts and weights fit")
    func limits() throws {
        #expect(try parts(.max, [.max, .max]) == [.max / 2 + 1, .max / 2])
        #expect(try parts(.min, [.max]) == [.min])
        #expect(try parts(.min, [1, 1]) == [.min / 2, .min / 2])
    }

    @Test("without a weight there is no share, and a weight is not below zero")
    func faults() {
        #expect(throws: MonetaryFault.noWeight) { try parts(100, []) }
        #expect(throws: MonetaryFault.noWeight) { try parts(100, [0, 0]) }
        #expect(throws: MonetaryFault.negativeWeight(line: 1)) { try parts(100, [3, -1]) }
    }

    @Test("a discount is shared over the lines of an invoice, which may be in another currency")
    func byAmounts() throws {
        let lines = [Money(minorUnits: 700, .usd), Money(minorUnits: 300, .usd)]
        let discount = Money(minorUnits: -999, .eur)
        #expect(try Allocation(of: discount, by: lines).parts.map(\.minorUnits) == [-699, -300])
        #expect(throws: MonetaryFault.mixedCurrencies(.eur, .usd)) {
            try Allocation(of: discount, by: lines + [discount])
        }
    }
}
