public import Monetary
import Statistics

extension FittedClass {
    /// What a job is expected to cost, from its statuses up to now and the class.
    ///
    /// Defined from the first status on; until a fiftieth of the work is done it rests on the class alone. A job whose work
    /// is done costs what it cost, but for invoices that may still come.
    ///
    /// - Parameters:
    ///   - statuses: in order of time, the last being now. Later ones must not be among them.
    ///   - budget: the budget at completion, above zero, in the currency of the statuses.
    ///   - known: what is agreed of the remaining work.
    /// - Throws: `noActualCost` when there is no status, `negativeAmount`, `tooLarge`.
    public func forecast(
        of statuses: some BidirectionalCollection<Status>, budget: Money, known: KnownRemaining? = nil
    ) throws(Undefined) -> CostForecast {
        guard let now = statuses.last else { throw .noActualCost }
        let latest = try known?.counted(in: now) ?? now
        let amounts = [latest.earnedValue, latest.actualCost, latest.knownCost]
        guard budget.minorUnits > 0, amounts.allSatisfy({ !$0.isNegative }) else { throw .negativeAmount }
        let history = Array(statuses.dropLast()) + [latest]
        let distribution = CostDistribution(
            shape: latest.earnedValue.minorUnits >= budget.minorUnits
                ? settled(latest) : .open(levels(history, budget), budget: budget))
        return CostForecast(
            method: .referenceClass, median: try distribution.cost(atConfidence: 0.5), distribution: distribution,
            reference: reference.map { CostForecast.Reference(name: $0.name, jobs: $0.jobs.count) })
    }

    private func settled(_ latest: Status) -> CostDistribution.Shape {
        let accrued = latest.knownCost
        let isMissing = accrued.minorUnits > latest.actualCost.minorUnits
        return .settled(booked: latest.actualCost, accrued: accrued, lateness: isMissing ? lateness : 1)
    }

    /// Each view's weighing of final levels, with equal weights.
    private func levels(_ history: [Status], _ budget: Money) -> DistributionMixture {
        let readings = readings(of: history, budget)
        let least = Elementary.log(history[history.count - 1].actualCost.approximateUnits / budget.approximateUnits)
        var parts: [DistributionMixture.Part] = []
        for view in views {
            let weighed = readings.compactMap { reading in
                Self.weigh(view, reading.path, least: least).map {
                    DistributionMixture.Part(weight: reading.probability * $0.area, $0)
                }
            }
            let evidence = weighed.reduce(0) { $0 + $1.weight }
            guard evidence > 0, evidence.isFinite else { continue }
            parts += weighed.map { DistributionMixture.Part(weight: $0.weight / evidence, $0.distribution) }
        }
        precondition(!parts.isEmpty, "no view weighs a history of \(history.count) statuses against \(budget)")
        return DistributionMixture(parts)
    }

    /// A history of cost, and how likely it is the true one before the class is asked.
    private typealias Reading = (probability: Double, path: CostPath)

    /// Work that is done and hardly invoiced is either invoiced late, and then it costs its budget, or truly cheap. Which of
    /// them fits the class better is weighed along with everything else.
    private func readings(of history: [Status], _ budget: Money) -> [Reading] {
        let accrued = CostPath(history, budget: budget, cost: \.knownCost)
        let latest = history[history.count - 1]
        let isMissing = latest.actualCost.minorUnits > 0 && latest.knownCost.minorUnits > latest.actualCost.minorUnits
        guard isMissing, accrued.latest != nil else { return [(1, accrued)] }
        return [(lateness, accrued), (1 - lateness, CostPath(history, budget: budget, cost: \.actualCost))]
    }

    /// Costs are seldom given back, so ending below what is booked already is a thousand times less likely.
    private static let givingBack = 1e-3

    private static func weigh(
        _ view: any CostLevelModel, _ path: CostPath, least: Double
    ) -> TabulatedDistribution? {
        let levels = LevelGrid(around: path.latest?.deviation ?? 0).levels
        let density = zip(levels, view.density(of: levels, given: path)).map { $0 < least ? givingBack * $1 : $1 }
        return TabulatedDistribution(places: levels, density: density)
    }
}
