import Monetary
import Statistics

extension RestFactor {
    /// How dear the rest of a job is, by finished jobs: what they say of its cost as a whole, less what is booked and on order.
    ///
    /// The class is asked about the lines whose progress is reported, with late invoices at their probability and orders for
    /// work to come taken as done at their price. Its answer is held by its 10 %, 50 % and 90 % points.
    ///
    /// - Parameters:
    ///   - fitted: the class; one without jobs is what is believed before any job is seen.
    ///   - evidence: what the job shows of itself.
    /// - Returns: that of ``ofJobAlone(_:)`` where nothing is budgeted, or nothing is left to be ordered.
    public static func of(_ fitted: FittedClass, _ evidence: Evidence) -> RestFactor {
        let alone = ofJobAlone(evidence)
        guard evidence.uncommitted.minorUnits > 0,
            let forecast = try? fitted.forecast(
                of: evidence.statuses, budget: evidence.budget, known: evidence.ordered),
            let (low, middle, high) = try? forecast.distribution?.restFactors(beyond: evidence)
        else { return alone }
        let width = StudentFour.standard.quantile(0.9)
        return RestFactor(
            median: middle, spread: max(Elementary.log(high / low) / (2 * width), leastSpread),
            basis: forecast.reference.map { .referenceClass(name: $0.name, jobs: $0.jobs) } ?? .jobAlone)
    }

    /// No rest is known to a hundredth.
    private static let leastSpread = 0.01
}

extension CostDistribution {
    /// What the work that is still to be ordered costs per unit of its budget, at 10 %, 50 % and 90 %.
    fileprivate func restFactors(
        beyond evidence: RestFactor.Evidence
    ) throws(Undefined) -> (low: Double, middle: Double, high: Double) {
        let rest = evidence.uncommitted.approximateUnits
        func factor(_ confidence: Double) throws(Undefined) -> Double {
            let cost = try cost(atConfidence: confidence).approximateUnits
            return min(max((cost - evidence.known) / rest, RestFactor.least), RestFactor.most)
        }
        return (try factor(0.1), try factor(0.5), try factor(0.9))
    }
}
