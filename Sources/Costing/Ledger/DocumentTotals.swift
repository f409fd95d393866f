public import Monetary
public import WorkTime

/// A document that somebody has to pay, an invoice of a supplier or a bill to the client, with what was settled of it up to a
/// day.
public struct DocumentTotals: Hashable, Sendable {
    public let id: String
    public let kind: CostEvent.Kind
    /// The supplier or the client.
    public let party: String
    public let line: LineID?
    public let order: String?
    public let date: CivilDay
    /// The day of the document itself where it states none.
    public let due: CivilDay
    /// Before tax, in the currency of the document. Below zero for a credit note that belongs to no document, and zero for a
    /// document that was taken back.
    public var amount: MoneyTotal
    public var tax: MoneyTotal
    public var bookAmount: MoneyTotal
    /// What was paid, tax included, and the same as it was booked.
    public var paid: MoneyTotal
    public var bookPaid: MoneyTotal
    /// What credit notes have taken off it, tax included.
    public var credited: MoneyTotal

    /// A document of which nothing is known yet but what it is.
    ///
    /// - Parameter books: the currency of the books.
    package init(
        id: String, kind: CostEvent.Kind, party: String, line: LineID?, order: String?, date: CivilDay, due: CivilDay,
        in currency: Currency, books: Currency
    ) {
        self.id = id
        self.kind = kind
        self.party = party
        self.line = line
        self.order = order
        self.date = date
        self.due = due
        (amount, tax) = (MoneyTotal(in: currency), MoneyTotal(in: currency))
        (paid, credited) = (MoneyTotal(in: currency), MoneyTotal(in: currency))
        (bookAmount, bookPaid) = (MoneyTotal(in: books), MoneyTotal(in: books))
    }

    init(_ event: CostEvent) {
        self.init(
            id: event.id, kind: event.kind, party: event.partyName, line: event.line, order: event.order,
            date: event.date, due: event.due ?? event.date, in: event.amount.currency,
            books: event.bookAmount.currency)
    }

    /// Takes in what happened in another time.
    ///
    /// - Throws: `mixedCurrencies`.
    package mutating func add(_ other: DocumentTotals) throws(MonetaryFault) {
        try amount.add(other.amount)
        try tax.add(other.tax)
        try bookAmount.add(other.bookAmount)
        try paid.add(other.paid)
        try bookPaid.add(other.bookPaid)
        try credited.add(other.credited)
    }

    /// Whether it is a supplier who is to be paid.
    public var isOfSupplier: Bool { kind == .invoice || kind == .creditNote || kind == .payment }

    /// What is to be paid in all, tax included.
    ///
    /// - Throws: `overflow`.
    public func gross() throws(MonetaryFault) -> Money { try amount.money() + tax.money() }

    /// What is still to be paid, tax included; below zero where more was paid than asked.
    ///
    /// - Throws: `overflow`.
    public func open() throws(MonetaryFault) -> Money { try gross() - paid.money() - credited.money() }

    /// What was paid, net of tax, at the rate of the document, rounded once, half to even.
    ///
    /// - Throws: `overflow`.
    func bookPaidNet() throws(MonetaryFault) -> Money {
        let gross = try gross()
        // Nothing was asked, and something was paid: it counts as it was booked.
        guard !gross.isZero else { return try bookPaid.money() }
        return try paid.money().shared(of: bookAmount.money(), by: gross)
    }
}
