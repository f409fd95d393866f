import Costing
import Diagnostics
import Monetary
import Store
import WorkTime

/// The agency's own closed jobs, as a workspace remembers them, narrowed to those that are most like one job.
///
/// A narrow class is more like the job, a wide one has more jobs to learn from. Of client and type, type and size, type, and
/// all closed jobs, the first that holds at least ``leastJobs`` is taken; where none does, all of them are, and the forecast
/// is as wide as so few jobs make it.
struct AgencyClass {
    /// With fewer jobs the spread of a class is mostly a guess.
    static let leastJobs = 8
    /// Budgets up to this many times larger or smaller are of like size.
    static let likeSize = 3.0

    /// Of the workspace: that of the class of all its jobs.
    private let name: String
    private let jobs: [Closed]
    /// Which jobs could not be learned from.
    let findings: [Finding]

    private struct Closed {
        let job: ClosedJob
        let estimate: CostEstimate
    }

    /// - Parameters:
    ///   - job: the one that is forecast, which is never among those that it learns from.
    ///   - day: jobs that were not finished by then, as their estimates had it, do not count.
    ///   - path: the workspace, which is there.
    /// - Throws: ``Failure``.
    init(forForecastOf job: JobID, on day: CivilDay, in path: String) throws {
        name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        let known = try translatingStoreFailures { try Workspace(at: path).estimatedJobs() }
        var (jobs, findings): ([Closed], [Finding]) = ([], [])
        for id in known where id != job {
            do {
                if let closed = try Self.closed(id, by: day, in: path) { jobs.append(closed) }
            } catch let rejection as Rejection {
                findings.append(Self.leftOut(id, rejection))
            }
        }
        (self.jobs, self.findings) = (jobs, findings)
    }

    private static func leftOut(_ job: JobID, _ rejection: Rejection) -> Finding {
        Finding(
            "cost.job-left-out", .note,
            "nothing is learned from “\(job)”: \(rejection.findings.first?.message ?? "its books cannot be counted")",
            advice: "see  headroom cost status \(job)")
    }

    /// `nil` for a job that is not finished, or whose books say nothing.
    ///
    /// - Throws: a ``Rejection`` where its money cannot be counted; ``Failure``.
    private static func closed(_ id: JobID, by day: CivilDay, in path: String) throws -> Closed? {
        let estimate = try EstimateMemory(of: id, in: path)
        guard let approved = estimate.record.approved, approved.estimate.finish < day else { return nil }
        let memory = try JobMemory(of: estimate)
        guard let last = memory.ledger.events.last?.date, last <= day else { return nil }
        try memory.checkCurrency()
        let status = try countingMoney { () throws(MonetaryFault) in
            let books = try JobBooks(of: memory.record, memory.ledger, on: max(last, approved.estimate.finish))
            return try JobStatus(PricedPlan(books))
        }
        guard let series = try? status.series, let job = ClosedJob(id: id.rawValue, series) else { return nil }
        return Closed(job: job, estimate: status.estimate)
    }

    /// The class for a job; `nil` where no other job is closed.
    func reference(for estimate: CostEstimate) -> ReferenceClass? {
        guard !jobs.isEmpty else { return nil }
        let ofType = jobs.filter { $0.estimate.type != nil && $0.estimate.type == estimate.type }
        let type = estimate.type ?? ""
        let classes: [(name: String, jobs: [Closed])] = [
            ("\(estimate.client) / \(type)", ofType.filter { $0.estimate.client == estimate.client }),
            ("\(type) (÷3…×3)", ofType.filter { Self.isOfLikeSize($0.estimate, estimate) }),
            (type, ofType),
        ]
        let chosen = classes.first { $0.jobs.count >= Self.leastJobs } ?? (name, jobs)
        return ReferenceClass(name: chosen.name, jobs: chosen.jobs.map(\.job))
    }

    private static func isOfLikeSize(_ one: CostEstimate, _ other: CostEstimate) -> Bool {
        guard one.currency == other.currency, let first = try? one.cost().approximateUnits,
            let second = try? other.cost().approximateUnits, first > 0, second > 0
        else { return false }
        return max(first, second) / min(first, second) <= likeSize
    }
}
