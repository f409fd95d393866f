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
    /// Which jobs could not be learned from.
    let findings: [Finding]
}

extension AgencyJobs {
    /// - Parameters:
    ///   - path: the workspace, which is there.
    ///   - day: jobs that were not finished by then, as their estimates had it, are open; `nil` takes all that the books know.
    ///   - job: one that does not count, because it is to be forecast.
    /// - Throws: ``Failure``.
    init(in path: String, by day: CivilDay? = nil, without job: JobID? = nil) throws {
        name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        let workspace = try translatingStoreFailures { try Workspace(at: path) }
        var closed: [Closed] = []
        var open: [JobID] = []
        var findings: [Finding] = []
        for id in try translatingStoreFailures(workspace.estimatedJobs) where id != job {
            do {
                if let found = try Self.closed(id, by: day, in: path) { closed.append(found) } else { open.append(id) }
            } catch let rejection as Rejection {
                findings.append(Self.leftOut(id, rejection))
            }
        }
        (self.closed, self.open, self.findings) = (closed, open, findings)
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
    private static func closed(_ id: JobID, by day: CivilDay?, in path: String) throws -> Closed? {
        let estimate = try EstimateMemory(of: id, in: path)
        guard let approved = estimate.record.approved, day.map({ approved.estimate.finish < $0 }) ?? true else {
            return nil
        }
        let memory = try JobMemory(of: estimate)
        guard let last = try memory.lastDay(), day.map({ last <= $0 }) ?? true else { return nil }
        try memory.checkCurrency()
        let books = try memory.books(on: max(last, approved.estimate.finish))
        let status = try countingMoney { () throws(MonetaryFault) in try JobStatus(PricedPlan(books)) }
        guard let series = (try? status.series)?.delivered,
            let job = CalibrationJob(id: id.rawValue, name: status.estimate.name, series)
        else { return nil }
        return Closed(job: job, estimate: status.estimate)
    }
}
