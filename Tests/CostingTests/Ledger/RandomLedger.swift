import Costing
import Monetary
import WorkTime

/// A ledger of made-up events in three currencies, the same for the same seed: orders, changes, work, invoices, payments,
/// credit notes, bills, receipts, retainers and reversals.
struct RandomLedger {
    private var random: SplitMix
    private(set) var events: [CostEvent] = []
    private var orders: [(number: String, line: LineID, supplier: String, currency: Currency)] = []
    private var invoices: [CostEvent] = []
    private var bills: [CostEvent] = []
    private var reversed: Set<String> = []
    static let books = Currency.cny
    static let firstDay = CivilDay("2026-01-05")!
    static let lastDay = CivilDay("2026-12-31")!

    init(seed: UInt64, count: Int) {
        random = SplitMix(state: seed)
        for number in 0..<count { add(number) }
    }

    var ledger: Ledger { Ledger(of: "random", inBooksOf: Self.books, events: events) }

    private mutating func add(_ number: Int) {
        let day = Self.firstDay.advanced(by: random.below(350))
        switch random.below(16) {
        case 0, 1: addOrder(number, day)
        case 2: onOrder(number, .orderChange, day, signed: true)
        case 3, 4, 5: onOrder(number, .workDone, day)
        case 6, 7: onOrder(number, .invoice, day)
        case 8: if let invoice = invoices.randomElement(using: &random) { settle(number, .payment, invoice, day) }
        case 9: if let invoice = invoices.randomElement(using: &random) { credit(number, invoice, day) }
        case 10: single(number, [.expense, .time][random.below(2)], day)
        case 11: bill(number, .bill, day)
        case 12: if let bill = bills.randomElement(using: &random) { settle(number, .receipt, bill, day) }
        case 13: bill(number, [.retainer, .retainerUse, .billCredit][random.below(3)], day)
        case 14: if random.below(4) == 0 { closeOrder(number, day) }
        default: reverse(number)
        }
    }

    private mutating func amount(_ currency: Currency) -> Money {
        Money(minorUnits: Int64(random.below(5_000_000)), currency)
    }

    /// The amount in the currency of the books, at a rate of the day.
    private mutating func booked(_ amount: Money) -> (Money, CostEvent.Exchange?) {
        guard amount.currency != Self.books else { return (amount, nil) }
        let rate = try! Rate(Int128(80 + random.below(20)), over: 100)
        let book = try! Money(
            exactly: rate.times(Int128(amount.minorUnits), rounding: .halfEven), Self.books)
        return (book, CostEvent.Exchange(rate: rate, isDerived: false, date: Self.firstDay, source: nil))
    }

    private mutating func append(
        _ number: Int, _ kind: CostEvent.Kind, _ day: CivilDay, _ amount: Money, taxed: Bool = false,
        line: LineID? = nil, order: String? = nil, party: String? = nil, settles: String? = nil
    ) {
        let (book, exchange) = booked(amount)
        let tax = taxed ? Money(minorUnits: amount.minorUnits / 17, amount.currency) : .zero(amount.currency)
        events.append(
            CostEvent(
                id: "e\(number)", kind: kind, date: day, line: line, order: order, party: party, amount: amount,
                tax: tax,
                bookAmount: book, exchange: exchange, due: taxed ? day.advanced(by: 30) : nil, settles: settles))
    }

    private mutating func addOrder(_ number: Int, _ day: CivilDay) {
        let currency = [Currency.cny, .hkd, .usd][random.below(3)]
        let line = LineID("line\(random.below(5))")
        orders.append(("po\(number)", line, "supplier\(random.below(4))", currency))
        append(
            number, .order, day, amount(currency), line: line, order: "po\(number)", party: orders.last!.supplier)
    }

    private mutating func onOrder(_ number: Int, _ kind: CostEvent.Kind, _ day: CivilDay, signed: Bool = false) {
        guard let order = orders.randomElement(using: &random) else { return }
        var amount = amount(order.currency)
        if signed, random.below(2) == 0 { amount = Money(minorUnits: -amount.minorUnits / 9, amount.currency) }
        append(
            number, kind, day, amount, taxed: kind == .invoice && random.below(2) == 0, line: order.line,
            order: order.number, party: order.supplier)
        if kind == .invoice { invoices.append(events.last!) }
    }

    private mutating func settle(_ number: Int, _ kind: CostEvent.Kind, _ document: CostEvent, _ day: CivilDay) {
        let gross = try! document.amount + document.tax
        let paid = random.below(2) == 0 ? gross : Money(minorUnits: gross.minorUnits / 3, gross.currency)
        append(number, kind, day, paid, party: document.party, settles: document.id)
    }

    private mutating func credit(_ number: Int, _ invoice: CostEvent, _ day: CivilDay) {
        append(
            number, .creditNote, day, Money(minorUnits: invoice.amount.minorUnits / 4, invoice.amount.currency),
            taxed: true, line: invoice.line, order: invoice.order, party: invoice.party,
            settles: random.below(3) == 0 ? nil : invoice.id)
    }

    private mutating func single(_ number: Int, _ kind: CostEvent.Kind, _ day: CivilDay) {
        let currency = [Currency.cny, .usd][random.below(2)]
        append(number, kind, day, amount(currency), taxed: kind == .expense, line: LineID("line\(random.below(5))"))
    }

    private mutating func bill(_ number: Int, _ kind: CostEvent.Kind, _ day: CivilDay) {
        let currency = [Currency.cny, .eur][random.below(2)]
        let line = random.below(3) == 0 ? nil : LineID("line\(random.below(5))")
        append(
            number, kind, day, amount(currency), taxed: kind != .retainerUse, line: kind == .retainer ? nil : line,
            party: "client")
        if kind == .bill || kind == .retainer { bills.append(events.last!) }
    }

    private mutating func closeOrder(_ number: Int, _ day: CivilDay) {
        guard let order = orders.randomElement(using: &random) else { return }
        append(
            number, .orderClosed, day, .zero(order.currency), line: random.below(2) == 0 ? order.line : nil,
            order: order.number, party: order.supplier)
    }

    /// Of an event that was not taken back before, on the same day or later.
    private mutating func reverse(_ number: Int) {
        guard let event = events.randomElement(using: &random), event.kind != .reversal,
            reversed.insert(event.id).inserted
        else { return }
        append(
            number, .reversal, event.date.advanced(by: random.below(20)), .zero(event.amount.currency),
            settles: event.id)
    }
}

/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
