public import Costing
import GRDB

extension Workspace {
    /// All versions of the estimate of a job with what was signed; empty where nothing is known.
    ///
    /// - Throws: ``StoreFailure``.
    public func estimateRecord(of job: JobID) throws -> EstimateRecord {
        try read { try EstimateRecords(job: job, database: $0).record() }
    }

    /// The jobs of which an estimate is known, in order.
    ///
    /// - Throws: ``StoreFailure``.
    public func estimatedJobs() throws -> [JobID] {
        try read {
            try String.fetchAll($0, sql: "SELECT DISTINCT job FROM cost_estimate ORDER BY job").map { JobID($0) }
        }
    }

    /// Keeps a version as it is proposed.
    ///
    /// - Parameter record: what was known when it was checked.
    /// - Throws: ``StoreFailure``, also where another program has written of this estimate since, or has begun the books of the
    ///   job in another currency.
    @discardableResult
    public func propose(
        _ estimate: CostEstimate, _ proposal: SignOff, after record: EstimateRecord
    ) throws -> EstimateVersion {
        let version = EstimateVersion(estimate: estimate, proposal: proposal)
        try add(to: record, of: estimate.job) { database in
            if let books = try StoredBooks(of: estimate.job, in: database), books.currency != estimate.currency {
                throw StoreFailure(.busy, name, cause: "another program has just posted in \(books.currency)")
            }
            try EstimateRecords(job: estimate.job, database: database).insert(version)
        }
        return version
    }

    /// Keeps that a version was signed or abandoned.
    ///
    /// - Throws: as ``propose(_:_:after:)``.
    public func sign(
        _ version: Int, of job: JobID, _ signing: EstimateVersion.Signing, _ signOff: SignOff,
        after record: EstimateRecord
    ) throws {
        try add(to: record, of: job) {
            try EstimateRecords(job: job, database: $0).insert(signing, signOff, of: version)
        }
    }

    /// Writes what was checked against a record, if that is still all that is known.
    private func add(to record: EstimateRecord, of job: JobID, _ body: (Database) throws -> Void) throws {
        let isWritten = try write { database in
            let known = try EstimateRecords(job: job, database: database).counts()
            guard known == record.counts else { return nil as Bool? }
            try body(database)
            return true
        }
        if isWritten == nil {
            throw StoreFailure(.busy, name, cause: "another program has just written of this estimate")
        }
    }
}

extension EstimateRecord {
    /// How many versions and signatures it holds.
    fileprivate var counts: [Int] {
        let signatures = versions.map { version in
            EstimateVersion.Signing.allCases.count { version.signOff($0) != nil }
        }
        return [versions.count, signatures.reduce(0, +)]
    }
}
