public import Costing
public import Monetary

extension Workspace {
    public func ledger(of job: JobID, inBooksOf currency: Currency) throws -> Ledger {
        Ledger(of: job, inBooksOf: currency, events: [])
    }
}
