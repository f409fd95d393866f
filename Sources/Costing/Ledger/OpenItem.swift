public import Monetary
public import WorkTime

/// What of one document is still to be paid at the end of a day.
public struct OpenItem: Hashable, Sendable {
    public let document: String
    /// The supplier or the client.
    public let party: String
    public let date: CivilDay
    public let due: CivilDay
    /// What was asked, tax included, in the currency of the document.
    public let gross: Money
    /// What was paid of it, and what credit notes took off.
    public let settled: Money
    /// The rest; below zero where too much was paid, and for payments and credit notes that belong to no document.
    public let open: Money

    public init(
        document: String, party: String, date: CivilDay, due: CivilDay, gross: Money, settled: Money, open: Money
    ) {
        self.document = document
        self.party = party
        self.date = date
        self.due = due
        self.gross = gross
        self.settled = settled
        self.open = open
    }
}

extension LedgerTotals {
    /// What clients have to pay, by the day it is due, then by id. Documents that are settled are left out.
    ///
    /// - Throws: `overflow`.
    public func receivables() throws(MonetaryFault) -> [OpenItem] { try openItems { !$0.isOfSupplier } }

    /// What suppliers are to be paid, in the same order.
    ///
    /// - Throws: `overflow`.
    public func payables() throws(MonetaryFault) -> [OpenItem] { try openItems(where: \.isOfSupplier) }

    private func openItems(where isMeant: (DocumentTotals) -> Bool) throws(MonetaryFault) -> [OpenItem] {
        var items: [OpenItem] = []
        for document in documents.values where isMeant(document) {
            if let item = try document.openItem() { items.append(item) }
        }
        return items.sorted { ($0.due, $0.document) < ($1.due, $1.document) }
    }
}

extension DocumentTotals {
    /// What is left of it; `nil` where nothing is.
    func openItem() throws(MonetaryFault) -> OpenItem? {
        let (gross, open) = (try gross(), try open())
        guard !open.isZero else { return nil }
        return OpenItem(
            document: id, party: party, date: date, due: due, gross: gross, settled: try gross - open, open: open)
    }
}
