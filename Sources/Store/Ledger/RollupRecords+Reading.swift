import Costing
import GRDB
import Monetary
import WorkTime

extension RollupRecords {
    /// All events of the job through a month, added up.
    func totals(through month: CivilMonth) throws -> LedgerTotals {
        var totals = LedgerTotals(inBooksOf: books)
        totals.balances = try AccountRecords(job: job, in: database).balances(through: month)
        totals.orders = try orders(through: month)
        totals.closings = try closings(through: month)
        totals.documents = try documents(through: month)
        totals.lines = try lines(through: month)
        return totals
    }

    private func orders(through month: CivilMonth) throws -> [OrderLine: OrderTotals] {
        var orders: [OrderLine: OrderTotals] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT o.order_number, o.line, o.supplier, o.currency, sum(m.ordered), sum(m.work_done), sum(m.invoiced),
                    sum(m.book_ordered), sum(m.book_work_done), sum(m.book_invoiced), max(m.last_work)
                FROM ledger_order_month m CROSS JOIN ledger_order o ON o.id = m.target
                WHERE m.job = ? AND m.month <= ? GROUP BY m.target
                """, arguments: [job, month.number])
        while let row = try rows.next() {
            var order = OrderTotals(supplier: try row.value(2), in: try row.currency(3), books: books)
            try order.ordered.add(row, 4)
            try order.workDone.add(row, 5)
            try order.invoiced.add(row, 6)
            try order.bookOrdered.add(row, 7)
            try order.bookWorkDone.add(row, 8)
            try order.bookInvoiced.add(row, 9)
            order.lastWork = try row.optional(10, as: Int.self).map { CivilDay(number: $0) }
            orders[OrderLine(try row.value(0), LineID(try row.value(1, as: String.self)))] = order
        }
        return orders
    }

    private func closings(through month: CivilMonth) throws -> [LedgerTotals.OrderPart: Int] {
        var closings: [LedgerTotals.OrderPart: Int] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT order_number, line, sum(count) FROM ledger_closing WHERE job = ? AND month <= ?
                GROUP BY order_number, line
                """, arguments: [job, month.number])
        {
            let line: String = try row.value(1)
            closings[LedgerTotals.OrderPart(try row.value(0), line.isEmpty ? nil : LineID(line))] = try row.value(2)
        }
        return closings
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

    private func documents(through month: CivilMonth) throws -> [String: DocumentTotals] {
        var documents: [String: DocumentTotals] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT d.document, d.kind, d.party, d.line, d.order_number, d.date, d.due, d.currency, sum(m.amount),
                    sum(m.tax), sum(m.book_amount), sum(m.paid), sum(m.book_paid), sum(m.credited)
                FROM ledger_document_month m CROSS JOIN ledger_document d ON d.id = m.target
                WHERE m.job = ? AND m.month <= ? GROUP BY m.target
                """, arguments: [job, month.number])
        while let row = try rows.next() {
            let document = try document(row)
            documents[document.id] = document
        }
        return documents
    }

    private func document(_ row: Row) throws -> DocumentTotals {
        guard let kind = CostEvent.Kind(rawValue: try row.value(1)) else { throw Damage("a document is damaged") }
        var document = DocumentTotals(
            id: try row.value(0), kind: kind, party: try row.value(2),
            line: try row.optional(3, as: String.self).map { LineID($0) }, order: try row.optional(4),
            date: try row.dayNumber(5), due: try row.dayNumber(6), in: try row.currency(7), books: books)
        try document.amount.add(row, 8)
        try document.tax.add(row, 9)
        try document.bookAmount.add(row, 10)
        try document.paid.add(row, 11)
        try document.bookPaid.add(row, 12)
        try document.credited.add(row, 13)
        return document
    }

    private func lines(through month: CivilMonth) throws -> [LineID?: LedgerTotals.LineTotals] {
        var lines: [LineID?: LedgerTotals.LineTotals] = [:]
        for row in try Row.fetchAll(
            database,
            sql: """
                SELECT line, sum(expenses), sum(time), sum(billed), sum(retained), sum(used) FROM ledger_line_month
                WHERE job = ? AND month <= ? GROUP BY line
                """, arguments: [job, month.number])
        {
            let line: String = try row.value(0)
            var sums = LedgerTotals.LineTotals(in: books)
            try sums.expenses.add(row, 1)
            try sums.time.add(row, 2)
            try sums.billed.add(row, 3)
            try sums.retained.add(row, 4)
            try sums.used.add(row, 5)
            lines[line.isEmpty ? nil : LineID(line)] = sums
        }
        return lines
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

extension MoneyTotal {
    fileprivate mutating func add(_ row: Row, _ column: Int) throws {
        try add(Money(minorUnits: try row.value(column), currency))
    }
}
