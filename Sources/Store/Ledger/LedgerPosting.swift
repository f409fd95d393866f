import Costing
import GRDB
import Monetary
import WorkTime

/// One posting to the books of one job, within one transaction.
struct LedgerPosting {
    private let job: JobID
    private let database: Database
    private let known: StoredBooks?

    init(of job: JobID, in database: Database) throws {
        self.job = job
        self.database = database
        known = try StoredBooks(of: job, in: database)
    }

    /// - Throws: a `Rejection`.
    func check(_ draft: LedgerDraft, on day: CivilDay) throws -> LedgerBatch {
        let books = try known?.posted(for: draft, in: database) ?? PostedBooks()
        let record = try EstimateRecords(job: job, database: database).record()
        return try LedgerBatch(checking: draft, against: books, record.versions.isEmpty ? nil : record, on: day)
    }

    func post(_ batch: LedgerBatch, from files: [LedgerFile], on day: CivilDay) throws -> PostingReceipt {
        let books =
            try known
            ?? (batch.events.isEmpty ? nil : StoredBooks(making: job, inBooksOf: batch.currency, in: database))
        guard let books, !batch.events.isEmpty else { return try receipt(batch, nil, postings: 0, known) }
        let number = try books.lastBatch(in: database) + 1
        var checksum = EventChecksum()
        let postings = try insert(batch, number, books, &checksum)
        try database.execute(
            sql: """
                INSERT INTO ledger_batch (job, number, posted_on, events, repeated, checksum) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [books.id, number, day.number, batch.events.count, batch.repeated, checksum.finish()])
        for (place, file) in files.enumerated() {
            try database.execute(
                sql: "INSERT INTO ledger_file (job, batch, place, file, digest) VALUES (?, ?, ?, ?, ?)",
                arguments: [books.id, number, place, file.name, file.digest])
        }
        return try receipt(batch, number, postings: postings, books)
    }

    /// Writes events, and adds them and what they book to the sums of their months.
    ///
    /// - Returns: how many debits and credits were booked.
    private func insert(
        _ batch: LedgerBatch, _ number: Int, _ books: StoredBooks, _ checksum: inout EventChecksum
    ) throws -> Int {
        let records = books.events(in: database)
        let named = EventIndex(batch.events, former: batch.settled)
        var months: [CivilMonth: LedgerTotals] = [:]
        var turnover: [Currency: Int128] = [:]
        var event = try records.nextNumber()
        var count = 0
        for posted in batch.events {
            checksum.add(posted)
            try records.insert(posted, event, batch: number)
            let reversed = posted.kind == .reversal ? named.settled(by: posted) : nil
            let postings = try posted.postings(inBooksOf: books.currency, reversing: reversed)
            try months[CivilMonth(of: posted.date), default: LedgerTotals(inBooksOf: books.currency)].add(
                posted, postings, reversing: reversed, settling: named.settled(by: reversed ?? posted))
            for (currency, amount) in posted.turnover { turnover[currency, default: 0] += amount }
            event += 1
            count += postings.count
        }
        try add(months, turnover, books)
        return count
    }

    private func add(
        _ months: [CivilMonth: LedgerTotals], _ turnover: [Currency: Int128], _ books: StoredBooks
    ) throws {
        let accounts = try AccountRecords(job: books.id, in: database)
        let rollups = books.rollups(in: database)
        for (month, totals) in months {
            try rollups.add(totals, in: month)
            for (key, total) in totals.balances { try accounts.add(total.money(), to: key.account, in: month) }
        }
        for (currency, amount) in turnover {
            try database.execute(
                sql: """
                    INSERT INTO ledger_turnover (job, currency, amount) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
                    """, arguments: [books.id, currency.code, Int64(amount)])
        }
    }

    private func receipt(
        _ batch: LedgerBatch, _ number: Int?, postings: Int, _ books: StoredBooks?
    ) throws -> PostingReceipt {
        let closed = try books?.closedMonths(in: database) ?? []
        let reopened = closed.intersection(batch.events.lazy.map { CivilMonth(of: $0.date) })
        return PostingReceipt(
            job: job, batch: number, currency: batch.currency, events: batch.events, repeated: batch.repeated,
            postings: postings, proof: try books.map(proof) ?? [], reopened: reopened.sorted(),
            findings: batch.findings)
    }

    /// The sum of all accounts by currency, as the workspace holds them.
    private func proof(_ books: StoredBooks) throws -> [Money] {
        try Row.fetchAll(
            database,
            sql: "SELECT currency, sum(amount) FROM ledger_balance WHERE job = ? GROUP BY currency ORDER BY currency",
            arguments: [books.id]
        ).map { row in
            Money(minorUnits: try row.value(1), try Currency(storedNumber: row.value(0)))
        }
    }
}
