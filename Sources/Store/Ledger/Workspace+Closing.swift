public import Costing
public import Diagnostics
import GRDB
public import Monetary
public import WorkTime

extension Workspace {
    /// Closes a month: keeps its figures as they are reported.
    ///
    /// Only sums by month are read, so this takes no longer for a job with very many events.
    ///
    /// - Parameter uncommitted: see ``Costing/Reconciliation``.
    /// - Returns: the close, and what is worth knowing about it.
    /// - Throws: a `Rejection` when nothing was posted, when a former month is open, or when nothing has changed since the last
    ///   close of the month; ``StoreFailure``.
    public func close(
        _ month: CivilMonth, of job: JobID, on day: CivilDay, by name: String, uncommitted: [LineID: Money]? = nil
    ) throws -> (record: CloseRecord, findings: [Finding]) {
        let closed = try write { database -> (record: CloseRecord, findings: [Finding])? in
            let books = try StoredBooks(known: job, in: database)
            let records = CloseRecords(job: books.id, database: database)
            let former = try records.all()
            let figures = try books.reconciliation(of: job, in: month, uncommitted, in: database)
            let findings = former.findings(closing: figures, from: try books.firstMonth(in: database), on: day)
            try FindingList(findings).throwIfErrors()
            let record = CloseRecord(
                edition: (former.last(of: month)?.edition ?? 0) + 1, date: day, name: name,
                batch: try books.lastBatch(in: database), figures: figures)
            try records.insert(record)
            return (record, findings)
        }
        guard let closed else { preconditionFailure("a month is closed or refused") }
        return closed
    }

    /// The closes of a job, by month, then by edition.
    ///
    /// - Throws: ``StoreFailure``.
    public func closes(of job: JobID) throws -> [CloseRecord] {
        try read { database in
            guard let books = try StoredBooks(of: job, in: database) else { return [] }
            return try CloseRecords(job: books.id, database: database).all()
        }
    }

    /// A month as the books show it now, and, where it was closed, as it was reported beside that.
    ///
    /// - Throws: a `Rejection` when nothing was posted; ``StoreFailure``.
    public func reconciliation(
        of job: JobID, in month: CivilMonth, uncommitted: [LineID: Money]? = nil
    ) throws -> (figures: Reconciliation, reported: RestatedMonth?) {
        try read { database in
            let books = try StoredBooks(known: job, in: database)
            let figures = try books.reconciliation(of: job, in: month, uncommitted, in: database)
            let closes = try CloseRecords(job: books.id, database: database).all()
            guard let last = closes.last(of: month) else { return (figures, nil) }
            let events = try books.events(in: database).events(after: last.batch, through: month.lastDay)
            return (figures, RestatedMonth(reported: last, restated: figures, events: events))
        }
    }
}

extension StoredBooks {
    /// - Throws: a `Rejection` where nothing was posted.
    fileprivate init(known job: JobID, in database: Database) throws {
        if let books = try StoredBooks(of: job, in: database) {
            self = books
            return
        }
        let known = try String.fetchAll(database, sql: "SELECT job FROM ledger_job ORDER BY job")
        let nearest = nearestName(to: job.rawValue, among: known)
        throw Rejection(findings: [
            Finding(
                "cost.nothing-posted", .error, "nothing was posted of a job “\(job)”",
                advice: nearest.map { "did you mean “\($0)”?" }
                    ?? "post its orders and invoices with  headroom cost post FILE --job \(job)")
        ])
    }

    fileprivate func reconciliation(
        of job: JobID, in month: CivilMonth, _ uncommitted: [LineID: Money]?, in database: Database
    ) throws -> Reconciliation {
        let totals = try rollups(in: database).totals(through: month)
        let record = try EstimateRecords(job: job, database: database).record()
        do throws(MonetaryFault) {
            return try Reconciliation(of: job, in: month, totals, against: record, uncommitted: uncommitted)
        } catch {
            throw Rejection(findings: [
                Finding(
                    "cost.overflow", .error, "the figures of \(month) cannot be counted: \(error)",
                    advice: "check the amounts for digits that do not belong to them")
            ])
        }
    }

    /// The month of the first booking; of a job of which nothing but progress is known, that of the first event.
    fileprivate func firstMonth(in database: Database) throws -> CivilMonth {
        func least(_ field: String, of table: String) throws -> Int? {
            try Int.fetchOne(database, sql: "SELECT min(\(field)) FROM \(table) WHERE job = ?", arguments: [id])
        }
        if let month = try least("month", of: "ledger_balance") { return CivilMonth(number: month) }
        guard let day = try least("date", of: "ledger_event") else { throw Damage("books without an event") }
        return CivilMonth(of: CivilDay(number: day))
    }
}
