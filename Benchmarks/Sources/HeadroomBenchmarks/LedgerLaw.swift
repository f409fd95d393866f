import Headroom

/// A law of the books at size: a million debits and credits of random events in three currencies balance in each of them, and the
/// same events posted in the opposite order, shuffled, stand the same on any day, whether added up event by event or month by month.
let ledgerLaw = [1_000_000].map { postings in
    let table = RandomLedgerTable(postings: postings)
    return Benchmark(name: "ledger-law-\(postings)", units: 2 * postings, runs: 1, warmsUp: false) {
        let workspace = TemporaryWorkspace()
        let booked = table.batches.map { workspace.post($0, to: "forward") }.reduce(0, +)
        precondition(booked >= postings, "only \(booked) postings")
        let again = table.shuffledBatches.map { workspace.post($0, to: "backward") }.reduce(0, +)
        precondition(again == booked, "\(again) postings backward, \(booked) forward")
        for month in ["2026-02", "2026-07", "2026-12"].map({ CivilMonth($0)! }) {
            let standings = ["forward", "backward"].map { workspace.standing(of: JobID($0), in: month) }
            precondition(standings[0] == standings[1], "the order of posting shows in \(month)")
        }
    }
}

extension TemporaryWorkspace {
    /// Posts rows to a job, and returns how many debits and credits they booked.
    fileprivate func post(_ rows: [String], to job: String) -> Int {
        let text = RandomLedgerTable.header + "\n" + rows.joined(separator: "\n")
        var reading = LedgerReading(of: JobID(job), currency: .cny)
        reading.add(Array(text.utf8), file: "made.csv")
        let receipts = try! Workspace(at: path).post(reading.drafts, from: [], on: CivilDay("2026-12-31")!)
        precondition(receipts[0].proof.allSatisfy(\.isZero), "the books do not balance: \(receipts[0].proof)")
        return receipts[0].postings
    }

    /// Where a job stands at the end of a month, found in both ways.
    fileprivate func standing(of job: JobID, in month: CivilMonth) -> LedgerStanding {
        let workspace = try! Workspace(at: path)
        let byEvent = try! workspace.ledger(of: job)!.totals(through: month.lastDay)
        let byMonth = try! workspace.ledgerTotals(of: job, through: month)!
        for totals in [byEvent, byMonth] {
            let proof = try! totals.trialBalance(on: month.lastDay).proof()
            precondition(proof.count == 3 && proof.allSatisfy(\.isZero), "the books do not balance: \(proof)")
        }
        let standing = try! byEvent.standing(on: month.lastDay)
        precondition(try! byMonth.standing(on: month.lastDay) == standing, "months do not add up to \(month)")
        return standing
    }
}

/// Orders in three currencies with work, invoices, payments, reversals and what a client was billed, the same each time.
private struct RandomLedgerTable: Sendable {
    static let header = "id,date,kind,line,order,party,amount,currency,tax,rate,settles"
    /// Each may be posted alone: what its events name is among them.
    private(set) var batches: [[String]] = Array(repeating: [], count: 10)
    /// The last batch first, the rows of each in another order.
    private(set) var shuffledBatches: [[String]] = []
    private var state: UInt64 = 11

    init(postings: Int) {
        // An order books some fifteen debits and credits with all that follows from it.
        for order in 0..<postings / 14 { batches[draw(batches.count)] += rows(of: order) }
        shuffledBatches = batches.reversed().map { shuffled($0) }
    }

    private mutating func draw(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func shuffled(_ rows: [String]) -> [String] {
        var rows = rows
        for index in rows.indices { rows.swapAt(index, draw(rows.count)) }
        return rows
    }

    private mutating func rows(of order: Int) -> [String] {
        let currency = ["CNY", "HKD", "USD"][draw(3)]
        let rate = currency == "CNY" ? "" : "0.9\(10 + draw(90))"
        let first = 1 + draw(6)
        let amount = 100_000 + draw(900_000)
        let (work, invoice) = (amount / (1 + draw(3)), amount / (1 + draw(3)))
        /// `before` is line, order and party, `after` the tax and what is settled.
        func row(
            _ id: String, _ kind: String, _ later: Int, _ before: String, _ cents: Int, _ after: (String, String)
        ) -> String {
            let month = (first + later < 10 ? "0" : "") + "\(first + later)"
            let units = "\(cents / 100).\(cents % 100 / 10)\(cents % 10)"
            return
                "\(id)-\(order),2026-\(month)-15,\(kind),\(before),\(units),\(currency),\(after.0),\(rate),\(after.1)"
        }
        var rows = [
            row("PO", "order", 0, "line-\(draw(40)),,Supplier \(draw(300))", amount, ("", "")),
            row("W", "work-done", 1, ",PO-\(order),", work, ("", "")),
            row("I", "invoice", 2, ",PO-\(order),", invoice, (draw(2) == 0 ? "" : "6.00", "")),
            row("P", "payment", 3, ",,", invoice / (1 + draw(2)), ("", "I-\(order)")),
            row("B", "bill", 2, ",,Client", amount, ("5.00", "")),
            row("R", "receipt", 4, ",,", amount, ("", "B-\(order)")),
        ]
        if draw(10) == 0 { rows.append("X-\(order),2026-12-20,reversal,,,,,,,,P-\(order)") }
        return rows
    }
}
