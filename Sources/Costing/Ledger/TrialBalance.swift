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
        var totals = self
        if matching {
            for posting in try matchingPostings() { try totals.add(posting) }
        }
        var entries: [TrialBalance.Entry] = []
        for (key, total) in totals.balances {
            let balance = try total.money()
            if !balance.isZero { entries.append(TrialBalance.Entry(key.account, balance)) }
        }
        return TrialBalance(
            day: day,
            entries: entries.sorted {
                let (left, right) = ($0.account.code, $1.account.code)
                return left == right ? $0.balance.currency < $1.balance.currency : left < right
            })
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
