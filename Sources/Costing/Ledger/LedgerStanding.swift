public import Monetary
public import WorkTime

/// Where the money of a job stands at the end of a day: plan, orders, invoices and payments side by side, none written over
/// another. A function of the events up to that day, whatever the order in which they were posted.
public struct LedgerStanding: Hashable, Sendable {
    public let day: CivilDay
    /// The currency of the books.
    public let currency: Currency
    /// Net of tax, in the currency of the books; with what is billed for the job and for no line of it.
    public let client: ClientStanding
    /// By id, one for each line that an event names.
    public let lines: [LineStanding]
    /// By number and line.
    public let orders: [OrderStanding]

    public init(
        day: CivilDay, currency: Currency, lines: [LineStanding], orders: [OrderStanding], client: ClientStanding? = nil
    ) {
        self.day = day
        self.currency = currency
        self.client =
            client ?? ClientStanding(billed: .zero(currency), retained: .zero(currency), unused: .zero(currency))
        self.lines = lines
        self.orders = orders
    }

    public func line(_ id: LineID) -> LineStanding? { lines.first { $0.line == id } }
}

/// What the client was billed, cumulative, net of tax, in the currency of the books.
public struct ClientStanding: Hashable, Sendable {
    /// For all lines and for the job as a whole, less credit notes, and work that was paid out of a retainer.
    public let billed: Money
    /// All retainers that were billed.
    public let retained: Money
    /// What of the retainers no work was paid out of yet.
    public let unused: Money

    public init(billed: Money, retained: Money, unused: Money) {
        self.billed = billed
        self.retained = retained
        self.unused = unused
    }

    /// All invoices that the client was sent, retainers included, less credit notes: the work that is billed, and what of the
    /// retainers is not used yet.
    ///
    /// - Throws: `overflow`.
    public func invoiced() throws(MonetaryFault) -> Money { try billed + unused }
}

/// The money of one line, cumulative, net of tax, in the currency of the books.
public struct LineStanding: Hashable, Sendable {
    public let line: LineID
    /// All orders with their changes.
    public let ordered: Money
    /// What the work done until now costs: on each order the larger of work done and invoiced, once the order is closed what was
    /// invoiced; and expenses and time.
    public let accrued: Money
    /// What suppliers have invoiced, less credit notes; and expenses.
    public let invoiced: Money
    /// What was paid of that, net of tax and at the rates of the invoices: what exchange has won or lost on the way to the bank
    /// is not in it.
    public let paid: Money
    /// What is ordered and neither done nor invoiced yet, on orders that are open.
    public let openCommitment: Money
    /// What the client was billed, less credit notes, and work paid out of a retainer.
    public let billed: Money
    /// The agency's own time: accrued, and never invoiced.
    public let time: Money
    /// Work done on orders that no supplier has invoiced yet, at the rates of the work.
    public let notInvoiced: Money

    public init(
        line: LineID, ordered: Money, accrued: Money, invoiced: Money, paid: Money, openCommitment: Money,
        billed: Money,
        time: Money? = nil, notInvoiced: Money? = nil
    ) {
        self.line = line
        self.ordered = ordered
        self.accrued = accrued
        self.invoiced = invoiced
        self.paid = paid
        self.openCommitment = openCommitment
        self.billed = billed
        self.time = time ?? .zero(accrued.currency)
        self.notInvoiced = notInvoiced ?? .zero(accrued.currency)
    }
}

/// One line of one order, cumulative, net of tax, in the currency of the supplier and beside it in that of the books.
public struct OrderStanding: Hashable, Sendable {
    public let order: String
    public let line: LineID
    public let supplier: String
    public let isClosed: Bool
    /// In the currency of the supplier.
    public let ordered: Money
    public let workDone: Money
    public let invoiced: Money
    /// In the currency of the books.
    public let bookOrdered: Money
    public let bookWorkDone: Money
    public let bookInvoiced: Money
    /// See ``LineStanding/accrued``.
    public let bookAccrued: Money
    /// See ``LineStanding/openCommitment``. At the rate of the order.
    public let bookOpen: Money
    /// The day of the last work done, `nil` where none was reported: an old one without an invoice is a late invoice.
    public let lastWork: CivilDay?
    /// What the work done until now costs, in the currency of the supplier.
    public let accrued: Money
    /// What of it no invoice has come for, at the rate of the work.
    public let bookNotInvoiced: Money

    public init(
        order: String, line: LineID, supplier: String, isClosed: Bool, ordered: Money, workDone: Money, invoiced: Money,
        bookOrdered: Money, bookWorkDone: Money, bookInvoiced: Money, bookAccrued: Money, bookOpen: Money,
        lastWork: CivilDay?, accrued: Money, bookNotInvoiced: Money
    ) {
        self.order = order
        self.line = line
        self.supplier = supplier
        self.isClosed = isClosed
        self.ordered = ordered
        self.workDone = workDone
        self.invoiced = invoiced
        self.bookOrdered = bookOrdered
        self.bookWorkDone = bookWorkDone
        self.bookInvoiced = bookInvoiced
        self.bookAccrued = bookAccrued
        self.bookOpen = bookOpen
        self.lastWork = lastWork
        self.accrued = accrued
        self.bookNotInvoiced = bookNotInvoiced
    }
}
