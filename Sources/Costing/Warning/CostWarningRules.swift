/// The thresholds of early warnings of overspend, in one place.
///
/// Most of the trade looks at the share of the budget that is spent, and is warned when nothing can be done any more. These
/// rules look at the forecast first; the others say where it comes from.
public struct CostWarningRules: Hashable, Sendable {
    /// From this probability of passing the approved cost on: likelier than not.
    public var warnProbability = 0.5
    /// From this on: to be kept in sight.
    public var watchProbability = 0.2
    /// Below this cost index, once ``leastProgress`` is earned; earlier an index says little.
    public var leastCostIndex = 0.9
    public var leastProgress = 0.1
    /// A line is looked at when more than this share of its budget is spent …
    public var mostSpent = 0.8
    /// … and less than this share of what is spent is earned.
    public var leastEarnedOfSpent = 0.9
    /// More than this share of the contingency used, while less of the work is done.
    public var contingencyUsed = 0.25
    /// How far a rate of exchange may move, as a share.
    public var exchangeMove = 0.02
    /// Days after the last work on an order without an invoice.
    public var invoiceDays = 45
    /// Days after the date of the contract on which an invoice to the client should be out.
    public var billingDays = 0
    /// Late invoices and costs without a line below this share of the budget are not worth a warning.
    public var leastShare = 0.001
    /// Days that an answer of the client, or of a supplier, usually takes.
    public var answerDays = 7

    public init() {}

    public static let standard = CostWarningRules()
}
