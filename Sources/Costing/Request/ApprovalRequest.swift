public import Monetary
public import WorkTime

/// What the client is asked for before a job passes what was approved: how much, why, what else could be done, what happens
/// otherwise, and until when an answer helps.
public struct ApprovalRequest: Hashable, Sendable {
    public let job: JobID
    public let client: String
    /// The day on which it is drafted.
    public let date: CivilDay
    /// The version that holds.
    public let version: Int
    public let approvedCost: Money
    /// What the job is expected to cost at ``confidence``.
    public let forecast: Money
    public let confidence: Double
    /// That the job passes the approved cost.
    public let probabilityOver: Double
    /// The cost that is asked for on top of what was approved, before tax.
    public let amount: Money
    /// What the client would be billed for it before tax, by the terms of the lines that need it.
    public let price: Money
    /// What the client is billed for all that was approved, contingency included, before tax.
    public let approvedPrice: Money
    public let contingency: ReserveDraw
    public let causes: CostCause
    /// The work that would have to go instead, the dearest first: what is not ordered yet. Work at a price agreed with the
    /// client is not among it, since leaving it out saves the client nothing.
    public let cuts: [Cut]
    /// The last day on which an answer still comes before commitments pass what was approved.
    public let answerBy: CivilDay
    /// What of the amount is bound already, whatever the answer: costs and orders beyond what was approved.
    public let alreadyCommitted: Money

    /// A line from which work could be taken.
    public struct Cut: Hashable, Sendable {
        public let line: LineID
        /// What is still to be ordered of it, at its budget or its forecast, whichever is less.
        public let available: Money
        /// How much of it would have to go.
        public let cut: Money
    }

    /// Drafts a request.
    ///
    /// - Parameter amount: `nil` asks for what the forecast at its confidence passes the approved cost by.
    /// - Returns: `nil` where there is nothing to ask for.
    /// - Throws: `overflow`, `mixedCurrencies`.
    public init?(_ outlook: JobOutlook, amount stated: Money? = nil) throws(MonetaryFault) {
        let over = try -outlook.headroom
        let amount = stated ?? over
        guard amount.minorUnits > 0 else { return nil }
        let estimate = outlook.estimate
        let committed = try outlook.lines.flatMap { [$0.accrued, $0.openCommitment] }.total(in: estimate.currency)
        job = estimate.job
        client = estimate.client
        date = outlook.books.day
        version = estimate.version
        approvedCost = outlook.approvedCost
        forecast = outlook.atConfidence
        confidence = outlook.confidence
        probabilityOver = outlook.probabilityOver[0].probability
        self.amount = amount
        price = try Self.price(of: amount, outlook)
        approvedPrice = try estimate.askedPrice()
        contingency = outlook.reserves
        causes = try CostCause(of: outlook, against: estimate)
        cuts = try Self.cuts(of: amount, outlook)
        answerBy = try Self.answerDay(for: outlook, amount) ?? outlook.books.day.advanced(by: 7)
        alreadyCommitted = try (committed - outlook.approvedCost).notBelowZero
    }

    /// The amount shared out among the lines that pass their budget, each at the terms of its contract; what no line of the
    /// estimate carries is passed through.
    private static func price(of amount: Money, _ outlook: JobOutlook) throws(MonetaryFault) -> Money {
        var overs: [(line: EstimateLine?, over: Money)] = []
        for line in outlook.lines {
            let over = try line.atConfidence - line.budget
            if over.minorUnits > 0 { overs.append((outlook.estimate.line(line.line), over)) }
        }
        guard !overs.isEmpty else { return amount }
        let parts = try Allocation(of: amount, by: overs.map(\.over)).parts
        var total = MoneyTotal(in: amount.currency)
        for ((line, _), part) in zip(overs, parts) {
            try total.add(try line?.basis.price(ofCost: part) ?? part)
        }
        return try total.money()
    }

    /// What could be left out of a line: what is still to be ordered of it, unless its price is agreed.
    static func available(of line: LineOutlook, in outlook: JobOutlook) throws(MonetaryFault) -> Money {
        guard outlook.estimate.line(line.line)?.basis != .fixed else { return .zero(line.budget.currency) }
        return try (line.atConfidence - line.committed()).least(line.uncommitted).notBelowZero
    }

    private static func cuts(of amount: Money, _ outlook: JobOutlook) throws(MonetaryFault) -> [Cut] {
        var open: [(line: LineID, rest: Money)] = []
        for line in outlook.lines {
            let free = try available(of: line, in: outlook)
            if free.minorUnits > 0 { open.append((line.line, free)) }
        }
        let ordered = open.enumerated().sorted { left, right in
            let (first, second) = (left.element.rest.minorUnits, right.element.rest.minorUnits)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        var left = amount
        var cuts: [Cut] = []
        for (line, rest) in ordered where left.minorUnits > 0 {
            let cut = rest.least(left)
            cuts.append(Cut(line: line, available: rest, cut: cut))
            left = try left - cut
        }
        return cuts
    }
}
