public import Costing
import Diagnostics
import Interchange
import Monetary
import Store
public import WorkTime

/// The books of a job as a journal that hledger reads.
public struct LedgerJournal: Sendable {
    public let text: String

    /// - Parameter day: the last day that counts; `nil` for that of the last event.
    /// - Throws: a ``Rejection`` when nothing was posted; ``Failure``.
    public init(of job: JobID, through day: CivilDay?, in store: String) throws {
        let workspace = try translatingStoreFailures { try Workspace.withLedger(at: store) }
        guard let ledger = try translatingStoreFailures({ try workspace.ledger(of: job) }) else {
            throw Rejection(findings: [
                Finding(
                    "cost.nothing-posted", .error, "nothing was posted of a job “\(job)”",
                    advice: "post its orders and invoices with  headroom cost post FILE --job \(job)")
            ])
        }
        let last = day ?? ledger.events.last?.date ?? .earliest
        text = try countingMoney { () throws(MonetaryFault) in try JournalText(ledger, through: last) }.text
    }
}
