public import WorkTime

/// The tax on the lines of one document, as its rule rounds it. What the lines show and what the document owes may differ
/// by a few minor units; the difference is a line of its own, so that the column adds up.
public struct DocumentTax: Hashable, Sendable, Codable {
    /// The tax of each line by itself, rounded, in their order.
    public let lines: [Money]
    /// What is to be added to the lines; zero where the rule rounds each line.
    public let roundingDifference: Money
    /// What the document owes, before relief.
    public let charged: Money
    /// What is not levied of it on the day.
    public let relief: Money
    /// Charged less relief.
    public let due: Money

    /// The tax on prices before tax.
    ///
    /// - Parameters:
    ///   - lines: prices before tax, below zero for credits.
    ///   - currency: that of all lines; it also counts where there is none.
    /// - Throws: `mixedCurrencies`, `overflow`.
    public init(
        on lines: [Money], in currency: Currency, by rule: TaxRule, on day: CivilDay
    ) throws(MonetaryFault) {
        let taxes = try lines.map { line throws(MonetaryFault) in try line.times(rule.rate, rounding: rule.rounding) }
        let sum = try taxes.total(in: currency)
        switch rule.roundedPer {
        case .line: charged = sum
        case .document: charged = try lines.total(in: currency).times(rule.rate, rounding: rule.rounding)
        }
        self.lines = taxes
        roundingDifference = try charged - sum
        relief = try rule.relief(of: charged, on: day)
        due = try charged - relief
    }

    /// That the lines and the difference are what is charged, and what is due and the relief too.
    public func proofs() throws(MonetaryFault) -> [Proof] {
        let column = lines.map { Proof.Part("line", $0) } + [Proof.Part("rounding difference", roundingDifference)]
        return [
            try Proof(of: charged, as: column),
            try Proof(of: charged, as: [Proof.Part("due", due), Proof.Part("relief", relief)]),
        ]
    }
}

extension TaxRule {
    /// What is not levied of a tax on a day; zero where no relief holds. Rounded as the tax is.
    ///
    /// - Throws: `overflow`.
    public func relief(of charged: Money, on day: CivilDay) throws(MonetaryFault) -> Money {
        guard let relief = relief(on: day) else { return .zero(charged.currency) }
        return try charged.times(relief.share, rounding: rounding)
    }

    /// The price before tax and the tax in an amount that holds it: 60,000.00 in 1,060,000.00 at 6 %.
    ///
    /// The price is rounded and the tax is what is left, so that the two are always the amount.
    ///
    /// - Throws: `overflow`.
    public func split(_ amount: Money) throws(MonetaryFault) -> (price: Money, tax: Money) {
        let price = try amount.times((1 + rate).reciprocal(), rounding: rounding)
        return (price, try amount - price)
    }
}
