public import Monetary
public import WorkTime

/// A client's budget at the end of a month, line by line and as a whole: approved, committed, accrued, invoiced, paid, what is
/// still to come, and the headroom that is left. Every figure is cumulative, and every sum closes to zero.
public struct Reconciliation: Hashable, Sendable, Codable {
    public let job: JobID
    public let month: CivilMonth
    /// The currency of the books.
    public let currency: Currency
    /// The number of the approved version that the figures are measured against; `nil` where none was approved by then.
    public let version: Int?
    /// By id, those of the estimate and those that only the books know.
    public let lines: [ReconciledLine]
    /// The contingency of the approved version, which is on no line.
    public let contingency: Money
    /// By currency of documents.
    public let client: [SettledCurrency]
    public let suppliers: [SettledCurrency]
    /// What the client was billed, net of tax; see ``ClientStanding``.
    public let billed: Money
    public let retained: Money
    public let unused: Money
    /// The sum of all accounts in each currency: zero.
    public let proof: [Money]

    public init(
        job: JobID, month: CivilMonth, currency: Currency, version: Int?, lines: [ReconciledLine], contingency: Money,
        client: [SettledCurrency], suppliers: [SettledCurrency], billed: Money, retained: Money, unused: Money,
        proof: [Money]
    ) {
        self.job = job
        self.month = month
        self.currency = currency
        self.version = version
        self.lines = lines
        self.contingency = contingency
        self.client = client
        self.suppliers = suppliers
        self.billed = billed
        self.retained = retained
        self.unused = unused
        self.proof = proof
    }
}

/// One line of the budget, cumulative, net of tax, in the currency of the books.
public struct ReconciledLine: Hashable, Sendable, Codable {
    public let line: LineID
    /// The cost of the line in the approved version; zero where that has no such line.
    public let approved: Money
    public let ordered: Money
    public let accrued: Money
    public let invoiced: Money
    public let paid: Money
    public let time: Money
    public let notInvoiced: Money
    public let openCommitment: Money
    /// What is expected beyond cost and open commitment.
    public let uncommitted: Money
    public let billed: Money

    public init(
        line: LineID, approved: Money, ordered: Money, accrued: Money, invoiced: Money, paid: Money, time: Money,
        notInvoiced: Money, openCommitment: Money, uncommitted: Money, billed: Money
    ) {
        self.line = line
        self.approved = approved
        self.ordered = ordered
        self.accrued = accrued
        self.invoiced = invoiced
        self.paid = paid
        self.time = time
        self.notInvoiced = notInvoiced
        self.openCommitment = openCommitment
        self.uncommitted = uncommitted
        self.billed = billed
    }
}

/// What was asked and what was settled in one currency, tax included, beside what the accounts say.
public struct SettledCurrency: Hashable, Sendable, Codable {
    /// Before tax, less credit notes that belong to no document.
    public let net: Money
    public let tax: Money
    public let paid: Money
    public let credited: Money
    /// What the accounts of suppliers or of clients say is still to be paid.
    public let open: Money

    public init(net: Money, tax: Money, paid: Money, credited: Money, open: Money) {
        self.net = net
        self.tax = tax
        self.paid = paid
        self.credited = credited
        self.open = open
    }

    /// What was asked less what was settled less what the accounts have open: zero.
    ///
    /// - Throws: `overflow`.
    public func difference() throws(MonetaryFault) -> Money { try net + tax - paid - credited - open }
}

extension ReconciledLine {
    /// What the line is expected to cost in the end.
    ///
    /// - Throws: `overflow`.
    public func forecast() throws(MonetaryFault) -> Money { try accrued + openCommitment + uncommitted }

    /// What is left of the line; below zero where more is expected than approved.
    ///
    /// - Throws: `overflow`.
    public func headroom() throws(MonetaryFault) -> Money { try approved - forecast() }

    /// What of the line no cost has come for yet.
    ///
    /// - Throws: `overflow`.
    public func remaining() throws(MonetaryFault) -> Money { try approved - accrued }

    /// What is invoiced and not paid, net of tax.
    ///
    /// - Throws: `overflow`.
    public func payable() throws(MonetaryFault) -> Money { try invoiced - paid }

    /// What cost and invoices differ by because they were booked at different rates of exchange.
    ///
    /// - Throws: `overflow`.
    public func rateDifference() throws(MonetaryFault) -> Money { try accrued - invoiced - notInvoiced - time }

    /// All lines as one, under the name of `total`.
    ///
    /// - Throws: `overflow`.
    public static func total(of lines: [ReconciledLine], in currency: Currency) throws(MonetaryFault) -> ReconciledLine
    {
        ReconciledLine(
            line: "total", approved: try lines.map(\.approved).total(in: currency),
            ordered: try lines.map(\.ordered).total(in: currency),
            accrued: try lines.map(\.accrued).total(in: currency),
            invoiced: try lines.map(\.invoiced).total(in: currency), paid: try lines.map(\.paid).total(in: currency),
            time: try lines.map(\.time).total(in: currency),
            notInvoiced: try lines.map(\.notInvoiced).total(in: currency),
            openCommitment: try lines.map(\.openCommitment).total(in: currency),
            uncommitted: try lines.map(\.uncommitted).total(in: currency),
            billed: try lines.map(\.billed).total(in: currency))
    }
}

extension Reconciliation {
    /// All lines as one; its approved amount is without the contingency.
    ///
    /// - Throws: `overflow`.
    public func total() throws(MonetaryFault) -> ReconciledLine { try .total(of: lines, in: currency) }

    /// All lines and the contingency.
    ///
    /// - Throws: `overflow`.
    public func approvedCost() throws(MonetaryFault) -> Money { try total().approved + contingency }

    /// Approved cost less forecast.
    ///
    /// - Throws: `overflow`.
    public func headroom() throws(MonetaryFault) -> Money { try approvedCost() - total().forecast() }
}
