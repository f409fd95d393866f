public import Monetary

/// What one line is expected to cost, put together from what is known of it.
public struct LineOutlook: Hashable, Sendable {
    public let line: LineID
    /// As the version has it that holds now; zero for a line that it does not have.
    public let budget: Money
    public let earnedValue: Money
    public let accrued: Money
    /// On open orders: known, and taken as known.
    public let openCommitment: Money
    /// What of that pays for work that is earned and not booked yet.
    public let openForWorkDone: Money
    /// `nil` where nothing is earned beyond what is booked and ordered.
    public let lateInvoice: LateInvoiceRisk?
    /// The budget of the work that is still to be ordered. Its price is what is uncertain.
    public let uncommitted: Money
    /// As likely to be passed as not. The lines add up to the job.
    public let median: Money
    /// At the confidence of the forecast. The lines add up to the job.
    public let atConfidence: Money
    public let isReported: Bool

    /// What was approved for the line less its forecast at the stated confidence; below zero when it overspends.
    public func headroom() throws(MonetaryFault) -> Money { try budget - atConfidence }

    /// What is spent or bound: accrued and on open orders.
    public func committed() throws(MonetaryFault) -> Money { try accrued + openCommitment }
}

/// One line before the rest of the job is known.
struct LineBasis: Hashable, Sendable {
    let line: LineID
    let budget: Money
    let earnedValue: Money
    let accrued: Money
    let openCommitment: Money
    let openForWorkDone: Money
    let lateInvoice: LateInvoiceRisk?
    let uncommitted: Money
    let isReported: Bool

    /// - Parameters:
    ///   - value: the line at the day of the status.
    ///   - standing: what the ledger knows of it.
    ///   - earnsInSteps: whether value is earned in leaps, so that cost beyond it may be work that is under way.
    ///   - isSettled: whether it has orders and all are closed: nothing more is invoiced.
    init(
        _ value: JobEarnedValue.Line, _ standing: LineStanding?, earnsInSteps: Bool, isSettled: Bool
    ) throws(MonetaryFault) {
        let nothing = Money.zero(value.budget.currency)
        let open = standing?.openCommitment ?? nothing
        line = value.id
        budget = value.budget
        earnedValue = value.earnedValue
        accrued = value.actualCost
        openCommitment = open
        isReported = value.isReported
        guard value.isReported else {
            // Nobody says how far it is: it is taken to cost its budget, or what is spent and ordered if that is more.
            lateInvoice = nil
            openForWorkDone = nothing
            uncommitted = try (value.budget - value.actualCost - open).orNothing
            return
        }
        let unbooked = try (value.earnedValue - value.actualCost).orNothing
        openForWorkDone = open.least(unbooked)
        let late = try unbooked - openForWorkDone
        let probability =
            isSettled
            ? 0
            : LateInvoiceRisk.probability(
                booked: try (value.actualCost + open).approximateUnits, earned: value.earnedValue.approximateUnits)
        lateInvoice = late.isZero || probability == 0 ? nil : LateInvoiceRisk(amount: late, probability: probability)
        var done = value.earnedValue
        if earnsInSteps, value.actualCost.minorUnits > done.minorUnits {
            done = value.actualCost.minorUnits < value.budget.minorUnits ? value.actualCost : value.budget
        }
        uncommitted = try (value.budget - done - (open - openForWorkDone)).orNothing
    }
}

extension LineBasis {
    /// What the work that is done costs as far as books and orders know.
    func knownCostOfWorkDone() throws(MonetaryFault) -> Money { try accrued + openForWorkDone }
}
