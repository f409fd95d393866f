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
            try sums[line, default: LineSum(in: currency)].addPayment(document.bookPaidNet())
        }
        var standings: [LineStanding] = []
        for line in sums.keys.sorted() {
            if let standing = try sums[line]?.standing(of: line) { standings.append(standing) }
        }
        return standings
    }

    private func clientStanding() throws(MonetaryFault) -> ClientStanding {
        var sum = LineTotals(in: currency)
        for totals in lines.values { try sum.add(totals) }
        return try sum.clientStanding()
    }
}

extension LedgerTotals.LineTotals {
    /// What of it the client was billed.
    func clientStanding() throws(MonetaryFault) -> ClientStanding {
        let retained = try retained.money()
        return ClientStanding(
            billed: try billed.money(), retained: retained, unused: try retained - used.money())
    }
}
