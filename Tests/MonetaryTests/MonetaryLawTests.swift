import Monetary
import Testing

/// Laws on drawn numbers, extremes among them: every answer is right by another way of computing it, or is an overflow.
@Suite("Laws of money")
struct MonetaryLawTests {
    /// Small, large and extreme numbers in turn.
    private struct Draws {
        private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func word() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }

        mutating func number() -> Int64 {
            let extremes: [Int64] = [.min, .min + 1, .max, .max - 1, 0, 1, -1, 1 << 32, -(1 << 53)]
            switch word() >> 40 % 4 {
            case 0: return extremes[Int(word() >> 33) % extremes.count]
            case 1: return Int64(word() >> 33) % 1_000
            case 2: return -(Int64(word() >> 33) % 1_000_000)
            default: return Int64(bitPattern: word()) >> Int64(word() >> 58)
            }
        }
    }

    @Test("what does not fit is an overflow, and what fits is exact", arguments: Rounding.allCases)
    func products(rounding: Rounding) throws {
        var draws = Draws()
        for _ in 0..<20_000 {
            let (left, right, divisor) = (draws.number(), draws.number(), draws.number())
            guard divisor != 0 else { continue }
            // All three are of 64 bits, so the product is exact in 128.
            let product = Int128(left) * Int128(right)
            let rounded = try rounding.product(of: Int128(left), Int128(right), over: Int128(divisor))
            let error = rounded * Int128(divisor) - product
            #expect(error.magnitude < Int128(divisor).magnitude, "\(left) · \(right) / \(divisor)")
            if rounding == .halfEven || rounding == .halfUp {
                #expect(2 * error.magnitude <= Int128(divisor).magnitude, "\(left) · \(right) / \(divisor)")
            }
            if rounding == .down { #expect(rounded == product / Int128(divisor)) }
            let amount = Result { () throws(MonetaryFault) in
                try Money(minorUnits: left, .cny).times(Rate(Int128(right), over: Int128(divisor)), rounding: rounding)
            }
            #expect((try? amount.get().minorUnits) == Int64(exactly: rounded), "\(left) · \(right) / \(divisor)")
            if case .failure(let fault) = amount { #expect(fault == .overflow) }
        }
    }

    @Test("sums and differences are exact or an overflow")
    func sums() {
        var draws = Draws()
        for _ in 0..<20_000 {
            let (left, right) = (draws.number(), draws.number())
            let (first, second) = (Money(minorUnits: left, .cny), Money(minorUnits: right, .cny))
            let (sum, sumPasses) = left.addingReportingOverflow(right)
            #expect((try? first + second)?.minorUnits == (sumPasses ? nil : sum))
            let (difference, differencePasses) = left.subtractingReportingOverflow(right)
            #expect((try? first - second)?.minorUnits == (differencePasses ? nil : difference))
        }
    }

    @Test("splits are the whole, mirror below zero, and give nothing to a weight of zero, 100,000 times")
    func splits() throws {
        var draws = Draws()
        for _ in 0..<100_000 {
            let whole = Money(minorUnits: max(draws.number(), -.max), .cny)
            let count = 1 + Int(draws.word() >> 33 % 6)
            let weights = (0..<count).map { _ in
                let weight = draws.number()
                return weight < 0 ? 0 : weight
            }
            guard weights.contains(where: { $0 > 0 }) else { continue }
            let allocation = try Allocation(of: whole, by: weights)
            var isSound = try Proof(of: whole, as: allocation.parts).holds
            for (part, weight) in zip(allocation.parts, weights) { isSound = isSound && (weight > 0 || part.isZero) }
            let mirror = try Allocation(of: -whole, by: weights).parts.map(\.minorUnits)
            isSound = isSound && mirror == allocation.parts.map { -$0.minorUnits }
            if !isSound { Issue.record("\(whole) by \(weights)") }
        }
    }
}
