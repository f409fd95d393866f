import Diagnostics
import Monetary

/// What each kind of event needs, and what it takes from the order or the document that it belongs to.
extension LedgerCheck {
    /// The event that a row states; `nil` where it is at fault.
    mutating func built(_ row: Row) -> CostEvent? {
        checkFields(row)
        let isSound = checkDates(row)
        let event: CostEvent? =
            switch row.kind.value {
            case .order: order(row)
            case .orderChange, .workDone, .invoice: onOrder(row)
            case .orderClosed: closing(row)
            case .creditNote: creditNote(row)
            case .payment: settlement(row, of: [.invoice])
            case .receipt: settlement(row, of: [.bill, .retainer])
            case .expense, .time: single(row)
            case .progress: progressReport(row)
            case .bill, .retainer, .retainerUse: bill(row)
            case .billCredit: bill(row, crediting: [.bill, .retainer])
            case .reversal: reversal(row)
            }
        return isSound ? event : nil
    }

    // MARK: Suppliers

    private mutating func order(_ row: Row) -> CostEvent? {
        let line = line(row, needed: true)
        if row.party == nil {
            report(
                "cost.no-party", "the order “\(row.id.value)” names no supplier",
                advice: "name the supplier as its party",
                at: row.place)
        }
        guard let amounts = amounts(row), let line, let party = row.party?.value else { return nil }
        return event(row, amounts, line: line, order: row.order?.value ?? row.id.value, party: party)
    }

    /// Work, an invoice, more or less of an order: its currency and its supplier are those of the order.
    private mutating func onOrder(_ row: Row) -> CostEvent? {
        guard let number = orderNumber(row), let order = knownOrder(number, row) else { return nil }
        guard let line = orderLine(row, number, order), let party = supplier(row, of: order, number) else { return nil }
        guard let amounts = amounts(row, in: order.currency, because: "the order “\(number)”") else { return nil }
        return event(row, amounts, line: line, order: number, party: party)
    }

    private mutating func closing(_ row: Row) -> CostEvent? {
        guard let number = orderNumber(row), let order = knownOrder(number, row) else { return nil }
        if row.line != nil, orderLine(row, number, order) == nil { return nil }
        let none = Amounts(nothingIn: order.currency, books: currency)
        return event(row, none, line: row.line.map { LineID($0.value) }, order: number, party: order.supplier)
    }

    private mutating func creditNote(_ row: Row) -> CostEvent? {
        guard row.settles != nil else { return onOrder(row) }
        guard let invoice = settled(row, kinds: [.invoice]) else { return nil }
        guard isOf(invoice.party, row), isOn(invoice, row) else { return nil }
        guard let amounts = amounts(row, in: invoice.amount.currency, because: "the invoice “\(invoice.id)”") else {
            return nil
        }
        return event(row, amounts, line: invoice.line, order: invoice.order, party: invoice.party)
    }

    /// A payment must say of what; money of a client that does not say so is counted as theirs.
    private mutating func settlement(_ row: Row, of kinds: Set<CostEvent.Kind>) -> CostEvent? {
        guard row.settles != nil else {
            if row.kind.value == .payment { return reportUnassigned(row) }
            warn(
                "cost.receipt-unassigned", "“\(row.id.value)” does not say which bill is paid",
                advice: "name the bill in the column settles; until then it stands open beside the bills", at: row.place
            )
            guard let party = client(row), let amounts = amounts(row) else { return nil }
            return event(row, amounts, party: party)
        }
        guard let document = settled(row, kinds: kinds), isOf(document.party, row) else { return nil }
        let said = "“\(document.id)”"
        guard let amounts = amounts(row, in: document.amount.currency, because: said) else { return nil }
        return event(row, amounts, line: document.line, order: document.order, party: document.party)
    }

    private mutating func reportUnassigned(_ row: Row) -> CostEvent? {
        report(
            "cost.payment-without-invoice", "the payment “\(row.id.value)” does not say which invoice is paid",
            advice: "name the invoice in the column settles; a payment of several is one line for each", at: row.place)
        return nil
    }

    // MARK: Without an order

    private mutating func single(_ row: Row) -> CostEvent? {
        let line = line(row, needed: true)
        guard let amounts = amounts(row), let line else { return nil }
        return event(row, amounts, line: line, party: row.party?.value)
    }

    private mutating func progressReport(_ row: Row) -> CostEvent? {
        guard let line = line(row, needed: true), let progress = progress(row, of: line) else { return nil }
        return event(row, Amounts(nothingIn: currency, books: currency), line: line, progress: progress)
    }

    // MARK: The client

    private mutating func bill(_ row: Row, crediting kinds: Set<CostEvent.Kind> = []) -> CostEvent? {
        var credited: CostEvent?
        if row.settles != nil, !kinds.isEmpty {
            guard let document = settled(row, kinds: kinds), isOf(document.party, row) else { return nil }
            credited = document
        }
        let named = row.line == nil ? nil : line(row, needed: true)
        if row.line != nil, named == nil { return nil }
        let owner = credited.map { "“\($0.id)”" } ?? ""
        let amounts = self.amounts(row, in: credited?.amount.currency, because: owner)
        guard let party = credited?.party ?? client(row), let amounts else { return nil }
        return event(row, amounts, line: named ?? credited?.line, party: party)
    }

    // MARK: Reversals

    private mutating func reversal(_ row: Row) -> CostEvent? {
        guard let settles = row.settles else {
            report(
                "cost.nothing-to-reverse", "the reversal “\(row.id.value)” does not say what it takes back",
                advice: "name the event in the column settles", at: row.place)
            return nil
        }
        guard let taken = settled(row, kinds: nil) else { return nil }
        if taken.kind == .reversal {
            report(
                "cost.reversal-of-reversal", "“\(taken.id)” is a reversal itself",
                advice: "state what it took back anew, under another id", at: settles.place)
            return nil
        }
        if isTakenBackAlready(taken.id, except: row.id.value) {
            report(
                "cost.reversed-twice", "“\(taken.id)” was taken back already", advice: "leave this line out",
                at: settles.place)
            return nil
        }
        if row.date.value < taken.date {
            report(
                "cost.reversal-before-event",
                "“\(row.id.value)” of \(row.date.value) takes back “\(taken.id)” of \(taken.date)",
                advice: "date it on the day of that event or later", at: row.date.place)
            return nil
        }
        let amounts = Amounts(amount: taken.amount, tax: taken.tax, book: taken.bookAmount, exchange: taken.exchange)
        return event(row, amounts, line: taken.line, order: taken.order, party: taken.party)
    }

    /// By an event of the books, or by an earlier line of the draft.
    private func isTakenBackAlready(_ id: String, except own: String) -> Bool {
        if books.events[own]?.settles == id { return false }
        return books.reversed.contains(id) || takenBack[id].map { $0 != own } ?? false
    }

    // MARK: Putting together

    private func event(
        _ row: Row, _ amounts: Amounts, line: LineID? = nil, order: String? = nil, party: String? = nil,
        progress: CostEvent.ReportedProgress? = nil
    ) -> CostEvent {
        CostEvent(
            id: row.id.value, kind: row.kind.value, date: row.date.value, line: line, order: order, party: party,
            amount: amounts.amount, tax: amounts.tax, bookAmount: amounts.book, exchange: amounts.exchange,
            due: row.due?.value, settles: row.settles?.value, progress: progress, memo: row.memo?.value)
    }
}
