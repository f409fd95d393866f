public import Monetary
public import WorkTime

/// What stands on every account at the end of a day, in every currency; each currency adds up to zero.
public struct TrialBalance: Hashable, Sendable {
    public let day: CivilDay
    /// By account, then by currency; none is zero.
    public let entries: [Entry]

    public struct Entry: Hashable, Sendable {
        public let account: Account
        /// A debit above zero, a credit below.
        public let balance: Money

        public init(_ account: Account, _ balance: Money) {
            self.account = account
            self.balance = balance
        }
    }

    public init(day: CivilDay, entries: [Entry]) {
        self.day = day
        self.entries = entries
    }

    /// The sum over all accounts of each currency that is in use, by code: zero, or the books are wrong. The proof line.
    ///
    /// - Throws: `overflow`.
    public func proof() throws(MonetaryFault) -> [Money] {
        var totals: [Currency: MoneyTotal] = [:]
        for entry in entries {
            try totals[entry.balance.currency, default: MoneyTotal(in: entry.balance.currency)].add(entry.balance)
        }
        var proof: [Money] = []
        for currency in totals.keys.sorted() {
            if let sum = try totals[currency]?.money() { proof.append(sum) }
        }
        return proof
    }
}

extension LedgerTotals {
    /// - Parameter matching: whether cost and accruals are to be those of the standing, or what the events alone have booked.
    /// - Throws: `overflow`.
    public func trialBalance(on day: CivilDay, matching: Bool = true) throws(MonetaryFault) -> TrialBalance {
        var accounts = AccountSums()
        for (key, total) in balances where !key.account.isOfOrders { try accounts.add(total, to: key.account) }
        for (target, order) in orders { try accounts.add(order, target) }
        if matching {
            for posting in try matchingPostings() { try accounts.add(posting.amount, to: posting.account.code) }
        }
        return TrialBalance(day: day, entries: try accounts.entries())
    }

    /// The sum over all accounts of each currency that is in use, by code: zero, or the books are wrong. Those of orders count
    /// by order, so the sums of all orders are proved beside them; the matching adds up to zero by itself.
    ///
    /// - Throws: `overflow`.
    public func proof() throws(MonetaryFault) -> [Money] {
        var sums: [Currency: MoneyTotal] = [:]
        for (key, total) in balances where !key.account.isOfOrders {
            try sums[key.currency, default: MoneyTotal(in: key.currency)].add(total)
        }
        for order in orders.values {
            try sums[order.ordered.currency, default: MoneyTotal(in: order.ordered.currency)].add(order.booked())
        }
        var proof: [Money] = []
        for currency in sums.keys.sorted() {
            if let sum = try sums[currency]?.money() { proof.append(sum) }
        }
        return proof
    }

    /// What makes the costs of the lines show the accrued cost: for each line of an order the difference to the work done.
    ///
    /// - Throws: `overflow`.
    public func matchingPostings() throws(MonetaryFault) -> [Posting] {
        var postings: [Posting] = []
        for order in try orderStandings() {
            let (amount, book) = (try order.accrued - order.workDone, try order.bookAccrued - order.bookWorkDone)
            postings += try [Posting].work(amount, book, on: OrderLine(order.order, order.line), inBooksOf: currency)
        }
        return postings
    }
}

extension Ledger {
    /// - Throws: `overflow`.
    public func trialBalance(on day: CivilDay) throws(MonetaryFault) -> TrialBalance {
        try totals(through: day).trialBalance(on: day)
    }

    /// See ``LedgerTotals/matchingPostings()``. Derived at the day, never stored.
    ///
    /// - Throws: `overflow`.
    public func matchingPostings(on day: CivilDay) throws(MonetaryFault) -> [Posting] {
        try totals(through: day).matchingPostings()
    }
}

/// What stands on each account in each currency, while it is added up.
private struct AccountSums {
    private var sums: [LedgerTotals.BalanceKey: MoneyTotal] = [:]

    mutating func add(_ total: MoneyTotal, to account: AccountCode) throws(MonetaryFault) {
        let key = LedgerTotals.BalanceKey(account, total.currency)
        try sums[key, default: MoneyTotal(in: total.currency)].add(total)
    }

    mutating func add(_ amount: Money, to account: AccountCode) throws(MonetaryFault) {
        let key = LedgerTotals.BalanceKey(account, amount.currency)
        try sums[key, default: MoneyTotal(in: amount.currency)].add(amount)
    }

    /// What the events of one order have booked on its own accounts.
    mutating func add(_ order: OrderTotals, _ target: OrderLine) throws(MonetaryFault) {
        try add(order.ordered, to: Account.ordered(order: target.order, target.line).code)
        try add(order.accruedBalance(), to: Account.accrued(order: target.order, target.line).code)
    }

    /// By account, then by currency.
    func entries() throws(MonetaryFault) -> [TrialBalance.Entry] {
        var entries: [TrialBalance.Entry] = []
        for (key, total) in sums.sorted(by: { ($0.key.account, $0.key.currency) < ($1.key.account, $1.key.currency) }) {
            let balance = try total.money()
            guard let account = Account(key.account) else { preconditionFailure("\(key.account) is no account") }
            if !balance.isZero { entries.append(TrialBalance.Entry(account, balance)) }
        }
        return entries
    }
}

extension OrderTotals {
    /// What stands on the account of work done and not invoiced: a credit where more was done.
    fileprivate func accruedBalance() throws(MonetaryFault) -> MoneyTotal {
        var balance = invoiced
        try balance.subtract(workDone)
        return balance
    }

    /// The sum of the accounts of the order.
    fileprivate func booked() throws(MonetaryFault) -> MoneyTotal {
        var sum = try accruedBalance()
        try sum.add(ordered)
        return sum
    }
}
