public import Monetary
import WorkTime

/// What a job is expected to cost at its end, against what the client approved: by line and for the whole, with what it
/// does to the reserves.
///
/// What is accrued and what is on open orders is known. Work that is earned and nowhere booked is a late invoice with some
/// probability. A line whose time is over and whose orders are closed short costs what it has cost. What is still to be ordered costs its budget times a factor (``RestFactor``) that the job shares: it is a
/// factor of the job and not of the line, so the forecast of one line says little by itself, and the sum says what it says.
public struct JobOutlook: Sendable {
    public let status: JobStatus
    /// How sure the headroom is meant to be, between 0 and 1.
    public let confidence: Double
    /// Lines of the estimate in its order, then those that only the ledger knows.
    public let lines: [LineOutlook]
    public let factor: RestFactor
    /// As likely to be passed as not.
    public let median: Money
    public let atConfidence: Money
    /// The costs that are not passed with these probabilities.
    public let quantiles: [(probability: Double, cost: Money)]
    /// That the job costs more than the approved cost and so much on top of it: 0, 5 and 10 %.
    public let probabilityOver: [(share: Double, probability: Double)]
    /// By how much it passes the approved cost on average, where it does not counting as nothing.
    public let expectedOverspend: Money
    /// What the forecast at the stated confidence takes of the reserves.
    public let reserves: ReserveDraw

    /// - Parameters:
    ///   - confidence: above 0 and below 1.
    ///   - factor: how dear the rest is, from what the job shows so far.
    /// - Throws: `overflow`.
    public init(
        _ status: JobStatus, confidence: Double = 0.8,
        factor: (RestFactor.Evidence) -> RestFactor = RestFactor.ofJobAlone
    ) throws(MonetaryFault) {
        precondition(confidence > 0 && confidence < 1, "a confidence of \(confidence)")
        let currency = status.estimate.currency
        let bases = try Self.bases(of: status)
        let rest = factor(try Self.evidence(in: bases, currency))
        let known = try bases.flatMap { [$0.accrued, $0.openCommitment] }.total(in: currency)
        let uncommitted = try bases.lazy.map(\.uncommitted).total(in: currency)
        let distribution = OutlookDistribution(
            known: known.approximateUnits, rest: uncommitted.approximateUnits, factor: rest,
            late: bases.compactMap(\.lateInvoice).map {
                .init(amount: $0.amount.approximateUnits, probability: $0.probability)
            })
        let shares = LineShares(bases, known: known, factor: rest.median)
        let approved = try status.estimate.approvedCost()
        self.status = status
        self.confidence = confidence
        self.factor = rest
        median = try Money(rounding: distribution.quantile(0.5), currency)
        atConfidence = try Money(rounding: distribution.quantile(confidence), currency)
        var quantiles: [(Double, Money)] = []
        for probability in CostDistribution.statedProbabilities {
            quantiles.append((probability, try Money(rounding: distribution.quantile(probability), currency)))
        }
        self.quantiles = quantiles
        probabilityOver = CostDistribution.statedShares.map {
            ($0, distribution.probability(over: approved.approximateUnits * (1 + $0)))
        }
        expectedOverspend = try Money(rounding: distribution.expectedExcess(over: approved.approximateUnits), currency)
        lines = try shares.outlooks(median: median, atConfidence: atConfidence)
        reserves = try ReserveDraw(of: status.estimate, cost: atConfidence)
    }

    private static func bases(of status: JobStatus) throws(MonetaryFault) -> [LineBasis] {
        let standing = status.books.standing
        let ordered = Set(standing.orders.lazy.map(\.line))
        let open = Set(standing.orders.lazy.filter { !$0.isClosed }.map(\.line))
        var bases: [LineBasis] = []
        for value in status.latest.lines {
            bases.append(
                try LineBasis(
                    value, standing.line(value.id),
                    earnsInSteps: status.estimate.line(value.id)?.earning.earnsInSteps ?? false,
                    isSettled: ordered.contains(value.id) && !open.contains(value.id),
                    isOver: status.plan.plannedDays(of: value.id).map { $0.upperBound <= status.books.day } ?? false))
        }
        return bases
    }

    /// Only lines of the estimate on which progress is reported speak of the rest.
    private static func evidence(
        in bases: [LineBasis], _ currency: Currency
    ) throws(MonetaryFault) -> RestFactor.Evidence {
        let told = bases.filter { $0.isReported && !$0.budget.isZero }
        let late = told.compactMap(\.lateInvoice).reduce(0) { $0 + $1.amount.approximateUnits * $1.probability }
        let budget = try bases.lazy.map(\.budget).total(in: currency).approximateUnits
        let earned = try told.lazy.map(\.earnedValue).total(in: currency).approximateUnits
        let spent = try told.map { basis throws(MonetaryFault) in try basis.knownCostOfWorkDone() }.total(in: currency)
        return RestFactor.Evidence(
            spent: spent.approximateUnits + late, earned: earned,
            progress: budget > 0 ? earned / budget : 0)
    }
}

// MARK: Against what was approved

extension JobOutlook {
    public var books: JobBooks { status.books }
    public var estimate: CostEstimate { status.estimate }

    /// What the job may cost: all lines and the contingency of the version that holds.
    public var approvedCost: Money { reserves.approvedCost }

    /// What was approved less the forecast at the stated confidence: below zero when more must be asked for.
    public var headroom: Money { reserves.headroom }

    /// Whether the forecast at the stated confidence passes what was approved.
    public var passesApproved: Bool { headroom.isNegative }

    /// By line, what is expected beyond what is accrued and on order; with these two it is the median, so a reconciliation that
    /// takes it states the same expected cost.
    ///
    /// - Throws: `overflow`.
    public func uncommittedCosts() throws(MonetaryFault) -> [LineID: Money] {
        var costs: [LineID: Money] = [:]
        for line in lines { costs[line.line] = try line.median - line.committed() }
        return costs
    }

    public func line(_ id: LineID) -> LineOutlook? { lines.first { $0.line == id } }

    /// What the estimate allows and nobody will deliver any more: see ``LineOutlook/notBought``.
    ///
    /// - Throws: `overflow`.
    public func notBought() throws(MonetaryFault) -> Money {
        try lines.lazy.map(\.notBought).total(in: estimate.currency)
    }
}

extension EarningRule {
    /// Whether value is earned in leaps.
    var earnsInSteps: Bool {
        switch self {
        case .onFinish, .halfOnStart, .milestones: true
        case .percentComplete, .units: false
        }
    }
}
