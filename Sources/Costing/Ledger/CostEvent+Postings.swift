public import Monetary

extension CostEvent {
    /// What the event does to the books: debits above zero and credits below, which add up to zero in each currency.
    ///
    /// A function of the event alone, with the event that it takes back where it is a reversal. Empty for reports of
    /// progress and for orders that are closed: what follows from them is derived, see ``Ledger/matchingPostings(on:)``.
    ///
    /// - Parameters:
    ///   - books: the currency of the books.
    ///   - reversed: the event that a reversal takes back; `nil` for any other kind.
    /// - Throws: `overflow`.
    /// - Precondition: the event is checked: it names the line, the order and the party that its kind needs.
    public func postings(
        inBooksOf books: Currency, reversing reversed: CostEvent? = nil
    ) throws(MonetaryFault) -> [Posting] {
        if kind == .reversal {
            guard let reversed, reversed.kind != .reversal else { preconditionFailure("“\(id)” takes back nothing") }
            return try reversed.postings(inBooksOf: books).mirrored()
        }
        var entry = JournalEntry(of: self, inBooksOf: books)
        switch kind {
        case .order, .orderChange: try entry.order()
        case .workDone: try entry.work()
        case .invoice: try entry.invoice()
        case .creditNote:
            try entry.invoice()
            return try entry.postings.mirrored()
        case .payment: try entry.payment()
        case .expense: try entry.expense()
        case .time: try entry.time()
        case .bill: try entry.bill()
        case .billCredit:
            try entry.bill()
            return try entry.postings.mirrored()
        case .receipt: try entry.receipt()
        case .retainer: try entry.retainer()
        case .retainerUse: try entry.retainerUse()
        case .orderClosed, .progress, .reversal: break
        }
        return entry.postings
    }

    /// What the taxes of an event are in the currency of the books, at the rate of the event, rounded half to even.
    ///
    /// - Throws: `overflow`.
    func bookTax() throws(MonetaryFault) -> Money {
        guard let exchange else { return tax }
        return try tax.converted(to: bookAmount.currency, at: exchange.rate, rounding: .halfEven)
    }
}

extension [Posting] {
    /// What work on an order costs, against what is accrued for it; also what the matching adds to it.
    static func work(
        _ amount: Money, _ bookAmount: Money, on target: OrderLine, inBooksOf books: Currency
    ) throws(MonetaryFault) -> [Posting] {
        var postings = [Posting(.cost(target.line), bookAmount)]
        if amount.currency != books {
            postings.append(Posting(.exchange, try -bookAmount))
            postings.append(Posting(.exchange, amount))
        }
        postings.append(Posting(.accrued(order: target.order, target.line), try -amount))
        return postings.filter { !$0.amount.isZero }
    }

    /// Debits as credits and credits as debits.
    func mirrored() throws(MonetaryFault) -> [Posting] {
        var mirror: [Posting] = []
        for posting in self { mirror.append(Posting(posting.account, try -posting.amount)) }
        return mirror
    }
}

/// The postings of one event while they are put together.
private struct JournalEntry {
    let event: CostEvent
    let books: Currency
    private(set) var postings: [Posting] = []

    init(of event: CostEvent, inBooksOf books: Currency) {
        self.event = event
        self.books = books
        postings.reserveCapacity(4)
    }

    // MARK: Suppliers

    mutating func order() throws(MonetaryFault) {
        try move(event.amount, to: .ordered(order: event.orderNumber, event.lineID), from: .commitments)
    }

    mutating func work() throws(MonetaryFault) {
        postings = try [Posting].work(
            event.amount, event.bookAmount, on: OrderLine(event.orderNumber, event.lineID), inBooksOf: books)
    }

    mutating func invoice() throws(MonetaryFault) {
        debit(.accrued(order: event.orderNumber, event.lineID), event.amount)
        debit(.inputTax, event.tax)
        try credit(.payable(supplier: event.partyName), event.amount + event.tax)
    }

    mutating func payment() throws(MonetaryFault) {
        let payable = Account.payable(supplier: event.partyName)
        debit(payable, event.amount)
        if event.amount.currency != books {
            try credit(.exchange, event.amount)
            debit(.exchange, event.bookAmount)
        }
        try credit(.bank, event.bookAmount)
    }

    mutating func expense() throws(MonetaryFault) {
        let tax = try event.bookTax()
        debit(.cost(event.lineID), event.bookAmount)
        debit(.inputTax, tax)
        try credit(.bank, event.bookAmount + tax)
    }

    mutating func time() throws(MonetaryFault) {
        try move(event.bookAmount, to: .cost(event.lineID), from: .timeWorked)
    }

    // MARK: The client

    mutating func bill() throws(MonetaryFault) {
        try debit(.receivable(client: event.partyName), event.amount + event.tax)
        try credit(.outputTax, event.tax)
        try revenue()
    }

    mutating func receipt() throws(MonetaryFault) {
        debit(.bank, event.bookAmount)
        if event.amount.currency != books {
            try credit(.exchange, event.bookAmount)
            debit(.exchange, event.amount)
        }
        try credit(.receivable(client: event.partyName), event.amount)
    }

    mutating func retainer() throws(MonetaryFault) {
        try debit(.receivable(client: event.partyName), event.amount + event.tax)
        try credit(.outputTax, event.tax)
        try credit(.retainer(client: event.partyName), event.amount)
    }

    mutating func retainerUse() throws(MonetaryFault) {
        debit(.retainer(client: event.partyName), event.amount)
        try revenue()
    }

    private mutating func revenue() throws(MonetaryFault) {
        if event.amount.currency != books {
            try credit(.exchange, event.amount)
            debit(.exchange, event.bookAmount)
        }
        try credit(.revenue(event.line), event.bookAmount)
    }

    // MARK: Steps

    private mutating func move(_ amount: Money, to target: Account, from source: Account) throws(MonetaryFault) {
        debit(target, amount)
        try credit(source, amount)
    }

    private mutating func debit(_ account: Account, _ amount: Money) {
        if !amount.isZero { postings.append(Posting(account, amount)) }
    }

    private mutating func credit(_ account: Account, _ amount: Money) throws(MonetaryFault) {
        debit(account, try -amount)
    }
}
