public import Monetary
public import WorkTime

/// What new events are checked against: so much of the books of a job as they speak of.
public struct PostedBooks: Sendable {
    /// `nil` where nothing was posted yet.
    public var currency: Currency?
    /// By id: at least those that the new events repeat or settle.
    public var events: [String: CostEvent] = [:]
    /// By number: at least those that the new events belong to.
    public var orders: [String: PostedOrder] = [:]
    /// Orders and lines of orders that are closed; at least of those that the new events belong to.
    public var closedOrders: Set<LedgerTotals.OrderPart> = []
    /// What was paid or credited, by the id of the document; at least of those that the new events settle.
    public var settled: [String: Money] = [:]
    /// Ids of events that were taken back; at least of those that the new events speak of.
    public var reversed: Set<String> = []
    /// What was reported, by line, without what was taken back.
    public var progress: [LineID: [CostEvent]] = [:]
    public var closedMonths: Set<CivilMonth> = []
    /// What was ordered, done and invoiced on each line of those orders that new events may take something off.
    public var orderTotals: [OrderLine: OrderTotals] = [:]
    /// What stands on the retainers of clients; needed where new events use any.
    public var retainers: [LedgerTotals.BalanceKey: MoneyTotal] = [:]
    /// The magnitudes of all amounts together, by currency: no sum over the books can be larger.
    public var turnover: [Currency: Int128] = [:]

    public init() {}

    /// A purchase order and its lines.
    public struct PostedOrder: Hashable, Sendable {
        public let supplier: String
        public let currency: Currency
        /// The event that ordered each line.
        public var lines: [LineID: String]

        public init(supplier: String, currency: Currency, lines: [LineID: String] = [:]) {
            self.supplier = supplier
            self.currency = currency
            self.lines = lines
        }
    }
}

extension CostEvent {
    /// The magnitudes of its amounts, by currency.
    public var turnover: [(currency: Currency, amount: Int128)] {
        let document = Int128(amount.minorUnits.magnitude) + Int128(tax.minorUnits.magnitude)
        guard amount.currency != bookAmount.currency else { return [(amount.currency, document)] }
        return [(amount.currency, document), (bookAmount.currency, Int128(bookAmount.minorUnits.magnitude))]
    }
}
