import Diagnostics
import WorkTime

/// Whether work is reported on orders that are closed.
extension LedgerCheck {
    /// What was closed costs what was invoiced of it, so work that is reported afterwards is no cost: that is said.
    mutating func checkClosedOrders() {
        let closed = closings()
        guard !closed.isEmpty else { return }
        for (row, event) in builtRows where event.kind == .workDone && !reversed.contains(event.id) {
            guard let order = event.order else { continue }
            let days = [nil, event.line].compactMap { closed[LedgerTotals.OrderPart(order, $0)] }
            guard let day = days.min(), day < event.date else { continue }
            warn(
                "cost.order-closed",
                "“\(event.id)” is work on the order “\(order)”, which is closed: only what is invoiced of it is a cost",
                advice: "post the invoice, or take the closing back with a reversal", at: row.order?.place ?? row.place)
        }
    }

    /// Orders and lines of orders that are closed, with the day; those of the books before all that is new.
    private func closings() -> [LedgerTotals.OrderPart: CivilDay] {
        var days = Dictionary(uniqueKeysWithValues: books.closedOrders.map { ($0, CivilDay.earliest) })
        for (_, event) in builtRows {
            if event.kind == .orderClosed, !reversed.contains(event.id), let order = event.order {
                days[LedgerTotals.OrderPart(order, event.line), default: event.date] = event.date
            }
            if event.kind == .reversal, let taken = event.settles.flatMap(self.event), taken.kind == .orderClosed,
                let order = taken.order
            {
                days[LedgerTotals.OrderPart(order, taken.line)] = nil
            }
        }
        return days
    }
}
