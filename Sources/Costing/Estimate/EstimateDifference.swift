public import Monetary

/// What is different between two versions of an estimate, in money and exactly: the changes of all lines add up to the change
/// of the whole, and the parts of each line to the change of the line.
///
/// A line is known by its id. Of a line that both versions have, the change of cost is taken apart in the order in which a
/// buyer would: first the other quantity at the former rate (*volume*), then the other rate at the former exchange (*rate*),
/// then the exchange. Each step is rounded as the cost itself is, and each part is the difference of two steps, so
/// nothing is left over.
public struct EstimateDifference: Hashable, Sendable {
    public let former: CostEstimate
    public let latter: CostEstimate
    /// Lines that differ in any way: those of the later version in its order, then those that are gone.
    public let lines: [LineDifference]
    /// Of all lines.
    public let total: CostChange
    public let contingency: Money
    public let managementReserve: Money

    /// - Throws: `mixedCurrencies` when the versions are in different currencies, `overflow`.
    public init(from former: CostEstimate, to latter: CostEstimate) throws(MonetaryFault) {
        self.former = former
        self.latter = latter
        let before = Dictionary(former.lines.map { ($0.id, $0) }) { first, _ in first }
        let kept = Set(latter.lines.map(\.id))
        var lines: [LineDifference] = []
        for line in latter.lines where before[line.id] != line {
            lines.append(try LineDifference(from: before[line.id], to: line, in: latter.currency))
        }
        for line in former.lines where !kept.contains(line.id) {
            lines.append(try LineDifference(from: line, to: nil, in: latter.currency))
        }
        self.lines = lines
        total = try lines.map(\.change).reduced(in: latter.currency)
        contingency = try latter.contingency - former.contingency
        managementReserve = try latter.managementReserve - former.managementReserve
    }

    /// By how much the approved cost changes: the lines and the contingency.
    public func approvedCost() throws(MonetaryFault) -> Money { try total.cost + contingency }
}

/// What is different in one line.
public struct LineDifference: Hashable, Sendable {
    public let id: LineID
    /// `nil` for a line that is new.
    public let former: EstimateLine?
    /// `nil` for a line that is gone.
    public let latter: EstimateLine?
    public let change: CostChange

    /// - Precondition: one of the two lines is there.
    /// - Throws: as ``EstimateDifference/init(from:to:)``.
    init(from former: EstimateLine?, to latter: EstimateLine?, in currency: Currency) throws(MonetaryFault) {
        guard let id = (latter ?? former)?.id else { preconditionFailure("a difference between two absent lines") }
        self.id = id
        self.former = former
        self.latter = latter
        change = try CostChange(from: former, to: latter, in: currency)
    }
}

/// A change of cost in its parts, and the change of price beside it.
public struct CostChange: Hashable, Sendable {
    /// Of lines that are new, and less those that are gone.
    public let scope: Money
    public let volume: Money
    public let rate: Money
    public let exchange: Money
    /// What the client pays more or less, before tax.
    public let price: Money

    /// ``scope``, ``volume``, ``rate`` and ``exchange``: the change of cost.
    public let cost: Money

    init(
        scope: Money, volume: Money, rate: Money, exchange: Money, price: Money
    ) throws(MonetaryFault) {
        self.scope = scope
        self.volume = volume
        self.rate = rate
        self.exchange = exchange
        self.price = price
        cost = try [scope, volume, rate, exchange].total(in: scope.currency)
    }

    init(from former: EstimateLine?, to latter: EstimateLine?, in currency: Currency) throws(MonetaryFault) {
        let none = Money.zero(currency)
        guard let former, let latter else {
            let scope = try (latter?.cost ?? none) - (former?.cost ?? none)
            let price = try (latter?.price ?? none) - (former?.price ?? none)
            try self.init(scope: scope, volume: none, rate: none, exchange: none, price: price)
            return
        }
        let steps = try CostSteps(from: former, to: latter)
        try self.init(
            scope: none, volume: steps.atFormerRate - former.cost, rate: steps.atFormerExchange - steps.atFormerRate,
            exchange: latter.cost - steps.atFormerExchange, price: latter.price - former.price)
    }
}

/// The cost of a line on its way from one version to the next. A step that changes nothing costs exactly what the one before
/// does, so that no rounding shows up as a change of something that did not change.
private struct CostSteps {
    /// The later quantity at the former rate and exchange.
    let atFormerRate: Money
    /// The later quantity and rate at the former exchange. Between two currencies of suppliers there is no change of exchange:
    /// then it is the later cost.
    let atFormerExchange: Money

    init(from former: EstimateLine, to latter: EstimateLine) throws(MonetaryFault) {
        let sameRate = former.unitCost == latter.unitCost && former.supplierCurrency == latter.supplierCurrency
        let sameExchange =
            former.exchangeRate == latter.exchangeRate || former.supplierCurrency != latter.supplierCurrency
        if former.quantity == latter.quantity {
            atFormerRate = former.cost
        } else {
            atFormerRate = sameRate && sameExchange ? latter.cost : try former.cost(ofQuantity: latter.quantity, former)
        }
        if sameExchange {
            atFormerExchange = latter.cost
        } else {
            atFormerExchange = sameRate ? atFormerRate : try latter.cost(ofQuantity: latter.quantity, former)
        }
    }
}

extension EstimateLine {
    /// What another quantity of this line costs in the books, at the exchange of a line.
    fileprivate func cost(ofQuantity quantity: Rate, _ exchange: EstimateLine) throws(MonetaryFault) -> Money {
        let supplier = try Money(
            pricing: quantity, at: unitCost, in: supplierCurrency, rounding: .halfUp)
        return try supplier.converted(to: cost.currency, at: exchange.exchangeRate, rounding: .halfEven)
    }
}

extension [CostChange] {
    /// The sum of changes, part by part.
    fileprivate func reduced(in currency: Currency) throws(MonetaryFault) -> CostChange {
        try CostChange(
            scope: lazy.map(\.scope).total(in: currency), volume: lazy.map(\.volume).total(in: currency),
            rate: lazy.map(\.rate).total(in: currency), exchange: lazy.map(\.exchange).total(in: currency),
            price: lazy.map(\.price).total(in: currency))
    }
}
