import Monetary
import Statistics

/// What a class of finished jobs teaches, fitted once and used for any number of forecasts.
///
/// Three views of how costs stray from budgets stand side by side with equal weights: a scale that all jobs of the class
/// share (``SharedSpread``), a scale of each job's own (``OwnSpread``), and what is believed before any job is seen. Nobody
/// can tell from a dozen jobs which is right, and the mean of views is seldom far worse than the best of them; the third
/// keeps a class whose jobs all ended one way from speaking too loudly for a job of another kind. All uncertainty of a view's
/// own figures is carried into the forecast, so few jobs make it wide.
///
/// Nothing is drawn at random and nothing is searched for: the same jobs give the same figures everywhere.
public struct FittedClass: Sendable {
    /// `nil` when there is none, and what is believed before any job is seen stands alone.
    public let reference: ReferenceClass?
    let views: [any CostLevelModel]
    /// How often work that is done and hardly invoiced is invoiced late, rather than cheap.
    let lateness: Double

    /// - Complexity: some milliseconds for a dozen jobs.
    public init(_ reference: ReferenceClass?) {
        let jobs = reference?.jobs ?? []
        self.reference = jobs.isEmpty ? nil : reference
        views = [SharedSpread(jobs), OwnSpread(jobs), SharedSpread([])]
        lateness = Self.lateness(of: jobs)
    }

    /// Three late invoices to one truly cheap piece of work are believed before any job is seen: suppliers bill after the
    /// work, and seldom forget to. A job counts by what was missing, up to one whole when that was a twentieth of its budget.
    private static func lateness(of jobs: [ClosedJob]) -> Double {
        var (late, cheap) = (3.0, 1.0)
        for job in jobs {
            guard let uninvoiced = job.uninvoiced else { continue }
            let (wasLate, wasCheap) = (uninvoiced.late.approximateUnits, uninvoiced.cheap.approximateUnits)
            let total = wasLate + wasCheap
            guard total > 0 else { continue }
            let weight = min(1, total / (0.05 * job.budget.approximateUnits))
            late += weight * wasLate / total
            cheap += weight * wasCheap / total
        }
        return late / (late + cheap)
    }
}
