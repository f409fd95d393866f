import Costing
import GRDB
import Monetary
import WorkTime

extension RollupRecords {
    typealias Piece = StandingCourse.Piece

    /// All events of the job through a month, added up.
    func totals(through month: CivilMonth) throws -> LedgerTotals {
        var totals = LedgerTotals(inBooksOf: books)
        totals.balances = try AccountRecords(job: job, in: database).balances(through: month)
        totals.orders.reserveCapacity(try count("ledger_order"))
        try eachOrder(through: month) { target, pieces in totals.orders[target] = try pieces.sum { try $0.add($1) } }
        totals.closings = try closings(through: month).mapValues { $0.reduce(0) { $0 + $1.totals } }
        totals.documents.reserveCapacity(try count("ledger_document"))
        try eachDocument(through: month) { pieces in
            guard let document = try pieces.sum({ try $0.add($1) }) else { return }
            totals.documents[document.id] = document
        }
        try eachLine(through: month) { line, piece in
            try totals.lines[line, default: LedgerTotals.LineTotals(in: books)].add(piece.totals)
        }
        return totals
    }

    private func count(_ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table) WHERE job = ?", arguments: [job]) ?? 0
    }

    // MARK: By month

    /// Each line of each order, with what happened to it in each month.
    func eachOrder(through month: CivilMonth, _ body: (OrderLine, [Piece<OrderTotals>]) throws -> Void) throws {
        var rows = try RowReader(
            """
            SELECT \(Self.orderFields) FROM ledger_order_month m CROSS JOIN ledger_order o ON o.id = m.target
            WHERE m.job = ? AND m.month <= ? ORDER BY m.target, m.month
            """, [job, month.number], in: database)
        var (order, target): (Int64?, OrderLine?) = (nil, nil)
        var pieces: [Piece<OrderTotals>] = []
        while try rows.next() {
            let next = try rows.integer(0)
            if next != order {
                if let target { try body(target, pieces) }
                (order, target) = (next, OrderLine(try rows.text(2), LineID(try rows.text(3))))
                pieces.removeAll(keepingCapacity: true)
            }
            pieces.append(Piece(try orderTotals(&rows), by: try rows.monthEnd(1)))
        }
        if let target { try body(target, pieces) }
    }

    private static let orderFields = """
        m.target, m.month, o.order_number, o.line, o.supplier, o.currency, m.ordered, m.work_done, m.invoiced,
            m.book_ordered, m.book_work_done, m.book_invoiced, m.last_work
        """

    private func orderTotals(_ row: inout RowReader) throws -> OrderTotals {
        var totals = OrderTotals(supplier: try row.text(4), in: try row.currency(5), books: books)
        try totals.ordered.add(row, 6)
        try totals.workDone.add(row, 7)
        try totals.invoiced.add(row, 8)
        try totals.bookOrdered.add(row, 9)
        try totals.bookWorkDone.add(row, 10)
        try totals.bookInvoiced.add(row, 11)
        totals.lastWork = try row.optionalDay(12)
        return totals
    }

    /// Each document, with what happened to it in each month.
    func eachDocument(through month: CivilMonth, _ body: ([Piece<DocumentTotals>]) throws -> Void) throws {
        var rows = try RowReader(
            """
            SELECT m.target, m.month, d.document, d.kind, d.party, d.line, d.order_number, d.date, d.due, d.currency,
                m.amount, m.tax, m.book_amount, m.paid, m.book_paid, m.credited
            FROM ledger_document_month m CROSS JOIN ledger_document d ON d.id = m.target
            WHERE m.job = ? AND m.month <= ? ORDER BY m.target, m.month
            """, [job, month.number], in: database)
        var document: Int64?
        var pieces: [Piece<DocumentTotals>] = []
        while try rows.next() {
            let next = try rows.integer(0)
            if next != document, document != nil { try body(pieces) }
            if next != document { pieces.removeAll(keepingCapacity: true) }
            document = next
            pieces.append(Piece(try documentTotals(&rows), by: try rows.monthEnd(1)))
        }
        if document != nil { try body(pieces) }
    }

    private func documentTotals(_ row: inout RowReader) throws -> DocumentTotals {
        guard let kind = CostEvent.Kind(rawValue: try row.text(3)) else { throw Damage("a document is damaged") }
        var document = DocumentTotals(
            id: try row.text(2), kind: kind, party: try row.text(4),
            line: try row.optionalText(5).map { LineID($0) }, order: try row.optionalText(6),
            date: try row.day(7), due: try row.day(8), in: try row.currency(9), books: books)
        try document.amount.add(row, 10)
        try document.tax.add(row, 11)
        try document.bookAmount.add(row, 12)
        try document.paid.add(row, 13)
        try document.bookPaid.add(row, 14)
        try document.credited.add(row, 15)
        return document
    }

    /// What happened on each line beside orders in each month; `nil` for the job as a whole.
    func eachLine(through month: CivilMonth, _ body: (LineID?, Piece<LedgerTotals.LineTotals>) throws -> Void) throws {
        let rows = try RowReader(
            """
            SELECT month, line, expenses, time, billed, retained, used FROM ledger_line_month
            WHERE job = ? AND month <= ? ORDER BY line, month
            """, [job, month.number], in: database)
        while try rows.next() {
            let line = try rows.text(1)
            var sums = LedgerTotals.LineTotals(in: books)
            try sums.expenses.add(rows, 2)
            try sums.time.add(rows, 3)
            try sums.billed.add(rows, 4)
            try sums.retained.add(rows, 5)
            try sums.used.add(rows, 6)
            try body(line.isEmpty ? nil : LineID(line), Piece(sums, by: try rows.monthEnd(0)))
        }
    }

    /// How often each order, or a line of it, was closed in each month, less how often that was taken back.
    func closings(through month: CivilMonth) throws -> [LedgerTotals.OrderPart: [Piece<Int>]] {
        var closings: [LedgerTotals.OrderPart: [Piece<Int>]] = [:]
        let rows = try RowReader(
            "SELECT month, order_number, line, count FROM ledger_closing WHERE job = ? AND month <= ? ORDER BY month",
            [job, month.number], in: database)
        while try rows.next() {
            let line = try rows.text(2)
            closings[LedgerTotals.OrderPart(try rows.text(1), line.isEmpty ? nil : LineID(line)), default: []]
                .append(Piece(Int(try rows.integer(3)), by: try rows.monthEnd(0)))
        }
        return closings
    }

    // MARK: One order, one document

    /// What happened on each line of an order, in all.
    func orderTotals(of number: String) throws -> [OrderLine: OrderTotals] {
        var rows = try RowReader(
            """
            SELECT \(Self.orderFields) FROM ledger_order o CROSS JOIN ledger_order_month m ON m.job = o.job AND m.target = o.id
            WHERE o.job = ? AND o.order_number = ?
            """, [job, number], in: database)
        var totals: [OrderLine: OrderTotals] = [:]
        while try rows.next() {
            let target = OrderLine(try rows.text(2), LineID(try rows.text(3)))
            let sums = try orderTotals(&rows)
            if try totals[target]?.add(sums) == nil { totals[target] = sums }
        }
        return totals
    }

    /// What is closed of an order: all of it, or lines.
    func closed(_ order: String) throws -> [LedgerTotals.OrderPart] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT line FROM ledger_closing WHERE job = ? AND order_number = ? GROUP BY line HAVING sum(count) > 0
                """)
        return try String.fetchAll(statement, arguments: [job, order]).map { line in
            LedgerTotals.OrderPart(order, line.isEmpty ? nil : LineID(line))
        }
    }

    /// What was paid or credited of a document in all.
    func settled(_ document: String) throws -> Money? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT d.currency, sum(m.paid) + sum(m.credited) FROM ledger_document d
                JOIN ledger_document_month m ON m.job = d.job AND m.target = d.id WHERE d.job = ? AND d.document = ?
                GROUP BY d.id
                """)
        guard let row = try Row.fetchOne(statement, arguments: [job, document]) else { return nil }
        return Money(minorUnits: try row.value(1), try row.currency(0))
    }
}

extension Array {
    /// All pieces as one; `nil` where there is none.
    fileprivate func sum<Totals>(
        _ add: (inout Totals, Totals) throws -> Void
    ) rethrows -> Totals? where Element == StandingCourse.Piece<Totals> {
        guard var sum = first?.totals else { return nil }
        for piece in dropFirst() { try add(&sum, piece.totals) }
        return sum
    }
}

extension MoneyTotal {
    fileprivate mutating func add(_ row: borrowing RowReader, _ column: Int32) throws {
        try add(row.money(column, currency))
    }
}

extension RowReader {
    /// The last day of a month that is kept as its number.
    fileprivate borrowing func monthEnd(_ column: Int32) throws -> CivilDay {
        CivilMonth(number: Int(try integer(column))).lastDay
    }
}
