import Monetary

/// Shares the forecast of a job out among its lines: each has what is known of it, and of what is not known a part by the
/// weight of its late invoice and of its rest. The lines add up to the job.
struct LineShares {
    private let bases: [LineBasis]
    private let known: Money
    private let weights: [Int64]

    init(_ bases: [LineBasis], known: Money, factor: Double) {
        self.bases = bases
        self.known = known
        weights = bases.map { basis in
            let late = basis.lateInvoice.map { Double($0.amount.minorUnits) * $0.probability } ?? 0
            let weight = (late + Double(basis.uncommitted.minorUnits) * factor).rounded(.up)
            // Weights are small beside the 64 bits in which they are counted, or they are equal.
            return weight < 9e18 ? Int64(max(0, weight)) : .max / 4
        }
    }

    func outlooks(median: Money, atConfidence: Money) throws(MonetaryFault) -> [LineOutlook] {
        let (medians, confident) = (try parts(of: median), try parts(of: atConfidence))
        var lines: [LineOutlook] = []
        for (place, basis) in bases.enumerated() {
            let committed = try basis.accrued + basis.openCommitment
            lines.append(
                LineOutlook(
                    line: basis.line, budget: basis.budget, earnedValue: basis.earnedValue, accrued: basis.accrued,
                    openCommitment: basis.openCommitment, openForWorkDone: basis.openForWorkDone,
                    lateInvoice: basis.lateInvoice, uncommitted: basis.uncommitted, notBought: basis.notBought,
                    median: try committed + medians[place],
                    atConfidence: try committed + confident[place], isReported: basis.isReported))
        }
        return lines
    }

    /// What is not known of a forecast, by line.
    private func parts(of forecast: Money) throws(MonetaryFault) -> [Money] {
        let unknown = try forecast - known
        if weights.contains(where: { $0 > 0 }) { return try Allocation(of: unknown, by: weights).parts }
        // Nothing is unknown but the rounding of what is known.
        guard !unknown.isZero, !bases.isEmpty else { return bases.map { _ in .zero(known.currency) } }
        return [unknown] + bases.dropFirst().map { _ in .zero(known.currency) }
    }
}
