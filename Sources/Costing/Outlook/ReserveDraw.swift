public import Monetary

/// What a cost takes of the reserves of an estimate, in this order: first the contingency, which the client has approved,
/// then the management reserve, which is the agency's own; beyond both nobody has agreed to pay.
public struct ReserveDraw: Hashable, Sendable {
    /// The estimate of all lines.
    public let budget: Money
    public let contingency: Money
    public let managementReserve: Money
    public let cost: Money
    /// All three are zero or more; with the budget they make up the cost where that is more.
    public let fromContingency: Money
    public let fromManagementReserve: Money
    public let beyond: Money
    /// All lines and the contingency.
    public let approvedCost: Money
    /// ``approvedCost`` less ``cost``.
    public let headroom: Money

    /// - Throws: `overflow`.
    public init(of estimate: CostEstimate, cost: Money) throws(MonetaryFault) {
        budget = try estimate.cost()
        contingency = estimate.contingency
        managementReserve = estimate.managementReserve
        self.cost = cost
        let over = try (cost - budget).notBelowZero
        fromContingency = over.least(contingency)
        let afterContingency = try over - fromContingency
        fromManagementReserve = afterContingency.least(managementReserve)
        beyond = try afterContingency - fromManagementReserve
        approvedCost = try budget + contingency
        headroom = try approvedCost - cost
    }
}

extension Money {
    /// The smaller of two amounts of one currency.
    func least(_ other: Money) -> Money { other.minorUnits < minorUnits ? other : self }
}
