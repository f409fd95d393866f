public import Costing
public import Diagnostics
import GRDB
public import Monetary
public import WorkTime

extension Workspace {
    /// Posts events of one or more jobs, all or none, after checking them against the books as they are at that moment.
    ///
    /// Events that are there already with the same content are passed over, so the same file twice changes nothing.
    ///
    /// - Parameters:
    ///   - drafts: one for each job.
    ///   - files: where they come from.
    ///   - day: the day of posting.
    ///   - faults: what was found on the way here. With an error among them nothing is posted, and the rest is found as well.
    /// - Returns: what was posted of each job.
    /// - Throws: a `Rejection` with every fault of every job; ``StoreFailure``. In each case the books are as they were.
    public func post(
        _ drafts: [LedgerDraft], from files: [LedgerFile], on day: CivilDay, after faults: [Finding] = []
    ) throws -> [PostingReceipt] {
        try write { database in
            var receipts: [PostingReceipt] = []
            var findings = FindingList(faults)
            for draft in drafts {
                do {
                    let posting = try LedgerPosting(of: draft.job, in: database)
                    let batch = try posting.check(draft, on: day)
                    receipts.append(try posting.post(batch, from: files, on: day))
                } catch let rejection as Rejection {
                    findings.report(contentsOf: rejection.findings)
                }
            }
            try findings.throwIfErrors()
            return receipts
        } ?? []
    }

    /// All events of a job; `nil` where nothing was posted.
    ///
    /// - Throws: ``StoreFailure``, also where what is read is not what was posted.
    public func ledger(of job: JobID) throws -> Ledger? {
        try read { database in
            guard let books = try StoredBooks(of: job, in: database) else { return nil }
            return Ledger(of: job, inBooksOf: books.currency, events: try books.events(in: database).all())
        }
    }

    /// The currency of the books of a job; `nil` where nothing was posted.
    ///
    /// - Throws: ``StoreFailure``.
    public func ledgerCurrency(of job: JobID) throws -> Currency? {
        try read { try StoredBooks(of: job, in: $0)?.currency }
    }

    /// The events of a job through the end of a month, added up, without reading them; `nil` where nothing was posted.
    ///
    /// - Throws: ``StoreFailure``.
    public func ledgerTotals(of job: JobID, through month: CivilMonth) throws -> LedgerTotals? {
        try read { database in
            guard let books = try StoredBooks(of: job, in: database) else { return nil }
            return try books.rollups(in: database).totals(through: month)
        }
    }

    /// The jobs of which anything was posted, in order.
    ///
    /// - Throws: ``StoreFailure``.
    public func postedJobs() throws -> [JobID] {
        try read { try String.fetchAll($0, sql: "SELECT job FROM ledger_job ORDER BY job").map { JobID($0) } }
    }

    /// What was posted of a job, in the order of posting.
    ///
    /// - Throws: ``StoreFailure``.
    public func ledgerBatches(of job: JobID) throws -> [PostedBatch] {
        try read { database in
            guard let books = try StoredBooks(of: job, in: database) else { return [] }
            return try books.batches(in: database)
        }
    }
}

/// A file that events came from.
public struct LedgerFile: Hashable, Sendable {
    /// As the user gave it.
    public let name: String
    /// A fingerprint of its bytes.
    public let digest: String

    public init(name: String, digest: String) {
        self.name = name
        self.digest = digest
    }
}

/// What one posting has brought to the books of a job.
public struct PostingReceipt: Sendable {
    public let job: JobID
    /// The number of the batch; `nil` where all was in the books already.
    public let batch: Int?
    /// The currency of the books.
    public let currency: Currency
    /// The events that were posted.
    public let events: [CostEvent]
    /// How many were in the books already.
    public let repeated: Int
    /// How many debits and credits the events have booked.
    public let postings: Int
    /// The sum of all accounts of the job in each currency after posting: zero.
    public let proof: [Money]
    /// Closed months in which events were posted.
    public let reopened: [CivilMonth]
    /// Warnings and notes.
    public let findings: [Finding]
}

/// One posting, as the workspace remembers it.
public struct PostedBatch: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let day: CivilDay
    public let events: Int
    public let repeated: Int
    public let files: [LedgerFile]
}
