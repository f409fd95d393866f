import Monetary
import Testing

@Suite("Rounding")
struct RoundingTests {
    /// Halves from −2.5 to 2.5, rounded by hand.
    static let table: [(rounding: Rounding, halves: [Int128])] = [
        // n/2 for n in −5…5:  -2.5 -2 -1.5 -1 -0.5 0 0.5 1 1.5 2 2.5
        (.halfEven, [-2, -2, -2, -1, 0, 0, 0, 1, 2, 2, 2]),
        (.halfUp, [-3, -2, -2, -1, -1, 0, 1, 1, 2, 2, 3]),
        (.down, [-2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2]),
        (.up, [-3, -2, -2, -1, -1, 0, 1, 1, 2, 2, 3]),
        (.floor, [-3, -2, -2, -1, -1, 0, 0, 1, 1, 2, 2]),
        (.ceiling, [-2, -2, -1, -1, 0, 0, 1, 1, 2, 2, 3]),
    ]

    @Test("halves go where the rule says", arguments: table)
    func halves(rounding: Rounding, expected: [Int128]) throws {
        for (half, whole) in zip(Int128(-5)...5, expected) {
            #expect(try rounding.quotient(of: half, over: 2) == whole, "\(half)/2")
            #expect(try rounding.quotient(of: -half, over: -2) == whole, "\(-half)/-2")
        }
    }

    @Test("thirds go to the nearest, up or down", arguments: Rounding.allCases)
    func thirds(rounding: Rounding) throws {
        for third in Int128(-7)...7 {
            let result = try rounding.quotient(of: third, over: 3)
            let distance = (3 * result - third).magnitude
            #expect(distance < 3)
            if rounding == .halfEven || rounding == .halfUp { #expect(distance <= 1) }
        }
    }

    @Test("products of 256 bits are divided exactly")
    func wide() throws {
        #expect(try Rounding.down.product(of: .max, .max, over: .max) == .max)
        #expect(try Rounding.down.product(of: .min, .max, over: .max) == .min)
        #expect(try Rounding.halfEven.product(of: .min, .min, over: .min) == .min)
        #expect(try Rounding.down.product(of: Int128.max - 1, 3, over: 6) == (Int128.max - 1) / 2)
    }

    @Test("what has no result, or too large a one, throws")
    func faults() {
        #expect(throws: MonetaryFault.divisionByZero) { try Rounding.down.quotient(of: 1, over: 0) }
        #expect(throws: MonetaryFault.overflow) { try Rounding.down.quotient(of: .min, over: -1) }
        #expect(throws: MonetaryFault.overflow) { try Rounding.down.product(of: .max, 2, over: 1) }
        #expect(throws: MonetaryFault.overflow) { try Rounding.down.product(of: .max, .max, over: 1) }
    }
}
