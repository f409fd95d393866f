public import Costing
import Diagnostics
import Store

/// What a workspace remembers of the money of one job: its estimate, its ledger and what the client was asked for.
///
/// Looking something up never makes a workspace.
public struct JobMemory: Sendable {
    public let estimate: EstimateMemory
    /// Empty where nothing was posted.
    public let ledger: Ledger
    /// In order.
    public let requests: [KeptRequest]

    public var job: JobID { estimate.job }
    public var record: EstimateRecord { estimate.record }

    /// - Throws: a ``Rejection`` where no estimate of the job is known that was not given up; ``Failure``.
    public init(of job: JobID, in path: String) throws {
        estimate = try EstimateMemory(of: job, in: path)
        guard let version = estimate.record.versions.last(where: { $0.state != .abandoned }) else {
            throw try estimate.unknownJob()
        }
        (ledger, requests) = try translatingStoreFailures {
            let workspace = try Workspace(at: path)
            let ledger = try workspace.ledger(of: job)
            return (
                ledger ?? Ledger(of: job, inBooksOf: version.estimate.currency, events: []),
                try workspace.costRequests(of: job)
            )
        }
    }
}
