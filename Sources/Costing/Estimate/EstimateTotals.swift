public import Monetary

/// The sums of an estimate, each exact. A checked estimate has them all.
public struct EstimateTotals: Hashable, Sendable {
    /// Of all lines: the budget at completion.
    public let cost: Money
    /// Of all lines, before tax.
    public let price: Money
    /// What the contract adds to the cost: ``price`` less ``cost``, line by line.
    public let addition: Money
    /// ``cost`` and the contingency.
    public let approvedCost: Money
    /// ``price`` and the contingency: the most the client is asked for before tax.
    public let askedPrice: Money
    /// On ``price``; `nil` where no tax is stated.
    public let tax: Money?
    /// Of all steps of the billing.
    public let billed: Money
    /// ``approvedCost`` and the management reserve: all that can be spent before the agency loses money it did not set aside.
    public let costWithReserves: Money

    /// - Throws: `overflow`, which no checked estimate does.
    public init(of estimate: CostEstimate) throws(MonetaryFault) {
        cost = try estimate.cost()
        price = try estimate.price()
        addition = try estimate.addition()
        approvedCost = try estimate.approvedCost()
        askedPrice = try estimate.askedPrice()
        tax = try estimate.tax(on: price)
        if let tax { _ = try price + tax }
        billed = try estimate.billing.lazy.map(\.amount).total(in: estimate.currency)
        costWithReserves = try approvedCost + estimate.managementReserve
    }
}
