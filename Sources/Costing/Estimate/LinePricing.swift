import Monetary

/// What a line costs and what the client pays for it, from what its contract says. Pure arithmetic: every product is
/// rounded once, at the amount that somebody will invoice.
///
/// Products of a quantity and a rate, commissions and markups are rounded half up, as invoices are; an amount in another
/// currency becomes one of the books half even.
struct LinePricing {
    /// How the rate of a unit is stated and what the contract adds.
    enum Terms {
        case passThrough
        /// The rate is gross; the commission is taken off it.
        case gross(Commission)
        /// The rate is net; the commission is a share of the gross price that comes to it.
        case net(Commission)
        case markup(Rate)
        /// The price of one unit, in the currency of the books.
        case fixed(unitPrice: Rate)
    }

    let unitCost: Rate
    let supplierCost: Money
    let cost: Money
    let price: Money

    /// - Parameters:
    ///   - exchangeRate: units of the books for one of the supplier's currency; 1 where they are the same.
    /// - Throws: `overflow`.
    init(
        quantity: Rate, rate: Rate, _ terms: Terms, supplierCurrency: Currency, exchangeRate: Rate, currency: Currency
    ) throws(MonetaryFault) {
        let stated = try Money(pricing: quantity, at: rate, in: supplierCurrency, rounding: .halfUp)
        func booked(_ money: Money) throws(MonetaryFault) -> Money {
            supplierCurrency == currency
                ? money : try money.converted(to: currency, at: exchangeRate, rounding: .halfEven)
        }
        if case .gross(let commission) = terms {
            unitCost = try rate * (1 - commission.shareOfGross)
            supplierCost = try commission.net(ofGross: stated, rounding: .halfUp)
            cost = try booked(supplierCost)
            price = try booked(stated)
            return
        }
        unitCost = rate
        supplierCost = stated
        cost = try booked(stated)
        switch terms {
        case .passThrough, .gross: price = cost
        case .net(let commission): price = try PriceBasis.commission(commission).price(ofCost: cost)
        case .markup(let share): price = try PriceBasis.markup(share).price(ofCost: cost)
        case .fixed(let unitPrice): price = try Money(pricing: quantity, at: unitPrice, in: currency, rounding: .halfUp)
        }
    }
}

extension PriceBasis {
    /// What the client is billed for a cost, rounded half up once. A price agreed for the line is none of its cost: it brings
    /// nothing for what comes on top.
    ///
    /// - Throws: `overflow`.
    func price(ofCost cost: Money) throws(MonetaryFault) -> Money {
        switch self {
        case .passThrough: cost
        case .commission(let commission): try commission.gross(ofNet: cost, rounding: .halfUp)
        case .markup(let share): try cost + cost.times(share, rounding: .halfUp)
        case .fixed: .zero(cost.currency)
        }
    }
}

extension Money {
    /// An exact number of units as money; `nil` when it has more decimals than the currency.
    ///
    /// - Throws: `overflow`.
    init?(exactUnits units: Rate, _ currency: Currency) throws(MonetaryFault) {
        let minorUnits = try units * Rate(Int128(currency.minorUnitsPerUnit), over: 1)
        guard minorUnits.denominator == 1 else { return nil }
        try self.init(exactly: minorUnits.numerator, currency)
    }
}
