import Foundation
import Headroom

/// A million lines, each quantity × price with 15 % commission in it and 6 % tax on it, every amount rounded half up to the
/// fen, all added up; and the same with the decimal numbers of Foundation in the same run. Both must come to the same totals.
let pricing = PricingBenchmark(count: 1_000_000)

struct PricingBenchmark {
    let name: String
    private let count: Int

    init(count: Int) {
        name = "priced-lines-\(count)"
        self.count = count
    }

    func measure() {
        let lines = DrawnLines(count: count)
        let expected = lines.totalsByDecimal()
        let ours = (0..<6).map { _ in
            Timing.of { precondition(lines.totals() == expected.totals, "\(lines.totals()), not \(expected.totals)") }
        }.dropFirst().map(\.processor).min()!
        print(
            """
            {"benchmark":"\(name)","units":\(count),"bestCPUSeconds":\(ours.rounded6),\
            "unitsPerCPUSecond":\(Int(Double(count) / ours)),"rival":"Foundation.Decimal",\
            "rivalCPUSeconds":\(expected.seconds.rounded6),"timesFaster":\((expected.seconds / ours * 10).rounded() / 10)}
            """)
    }
}

/// Quantities of one decimal and prices of two, as both kinds of numbers.
private struct DrawnLines {
    private var exact: [(quantity: Rate, price: Rate)] = []
    private var decimal: [(quantity: Decimal, price: Decimal)] = []

    /// In fen.
    struct Totals: Equatable {
        var net: Int64 = 0
        var commission: Int64 = 0
        var tax: Int64 = 0
        var payable: Int64 = 0
    }

    init(count: Int) {
        var draws = Draws(seed: 13)
        for _ in 0..<count {
            let (tenths, fen) = (1 + draws.next(below: 2_000), 1 + draws.next(below: 500_000))
            exact.append((try! Rate(Int128(tenths), over: 10), try! Rate(Int128(fen), over: 100)))
            decimal.append((Decimal(tenths) / 10, Decimal(fen) / 100))
        }
    }

    func totals() -> Totals {
        let (commission, tax) = (try! Commission(shareOfGross: Rate(percent: 15)), Rate(percent: 6))
        var sums = [MoneyTotal](repeating: MoneyTotal(in: .cny), count: 4)
        for (quantity, price) in exact {
            let line = try! PricedLine(
                quantity: quantity, unitPrice: price, in: .cny, commission: commission, tax: tax)
            try! sums[0].add(line.net)
            try! sums[1].add(line.commission)
            try! sums[2].add(line.tax)
            try! sums[3].add(line.payable)
        }
        let amounts = sums.map { try! $0.money().minorUnits }
        return Totals(net: amounts[0], commission: amounts[1], tax: amounts[2], payable: amounts[3])
    }

    /// The rival, timed once.
    func totalsByDecimal() -> (totals: Totals, seconds: Double) {
        let (commission, tax) = (Decimal(string: "0.15")!, Decimal(string: "0.06")!)
        var sums = [Decimal](repeating: 0, count: 4)
        let timing = Timing.of {
            for (quantity, price) in decimal {
                let gross = (quantity * price).toFen
                let kept = (gross * commission).toFen
                let taxed = (gross * tax).toFen
                sums[0] += gross - kept
                sums[1] += kept
                sums[2] += taxed
                sums[3] += gross + taxed
            }
        }
        let fen = sums.map { NSDecimalNumber(decimal: $0 * 100).int64Value }
        return (Totals(net: fen[0], commission: fen[1], tax: fen[2], payable: fen[3]), timing.processor)
    }
}

extension Decimal {
    /// Rounded to two decimals, a tie away from zero.
    fileprivate var toFen: Decimal {
        var (value, result) = (self, Decimal())
        NSDecimalRound(&result, &value, 2, .plain)
        return result
    }
}

/// Ten million amounts shared out among one to eight lines: parts are the whole, a weight of zero gets nothing, and the parts
/// of a credit mirror those of the amount.
let splits = [10_000_000].map { count in
    Benchmark(name: "splits-\(count)", units: count, runs: 1, warmsUp: false) {
        var draws = Draws(seed: 17)
        for index in 0..<count {
            let weights = (0...draws.next(below: 8)).map { _ in Int64(draws.next(below: 4) * draws.next(below: 1_000)) }
            guard weights.contains(where: { $0 > 0 }) else { continue }
            let whole = Money(minorUnits: draws.amount(), .cny)
            let parts = try! Allocation(of: whole, by: weights).parts
            precondition(try! Proof(of: whole, as: parts).holds, "\(whole) by \(weights)")
            precondition(zip(parts, weights).allSatisfy { $1 > 0 || $0.isZero }, "\(whole) by \(weights)")
            guard index % 16 == 0 else { continue }
            let mirror = try! Allocation(of: -whole, by: weights).parts
            precondition(zip(parts, mirror).allSatisfy { $0.minorUnits == -$1.minorUnits }, "\(whole) by \(weights)")
        }
    }
}

/// A seeded generator, the same numbers on every machine.
struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func word() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }

    mutating func next(below bound: Int) -> Int { Int((word() >> 33) % UInt64(bound)) }

    /// Small, large and extreme amounts in turn; each has a mirror.
    mutating func amount() -> Int64 {
        let size = word() >> 58
        let amount = Int64(bitPattern: word() ^ word() << 31) >> Int64(size)
        return amount == .min ? .max : amount
    }
}
