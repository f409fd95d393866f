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
        var rows = try RowReader("\(Self.fields) WHERE job = ? ORDER BY number", [job], in: database)
        while try rows.next() {
            let event = try event(&rows)
            sums[Int(try rows.integer(18)), default: EventChecksum()].add(event)
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

    func find(_ id: String) throws -> CostEvent? { try events("job = ? AND id = ?", [job, id]).first }

    func orders(_ number: String) throws -> [CostEvent] {
        try events("job = ? AND order_number = ? AND kind = 'order' ORDER BY number", [job, number])
    }

    /// In the order of posting.
    func progressReports() throws -> [CostEvent] {
        try events("job = ? AND kind = 'progress' ORDER BY number", [job])
    }

    /// Events up to a day that came after a batch, by date and id.
    func events(after batch: Int, through day: CivilDay) throws -> [CostEvent] {
        try events("job = ? AND batch > ? AND date <= ? ORDER BY date, id", [job, batch, day.number])
    }

    /// Events of the days from one to another.
    func events(in days: ClosedRange<CivilDay>) throws -> [CostEvent] {
        try events(
            "job = ? AND date BETWEEN ? AND ? ORDER BY date, id", [job, days.lowerBound.number, days.upperBound.number])
    }

    private func events(_ condition: String, _ arguments: StatementArguments) throws -> [CostEvent] {
        var rows = try RowReader("\(Self.fields) WHERE \(condition)", arguments, in: database)
        var events: [CostEvent] = []
        while try rows.next() { events.append(try event(&rows)) }
        return events
    }

    /// Ids of events that were taken back by a day.
    func takenBack(by day: CivilDay = .latest) throws -> Set<String> {
        try Set(
            String.fetchAll(
                database, sql: "SELECT settles FROM ledger_event WHERE job = ? AND kind = 'reversal' AND date <= ?",
                arguments: [job, day.number]))
    }

    /// The day of the last event; `nil` where there is none. Reads them all.
    func lastDay() throws -> CivilDay? {
        try Int.fetchOne(database, sql: "SELECT max(date) FROM ledger_event WHERE job = ?", arguments: [job])
            .map { CivilDay(number: $0) }
    }

    /// The month of the first event, found without reading them all: each is booked, or reports progress.
    func firstMonth() throws -> CivilMonth? {
        let booked = try Int.fetchOne(
            database, sql: "SELECT min(month) FROM ledger_balance WHERE job = ?", arguments: [job])
        let reported = try Int.fetchOne(
            database, sql: "SELECT min(date) FROM ledger_event WHERE job = ? AND kind = 'progress'", arguments: [job])
        return [booked.map { CivilMonth(number: $0) }, reported.map { CivilMonth(of: CivilDay(number: $0)) }]
            .compactMap(\.self).min()
    }

    private func event(_ row: inout RowReader) throws -> CostEvent {
        guard let kind = CostEvent.Kind(rawValue: try row.text(1)) else {
            throw Damage("the kind of an event is damaged")
        }
        let currency = try row.currency(6)
        return CostEvent(
            id: try row.text(0), kind: kind, date: try row.day(2), line: try row.optionalText(3).map { LineID($0) },
            order: try row.optionalText(4), party: try row.optionalText(5), amount: try row.money(7, currency),
            tax: try row.money(8, currency), bookAmount: try row.money(9, books), exchange: try exchange(row),
            due: try row.optionalDay(14), settles: try row.optionalText(15),
            progress: try row.optionalText(16).map(CostEvent.ReportedProgress.init(text:)),
            memo: try row.optionalText(17))
    }

    private func exchange(_ row: borrowing RowReader) throws -> CostEvent.Exchange? {
        guard let rate = try row.optionalText(10) else { return nil }
        return CostEvent.Exchange(
            rate: try Rate(stored: rate), isDerived: try row.integer(11) != 0, date: try row.day(12),
            source: try row.optionalText(13))
    }
}

extension Row {
    /// A day that is kept as its number.
    func dayNumber(_ column: Int) throws -> CivilDay { CivilDay(number: try value(column)) }
    /// A month that is kept as its number.
    func monthNumber(_ column: Int) throws -> CivilMonth { CivilMonth(number: try value(column)) }
}
