import Monetary

/// The money of one line while it is added up.
struct LineSum {
    private var ordered: MoneyTotal
    private var accrued: MoneyTotal
    private var invoiced: MoneyTotal
    private var paid: MoneyTotal
    private var open: MoneyTotal
    private var billed: MoneyTotal
    private var time: MoneyTotal
    private var notInvoiced: MoneyTotal

    init(in currency: Currency) {
        let none = MoneyTotal(in: currency)
        (ordered, accrued, invoiced, paid) = (none, none, none, none)
        (open, billed, time, notInvoiced) = (none, none, none, none)
    }

    mutating func add(_ order: OrderStanding) throws(MonetaryFault) {
        try ordered.add(order.bookOrdered)
        try accrued.add(order.bookAccrued)
        try invoiced.add(order.bookInvoiced)
        try open.add(order.bookOpen)
        try notInvoiced.add(order.bookNotInvoiced)
    }

    mutating func addPayment(_ amount: Money) throws(MonetaryFault) { try paid.add(amount) }

    /// Expenses are invoiced and paid in the moment in which they come.
    mutating func add(_ totals: LedgerTotals.LineTotals) throws(MonetaryFault) {
        try accrued.add(totals.expenses)
        try accrued.add(totals.time)
        try invoiced.add(totals.expenses)
        try paid.add(totals.expenses)
        try billed.add(totals.billed)
        try time.add(totals.time)
    }

    func standing(of line: LineID) throws(MonetaryFault) -> LineStanding {
        LineStanding(
            line: line, ordered: try ordered.money(), accrued: try accrued.money(), invoiced: try invoiced.money(),
            paid: try paid.money(), openCommitment: try open.money(), billed: try billed.money(),
            time: try time.money(), notInvoiced: try notInvoiced.money())
    }
}
