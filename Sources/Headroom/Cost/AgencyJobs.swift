import Costing
import Diagnostics
import Monetary
import Store
import WorkTime

/// The agency's own jobs, as a workspace remembers them: those that are closed, and who is not yet.
struct AgencyJobs {
    /// A job that is over, held against the budget of what was delivered, with the estimate that held in the end.
    struct Closed {
        let job: CalibrationJob
        let estimate: CostEstimate
    }

    /// Of the workspace.
    let name: String
    /// In order of their ids.
    let closed: [Closed]
    /// The others of which an estimate is known, in order.
    let open: [JobID]
}

extension AgencyJobs {
    /// - Parameters:
    ///   - path: the workspace, which is there.
    ///   - day: jobs that were not finished by then, as their estimates had it, are open; `nil` takes all that the books know.
    ///   - job: one that does not count, because it is to be forecast.
    /// - Throws: ``Failure``; a ``Rejection`` where the money of a job cannot be counted.
    init(in path: String, by day: CivilDay? = nil, without job: JobID? = nil) throws {
        name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        let workspace = try translatingStoreFailures { try Workspace(at: path) }
        var closed: [Closed] = []
        var open: [JobID] = []
        for id in try translatingStoreFailures(workspace.estimatedJobs) where id != job {
            if let found = try Self.closed(id, by: day, in: workspace) {
                closed.append(found)
            } else {
                open.append(id)
            }
        }
        (self.closed, self.open) = (closed, open)
    }

    /// `nil` for a job that is not finished, or whose books say nothing.
    private static func closed(_ id: JobID, by day: CivilDay?, in workspace: Workspace) throws -> Closed? {
        let record = try translatingStoreFailures { try workspace.estimateRecord(of: id) }
        guard let approved = record.approved, day.map({ approved.estimate.finish < $0 }) ?? true,
            let ledger = try translatingStoreFailures({ try workspace.ledger(of: id) }),
            let last = ledger.events.last?.date, day.map({ last <= $0 }) ?? true
        else { return nil }
        let status = try countingMoney { () throws(MonetaryFault) in
            try JobStatus(PricedPlan(JobBooks(of: record, ledger, on: max(last, approved.estimate.finish))))
        }
        guard let series = (try? status.series)?.delivered,
            let job = CalibrationJob(id: id.rawValue, name: status.estimate.name, series)
        else { return nil }
        return Closed(job: job, estimate: status.estimate)
    }
}
