import Diagnostics
import Monetary

/// Whether more is taken off orders and retainers than there is of them.
extension LedgerCheck {
    mutating func checkTakenOff() {
        let taking = builtRows.filter { $0.event.takesOff || takesBackOrder($0.event) }
        guard !taking.isEmpty, let totals = totalsAfterwards() else { return }
        var seen: Set<String> = []
        // The last of several is where it becomes too much, or later.
        for (row, event) in taking.reversed() {
            switch event.kind {
            case .creditNote: checkCredit(row, event, totals, &seen)
            case .retainerUse: checkRetainer(row, event, totals, &seen)
            default: checkTakenBackOrder(row, event, totals)
            }
        }
    }

    private func takesBackOrder(_ event: CostEvent) -> Bool {
        event.kind == .reversal && event.settles.flatMap(self.event)?.kind == .order
    }

    /// `nil` where a sum cannot be counted, which is a finding already.
    private func totalsAfterwards() -> LedgerTotals? {
        var totals = LedgerTotals(inBooksOf: currency, orders: books.orderTotals, balances: books.retainers)
        for (_, event) in builtRows {
            let settled = event.settles.flatMap(self.event)
            let reversed = event.kind == .reversal ? settled : nil
            let document = reversed == nil ? settled : reversed?.settles.flatMap(self.event)
            do throws(MonetaryFault) {
                try totals.add(event, reversing: reversed, settling: document)
            } catch {
                return nil
            }
        }
        return totals
    }

    private mutating func checkCredit(
        _ row: Row, _ event: CostEvent, _ totals: LedgerTotals, _ seen: inout Set<String>
    ) {
        let target = OrderLine(event.orderNumber, event.lineID)
        guard !reversed.contains(event.id), let invoiced = try? totals.orders[target]?.invoiced.money(),
            invoiced.isNegative, seen.insert(target.description).inserted
        else { return }
        warn(
            "cost.credited-beyond-invoices",
            "with “\(event.id)” more is credited on the order “\(target.order)” than was invoiced: \(invoiced) are left",
            advice: "check the amount, and post the invoice that it belongs to", at: row.amount?.place ?? row.place)
    }

    private mutating func checkRetainer(
        _ row: Row, _ event: CostEvent, _ totals: LedgerTotals, _ seen: inout Set<String>
    ) {
        let client = event.partyName
        let key = LedgerTotals.BalanceKey(Account.retainer(client: client).code, event.amount.currency)
        guard !reversed.contains(event.id), let balance = try? totals.balances[key]?.money(), balance.minorUnits > 0,
            seen.insert(client).inserted
        else { return }
        warn(
            "cost.retainer-overdrawn",
            "with “\(event.id)” \(balance) more of the retainers of \(client) are used than were billed",
            advice: "bill another retainer, or bill the work", at: row.amount?.place ?? row.place)
    }

    private mutating func checkTakenBackOrder(_ row: Row, _ event: CostEvent, _ totals: LedgerTotals) {
        guard let order = event.settles.flatMap(self.event), let number = order.order, let line = order.line else {
            return
        }
        if let standing = orders[number]?.lines[line], !reversed.contains(standing) { return }
        let sums = totals.orders[OrderLine(number, line)]
        guard let done = try? sums?.workDone.money(), let invoiced = try? sums?.invoiced.money(),
            !done.isZero || !invoiced.isZero
        else { return }
        warn(
            "cost.order-taken-back",
            "“\(event.id)” takes back the order “\(number)”, on which work or invoices stand: they count all the same",
            advice: "take these back as well, or close the order instead", at: row.settles?.place)
    }
}

extension CostEvent {
    /// Whether it takes something off an order or a retainer.
    fileprivate var takesOff: Bool { kind == .creditNote || kind == .retainerUse }
}
