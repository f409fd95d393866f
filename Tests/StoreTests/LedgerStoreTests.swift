import Costing
import Diagnostics
import GRDB
import Monetary
import Testing
import WorkTime

@testable import Store

@Suite("The ledger of a workspace")
struct LedgerStoreTests {
    private static let day = CivilDay("2026-04-02")!
    private static let file = LedgerFile(name: "march.csv", digest: "0")

    private func row(
        _ id: String, _ kind: CostEvent.Kind, _ date: String, _ change: (inout LedgerDraft.Row) -> Void = { _ in }
    ) -> LedgerDraft.Row {
        var row = LedgerDraft.Row(id: Located(id), kind: Located(kind), date: Located(CivilDay(date)!))
        change(&row)
        return row
    }

    /// An order in Hong Kong dollars, work, invoice with payment, a bill with receipt, and what is taken back.
    private var rows: [LedgerDraft.Row] {
        [
            row("PAY-1", .payment, "2026-03-20") {
                $0.amount = Located("800.00")
                $0.settles = Located("INV-1")
                $0.bookAmount = Located("752.00")
            },
            row("PO-1", .order, "2026-02-02") {
                $0.line = Located("film")
                $0.party = Located("Harbour Films")
                $0.amount = Located("1000.00")
                $0.currency = Located("HKD")
                $0.rate = Located("0.92")
            },
            row("W-1", .workDone, "2026-02-20") {
                $0.order = Located("PO-1")
                $0.amount = Located("500")
                $0.rate = Located("0.92")
            },
            row("INV-1", .invoice, "2026-03-02") {
                $0.order = Located("PO-1")
                $0.amount = Located("800")
                $0.bookAmount = Located("760.00")
                $0.due = Located(CivilDay("2026-04-01")!)
            },
            row("B-1", .bill, "2026-03-05") {
                $0.amount = Located("2000")
                $0.tax = Located("120")
                $0.party = Located("Example Tea")
            },
            row("R-1", .receipt, "2026-04-01") {
                $0.amount = Located("2120")
                $0.settles = Located("B-1")
            },
            row("T-1", .time, "2026-03-31") {
                $0.line = Located("fee")
                $0.amount = Located("300")
            },
            row("X-1", .reversal, "2026-04-02") { $0.settles = Located("T-1") },
            row("P-1", .progress, "2026-03-31") {
                $0.line = Located("film")
                $0.percent = Located("40%")
            },
        ]
    }

    private var draft: LedgerDraft { LedgerDraft(job: "spring", currency: .cny, rows: rows) }

    private func posted(_ workspace: Workspace, _ draft: LedgerDraft? = nil) throws -> PostingReceipt {
        try workspace.post([draft ?? self.draft], from: [Self.file], on: Self.day)[0]
    }

    @Test("what was posted is read back, whatever the order of lines, and the proof is zero")
    func roundTrip() throws {
        let workspace = try Workspace.inMemory()
        let receipt = try posted(workspace)
        #expect(receipt.events.count == 9 && receipt.repeated == 0 && receipt.batch == 1)
        #expect(receipt.proof.allSatisfy(\.isZero) && receipt.proof.count == 2)
        let ledger = try #require(try workspace.ledger(of: "spring"))
        #expect(ledger == Ledger(of: "spring", inBooksOf: .cny, events: receipt.events))
        let line = try #require(try ledger.standing(on: CivilDay("2026-03-31")!).line("film"))
        #expect(try line.accrued == Money("745", .cny) && line.openCommitment == Money("184", .cny))
        #expect(try workspace.ledgerBatches(of: "spring").map(\.files) == [[Self.file]])
    }

    @Test("the sums by month make the same standing as the events", arguments: ["2026-02", "2026-03", "2026-04"])
    func rollups(month: String) throws {
        let workspace = try Workspace.inMemory()
        _ = try posted(workspace)
        let month = CivilMonth(month)!
        let totals = try #require(try workspace.ledgerTotals(of: "spring", through: month))
        let ledger = try #require(try workspace.ledger(of: "spring"))
        #expect(try totals.standing(on: month.lastDay) == ledger.standing(on: month.lastDay))
        #expect(try totals.trialBalance(on: month.lastDay) == ledger.trialBalance(on: month.lastDay))
        #expect(try totals.receivables() == ledger.totals(through: month.lastDay).receivables())
        #expect(try totals.payables() == ledger.totals(through: month.lastDay).payables())
    }

    @Test(
        "a workspace tells the course of a job as its events do",
        arguments: ["2026-02-28", "2026-03-09", "2026-03-31", "2026-04-15", "2026-12-31"])
    func course(day: String) throws {
        let workspace = try Workspace.inMemory()
        _ = try posted(workspace)
        let days = [CivilDay("2026-01-31")!, CivilDay("2026-02-28")!, CivilDay(day)!].filter { $0 <= CivilDay(day)! }
        let ledger = try #require(try workspace.ledger(of: "spring"))
        #expect(try workspace.ledgerHistory(of: "spring", on: days) == ledger.history(on: days))
        #expect(try workspace.ledgerBeginning(of: "spring") == ledger.events.first.map { CivilMonth(of: $0.date) })
        #expect(try workspace.lastLedgerDay(of: "spring") == ledger.events.last?.date)
    }

