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
    public init(of job: JobID, in path: String) throws { try self.init(of: EstimateMemory(of: job, in: path)) }

    init(of estimate: EstimateMemory) throws {
        let (job, path) = (estimate.job, estimate.path)
        self.estimate = estimate
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

    /// Estimate and books must be of one currency, or nothing can be held against anything.
    ///
    /// None is proposed in another currency than that of the books; a workspace of an earlier Headroom may hold one.
    ///
    /// - Throws: a ``Rejection``.
    func checkCurrency() throws(Rejection) {
        guard let estimate = record.versions.last?.estimate, estimate.currency != ledger.currency else { return }
        throw Rejection(findings: [
            Finding(
                "cost.other-currency", .error,
                "the estimate of “\(job)” is in \(estimate.currency), and its books are in \(ledger.currency)",
                advice: "propose the estimate under another job, and post the events of the job to that")
        ])
    }
}
