package import Monetary

extension LedgerTotals {
    /// Takes in one event.
    ///
    /// - Parameters:
    ///   - reversed: the event that a reversal takes back.
    ///   - settled: the document that a payment, a receipt or a credit note names.
    /// - Throws: `overflow`, `mixedCurrencies`.
    mutating func add(
        _ event: CostEvent, reversing reversed: CostEvent? = nil, settling settled: CostEvent? = nil
    ) throws(MonetaryFault) {
        try add(
            event, event.postings(inBooksOf: currency, reversing: reversed), reversing: reversed, settling: settled)
    }

    /// The same for an event whose postings are at hand.
    package mutating func add(
        _ event: CostEvent, _ postings: [Posting], reversing reversed: CostEvent?, settling settled: CostEvent?
    ) throws(MonetaryFault) {
        for posting in postings { try add(posting) }
        let isReversal = event.kind == .reversal
        try count(isReversal ? reversed ?? event : event, isReversal ? -1 : 1, settling: settled)
    }

    package mutating func add(_ posting: Posting) throws(MonetaryFault) {
        let key = BalanceKey(posting.account.code.control, posting.amount.currency)
        try balances[key, default: MoneyTotal(in: key.currency)].add(posting.amount)
    }

    /// Counts what an event is about, or takes it back.
    private mutating func count(
        _ event: CostEvent, _ sign: Int, settling settled: CostEvent?
    ) throws(MonetaryFault) {
        switch event.kind {
        case .order, .orderChange, .workDone: try countOrder(event, sign)
        case .orderClosed: closings[OrderPart(event.orderNumber, event.line), default: 0] += sign
        case .invoice:
            try countOrder(event, sign)
            try countDocument(event, sign)
        case .creditNote:
            try countOrder(event, sign)
            try countCredit(event, sign, settled)
        case .payment, .receipt: try countPayment(event, sign, settled)
        case .expense, .time, .retainerUse: try countLine(event, sign)
        case .bill, .retainer:
            try countDocument(event, sign)
            try countLine(event, sign)
        case .billCredit:
            try countCredit(event, sign, settled)
            try countLine(event, sign)
        case .progress, .reversal: break
        }
    }

    // MARK: Orders

    private mutating func countOrder(_ event: CostEvent, _ sign: Int) throws(MonetaryFault) {
        let key = OrderLine(event.orderNumber, event.lineID)
        let (amount, book) = (try event.amount * sign, try event.bookAmount * sign)
        var totals =
            orders[key]
            ?? OrderTotals(supplier: event.party ?? "", in: event.amount.currency, books: currency)
        switch event.kind {
        case .workDone:
            try totals.workDone.add(amount)
            try totals.bookWorkDone.add(book)
            totals.lastWork = max(totals.lastWork ?? event.date, event.date)
        case .invoice:
            try totals.invoiced.add(amount)
            try totals.bookInvoiced.add(book)
        case .creditNote:
            try totals.invoiced.add(-amount)
            try totals.bookInvoiced.add(-book)
        default:
            try totals.ordered.add(amount)
            try totals.bookOrdered.add(book)
        }
        orders[key] = totals
    }

    // MARK: Documents

    private mutating func countDocument(_ event: CostEvent, _ sign: Int) throws(MonetaryFault) {
        var document = documents[event.id] ?? DocumentTotals(event)
        try document.amount.add(event.amount * sign)
        try document.tax.add(event.tax * sign)
        try document.bookAmount.add(event.bookAmount * sign)
        documents[event.id] = document
    }

    /// Off the document that it names; else it stands by itself, with an amount below zero.
    private mutating func countCredit(
        _ event: CostEvent, _ sign: Int, _ settled: CostEvent?
    ) throws(MonetaryFault) {
        guard let settled else { return try countDocument(event, -sign) }
        try documents[settled.id, default: DocumentTotals(settled)].credited.add((event.amount + event.tax) * sign)
    }

    /// A payment that names no document is an open credit by itself.
    private mutating func countPayment(
        _ event: CostEvent, _ sign: Int, _ settled: CostEvent?
    ) throws(MonetaryFault) {
        let document = settled ?? event
        try documents[document.id, default: DocumentTotals(document)].paid.add(event.amount * sign)
        try documents[document.id, default: DocumentTotals(document)].bookPaid.add(event.bookAmount * sign)
    }

    // MARK: Lines

    private mutating func countLine(_ event: CostEvent, _ sign: Int) throws(MonetaryFault) {
        let book = try event.bookAmount * sign
        var totals = lines[event.line] ?? LineTotals(in: currency)
        switch event.kind {
        case .expense: try totals.expenses.add(book)
        case .time: try totals.time.add(book)
        case .bill: try totals.billed.add(book)
        case .billCredit: try totals.billed.add(-book)
        case .retainer: try totals.retained.add(book)
        case .retainerUse:
            try totals.billed.add(book)
            try totals.used.add(book)
        default: preconditionFailure("the \(event.kind.rawValue) “\(event.id)” is about no line")
        }
        lines[event.line] = totals
    }
}
