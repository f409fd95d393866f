import Costing
import GRDB
import Monetary
import WorkTime

/// Sums over the events of one job by month, from which any month end is found without reading the events: orders, documents
/// and lines.
struct RollupRecords {
    let job: Int64
    /// The currency of the books.
    let books: Currency
    let database: Database

    // MARK: Writing

    /// Adds what events of one month come to.
    func add(_ totals: LedgerTotals, in month: CivilMonth) throws {
        for (target, order) in totals.orders { try add(order, to: target, in: month) }
        for (part, count) in totals.closings { try add(count, to: part, in: month) }
        for document in totals.documents.values { try add(document, in: month) }
        for (line, sums) in totals.lines { try add(sums, to: line, in: month) }
    }

    private func add(_ order: OrderTotals, to target: OrderLine, in month: CivilMonth) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_order_month (job, target, month, ordered, work_done, invoiced, book_ordered,
                    book_work_done, book_invoiced, last_work) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET ordered = ordered + excluded.ordered,
                    work_done = work_done + excluded.work_done, invoiced = invoiced + excluded.invoiced,
                    book_ordered = book_ordered + excluded.book_ordered,
                    book_work_done = book_work_done + excluded.book_work_done,
                    book_invoiced = book_invoiced + excluded.book_invoiced,
                    last_work = max(coalesce(last_work, excluded.last_work), coalesce(excluded.last_work, last_work))
                """)
        try statement.execute(arguments: [
            job, try number(of: target, order), month.number, try order.ordered.money().minorUnits,
            try order.workDone.money().minorUnits, try order.invoiced.money().minorUnits,
            try order.bookOrdered.money().minorUnits, try order.bookWorkDone.money().minorUnits,
            try order.bookInvoiced.money().minorUnits, order.lastWork?.number,
        ])
    }

    private func number(of target: OrderLine, _ order: OrderTotals) throws -> Int64 {
        let known = try database.cachedStatement(
            sql: "SELECT id FROM ledger_order WHERE job = ? AND order_number = ? AND line = ?")
        if let number = try Int64.fetchOne(known, arguments: [job, target.order, target.line.rawValue]) {
            return number
        }
        let statement = try database.cachedStatement(
            sql: "INSERT INTO ledger_order (job, order_number, line, supplier, currency) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            job, target.order, target.line.rawValue, order.supplier, order.ordered.currency.code,
        ])
        return database.lastInsertedRowID
    }

    private func add(_ count: Int, to part: LedgerTotals.OrderPart, in month: CivilMonth) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_closing (job, order_number, line, month, count) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET count = count + excluded.count
                """)
        try statement.execute(arguments: [job, part.order, part.line?.rawValue ?? "", month.number, count])
    }

    private func add(_ document: DocumentTotals, in month: CivilMonth) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_document_month (job, target, month, amount, tax, book_amount, paid, book_paid, credited)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET amount = amount + excluded.amount, tax = tax + excluded.tax,
                    book_amount = book_amount + excluded.book_amount, paid = paid + excluded.paid,
                    book_paid = book_paid + excluded.book_paid, credited = credited + excluded.credited
                """)
        try statement.execute(arguments: [
            job, try number(of: document), month.number, try document.amount.money().minorUnits,
            try document.tax.money().minorUnits, try document.bookAmount.money().minorUnits,
            try document.paid.money().minorUnits, try document.bookPaid.money().minorUnits,
            try document.credited.money().minorUnits,
        ])
    }

    private func number(of document: DocumentTotals) throws -> Int64 {
        let known = try database.cachedStatement(sql: "SELECT id FROM ledger_document WHERE job = ? AND document = ?")
        if let number = try Int64.fetchOne(known, arguments: [job, document.id]) { return number }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_document (job, document, kind, party, line, order_number, date, due, currency)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            job, document.id, document.kind.rawValue, document.party, document.line?.rawValue, document.order,
            document.date.number, document.due.number, document.amount.currency.code,
        ])
        return database.lastInsertedRowID
    }

    private func add(_ sums: LedgerTotals.LineTotals, to line: LineID?, in month: CivilMonth) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO ledger_line_month (job, line, month, expenses, time, billed, retained, used)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET expenses = expenses + excluded.expenses, time = time + excluded.time,
                    billed = billed + excluded.billed, retained = retained + excluded.retained, used = used + excluded.used
                """)
        try statement.execute(arguments: [
            job, line?.rawValue ?? "", month.number, try sums.expenses.money().minorUnits,
            try sums.time.money().minorUnits, try sums.billed.money().minorUnits,
            try sums.retained.money().minorUnits, try sums.used.money().minorUnits,
        ])
    }
}
