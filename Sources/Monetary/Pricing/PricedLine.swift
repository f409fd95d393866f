/// One line as it is priced: quantity × price, the agency's commission in it, and the tax on it. Everything is rounded
/// once, where it arises, and what can be a difference is one, so that the line always adds up.
public struct PricedLine: Hashable, Sendable, Codable {
    /// Quantity × unit price.
    public let gross: Money
    /// What the agency keeps of the gross price.
    public let commission: Money
    /// On the gross price, not in it.
    public let tax: Money
    /// Gross less commission: what the supplier is paid.
    public let net: Money
    /// Gross and tax: what the client pays.
    public let payable: Money

    /// - Parameters:
    ///   - quantity: how many units; below zero in a credit.
    ///   - unitPrice: units of the currency for one unit, exact.
    ///   - commission: the share of gross that the agency keeps; `nil` for none.
    ///   - tax: the share of gross that is added: `3/50` for 6 %.
    ///   - rounding: of the gross price, the commission and the tax.
    /// - Throws: `overflow`.
    public init(
        quantity: Rate, unitPrice: Rate, in currency: Currency, commission: Commission?, tax: Rate,
        rounding: Rounding = .halfUp
    ) throws(MonetaryFault) {
        let gross = try Money(pricing: quantity, at: unitPrice, in: currency, rounding: rounding)
        let kept = try commission.map { share throws(MonetaryFault) in
            try gross.times(share.shareOfGross, rounding: rounding)
        }
        try self.init(
            gross: gross, commission: kept ?? .zero(currency), tax: gross.times(tax, rounding: rounding))
    }

    /// A line whose amounts are known.
    ///
    /// - Throws: `overflow`, `mixedCurrencies`.
    public init(gross: Money, commission: Money, tax: Money) throws(MonetaryFault) {
        self.gross = gross
        self.commission = commission
        self.tax = tax
        net = try gross - commission
        payable = try gross + tax
    }

    /// That supplier and agency share the gross price, and that the client pays it with the tax.
    public func proofs() throws(MonetaryFault) -> [Proof] {
        [
            try Proof(of: gross, as: [Proof.Part("net", net), Proof.Part("commission", commission)]),
            try Proof(of: payable, as: [Proof.Part("gross", gross), Proof.Part("tax", tax)]),
        ]
    }
}
