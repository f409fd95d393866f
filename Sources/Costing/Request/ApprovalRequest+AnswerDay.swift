public import Monetary
public import WorkTime

extension ApprovalRequest {
    /// The last day on which all that the client can decide is still open: before the first commitment that passes what was
    /// approved, and while there is enough left to order that could be left out instead.
    ///
    /// A supplier is ordered once, for all of the line and before its work begins: nothing is booked without approval. Such a line is
    /// bound as a whole on the first day of its work. What no supplier does, and what is left of a line that was ordered in part, is
    /// bound as its work is planned: of the rest so much as is planned by a day. What should have begun by now is bound on the
    /// next day. The day after the status is the earliest.
    ///
    /// - Parameter amount: what is asked for; `nil` for what the forecast passes the approved cost by.
    /// - Returns: `nil` where the forecast does not pass what was approved.
    /// - Throws: `overflow`.
    /// - Complexity: O(lines · log days).
    public static func answerDay(
        for outlook: JobOutlook, _ amount: Money? = nil
    ) throws(MonetaryFault) -> CivilDay? {
        let asked: Money = if let amount { amount } else { try -outlook.headroom }
        let rests = try rests(of: outlook)
        let committed = try outlook.lines.flatMap { [$0.accrued, $0.openCommitment] }.total(
            in: outlook.estimate.currency)
        let today = outlook.books.day
        guard outlook.passesApproved else { return nil }
        let limit = outlook.approvedCost.approximateUnits
        // What cannot be avoided today will not be on a later day.
        let needed = rests.reduce(0) { $0 + $1.available } < asked.approximateUnits ? 0 : asked.approximateUnits
        var (day, last) = (today.advanced(by: 1), rests.map(\.finish).max() ?? today)
        // What is ordered never falls with the days, so the first day on which it is too much is found by halving.
        while day < last {
            let middle = day.advanced(by: day.distance(to: last) / 2)
            let bound = rests.reduce(committed.approximateUnits) { $0 + $1.amount * $1.share(middle, today) }
            let left = rests.reduce(0) { $0 + $1.available * (1 - $1.share(middle, today)) }
            if bound > limit || left < needed { last = middle } else { day = middle.advanced(by: 1) }
        }
        return max(today.advanced(by: 1), day.advanced(by: -1))
    }

    /// What is still to be ordered of a line, and when.
    private struct Rest {
        let amount: Double
        /// What of it could be left out.
        let available: Double
        let plan: LinePlan
        /// Whether it is ordered as a whole before it begins.
        let isOneOrder: Bool

        /// The day by which all of it is ordered.
        var finish: CivilDay { isOneOrder ? plan.start : plan.finish }

        /// Of what is left of the line today, how much is ordered by a later day, 0…1.
        func share(_ day: CivilDay, _ today: CivilDay) -> Double {
            if isOneOrder { return day >= plan.start ? 1 : 0 }
            let (before, now) = (Double(plan.workedShare(at: today)), Double(plan.workedShare(at: day)))
            return before >= 1 ? 1 : (now - before) / (1 - before)
        }
    }

    private static func rests(of outlook: JobOutlook) throws(MonetaryFault) -> [Rest] {
        var rests: [Rest] = []
        for line in outlook.lines {
            let committed = try line.committed()
            let rest = try line.atConfidence - committed
            guard rest.minorUnits > 0, let found = outlook.estimate.line(line.line) else { continue }
            rests.append(
                Rest(
                    amount: rest.approximateUnits,
                    available: try available(of: line, in: outlook).approximateUnits,
                    plan: LinePlan(found, of: outlook.estimate, on: outlook.status.plan.work),
                    isOneOrder: found.supplier != nil && committed.isZero))
        }
        return rests
    }
}
