import Costing
import GRDB
import Monetary
import WorkTime

/// The events of one job as they were posted, in the table `ledger_event`.
struct EventRecords {
    let job: Int64
    /// The currency of the books.
    let books: Currency
    let database: Database

    // MARK: Writing

    func nextNumber() throws -> Int64 {
        (try Int64.fetchOne(database, sql: "SELECT max(number) FROM ledger_event") ?? 0) + 1
    }

    func insert(_ event: CostEvent, _ number: Int64, batch: Int) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_event (number, job, batch, id, kind, date, line, order_number, party, currency, amount,
                    tax, book_amount, rate, rate_derived, rate_date, rate_source, due, settles, progress, memo)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            number, job, batch, event.id, event.kind.rawValue, event.date.number, event.line?.rawValue, event.order,
            event.party, event.amount.currency.code, event.amount.minorUnits, event.tax.minorUnits,
            event.bookAmount.minorUnits, event.exchange?.rate.description, event.exchange?.isDerived,
            event.exchange?.date.number, event.exchange?.source, event.due?.number, event.settles,
            event.progress?.text, event.memo,
        ])
    }

    // MARK: Reading

    private static let fields = """
        SELECT id, kind, date, line, order_number, party, currency, amount, tax, book_amount, rate, rate_derived,
            rate_date, rate_source, due, settles, progress, memo, batch
        FROM ledger_event
        """

    /// All events in the order of posting; what was written is what is read, or it is found to be damaged.
    func all() throws -> [CostEvent] {
        var events: [CostEvent] = []
        var sums: [Int: EventChecksum] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "\(Self.fields) WHERE job = ? ORDER BY number", arguments: [job])
        while let row = try rows.next() {
            let event = try event(row)
            sums[try row.value(18), default: EventChecksum()].add(event)
            events.append(event)
        }
        for batch in try Row.fetchAll(
            database, sql: "SELECT number, checksum FROM ledger_batch WHERE job = ?", arguments: [job])
        {
            let number: Int = try batch.value(0)
            var sum = sums.removeValue(forKey: number)
            guard try sum?.finish() == batch.value(1) else {
                throw Damage("the events of batch \(number) are damaged")
            }
        }
        guard sums.isEmpty else { throw Damage("events belong to no batch") }
        return events
    }

    func find(_ id: String) throws -> CostEvent? {
        let statement = try database.cachedStatement(sql: "\(Self.fields) WHERE job = ? AND id = ?")
        return try Row.fetchOne(statement, arguments: [job, id]).map(event)
    }

    func orders(_ number: String) throws -> [CostEvent] {
        let statement = try database.cachedStatement(
            sql: "\(Self.fields) WHERE job = ? AND order_number = ? AND kind = 'order' ORDER BY number")
        return try Row.fetchAll(statement, arguments: [job, number]).map(event)
    }

    func progressReports() throws -> [CostEvent] {
        try Row.fetchAll(
            database, sql: "\(Self.fields) WHERE job = ? AND kind = 'progress' ORDER BY number", arguments: [job]
        ).map(event)
    }

    /// Events of a month that came after a batch.
    func events(after batch: Int, through day: CivilDay) throws -> [CostEvent] {
        try Row.fetchAll(
            database, sql: "\(Self.fields) WHERE job = ? AND batch > ? AND date <= ? ORDER BY date, id",
            arguments: [job, batch, day.number]
        ).map(event)
    }

    func takenBack() throws -> Set<String> {
        try Set(
            String.fetchAll(
                database, sql: "SELECT settles FROM ledger_event WHERE job = ? AND kind = 'reversal'",
                arguments: [job]))
    }

    private func event(_ row: Row) throws -> CostEvent {
        guard let kind = CostEvent.Kind(rawValue: try row.value(1)) else {
            throw Damage("the kind of an event is damaged")
        }
        let currency = try row.currency(6)
        return CostEvent(
            id: try row.value(0), kind: kind, date: try row.dayNumber(2),
            line: try row.optional(3, as: String.self).map { LineID($0) }, order: try row.optional(4),
            party: try row.optional(5), amount: Money(minorUnits: try row.value(7), currency),
            tax: Money(minorUnits: try row.value(8), currency),
            bookAmount: Money(minorUnits: try row.value(9), books), exchange: try exchange(row),
            due: try row.optional(14, as: Int.self).map { CivilDay(number: $0) }, settles: try row.optional(15),
            progress: try row.optional(16, as: String.self).map(CostEvent.ReportedProgress.init(text:)),
            memo: try row.optional(17))
    }

    private func exchange(_ row: Row) throws -> CostEvent.Exchange? {
        guard let rate = try row.optionalRate(10) else { return nil }
        return CostEvent.Exchange(
            rate: rate, isDerived: try row.value(11), date: try row.dayNumber(12), source: try row.optional(13))
    }
}

extension Row {
    /// A day that is kept as its number.
    func dayNumber(_ column: Int) throws -> CivilDay { CivilDay(number: try value(column)) }
    /// A month that is kept as its number.
    func monthNumber(_ column: Int) throws -> CivilMonth { CivilMonth(number: try value(column)) }
}
