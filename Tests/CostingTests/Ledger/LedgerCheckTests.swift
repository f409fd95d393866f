import Costing
import Diagnostics
import Monetary
import Testing
import WorkTime

@Suite("Events against the estimate and the books")
struct LedgerCheckTests {
    /// A film with steps and spots of television, approved for 2026.
    private func record() throws -> EstimateRecord {
        let film = lineDraft("film", rate: "1000")
        let spots = lineDraft("tv-north", rate: "15") { $0.quantity = Located(Rate(120)) }
        let estimate = try CostEstimate(checking: estimateDraft([film, spots]))
        let signed = SignOff(date: CivilDay("2026-01-02")!, name: "Li Wei")
        return EstimateRecord(versions: [
            EstimateVersion(estimate: estimate, proposal: signed, internalSignOff: signed, clientSignOff: signed)
        ])
    }

    private func row(
        _ id: String, _ kind: CostEvent.Kind, _ date: String, line: String? = nil, order: String? = nil,
        amount: String? = nil, party: String? = nil, units: String? = nil, milestone: String? = nil
    ) -> LedgerDraft.Row {
        var row = LedgerDraft.Row(id: Located(id), kind: Located(kind), date: Located(CivilDay(date)!))
        row.line = line.map { Located($0) }
        row.order = order.map { Located($0) }
        row.amount = amount.map { Located($0) }
        row.party = party.map { Located($0) }
        row.units = units.map { Located($0) }
        row.milestone = milestone.map { Located($0) }
        return row
    }

    private func findings(
        _ rows: [LedgerDraft.Row], against books: PostedBooks = PostedBooks(), on today: String? = nil
    ) throws -> [Finding] {
        let record = try record()
        do throws(Rejection) {
            return try LedgerBatch(
                checking: LedgerDraft(job: "spring", rows: rows), against: books, record,
                on: today.map { CivilDay($0)! }
            ).findings
        } catch {
            return error.findings
        }
    }

    private func order(_ id: String = "PO-1", _ date: String = "2026-02-02", line: String = "film") -> LedgerDraft.Row {
        row(id, .order, date, line: line, amount: "100", party: "Harbour Films")
    }

    @Test("a line that no version has is refused with the nearest name")
    func unknownLine() throws {
        let found = try findings([order(line: "flim")])
        #expect(found.map(\.id) == ["cost.unknown-line"] && found[0].advice.contains("film"))
    }

    @Test("an order may come to less; nothing else is below zero")
    func negative() throws {
        #expect(try findings([order(), row("OX-1", .orderChange, "2026-02-03", order: "PO-1", amount: "-40")]).isEmpty)
        var taxed = row("OX-2", .orderChange, "2026-02-03", order: "PO-1", amount: "-40")
        taxed.tax = Located("41")
        #expect(try findings([order(), taxed]).map(\.id).contains("cost.unbalanced"))
        let work = row("W-1", .workDone, "2026-02-03", order: "PO-1", amount: "-40")
        #expect(try findings([order(), work]).map(\.id) == ["cost.negative-event"])
    }

    @Test("more credit than invoices on an order is a warning")
    func credit() throws {
        let rows = [
            order(), row("I-1", .invoice, "2026-02-10", order: "PO-1", amount: "40"),
            row("CN-1", .creditNote, "2026-02-11", order: "PO-1", amount: "30"),
        ]
        #expect(try findings(rows).isEmpty)
        let found = try findings(rows + [row("CN-2", .creditNote, "2026-02-12", order: "PO-1", amount: "10.01")])
        #expect(found.map(\.id) == ["cost.credited-beyond-invoices"] && found[0].message.contains("CN-2"))
    }

    @Test(
        "an order that is taken back while work stands on it is a warning, until the work is taken back or ordered anew"
    )
    func orderTakenBack() throws {
        func reversal(_ id: String, _ settles: String) -> LedgerDraft.Row {
            var reversal = row(id, .reversal, "2026-03-02")
            reversal.settles = Located(settles)
            return reversal
        }
        let rows = [
            order(), row("W-1", .workDone, "2026-02-10", order: "PO-1", amount: "40"), reversal("R-1", "PO-1"),
        ]
        #expect(try findings(rows).map(\.id) == ["cost.order-taken-back"])
        #expect(try findings(rows + [reversal("R-2", "W-1")]).isEmpty)
    }

