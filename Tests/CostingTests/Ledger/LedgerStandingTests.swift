import Costing
import Monetary
import Testing
import WorkTime

@Suite("Where the money of a job stands")
struct LedgerStandingTests {
    private static let day = CivilDay("2026-03-31")!

    /// An event of March in yuan.
    private func event(
        _ id: String, _ kind: CostEvent.Kind, _ amount: String, tax: String = "0", on day: String = "2026-03-10",
        settles: String? = nil, order: String? = "PO-1", line: LineID? = "film"
    ) throws -> CostEvent {
        CostEvent(
            id: id, kind: kind, date: CivilDay(day)!, line: line, order: order, party: "Harbour Films",
            amount: try Money(amount, .cny), tax: try Money(tax, .cny), bookAmount: try Money(amount, .cny),
            settles: settles)
    }

    /// The same in Hong Kong dollars, with what the books say.
    private func foreign(
        _ id: String, _ kind: CostEvent.Kind, _ amount: String, book: String, settles: String? = nil
    ) throws -> CostEvent {
        let (amount, book) = (try Money(amount, .hkd), try Money(book, .cny))
        let rate = try Rate(Int128(book.minorUnits), over: Int128(amount.minorUnits))
        return CostEvent(
            id: id, kind: kind, date: CivilDay("2026-03-10")!, line: "film", order: "PO-1", party: "Harbour Films",
            amount: amount, tax: .zero(.hkd), bookAmount: book,
            exchange: .init(rate: rate, isDerived: true, date: CivilDay("2026-03-10")!, source: nil), settles: settles)
    }

    private func standing(_ events: [CostEvent], on day: CivilDay = day) throws -> LineStanding {
        let ledger = Ledger(of: "spring", inBooksOf: .cny, events: events)
        return try #require(try ledger.standing(on: day).line("film"))
    }

    private func yuan(_ text: String) throws -> Money { try Money(text, .cny) }

    @Test("work done is accrued, the rest of the order stays open")
    func work() throws {
        let line = try standing([event("1", .order, "1000"), event("2", .workDone, "400")])
        #expect(try line.accrued == yuan("400") && line.openCommitment == yuan("600"))
        #expect(try line.notInvoiced == yuan("400") && line.invoiced == yuan("0"))
    }

    @Test("an invoice beyond the work is accrued as a whole")
    func invoice() throws {
        let line = try standing([
            event("1", .order, "1000"), event("2", .workDone, "400"), event("3", .invoice, "700", tax: "42"),
            event("4", .payment, "371", settles: "3"),
        ])
        #expect(try line.accrued == yuan("700") && line.openCommitment == yuan("300"))
        // Half of 742 was paid: half of 700 net of tax.
        #expect(try line.paid == yuan("350") && line.notInvoiced == yuan("0"))
    }

    @Test("a closed order costs what was invoiced, and nothing of it stays open")
    func closed() throws {
        let line = try standing([
            event("1", .order, "1000"), event("2", .workDone, "400"), event("3", .invoice, "350"),
            event("4", .orderClosed, "0"),
        ])
        #expect(try line.accrued == yuan("350") && line.openCommitment == yuan("0") && line.notInvoiced == yuan("0"))
    }

    @Test("what happens after the day is not known on it")
    func later() throws {
        let line = try standing([event("1", .order, "1000"), event("2", .workDone, "400", on: "2026-04-01")])
        #expect(try line.accrued == yuan("0") && line.openCommitment == yuan("1000"))
    }

    @Test("work and invoices keep their own rates, and what the bank makes of it is a difference of exchange")
    func exchange() throws {
        let events = try [
            foreign("1", .order, "1000", book: "920"), foreign("2", .workDone, "500", book: "460"),
            foreign("3", .invoice, "800", book: "760"), foreign("4", .payment, "800", book: "752", settles: "3"),
        ]
        let line = try standing(events)
        // 300 beyond the work, at the 0.95 of the invoice, and 200 open at the 0.92 of the order.
        #expect(try line.accrued == yuan("745") && line.openCommitment == yuan("184"))
        #expect(try line.invoiced == yuan("760") && line.paid == yuan("760"))
        let balance = try Ledger(of: "spring", inBooksOf: .cny, events: events).trialBalance(on: Self.day)
        let exchange = balance.entries.filter { $0.account == .exchange }
        // Hong Kong dollars are even, so the yuan are what exchange has cost: 752 were paid for what was booked at 745.
        #expect(exchange.map(\.balance) == [try yuan("7")])
    }

    @Test("work that nobody orders any more is taken out at the rate at which it was booked")
    func closedExchange() throws {
        let line = try standing([
            foreign("1", .order, "1000", book: "920"), foreign("2", .workDone, "300", book: "277.77"),
            event("4", .orderClosed, "0"),
        ])
        #expect(try line.accrued == yuan("0"))
    }

    @Test("retainers are billed once, and work out of them is billed to its line")
    func retainer() throws {
        let ledger = Ledger(
            of: "spring", inBooksOf: .cny,
            events: try [
                event("1", .retainer, "200", tax: "12", order: nil, line: nil),
                event("2", .retainerUse, "80", order: nil), event("3", .bill, "50", order: nil, line: nil),
            ])
        let client = try ledger.standing(on: Self.day).client
        #expect(try client.billed == yuan("130") && client.retained == yuan("200") && client.unused == yuan("120"))
        #expect(try ledger.standing(on: Self.day).line("film")?.billed == yuan("80"))
    }

    @Test("a sum that cannot be counted is refused")
    func overflow() throws {
        let huge = "92233720368547758.07"
        let ledger = Ledger(
            of: "spring", inBooksOf: .cny,
            events: try [
                event("1", .order, "1"), event("2", .workDone, huge), event("3", .workDone, huge),
            ])
        #expect(throws: MonetaryFault.overflow) { try ledger.standing(on: Self.day) }
    }
}
