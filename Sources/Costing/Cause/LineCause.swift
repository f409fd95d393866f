public import Monetary

/// Why one line is forecast to cost something else than was estimated. Amounts are added cost: below zero is a saving.
///
/// One thing is changed after another, and each change is priced with those before it made:
/// 1. **scope**: what change orders added to the line or took from it;
/// 2. **volume**: units delivered beyond the estimate, or not delivered when the line is finished or its orders are closed short,
///    at the estimated rate and exchange;
/// 3. **exchange**: what is accrued or on order in the supplier's currency, at the rate of the books instead of the
///    estimate's;
/// 4. **timing**: of the work that is done, the part of what still deviates that no invoice has confirmed yet, because the
///    books run behind the work;
/// 5. **rate**: the price of a unit, which is all that remains to be changed up to the median of the forecast;
/// 6. **margin**: from there to the stated confidence. It is no event but what being so sure asks for.
///
/// A line that the version in force does not have is **unlinked** as a whole.
public struct LineCause: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case scope
        case volume
        case rate
        case exchange
        case timing
        case unlinked
        case margin
    }

    public let line: LineID
    /// As the version has it that the forecast is held against; zero where it does not have the line.
    public let estimated: Money
    public let forecast: Money
    private let causes: [Kind: Money]

    /// The forecast less the estimate.
    public let gap: Money

    /// One cause; zero where it plays no part. All together are ``gap``.
    public subscript(kind: Kind) -> Money { causes[kind] ?? .zero(gap.currency) }

    /// The cause that weighs most, of equals the first in the order of ``Kind``; `nil` where there is no gap.
    public var leading: Kind? {
        let kind = Kind.allCases.filter { !self[$0].isZero && self[$0].isNegative == gap.isNegative }
            .max { self[$0].minorUnits.magnitude < self[$1].minorUnits.magnitude }
        return gap.isZero ? nil : kind
    }

    init(
        _ id: LineID, from base: EstimateLine?, to current: EstimateLine?, _ outlook: LineOutlook?, _ status: JobStatus
    ) throws(MonetaryFault) {
        let nothing = Money.zero(status.estimate.currency)
        line = id
        estimated = base?.cost ?? nothing
        forecast = outlook?.atConfidence ?? nothing
        gap = try forecast - estimated
        var causes: [Kind: Money] = [:]
        causes[.margin] = try forecast - (outlook?.median ?? nothing)
        causes[.scope] = try (current?.cost ?? nothing) - estimated
        if let current, let outlook {
            let deviation = try LineDeviation(current, outlook, status)
            causes[.timing] = deviation.timing
            causes[.volume] = deviation.volume
            causes[.exchange] = deviation.exchange
            causes[.rate] = try deviation.rate()
        } else {
            causes[.unlinked] = outlook?.median ?? nothing
        }
        self.causes = causes
    }
}

/// The deviation of the median of a line from the version that holds now, taken apart.
private struct LineDeviation {
    let whole: Money
    let timing: Money
    let volume: Money
    let exchange: Money

    init(_ line: EstimateLine, _ outlook: LineOutlook, _ status: JobStatus) throws(MonetaryFault) {
        let standing = status.books.standing
        let exchanged = try Self.exchange(line, standing.orders.filter { $0.line == line.id })
        whole = try outlook.median - line.cost
        volume = try Self.volume(line, outlook, on: status)
        exchange = try exchanged.done + exchanged.open
        timing = try Self.unconfirmed(outlook, standing.line(line.id), explained: volume + exchanged.done)
    }

    func rate() throws(MonetaryFault) -> Money { try whole - timing - volume - exchange }

    /// The part of the deviation of work done, late invoices counted by their probability, for which there is no invoice.
    ///
    /// - Parameter explained: what of the deviation other causes explain.
    private static func unconfirmed(
        _ outlook: LineOutlook, _ standing: LineStanding?, explained: Money
    ) throws(MonetaryFault) -> Money {
        let nothing = Money.zero(outlook.budget.currency)
        guard outlook.isReported else { return nothing }
        let late = try outlook.lateInvoice.map { risk throws(MonetaryFault) in
            try Money(rounding: risk.amount.approximateUnits * risk.probability, risk.amount.currency)
        }
        let unbooked = try outlook.openForWorkDone + (late ?? nothing)
        let done = try outlook.accrued + unbooked
        let uninvoiced = try (standing?.notInvoiced ?? nothing) + unbooked
        guard done.minorUnits > 0, uninvoiced.minorUnits > 0 else { return nothing }
        // Where an open order pays for work that is not booked, that work is taken to cost its budget, exchange apart.
        let known = outlook.openForWorkDone.isZero ? explained : nothing
        let deviation = try done - outlook.earnedValue - known
        return try deviation.times(uninvoiced.least(done).ratio(to: done), rounding: .halfEven)
    }

    /// Units beyond the estimate, or missing where no more are to come, at its estimated cost.
    private static func volume(
        _ line: EstimateLine, _ outlook: LineOutlook, on status: JobStatus
    ) throws(MonetaryFault) -> Money {
        let (day, progress) = (status.books.day, status.plan.progress(of: line))
        let isComplete = progress.isFinished(at: day) || !outlook.notBought.isZero
        guard let units = progress.units(at: day), line.quantity > 0, units > line.quantity || isComplete
        else { return .zero(line.cost.currency) }
        return try line.cost.times((units - line.quantity) / line.quantity, rounding: .halfEven)
    }

    /// Only orders in the currency that the line was estimated in can be held against its exchange: of work done and of what is
    /// still open.
    private static func exchange(
        _ line: EstimateLine, _ orders: [OrderStanding]
    ) throws(MonetaryFault) -> (done: Money, open: Money) {
        let currency = line.cost.currency
        var (done, open) = (MoneyTotal(in: currency), MoneyTotal(in: currency))
        guard line.supplierCurrency != currency else { return (.zero(currency), .zero(currency)) }
        for order in orders where order.ordered.currency == line.supplierCurrency {
            let left = order.isClosed ? .zero(order.accrued.currency) : try (order.ordered - order.accrued).notBelowZero
            try done.add(
                try order.bookAccrued
                    - order.accrued.converted(
                        to: currency, at: line.exchangeRate, rounding: .halfEven))
            try open.add(
                try order.bookOpen
                    - left.converted(
                        to: currency, at: line.exchangeRate, rounding: .halfEven))
        }
        return (try done.money(), try open.money())
    }
}