    @Test("a workspace whose orders have accounts of their own is brought up to date")
    func ordersWithAccounts() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("books.sqlite")
        _ = try posted(Workspace(at: path))
        let month = CivilMonth("2026-04")!
        let before = try #require(try Workspace(at: path).ledgerTotals(of: "spring", through: month))
        // As the step before left it: half of what all orders have accrued on an account of one of them.
        try edit(
            path,
            """
            CREATE TABLE ledger_posting (event INTEGER);
            ALTER TABLE ledger_account ADD COLUMN order_number TEXT;
            CREATE INDEX ledger_account_of ON ledger_account (job, kind, order_number, line, party);
            UPDATE ledger_account SET order_number = 'PO-1', line = 'film' WHERE kind IN (2, 12);
            INSERT INTO ledger_account (id, job, kind, order_number, line)
                SELECT id + 1000, job, kind, 'PO-2', line FROM ledger_account WHERE kind IN (2, 12);
            INSERT INTO ledger_balance (job, account, currency, month, amount)
                SELECT job, account + 1000, currency, month, amount / 2 FROM ledger_balance
                WHERE account IN (SELECT id FROM ledger_account WHERE kind IN (2, 12));
            UPDATE ledger_balance SET amount = amount - amount / 2
                WHERE account IN (SELECT id FROM ledger_account WHERE kind IN (2, 12)) AND account < 1000;
            DELETE FROM grdb_migrations WHERE identifier = 'cost ledger, sums of orders';
            """)
        let after = try #require(try Workspace(at: path).ledgerTotals(of: "spring", through: month))
        #expect(after.balances == before.balances && !before.balances.isEmpty)
        #expect(try after.proof().allSatisfy(\.isZero))
    }

    @Test("the same lines twice change nothing")
    func idempotence() throws {
        let workspace = try Workspace.inMemory()
        _ = try posted(workspace)
        let again = try posted(workspace)
        #expect(again.events.isEmpty && again.repeated == 9 && again.batch == nil)
        #expect(try workspace.ledgerBatches(of: "spring").count == 1)
    }

    @Test("posted in two parts the books are the same")
    func parts() throws {
        let (whole, split) = (try Workspace.inMemory(), try Workspace.inMemory())
        _ = try posted(whole)
        // Orders first: what belongs to them must be known.
        let first = rows.filter { $0.kind.value == .order || $0.kind.value == .invoice || $0.kind.value == .bill }
        let second = rows.filter { row in !first.contains { $0.id.value == row.id.value } }
        _ = try posted(split, LedgerDraft(job: "spring", currency: .cny, rows: first))
        _ = try posted(split, LedgerDraft(job: "spring", rows: second))
        #expect(try split.ledger(of: "spring") == whole.ledger(of: "spring"))
        for month in ["2026-02", "2026-03", "2026-04"].map({ CivilMonth($0)! }) {
            let (one, two) = (
                try #require(try whole.ledgerTotals(of: "spring", through: month)),
                try #require(try split.ledgerTotals(of: "spring", through: month))
            )
            #expect(try one.standing(on: month.lastDay) == two.standing(on: month.lastDay))
            #expect(one.balances == two.balances)
        }
    }

    @Test("a document that has changed is refused with what has changed, and nothing of its file is posted")
    func changed() throws {
        let workspace = try Workspace.inMemory()
        _ = try posted(workspace)
        var draft = draft
        draft.rows[2].amount = Located("501")
        draft.rows.append(
            row("T-2", .time, "2026-04-01") {
                $0.line = Located("fee")
                $0.amount = Located("10")
            })
        let rejection = #expect(throws: Rejection.self) { try posted(workspace, draft) }
        let finding = rejection?.findings.first { $0.severity == .error }
        #expect(finding?.id == "cost.event-changed")
        #expect(finding?.message.contains("amount 501.00 HKD, before 500.00 HKD") == true)
        #expect(try workspace.ledger(of: "spring")?.events.count == 9)
    }

    @Test("a fault in one job leaves the books of all as they were")
    func jobs() throws {
        let workspace = try Workspace.inMemory()
        var other = draft
        other.job = "autumn"
        other.rows[1].amount = Located("1000.001")
        #expect(throws: Rejection.self) { try workspace.post([draft, other], from: [Self.file], on: Self.day) }
        #expect(try workspace.postedJobs().isEmpty)
    }

    @Test("an event that is written over by hand is noticed")
    func damage() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("books.sqlite")
        _ = try posted(Workspace(at: path))
        try edit(
            path, "DROP TRIGGER ledger_event_no_update; UPDATE ledger_event SET amount = amount + 1 WHERE id = 'W-1'")
        #expect(throws: StoreFailure.self) { try Workspace(at: path).ledger(of: "spring") }
    }

    @Test(
        "what is posted cannot be changed or taken out",
        arguments: ["UPDATE ledger_event SET amount = 0", "DELETE FROM ledger_event"])
    func appendOnly(statement: String) throws {
        let folder = try TemporaryFolder()
        _ = try posted(Workspace(at: folder.path("books.sqlite")))
        #expect(throws: StoreFailure.self) { try edit(folder.path("books.sqlite"), statement) }
    }

    private func edit(_ path: String, _ statements: String) throws {
        _ = try Workspace(at: path).write { try $0.execute(sql: statements) }
    }
}
