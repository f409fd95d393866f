public import Monetary
public import WorkTime

/// Something that will cost more than was approved, or bring less than was agreed, unless somebody acts: what was seen, how
/// much money it is about, what to do and by when.
public struct CostWarning: Hashable, Sendable {
    public let sign: Sign
    public let level: Level
    /// How much money it is about; `nil` where that is not known.
    public let amount: Money?
    public let deed: Deed
    /// The day by which to act: for an overspend the last on which an answer still helps, else a week after the status, the
    /// usual time of an answer; sooner where a change order holds sooner, and at once for what should have been billed or paid.
    public let actBy: CivilDay

    public enum Level: Int, Hashable, Sendable, Comparable {
        /// Likelier than not, or certain.
        case warn
        /// To be kept in sight.
        case watch

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// What was seen.
    public enum Sign: Hashable, Sendable {
        /// The job passes the approved cost with this probability; by so much at the stated confidence.
        case overspend(probability: Double)
        /// The work done so far has cost more than its budget.
        case costIndexLow(Double)
        /// Most of a line is spent, and less of it is earned: shares of its budget.
        case spentBeforeEarned(LineID, spent: Double, earned: Double)
        /// What is accrued and on order on a line passes its budget.
        case committedBeyondBudget(LineID)
        /// The median of the forecast uses more of the contingency than of the work is done, as shares of each.
        case contingencyFast(used: Double, progress: Double)
        /// The median of the forecast takes from the agency's own reserve.
        case managementReserveUsed
        /// Cost on a line that the estimate does not have.
        case costWithoutLine(LineID)
        /// A version waits for a signature: whose, and by how much it changes the approved cost.
        case changeOrderPending(version: Int, withClient: Bool)
        /// Orders are dearer in the currency of the books than estimated, because a rate moved, as a share.
        case exchangeMoved(LineID, share: Double)
        /// Work was done on an order long ago, and no invoice has come for it.
        case invoiceLate(order: String, LineID, since: CivilDay)
        /// Work is earned that is neither booked nor on order.
        case costNotBooked(LineID, probability: Double)
        /// Money is spent on a line of which nobody says how far it is.
        case progressUnreported(LineID)
        /// The contract foresees an invoice to the client that was not sent.
        case notBilled(String, since: CivilDay)
        /// An invoice to the client is past its due date.
        case receivableOverdue(String, due: CivilDay)
    }

    /// What to do.
    public enum Deed: String, Hashable, Sendable, CaseIterable {
        case askApproval = "ask-approval"
        case reviewRest = "review-rest"
        case reviewLine = "review-line"
        case renegotiateOrder = "renegotiate-order"
        case holdContingency = "hold-contingency"
        case assignLine = "assign-line"
        case getSignature = "get-signature"
        case fixExchange = "fix-exchange"
        case chaseInvoice = "chase-invoice"
        case postAccrual = "post-accrual"
        case reportProgress = "report-progress"
        case billClient = "bill-client"
        case collect
    }
}

extension CostWarning.Sign {
    /// Its name for scripts.
    public var rule: String {
        switch self {
        case .overspend: "overspend"
        case .costIndexLow: "cost-index-low"
        case .spentBeforeEarned: "spent-before-earned"
        case .committedBeyondBudget: "committed-beyond-budget"
        case .contingencyFast: "contingency-faster-than-progress"
        case .managementReserveUsed: "management-reserve-used"
        case .costWithoutLine: "cost-without-line"
        case .changeOrderPending: "change-order-pending"
        case .exchangeMoved: "exchange-moved"
        case .invoiceLate: "invoice-late"
        case .costNotBooked: "cost-not-booked"
        case .progressUnreported: "progress-unreported"
        case .notBilled: "not-billed"
        case .receivableOverdue: "receivable-overdue"
        }
    }

    /// The line, the order or the document that it is about; `nil` for the job.
    public var subject: String? {
        switch self {
        case .spentBeforeEarned(let line, _, _), .committedBeyondBudget(let line), .costWithoutLine(let line),
            .exchangeMoved(let line, _), .costNotBooked(let line, _), .progressUnreported(let line):
            line.rawValue
        case .invoiceLate(let order, _, _): order
        case .notBilled(let name, _), .receivableOverdue(let name, _): name
        case .changeOrderPending(let version, _): "\(version)"
        case .overspend, .costIndexLow, .contingencyFast, .managementReserveUsed: nil
        }
    }

    /// The probability behind it; `nil` where what was seen is certain.
    public var probability: Double? {
        switch self {
        case .overspend(let probability), .costNotBooked(_, let probability): probability
        default: nil
        }
    }
}