    @Test("more use of retainers than was billed is a warning, with the books counted in")
    func retainer() throws {
        let bill = row("B-1", .retainer, "2026-02-01", amount: "100")
        let use = row("U-1", .retainerUse, "2026-02-28", line: "film", amount: "60")
        let more = row("U-2", .retainerUse, "2026-03-31", line: "film", amount: "60")
        #expect(try findings([bill, use]).isEmpty)
        #expect(try findings([bill, use, more]).map(\.id) == ["cost.retainer-overdrawn"])
        let client = try record().versions[0].estimate.client
        var books = PostedBooks()
        var unused = MoneyTotal(in: .cny)
        try unused.add(Money("-100", .cny))
        books.retainers = [.init(Account.retainer(client: client).code, .cny): unused]
        #expect(try findings([use], against: books).isEmpty)
        #expect(try findings([use, more], against: books).map(\.id) == ["cost.retainer-overdrawn"])
    }

    @Test("work on an order that is closed is a warning, for it is no cost")
    func closedOrder() throws {
        let closing = row("C-1", .orderClosed, "2026-02-10", order: "PO-1")
        let early = row("W-1", .workDone, "2026-02-10", order: "PO-1", amount: "40")
        let late = row("W-2", .workDone, "2026-02-11", order: "PO-1", amount: "40")
        #expect(try findings([order(), early, closing]).isEmpty)
        let found = try findings([order(), early, late, closing])
        #expect(found.map(\.id) == ["cost.order-closed"] && found[0].message.contains("W-2"))
        var taken = row("X-1", .reversal, "2026-02-12")
        taken.settles = Located("C-1")
        #expect(try findings([order(), late, closing, taken]).isEmpty)
    }

    @Test("nothing is ordered after the job has ended; work and invoices come late")
    func afterFinish() throws {
        #expect(try findings([order("PO-1", "2027-01-01")]).map(\.id) == ["cost.order-after-finish"])
        let late = row("I-1", .invoice, "2027-02-01", order: "PO-1", amount: "100")
        #expect(try findings([order(), late]).isEmpty)
    }

    @Test("dates far outside the job and after the day of posting are noticed")
    func dates() throws {
        #expect(try findings([order("PO-1", "2024-12-31")]).map(\.id) == ["cost.date-outside-job"])
        let decades = row("T-1", .time, "2036-01-05", line: "film", amount: "1")
        #expect(try findings([decades]).map(\.severity) == [.warning])
        #expect(try findings([order()], on: "2026-02-01").map(\.id) == ["cost.date-ahead"])
    }

    @Test("units beyond the estimate are a warning, milestones of a line without any are refused")
    func progress() throws {
        let units = row("G-1", .progress, "2026-02-02", line: "tv-north", units: "121")
        #expect(try findings([units]).map(\.id) == ["cost.units-over-quantity"])
        let milestone = row("G-2", .progress, "2026-02-02", line: "film", milestone: "shoot")
        #expect(try findings([milestone]).map(\.id) == ["cost.unknown-milestone"])
        #expect(try findings([row("G-3", .progress, "2026-02-02", line: "film", milestone: "started")]).isEmpty)
    }

    @Test("an event of a closed month is posted with a warning that names the month")
    func closedMonth() throws {
        var books = PostedBooks()
        books.currency = .cny
        books.closedMonths = [CivilMonth("2026-02")!]
        let found = try findings([order()], against: books)
        #expect(found.map(\.id) == ["cost.closed-month"] && found[0].message.contains("2026-02"))
    }

    @Test("amounts that together cannot be counted are refused, those in the books included")
    func turnover() throws {
        var books = PostedBooks()
        books.currency = .cny
        books.turnover = [.cny: Int128(Int64.max / 4) - 5_000]
        #expect(try findings([order()], against: books).map(\.id) == ["cost.sum-too-large"])
    }

    @Test("many faults of one kind are counted, and not all are listed")
    func many() throws {
        let rows = (0..<500).map { row("T-\($0)", .time, "2026-02-02", line: "none", amount: "1") }
        let found = try findings(rows)
        #expect(found.count == 100 && found.last?.message.hasSuffix("and so in 400 more places") == true)
    }
}
