public import Monetary
public import WorkTime

/// What happened on one line of one order up to a day, added up: amounts in the currency of the supplier, and beside them as
/// they were booked.
///
/// Sums and a latest day, so the order of events does not matter.
public struct OrderTotals: Hashable, Sendable {
    public let supplier: String
    public var ordered: MoneyTotal
    public var workDone: MoneyTotal
    /// Less credit notes.
    public var invoiced: MoneyTotal
    public var bookOrdered: MoneyTotal
    public var bookWorkDone: MoneyTotal
    public var bookInvoiced: MoneyTotal
    /// The last day for which work was reported, also such as was taken back later.
    public var lastWork: CivilDay?

    /// - Parameters:
    ///   - currency: that of the order.
    ///   - books: that of the books.
    public init(supplier: String, in currency: Currency, books: Currency) {
        self.supplier = supplier
        ordered = MoneyTotal(in: currency)
        workDone = MoneyTotal(in: currency)
        invoiced = MoneyTotal(in: currency)
        bookOrdered = MoneyTotal(in: books)
        bookWorkDone = MoneyTotal(in: books)
        bookInvoiced = MoneyTotal(in: books)
    }
}

extension OrderTotals {
    /// Takes in what happened in another time.
    ///
    /// - Throws: `mixedCurrencies`.
    package mutating func add(_ other: OrderTotals) throws(MonetaryFault) {
        try ordered.add(other.ordered)
        try workDone.add(other.workDone)
        try invoiced.add(other.invoiced)
        try bookOrdered.add(other.bookOrdered)
        try bookWorkDone.add(other.bookWorkDone)
        try bookInvoiced.add(other.bookInvoiced)
        lastWork = [lastWork, other.lastWork].compactMap(\.self).max()
    }

    /// Where the line of the order stands.
    ///
    /// The accrued cost is that of the work done at the rates of the work, and what the matching adds to it or takes from it:
    /// what was invoiced beyond the work at the average rate of the invoices; on a closed order, work that nobody invoices at
    /// the average rate of the work. Each is rounded once, half to even.
    ///
    /// - Throws: `overflow`.
    func standing(of target: OrderLine, isClosed: Bool) throws(MonetaryFault) -> OrderStanding {
        let (ordered, workDone, invoiced) = (try ordered.money(), try workDone.money(), try invoiced.money())
        let bookWorkDone = try bookWorkDone.money()
        let isInvoicedBeyond = try workDone < invoiced
        let accrued = isClosed || isInvoicedBeyond ? invoiced : workDone
        let surplus = try accrued - workDone
        let bookSurplus = try bookValue(of: surplus, isOfWork: surplus.isNegative)
        let notInvoiced = try accrued - invoiced
        let open = isClosed ? Money.zero(ordered.currency) : try (ordered - accrued).notBelowZero
        return OrderStanding(
            order: target.order, line: target.line, supplier: supplier, isClosed: isClosed, ordered: ordered,
            workDone: workDone, invoiced: invoiced, bookOrdered: try bookOrdered.money(), bookWorkDone: bookWorkDone,
            bookInvoiced: try bookInvoiced.money(), bookAccrued: try bookWorkDone + bookSurplus,
            bookOpen: try open.shared(of: bookOrdered.money(), by: ordered), lastWork: workDone.isZero ? nil : lastWork,
            accrued: accrued, bookNotInvoiced: try bookValue(of: notInvoiced, isOfWork: true))
    }

    /// A part of the work or of the invoices in the currency of the books, at the average rate of the one or the other.
    private func bookValue(of part: Money, isOfWork: Bool) throws(MonetaryFault) -> Money {
        let workDone = try workDone.money()
        return isOfWork && !workDone.isZero
            ? try part.shared(of: bookWorkDone.money(), by: workDone)
            : try part.shared(of: bookInvoiced.money(), by: invoiced.money())
    }
}

extension Money {
    /// `book` × this ÷ `whole`, rounded once, half to even: a part of an amount at the rate at which the whole was booked.
    /// Zero for no part.
    ///
    /// - Throws: `overflow`; `divisionByZero` for a part of nothing, which is not the case in checked books.
    func shared(of book: Money, by whole: Money) throws(MonetaryFault) -> Money {
        guard !isZero else { return .zero(book.currency) }
        let minorUnits = try Rounding.halfEven.product(
            of: Int128(book.minorUnits), Int128(self.minorUnits), over: Int128(whole.minorUnits))
        return try Money(exactly: minorUnits, book.currency)
    }
}
