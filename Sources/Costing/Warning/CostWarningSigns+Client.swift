import Monetary
import WorkTime

/// What the client's side gives away.
extension CostWarningSigns {
    func clientSigns() throws(MonetaryFault) -> [CostWarning] { try notBilled() + overdue() }

    /// Steps of the contract's billing that are past and not covered by the invoices sent, the oldest first. Invoices cover
    /// steps in the order of their dates, whatever they are called.
    private func notBilled() throws(MonetaryFault) -> [CostWarning] {
        var sent = try billed()
        var found: [CostWarning] = []
        for step in estimate.billing.sorted(by: { $0.date < $1.date })
        where step.date.advanced(by: rules.billingDays) < day {
            let missing = try (step.amount - sent).notBelowZero
            sent = try (sent - step.amount).notBelowZero
            guard isWorthIt(missing) else { continue }
            found.append(
                warning(.notBilled(step.name, since: step.date), .warn, missing, do: .billClient, within: 0))
        }
        return found
    }

    /// Invoices to the client less credit notes, before tax, in the currency of the books.
    private func billed() throws(MonetaryFault) -> Money {
        var total = MoneyTotal(in: estimate.currency)
        for event in books.events {
            switch event.kind {
            case .bill, .retainer: try total.add(event.bookAmount)
            case .billCredit: try total.add(try -event.bookAmount)
            default: continue
            }
        }
        return try total.money()
    }

    /// Invoices that are past due and not settled by receipts and credit notes.
    private func overdue() throws(MonetaryFault) -> [CostWarning] {
        var found: [CostWarning] = []
        for bill in books.events where bill.kind == .bill || bill.kind == .retainer {
            let due = bill.due ?? bill.date.advanced(by: rules.paymentDays)
            guard due < day else { continue }
            let open = try open(on: bill)
            guard open.minorUnits > 0 else { continue }
            found.append(warning(.receivableOverdue(bill.id, due: due), .watch, open, do: .collect, within: 0))
        }
        return found
    }

    /// Tax included, in the currency of the invoice.
    private func open(on bill: CostEvent) throws(MonetaryFault) -> Money {
        var open = try bill.amount + bill.tax
        for event in books.events where event.settles == bill.id {
            switch event.kind {
            case .receipt where event.amount.currency == open.currency,
                .billCredit where event.amount.currency == open.currency:
                open = try open - event.amount - event.tax
            default: continue
            }
        }
        return open
    }
}
