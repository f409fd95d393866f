import Diagnostics
import Monetary

/// The lines, orders, documents and people that an event names.
extension LedgerCheck {
    // MARK: Lines

    /// The line that a row names, if there is such a line in any version of the estimate.
    mutating func line(_ row: Row, needed: Bool) -> LineID? {
        guard let stated = row.line else {
            report(
                "cost.no-line", "the \(row.kind.value.rawValue) “\(row.id.value)” names no line of the estimate",
                advice: "name the line that it belongs to", at: row.place)
            return nil
        }
        let line = LineID(stated.value)
        guard let scope, scope.lines[line] == nil else { return line }
        let nearest = nearest(
            to: stated.value, among: { scope.lines.keys.map(\.rawValue).sorted() }, for: "cost.unknown-line")
        report(
            "cost.unknown-line", "no version of the estimate has a line “\(stated.value)”",
            advice: nearest.map { "is “\($0)” meant?" } ?? "use the id of a line, or add the line with a change order",
            at: stated.place)
        return nil
    }

    // MARK: Orders

    mutating func orderNumber(_ row: Row) -> String? {
        if let order = row.order { return order.value }
        let isInvoice = row.kind.value == .invoice || row.kind.value == .creditNote
        report(
            isInvoice ? "cost.invoice-without-order" : "cost.no-order",
            "the \(row.kind.value.rawValue) “\(row.id.value)” names no order",
            advice: isInvoice
                ? "name its order, or post an order for it first; what was bought without one is an expense"
                : "name its order", at: row.place)
        return nil
    }

    mutating func knownOrder(_ number: String, _ row: Row) -> PostedBooks.PostedOrder? {
        if let order = orders[number] { return order }
        guard !isFaulty(number) else { return nil }
        let id: FindingID = row.kind.value == .invoice ? "cost.invoice-without-order" : "cost.unknown-order"
        let nearest = nearest(to: number, among: { orders.keys.sorted() }, for: id)
        report(
            id,
            "there is no order “\(number)” for “\(row.id.value)”",
            advice: nearest.map { "is “\($0)” meant?" } ?? "post the order first, or in the same file",
            at: row.order?.place)
        return nil
    }

    /// The line that a row names, or the only one of its order.
    mutating func orderLine(_ row: Row, _ number: String, _ order: PostedBooks.PostedOrder) -> LineID? {
        guard let stated = row.line else {
            if order.lines.count == 1 { return order.lines.keys.first }
            report(
                "cost.no-line", "“\(row.id.value)” does not say to which line of the order “\(number)” it belongs",
                advice: "name one of its lines: \(order.lines.keys.sorted().map(\.rawValue).joined(separator: ", "))",
                at: row.place)
            return nil
        }
        let line = LineID(stated.value)
        if order.lines[line] != nil { return line }
        report(
            "cost.line-not-ordered", "the order “\(number)” has no line “\(line)”",
            advice: "it has \(order.lines.keys.sorted().map(\.rawValue).joined(separator: ", ")); order the line first",
            at: stated.place)
        return nil
    }

    mutating func addOrder(_ row: Row, _ event: CostEvent) {
        guard let number = event.order, let line = event.line, let supplier = event.party else { return }
        var order =
            orders[number] ?? PostedBooks.PostedOrder(supplier: supplier, currency: event.amount.currency)
        guard order.supplier == supplier, order.currency == event.amount.currency else {
            return report(
                "cost.order-twice",
                "the order “\(number)” is one to \(order.supplier) in \(order.currency) already",
                advice: "give this order a number of its own", at: row.order?.place ?? row.id.place)
        }
        if let former = order.lines[line], former != event.id, !reversed.contains(former) {
            return report(
                "cost.order-twice", "the line “\(line)” is on the order “\(number)” already, by “\(former)”",
                advice: "state more or less of it with the kind order-change", at: row.order?.place ?? row.id.place)
        }
        order.lines[line] = event.id
        orders[number] = order
    }

    // MARK: People

    /// The supplier of the order; another one cannot be meant.
    mutating func supplier(_ row: Row, of order: PostedBooks.PostedOrder, _ number: String) -> String? {
        guard let stated = row.party, stated.value != order.supplier else { return order.supplier }
        report(
            "cost.other-party",
            "“\(row.id.value)” is of \(stated.value), and the order “\(number)” is to \(order.supplier)",
            advice: "check the number of the order, or how the supplier is written", at: stated.place)
        return nil
    }

    /// Whether a row speaks of the one whom the document names.
    mutating func isOf(_ party: String?, _ row: Row) -> Bool {
        guard let stated = row.party, let party, stated.value != party else { return true }
        report(
            "cost.other-party",
            "“\(row.id.value)” is of \(stated.value), and “\(row.settles?.value ?? "")” of \(party)",
            advice: "check which document it settles, or how the name is written", at: stated.place)
        return false
    }

    /// Whether line and order of a row, where it states them, are those of the document.
    mutating func isOn(_ document: CostEvent, _ row: Row) -> Bool {
        let fits =
            (row.order == nil || row.order?.value == document.order)
            && (row.line == nil || row.line?.value == document.line?.rawValue)
        if !fits {
            report(
                "cost.other-order", "“\(row.id.value)” is on another order or line than “\(document.id)”",
                advice: "leave order and line out, or check which invoice is credited",
                at: row.order?.place ?? row.line?.place)
        }
        return fits
    }

    mutating func client(_ row: Row) -> String? {
        if let client = row.party?.value ?? scope?.client { return client }
        report(
            "cost.no-party", "the \(row.kind.value.rawValue) “\(row.id.value)” names no client",
            advice: "name the client as its party", at: row.place)
        return nil
    }

    // MARK: Documents

    /// The event that a row settles, credits or takes back.
    ///
    /// - Parameter kinds: what it may be; `nil` for any.
    mutating func settled(_ row: Row, kinds: Set<CostEvent.Kind>?) -> CostEvent? {
        guard let stated = row.settles else { return nil }
        guard let event = event(stated.value) else {
            guard !isFaulty(stated.value) else { return nil }
            let nearest = nearest(
                to: stated.value, among: { knownIDs }, for: "cost.unknown-document")
            report(
                "cost.unknown-document", "there is no “\(stated.value)” that “\(row.id.value)” could settle",
                advice: nearest.map { "is “\($0)” meant?" } ?? "post it first, or in the same file", at: stated.place)
            return nil
        }
        guard let kinds, !kinds.contains(event.kind) else { return event }
        report(
            "cost.wrong-document",
            "“\(event.id)” is of the kind \(event.kind.rawValue), which a \(row.kind.value.rawValue) does not settle",
            advice: "name one of the kind \(kinds.map(\.rawValue).sorted().joined(separator: " or "))",
            at: stated.place)
        return nil
    }
}
