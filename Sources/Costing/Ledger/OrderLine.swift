import Monetary

/// One line of an estimate on one purchase order: what work, invoices and commitments are counted by.
public struct OrderLine: Hashable, Sendable, Codable {
    /// The number of the order.
    public let order: String
    public let line: LineID

    public init(_ order: String, _ line: LineID) {
        self.order = order
        self.line = line
    }
}

extension OrderLine: Comparable, CustomStringConvertible {
    /// By the number of the order, then by line.
    public static func < (left: Self, right: Self) -> Bool { (left.order, left.line) < (right.order, right.line) }
    public var description: String { "\(order)/\(line)" }
}

extension CostEvent {
    /// The line of an event whose kind needs one.
    var lineID: LineID {
        guard let line else { preconditionFailure("the \(kind.rawValue) “\(id)” names no line") }
        return line
    }

    /// The order of an event whose kind needs one.
    var orderNumber: String {
        guard let order else { preconditionFailure("the \(kind.rawValue) “\(id)” names no order") }
        return order
    }

    /// The supplier or client of an event whose kind needs one.
    var partyName: String {
        guard let party else { preconditionFailure("the \(kind.rawValue) “\(id)” names nobody") }
        return party
    }
}
