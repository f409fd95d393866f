public import Monetary
public import WorkTime

/// Something that happened to the money of a job and is known by a document: an order, an invoice, a receipt.
///
/// An event is never changed once it is in the books: what was wrong is reversed and stated again. Amounts are kept as the
/// document says them and as the books count them, with the rate between the two.
public struct CostEvent: Hashable, Sendable, Codable {
    /// The number of the document, such as `PO-1007`, different from that of every other event of the job.
    public let id: String
    public let kind: Kind
    /// The day of the document, or of the work.
    public let date: CivilDay
    /// `nil` where the event is about no single line, such as a payment.
    public let line: LineID?
    /// The order that the event belongs to: for an order its own number.
    public let order: String?
    /// The supplier or the client.
    public let party: String?
    /// Before tax, in the currency of the document. Zero or more, but for an order that is changed.
    public let amount: Money
    /// In the currency of the document.
    public let tax: Money
    /// ``amount`` in the currency of the books.
    public let bookAmount: Money
    /// How the one became the other; `nil` where they are in one currency.
    public let exchange: Exchange?
    /// When an invoice is to be paid.
    public let due: CivilDay?
    /// The event that this one settles, credits or reverses.
    public let settles: String?
    /// What is done, for an event that reports progress.
    public let progress: ReportedProgress?
    public let memo: String?

    public init(
        id: String, kind: Kind, date: CivilDay, line: LineID? = nil, order: String? = nil, party: String? = nil,
        amount: Money, tax: Money, bookAmount: Money, exchange: Exchange? = nil, due: CivilDay? = nil,
        settles: String? = nil, progress: ReportedProgress? = nil, memo: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.date = date
        self.line = line
        self.order = order
        self.party = party
        self.amount = amount
        self.tax = tax
        self.bookAmount = bookAmount
        self.exchange = exchange
        self.due = due
        self.settles = settles
        self.progress = progress
        self.memo = memo
    }
}

extension CostEvent {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A purchase order to a supplier: the amount is committed.
        case order
        /// More or less of an order; the amount is the difference and may be below zero.
        case orderChange = "order-change"
        /// Nothing more comes on an order: the rest of it is free again, and its cost is what was invoiced.
        case orderClosed = "order-closed"
        /// Goods received or work done on an order, at the price of the order: the cost is accrued.
        case workDone = "work-done"
        /// A supplier's invoice on an order.
        case invoice
        /// A supplier's credit note on an order.
        case creditNote = "credit-note"
        /// A supplier's invoice is paid, tax included.
        case payment
        /// A cost without an order, paid at once.
        case expense
        /// The agency's own time at its internal rate.
        case time
        /// How much of a line is done. No money.
        case progress
        /// An invoice to the client.
        case bill
        /// A credit note to the client.
        case billCredit = "bill-credit"
        /// The client pays, tax included.
        case receipt
        /// An invoice to the client in advance, for work that is not named yet.
        case retainer
        /// Work that is paid out of a retainer.
        case retainerUse = "retainer-use"
        /// Takes back another event as a whole.
        case reversal
    }

    /// How an amount in another currency came into the books.
    public struct Exchange: Hashable, Sendable, Codable {
        /// Units of the currency of the books for one of the document's.
        public let rate: Rate
        /// Whether the rate was derived from two stated amounts, which then are what holds.
        public let isDerived: Bool
        public let date: CivilDay
        /// Who says so: a bank, a contract.
        public let source: String?

        public init(rate: Rate, isDerived: Bool, date: CivilDay, source: String?) {
            self.rate = rate
            self.isDerived = isDerived
            self.date = date
            self.source = source
        }
    }

    /// What is done of a line, as a total since its beginning.
    public enum ReportedProgress: Hashable, Sendable, Codable {
        /// 0…1.
        case share(Rate)
        /// Of the quantity of the line.
        case units(Rate)
        /// A milestone of the line is reached.
        case milestone(String)
        case started
        case finished
    }
}
