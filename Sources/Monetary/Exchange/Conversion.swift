public import WorkTime

/// An amount and what it is in another currency. Both are kept, with the rate, its date and its source: neither is ever
/// computed again from a rate that was rounded.
public struct Conversion: Hashable, Sendable, Codable {
    public let original: Money
    public let converted: Money
    public let exchange: ExchangeRate

    /// Converts an amount, rounding once.
    ///
    /// - Throws: `mixedCurrencies` when the rate is of another currency; `overflow`.
    public init(
        of original: Money, at exchange: ExchangeRate, rounding: Rounding = .halfEven
    ) throws(MonetaryFault) {
        guard original.currency == exchange.from else { throw .mixedCurrencies(original.currency, exchange.from) }
        self.original = original
        self.exchange = exchange
        converted = try original.converted(to: exchange.to, at: exchange.rate, rounding: rounding)
    }

    /// Takes two amounts as a document states them; the rate follows from them.
    ///
    /// ```swift
    /// // 9.50 GBP were paid for with 11.18 EUR: 559/475 EUR for one pound, and 11.18 EUR they stay.
    /// try Conversion(of: Money("9.50", .gbp), as: Money("11.18", .eur), date: day, source: "card statement")
    /// ```
    ///
    /// - Throws: as the rate of two amounts does.
    public init(
        of original: Money, as converted: Money, date: CivilDay, source: String? = nil
    ) throws(MonetaryFault) {
        exchange = try ExchangeRate(of: original, as: converted, date: date, source: source)
        self.original = original
        self.converted = converted
    }
}

/// What one amount comes to by two ways of exchange, and the account that takes the difference, so that nothing is lost
/// between them.
public struct ExchangeDifference: Hashable, Sendable, Codable {
    /// Where the difference is booked, such as `exchange`.
    public let account: String
    public let expected: Conversion
    public let actual: Conversion
    /// Actual less expected, in the currency of both. Above zero: more was received, or paid, than expected.
    public let amount: Money

    /// - Throws: `mixedCurrencies` when the two are not in one currency; `overflow`.
    public init(
        from expected: Conversion, to actual: Conversion, account: String
    ) throws(MonetaryFault) {
        amount = try actual.converted - expected.converted
        self.account = account
        self.expected = expected
        self.actual = actual
    }

    /// What was expected and the difference are what came.
    public func proof() throws(MonetaryFault) -> Proof {
        try Proof(
            of: actual.converted, as: [Proof.Part("expected", expected.converted), Proof.Part(account, amount)])
    }
}
