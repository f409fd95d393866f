public import Monetary
public import WorkTime

/// Where the money of a job stands at the end of a day: plan, orders, invoices and payments side by side, none written over
/// another. A function of the events up to that day, whatever the order in which they were posted.
public struct LedgerStanding: Hashable, Sendable {
    public let day: CivilDay
    /// The currency of the books.
    public let currency: Currency
    /// By id, one for each line that an event names.
    public let lines: [LineStanding]
    /// By number and line.
    public let orders: [OrderStanding]

    public init(day: CivilDay, currency: Currency, lines: [LineStanding], orders: [OrderStanding]) {
        self.day = day
        self.currency = currency
        self.lines = lines
        self.orders = orders
    }

    public func line(_ id: LineID) -> LineStanding? { lines.first { $0.line == id } }
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
    /// What was paid of that, net of tax.
    public let paid: Money
    /// What is ordered and neither done nor invoiced yet, on orders that are open.
    public let openCommitment: Money
    /// What the client was billed, less credit notes, and work paid out of a retainer.
    public let billed: Money

    public init(
        line: LineID, ordered: Money, accrued: Money, invoiced: Money, paid: Money, openCommitment: Money, billed: Money
    ) {
        self.line = line
        self.ordered = ordered
        self.accrued = accrued
        self.invoiced = invoiced
        self.paid = paid
        self.openCommitment = openCommitment
        self.billed = billed
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

    public init(
        order: String, line: LineID, supplier: String, isClosed: Bool, ordered: Money, workDone: Money, invoiced: Money,
        bookOrdered: Money, bookWorkDone: Money, bookInvoiced: Money, bookAccrued: Money, bookOpen: Money,
        lastWork: CivilDay?
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
    }
}
