public import Monetary

/// The events of one job up to a day, added up so far as a standing needs: by account, by order line, by document and by line.
///
/// An aggregate that takes events in any order; what a workspace keeps by month makes the same totals as the events themselves.
public struct LedgerTotals: Sendable {
    /// The currency of the books.
    public let currency: Currency
    public package(set) var orders: [OrderLine: OrderTotals] = [:]
    /// How often an order, or one line of it, was closed, less how often that was taken back.
    public package(set) var closings: [OrderPart: Int] = [:]
    /// By id.
    public package(set) var documents: [String: DocumentTotals] = [:]
    public package(set) var lines: [LineID?: LineTotals] = [:]
    /// What is booked on each account, without the matching. Orders have one account of each kind together: what stands on
    /// that of a single order follows from ``orders``.
    public package(set) var balances: [BalanceKey: MoneyTotal] = [:]

    public init(inBooksOf currency: Currency) { self.currency = currency }

    /// Some of the sums of books that others go on counting from.
    init(
        inBooksOf currency: Currency, orders: [OrderLine: OrderTotals], balances: [BalanceKey: MoneyTotal]
    ) {
        self.currency = currency
        self.orders = orders
        self.balances = balances
    }

    /// A whole order, or one line of it.
    public struct OrderPart: Hashable, Sendable {
        public let order: String
        public let line: LineID?

        public init(_ order: String, _ line: LineID?) {
            self.order = order
            self.line = line
        }
    }

    /// An account in one currency.
    public struct BalanceKey: Hashable, Sendable {
        public let account: AccountCode
        public let currency: Currency

        public init(_ account: AccountCode, _ currency: Currency) {
            self.account = account
            self.currency = currency
        }
    }

    /// What is booked on a line beside orders, in the currency of the books, net of tax.
    public struct LineTotals: Hashable, Sendable {
        public var expenses: MoneyTotal
        public var time: MoneyTotal
        /// Less credit notes, and work that was paid out of a retainer.
        public var billed: MoneyTotal
        /// Retainers that were billed.
        public var retained: MoneyTotal
        /// Of them what work was paid out of.
        public var used: MoneyTotal

        public init(in currency: Currency) {
            expenses = MoneyTotal(in: currency)
            time = MoneyTotal(in: currency)
            billed = MoneyTotal(in: currency)
            retained = MoneyTotal(in: currency)
            used = MoneyTotal(in: currency)
        }

        /// Takes in what happened in another time or on another line.
        ///
        /// - Throws: `mixedCurrencies`.
        package mutating func add(_ other: LineTotals) throws(MonetaryFault) {
            try expenses.add(other.expenses)
            try time.add(other.time)
            try billed.add(other.billed)
            try retained.add(other.retained)
            try used.add(other.used)
        }
    }
}
