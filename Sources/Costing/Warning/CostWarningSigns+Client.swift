import Monetary
import WorkTime

/// What the client's side gives away.
extension CostWarningSigns {
    func clientSigns() throws(MonetaryFault) -> [CostWarning] { try notBilled() + overdue() }

    /// Steps of the contract's billing that are past and not covered by the invoices sent, the oldest first. Invoices cover
    /// steps in the order of their dates, whatever they are called.
    private func notBilled() throws(MonetaryFault) -> [CostWarning] {
        var sent = try books.standing.client.invoiced()
        var found: [CostWarning] = []
        for step in estimate.billing.sorted(by: { $0.date < $1.date })
        where step.date.advanced(by: rules.billingDays) < day {
            let missing = try (step.amount - sent).orNothing
            sent = try (sent - step.amount).orNothing
            guard isWorthIt(missing) else { continue }
            found.append(
                warning(.notBilled(step.name, since: step.date), .warn, missing, do: .billClient, within: 0))
        }
        return found
    }

    /// What the client has not paid though it is due: the same items and days as the ageing of receivables.
    private func overdue() -> [CostWarning] {
        books.receivables.filter { $0.due < day && $0.open.minorUnits > 0 }.map { item in
            warning(.receivableOverdue(item.document, due: item.due), .watch, item.open, do: .collect, within: 0)
        }
    }
}
