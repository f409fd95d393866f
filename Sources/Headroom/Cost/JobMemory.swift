public import Costing
import Diagnostics
import Monetary
import Store
import WorkTime

/// What a workspace remembers of the money of one job: its estimate, its books and what the client was asked for.
///
/// Looking something up never makes a workspace.
public struct JobMemory: Sendable {
    public let estimate: EstimateMemory
    /// In order.
    public let requests: [KeptRequest]
    /// The month of the first event of the books; `nil` where nothing was posted.
    private let beginning: CivilMonth?
    /// That of the books; where nothing was posted that of the estimate.
    let currency: Currency
    private let workspace: Workspace

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
        currency = estimate.books ?? version.estimate.currency
        (workspace, beginning, requests) = try translatingStoreFailures {
            let workspace = try Workspace(at: path)
            return (workspace, try workspace.ledgerBeginning(of: job), try workspace.costRequests(of: job))
        }
    }

    /// The day of the last event of the books; `nil` where nothing was posted.
    ///
    /// - Throws: ``Failure``.
    func lastDay() throws -> CivilDay? { try translatingStoreFailures { try workspace.lastLedgerDay(of: job) } }

    /// All that is known of the money of the job at the end of a day.
    ///
    /// - Throws: a ``Rejection`` where it cannot be counted; ``Failure``.
    func books(on day: CivilDay) throws -> JobBooks {
        let days = JobBooks.days(of: record, from: beginning?.firstDay, until: day)
        return JobBooks(of: record, try history(on: days), on: day)
    }

    /// - Parameter days: see `Workspace.ledgerHistory(of:on:)`.
    /// - Throws: a ``Rejection`` where the money cannot be counted; ``Failure``.
    func history(on days: [CivilDay]) throws -> LedgerHistory {
        do {
            return try translatingStoreFailures { try workspace.ledgerHistory(of: job, on: days) }
                ?? Ledger(of: job, inBooksOf: currency, events: []).history(on: days)
        } catch let fault as MonetaryFault {
            throw Rejection(uncountable: fault)
        }
    }

    /// Estimate and books must be of one currency, or nothing can be held against anything.
    ///
    /// None is proposed in another currency than that of the books; a workspace of an earlier Headroom may hold one.
    ///
    /// - Throws: a ``Rejection``.
    func checkCurrency() throws(Rejection) {
        guard let estimate = record.versions.last?.estimate, estimate.currency != currency else { return }
        throw Rejection(findings: [
            Finding(
                "cost.other-currency", .error,
                "the estimate of “\(job)” is in \(estimate.currency), and its books are in \(currency)",
                advice: "propose the estimate under another job, and post the events of the job to that")
        ])
    }
}
