import Monetary
import Statistics

extension RestFactor {
    /// How dear the rest is by what finished jobs teach: the cost level that the class expects of the whole job, less what is
    /// done, carried to the work that is left. Median and the range from 10 to 90 % are those of the class.
    ///
    /// Where the class says nothing of a job, as where its work is done or its costs are below zero, the job stands alone.
    public static func learned(from fitted: FittedClass, of status: JobStatus, _ evidence: Evidence) -> RestFactor {
        guard evidence.progress < lastProgress, evidence.progress > 0,
            let series = try? status.series, let distribution = distribution(fitted, series, evidence)
        else { return ofJobAlone(evidence) }
        let left = series.budgetAtCompletion.approximateUnits - evidence.earned
        let factors = [0.1, 0.5, 0.9].compactMap { probability in
            (try? distribution.cost(atConfidence: probability)).map {
                max(least, ($0.approximateUnits - evidence.spent) / left)
            }
        }
        guard factors.count == 3 else { return ofJobAlone(evidence) }
        let width = Elementary.log(factors[2] / factors[0]) / (2 * ninetieth)
        return RestFactor(
            median: min(factors[1], most), spread: max(width, leastSpread),
            basis: fitted.reference.map { .referenceClass(name: $0.name, jobs: $0.jobs.count) } ?? .jobAlone)
    }

    /// The statuses of the job, the last one with its late invoices and orders for work done counted in.
    private static func distribution(
        _ fitted: FittedClass, _ series: StatusSeries, _ evidence: Evidence
    ) -> CostDistribution? {
        guard let last = series.statuses.last, let spent = try? Money(rounding: evidence.spent, series.currency),
            let earned = try? Money(rounding: evidence.earned, series.currency)
        else { return nil }
        let now = Status(
            period: last.period, stated: last.stated, plannedValue: last.plannedValue, earnedValue: earned,
            actualCost: spent, accruedCost: nil)
        let statuses = Array(series.statuses.dropLast()) + [now]
        return (try? fitted.forecast(of: statuses, budget: series.budgetAtCompletion))?.distribution
    }

    /// Beyond this share of work done, what is left is too little to carry a level of the whole job to.
    private static let lastProgress = 0.98
    /// The quantile of Student's t with four degrees of freedom at 90 %.
    private static let ninetieth = 1.533_206
    /// Nobody knows the price of work that is not ordered better than this.
    private static let leastSpread = 0.05
}
