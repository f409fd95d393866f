import Diagnostics
import Monetary

/// Whether documents are paid and credited within what they ask.
extension LedgerCheck {
    mutating func checkSettlements() {
        var settled: [String: Money] = [:]
        for (row, event) in builtRows {
            guard event.kind.settles, !reversed.contains(event.id), let id = event.settles,
                let document = self.event(id)
            else { continue }
            guard let gross = try? event.amount + event.tax, let asked = try? document.amount + document.tax,
                let before = settled[id] ?? books.settled[id] ?? .some(.zero(gross.currency)),
                let after = try? before + gross
            else { continue }
            settled[id] = after
            guard let isBeyond = try? after > asked, isBeyond else { continue }
            warn(
                "cost.paid-beyond-document",
                "with “\(event.id)” \(after) of “\(id)” are settled, and it asks for \(asked)",
                advice: "check the amount, and whether it was paid before", at: row.amount?.place ?? row.place)
        }
        checkReversedDocuments()
    }

    /// A document that was taken back asks for nothing.
    private mutating func checkReversedDocuments() {
        guard !reversed.isEmpty else { return }
        for (row, event) in builtRows where event.kind.settles && !reversed.contains(event.id) {
            guard let id = event.settles, reversed.contains(id) else { continue }
            warn(
                "cost.document-reversed", "“\(event.id)” settles “\(id)”, which was taken back",
                advice: "name the document that stands in its place", at: row.settles?.place)
        }
    }
}

extension CostEvent.Kind {
    /// Whether it takes something off a document.
    fileprivate var settles: Bool {
        switch self {
        case .payment, .receipt, .creditNote, .billCredit: true
        default: false
        }
    }
}
