public import Costing

extension Workspace {
    /// All events of a job; `nil` where nothing was posted. Gives way to the ledger's own tables.
    public func ledger(of job: JobID) throws -> Ledger? { nil }
}
