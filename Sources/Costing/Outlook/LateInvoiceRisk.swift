public import Monetary
import Statistics

/// Work that is earned and neither booked nor on an open order: either its invoice is late, or the work was truly cheap.
/// Which of the two is a matter of probability, and never simply a saving.
public struct LateInvoiceRisk: Hashable, Sendable {
    /// The budget of that work.
    public let amount: Money
    /// That it is still going to be invoiced, 0…1.
    public let probability: Double

    public init(amount: Money, probability: Double) {
        self.amount = amount
        self.probability = probability
    }

    /// The chance that some invoice is outstanding on a line with work done, before its costs are looked at.
    static let prior = 0.3
    /// How far the logarithm of a line's cost per budget usually is from zero when all of it is booked.
    static let usualDeviation = 0.25

    /// Late invoices leave any cost; savings are seldom large. So the less is booked for work that is done, the likelier an
    /// invoice is late: at four fifths of the budget about as likely as not, below half nearly certain.
    ///
    /// - Parameters:
    ///   - booked: what is accrued of the work, zero or more.
    ///   - earned: its budget, above zero.
    static func probability(booked: Double, earned: Double) -> Double {
        guard booked < earned else { return 0 }
        guard booked > 0 else { return 1 }
        let deviation = Elementary.log(earned / booked) / usualDeviation
        let asCheap = 2 * (1 - RestFactor.standard.probability(upTo: deviation))
        return prior / (prior + (1 - prior) * asCheap)
    }
}
