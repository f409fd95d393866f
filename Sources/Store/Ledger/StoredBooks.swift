import Costing
import Diagnostics
import GRDB
import Monetary
import WorkTime

/// The books of one job as the workspace knows them.
struct StoredBooks {
    let id: Int64
    let currency: Currency

    /// `nil` where nothing was posted.
    init?(of job: JobID, in database: Database) throws {
        let statement = try database.cachedStatement(sql: "SELECT id, currency FROM ledger_job WHERE job = ?")
        guard let row = try Row.fetchOne(statement, arguments: [job.rawValue]) else { return nil }
        id = try row.value(0)
        currency = try row.currency(1)
    }

    /// Makes the books of a job.
    init(making job: JobID, inBooksOf currency: Currency, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO ledger_job (job, currency) VALUES (?, ?)", arguments: [job.rawValue, currency.code])
        id = database.lastInsertedRowID
        self.currency = currency
    }

    func events(in database: Database) -> EventRecords { EventRecords(job: id, books: currency, database: database) }
    func rollups(in database: Database) -> RollupRecords { RollupRecords(job: id, books: currency, database: database) }

    // MARK: Batches

    func lastBatch(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT max(number) FROM ledger_batch WHERE job = ?", arguments: [id]) ?? 0
    }

    func batches(in database: Database) throws -> [PostedBatch] {
        try Row.fetchAll(
            database, sql: "SELECT number, posted_on, events, repeated FROM ledger_batch WHERE job = ? ORDER BY number",
            arguments: [id]
        ).map { row in
            let number: Int = try row.value(0)
            let files = try Row.fetchAll(
                database, sql: "SELECT file, digest FROM ledger_file WHERE job = ? AND batch = ? ORDER BY place",
                arguments: [id, number])
            return PostedBatch(
                number: number, day: try row.dayNumber(1), events: try row.value(2), repeated: try row.value(3),
                files: try files.map { LedgerFile(name: try $0.value(0), digest: try $0.value(1)) })
        }
    }

    // MARK: What new events are checked against

    /// So much of the books as a draft speaks of.
    func posted(for draft: LedgerDraft, in database: Database) throws -> PostedBooks {
        var books = PostedBooks()
        books.currency = currency
        let events = events(in: database)
        let rollups = rollups(in: database)
        books.reversed = try events.takenBack()
        for id in Set(draft.rows.flatMap { [$0.id.value, $0.settles?.value].compactMap(\.self) }) {
            guard let event = try events.find(id) else { continue }
            books.events[id] = event
            if let settled = event.settles, let behind = try events.find(settled) { books.events[settled] = behind }
        }
        for id in Set(draft.rows.compactMap { $0.settles?.value }) { books.settled[id] = try rollups.settled(id) }
        for number in Set(draft.rows.map { $0.order?.value ?? $0.id.value }) {
            for order in try events.orders(number) { books.add(order) }
            books.closedOrders.formUnion(try rollups.closed(number))
        }
        for number in Set(draft.rows.compactMap { $0.orderTakenOff(in: books) }) {
            books.orderTotals.merge(try rollups.orderTotals(of: number)) { $1 }
        }
        if draft.rows.contains(where: { $0.kind.value == .retainerUse }) {
            books.retainers = try AccountRecords(job: id, in: database).balances(through: CivilMonth(of: .latest))
                .filter { $0.key.account.kind == .retainer }
        }
        for report in try events.progressReports() where !books.reversed.contains(report.id) {
            if let line = report.line { books.progress[line, default: []].append(report) }
        }
        books.turnover = try turnover(in: database)
        books.closedMonths = try closedMonths(in: database)
        return books
    }

    func closedMonths(in database: Database) throws -> Set<CivilMonth> {
        try Set(
            Int.fetchAll(database, sql: "SELECT DISTINCT month FROM ledger_close WHERE job = ?", arguments: [id])
                .map { CivilMonth(number: $0) })
    }

    private func turnover(in database: Database) throws -> [Currency: Int128] {
        var turnover: [Currency: Int128] = [:]
        for row in try Row.fetchAll(
            database, sql: "SELECT currency, amount FROM ledger_turnover WHERE job = ?", arguments: [id])
        {
            turnover[try row.currency(0)] = Int128(try row.value(1, as: Int64.self))
        }
        return turnover
    }
}

extension LedgerDraft.Row {
    /// The order that the row takes something off, or back.
    fileprivate func orderTakenOff(in books: PostedBooks) -> String? {
        guard kind.value == .creditNote || kind.value == .reversal else { return nil }
        return order?.value ?? settles.flatMap { books.events[$0.value]?.order }
    }
}

extension PostedBooks {
    fileprivate mutating func add(_ order: CostEvent) {
        guard let number = order.order, let line = order.line else { return }
        let posted = PostedOrder(supplier: order.party ?? "", currency: order.amount.currency)
        // One that was taken back stands only where nothing came in its place.
        if let former = orders[number]?.lines[line], reversed.contains(order.id), !reversed.contains(former) { return }
        orders[number, default: posted].lines[line] = order.id
    }
}
