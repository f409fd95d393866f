public import Monetary
public import WorkTime

extension LedgerTotals {
    /// Where the money of the job stands at the end of a day.
    ///
    /// - Parameter day: that up to which these totals go.
    /// - Throws: `overflow` when a sum cannot be counted exactly.
    public func standing(on day: CivilDay) throws(MonetaryFault) -> LedgerStanding {
        let orders = try orderStandings()
        return LedgerStanding(
            day: day, currency: currency, lines: try lineStandings(orders), orders: orders,
            client: try clientStanding())
    }

    /// By order and line.
    func orderStandings() throws(MonetaryFault) -> [OrderStanding] {
        var standings: [OrderStanding] = []
        standings.reserveCapacity(orders.count)
        for target in orders.keys.sorted() {
            let standing = try orders[target]?.standing(of: target, isClosed: isClosed(target))
            if let standing { standings.append(standing) }
        }
        return standings
    }

    private func isClosed(_ target: OrderLine) -> Bool {
        guard !closings.isEmpty else { return false }
        return closings[OrderPart(target.order, nil), default: 0] > 0
            || closings[OrderPart(target.order, target.line), default: 0] > 0
    }

    private func lineStandings(_ orders: [OrderStanding]) throws(MonetaryFault) -> [LineStanding] {
        var sums: [LineID: LineSum] = [:]
        for order in orders { try sums[order.line, default: LineSum(in: currency)].add(order) }
        for (line, totals) in lines {
            if let line { try sums[line, default: LineSum(in: currency)].add(totals) }
        }
        for document in documents.values {
            guard document.isOfSupplier, let line = document.line else { continue }
            try sums[line, default: LineSum(in: currency)].paid.add(document.bookPaidNet())
        }
        var standings: [LineStanding] = []
        for line in sums.keys.sorted() {
            if let standing = try sums[line]?.standing(of: line) { standings.append(standing) }
        }
        return standings
    }

    private func clientStanding() throws(MonetaryFault) -> ClientStanding {
        var sum = LineTotals(in: currency)
        for totals in lines.values {
            try sum.billed.add(totals.billed)
            try sum.retained.add(totals.retained)
            try sum.used.add(totals.used)
        }
        let retained = try sum.retained.money()
        return ClientStanding(
            billed: try sum.billed.money(), retained: retained, unused: try retained - sum.used.money())
    }
}

/// The money of one line while it is added up.
private struct LineSum {
    var ordered: MoneyTotal
    var accrued: MoneyTotal
    var invoiced: MoneyTotal
    var paid: MoneyTotal
    var open: MoneyTotal
    var billed: MoneyTotal
    var time: MoneyTotal
    var notInvoiced: MoneyTotal

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
