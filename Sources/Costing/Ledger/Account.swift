public import Monetary

/// Where money is booked. Memorandum accounts hold what was promised and not what was spent, so orders never mix with
/// costs.
public enum Account: Hashable, Sendable, Codable {
    /// The cost of a line, in the currency of the books.
    case cost(LineID)
    /// Work done and not invoiced (credit), or invoiced and not done (debit), on one line of an order.
    case accrued(order: String, LineID)
    case payable(supplier: String)
    case receivable(client: String)
    /// What was billed for a line; the whole job where no line is named.
    case revenue(LineID?)
    /// What the client has paid in advance and not used.
    case retainer(client: String)
    case inputTax
    case outputTax
    case bank
    /// The agency's own time, which nobody invoices.
    case timeWorked
    /// Between two currencies. Once the foreign side is zero again, the side of the books is what exchange has won or lost.
    case exchange
    /// Memorandum: orders on a line.
    case ordered(order: String, LineID)
    /// Memorandum: the other side of all orders.
    case commitments

    /// Whether it holds promises and not money.
    public var isMemorandum: Bool {
        switch self {
        case .ordered, .commitments: true
        default: false
        }
    }
}

/// A debit (above zero) or a credit (below zero) on an account.
public struct Posting: Hashable, Sendable, Codable {
    public let account: Account
    public let amount: Money

    public init(_ account: Account, _ amount: Money) {
        self.account = account
        self.amount = amount
    }
}
