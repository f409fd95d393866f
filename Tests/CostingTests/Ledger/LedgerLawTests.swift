import Costing
import Monetary
import Testing
import WorkTime

@Suite("Laws of the ledger")
struct LedgerLawTests {
    private static let seeds = Array(UInt64(1)...20)

    @Test("every event balances to zero in each currency", arguments: seeds)
    func events(seed: UInt64) throws {
        let ledger = RandomLedger(seed: seed, count: 300).ledger
        for (event, postings) in try ledger.journal(through: .latest) {
            for currency in Set(postings.map(\.amount.currency)) {
                let sum = try postings.map(\.amount).filter { $0.currency == currency }.total(in: currency)
                #expect(sum.isZero, "\(event.id) \(event.kind) \(currency)")
            }
            let memorandum = postings.filter(\.account.isMemorandum)
            #expect(memorandum.isEmpty || memorandum.count == postings.count)
        }
    }

    @Test(
        "the trial balance of any day adds up to zero in each currency, with the matching and without", arguments: seeds
    )
    func proof(seed: UInt64) throws {
        let ledger = RandomLedger(seed: seed, count: 300).ledger
        for day in ["2026-02-01", "2026-06-30", "2026-12-31"].map({ CivilDay($0)! }) {
            let totals = try ledger.totals(through: day)
            for matching in [true, false] {
                let balance = try totals.trialBalance(on: day, matching: matching)
                #expect(try balance.proof().allSatisfy(\.isZero))
            }
        }
    }

    @Test("the order in which events are posted never matters", arguments: seeds)
    func order(seed: UInt64) throws {
        let made = RandomLedger(seed: seed, count: 200)
        var random = SplitMix(state: seed &* 77)
        let day = CivilDay("2026-08-31")!
        let standing = try made.ledger.standing(on: day)
        for _ in 0..<5 {
            let shuffled = Ledger(
                of: "random", inBooksOf: RandomLedger.books, events: made.events.shuffled(using: &random))
            #expect(try shuffled.standing(on: day) == standing)
            #expect(try shuffled.trialBalance(on: day) == made.ledger.trialBalance(on: day))
        }
    }

    @Test("the cost accounts with the matching show the accrued cost of each line", arguments: seeds)
    func matching(seed: UInt64) throws {
        let ledger = RandomLedger(seed: seed, count: 300).ledger
        let standing = try ledger.standing(on: RandomLedger.lastDay)
        let balance = try ledger.trialBalance(on: RandomLedger.lastDay)
        for line in standing.lines {
            let cost = balance.entries.first { $0.account == .cost(line.line) }?.balance
            #expect((cost ?? .zero(.cny)) == line.accrued, "\(line.line)")
        }
        for order in standing.orders {
            let account = Account.accrued(order: order.order, order.line)
            let accrued = balance.entries.first { $0.account == account }?.balance
            #expect(try (accrued ?? .zero(order.accrued.currency)) == order.invoiced - order.accrued, "\(order.order)")
        }
    }

    @Test("open items add up to the accounts of suppliers and clients", arguments: seeds)
    func openItems(seed: UInt64) throws {
        let totals = try RandomLedger(seed: seed, count: 300).ledger.totals(through: RandomLedger.lastDay)
        for currency in [Currency.cny, .hkd, .usd, .eur] {
            var (payable, receivable) = (MoneyTotal(in: currency), MoneyTotal(in: currency))
            for (key, total) in totals.balances where key.currency == currency {
                if key.account.kind == .payable { try payable.add(total) }
                if key.account.kind == .receivable { try receivable.add(total) }
            }
            let payables = try totals.payables().map(\.open).filter { $0.currency == currency }.total(in: currency)
            let receivables = try totals.receivables().map(\.open).filter { $0.currency == currency }
                .total(in: currency)
            #expect(try payable.money() == -payables)
            #expect(try receivable.money() == receivables)
        }
    }

    @Test("an event and its reversal leave the standing as if neither had been", arguments: seeds.prefix(4))
    func reversal(seed: UInt64) throws {
        let made = RandomLedger(seed: seed, count: 120)
        let plain = made.ledger
        let day = RandomLedger.lastDay
        let standing = try plain.standing(on: day)
        for event in made.events where event.kind != .reversal {
            let copy = CostEvent(
                id: "again", kind: event.kind, date: event.date, line: event.line, order: event.order,
                party: event.party, amount: event.amount, tax: event.tax, bookAmount: event.bookAmount,
                exchange: event.exchange, due: event.due, settles: event.settles)
            let undone = CostEvent(
                id: "undone", kind: .reversal, date: event.date, amount: .zero(.cny), tax: .zero(.cny),
                bookAmount: .zero(.cny), settles: "again")
            let ledger = Ledger(of: "random", inBooksOf: .cny, events: made.events + [copy, undone])
            let after = try ledger.standing(on: day)
            #expect(after.lines == standing.lines && after.client == standing.client, "\(event.kind)")
            // The day of the last work stays known, also when that work is taken back.
            if event.kind != .workDone { #expect(after.orders == standing.orders, "\(event.kind)") }
            #expect(try ledger.trialBalance(on: day) == plain.trialBalance(on: day), "\(event.kind)")
        }
    }
}
