/// Parts that are said to be a whole, and what is missing between them: the line under a table that lets a reader check it.
///
/// A proof that does not hold can be made and shown; it is the caller who decides whether that is a fault.
public struct Proof: Hashable, Sendable, Codable {
    public let whole: Money
    public let parts: [Part]
    /// The whole less all parts; zero when the proof holds.
    public let difference: Money

    /// One of the amounts that are added up.
    public struct Part: Hashable, Sendable, Codable {
        /// What it is, for whoever prints it: a key of a phrasebook or a name of the user's.
        public let name: String
        public let amount: Money

        public init(_ name: String, _ amount: Money) {
            self.name = name
            self.amount = amount
        }
    }

    /// - Throws: `mixedCurrencies`; `overflow` when the difference does not fit, never on the way to it.
    public init(of whole: Money, as parts: [Part]) throws(MonetaryFault) {
        var sum = MoneyTotal(in: whole.currency)
        for part in parts { try sum.add(part.amount) }
        self.whole = whole
        self.parts = parts
        difference = try sum.missing(to: whole)
    }

    /// Without names: the lines of a table and the total under them.
    ///
    /// - Throws: as above.
    public init(of whole: Money, as amounts: [Money]) throws(MonetaryFault) {
        try self.init(of: whole, as: amounts.map { Part("", $0) })
    }

    /// Whether the parts are the whole, to the minor unit.
    public var holds: Bool { difference.isZero }
}
