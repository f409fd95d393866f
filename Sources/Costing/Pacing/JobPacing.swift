public import Monetary
public import WorkTime

/// The pace of the media of a job: each line with a flight, net as the agency pays it and gross as the client is billed.
public struct JobPacing: Hashable, Sendable {
    /// The first day that does not count.
    public let today: CivilDay
    /// The last day that counts.
    public var through: CivilDay { today.advanced(by: -1) }
    public let currency: Currency
    public let calendar: DeliveryCalendar
    public let isCapped: Bool
    /// In the order of the estimate.
    public let lines: [LinePacing]

    /// - Parameters:
    ///   - plan: with books up to today or later.
    ///   - spent: where the ledger stood at the end of yesterday.
    /// - Throws: `overflow`.
    public init(
        _ plan: PricedPlan, spent: LedgerStanding, today: CivilDay, calendar: DeliveryCalendar = .even,
        isCapped: Bool = false
    ) throws(MonetaryFault) {
        self.today = today
        self.calendar = calendar
        self.isCapped = isCapped
        currency = plan.books.estimate.currency
        var lines: [LinePacing] = []
        for line in plan.books.estimate.lines where line.isPaced {
            guard let days = plan.plannedDays(of: line.id) else { continue }
            let net = spent.line(line.id)?.accrued ?? .zero(line.cost.currency)
            let gross = try line.price(of: net)
            let pace = { (budget: Money, spend: Money) in
                Pacing(
                    budget: budget, spend: spend, flight: days, today: today, calendar: calendar, isCapped: isCapped)
            }
            lines.append(
                LinePacing(
                    line: line.id, net: pace(line.cost, net), gross: pace(line.price, gross),
                    units: plan.progress(of: line).units(at: today.advanced(by: -1)), quantity: line.quantity,
                    unit: line.unit))
        }
        self.lines = lines
    }

    /// All flights together, over the days on which each of them runs: what should be spent is the sum of what each should.
    ///
    /// - Throws: `overflow`.
    public func totals() throws(MonetaryFault) -> Totals {
        Totals(
            budget: try lines.lazy.map(\.net.budget).total(in: currency),
            grossBudget: try lines.lazy.map(\.gross.budget).total(in: currency),
            spend: try lines.lazy.map(\.net.spend).total(in: currency),
            grossSpend: try lines.lazy.map(\.gross.spend).total(in: currency),
            expected: try lines.map { line throws(MonetaryFault) in try line.net.expectedSpend() }.total(in: currency),
            deviation: try lines.compactMap { try? $0.net.deviation }.total(in: currency))
    }

    public struct Totals: Hashable, Sendable {
        public let budget: Money
        public let grossBudget: Money
        public let spend: Money
        public let grossSpend: Money
        /// What should be spent through yesterday, net.
        public let expected: Money
        /// Of the flights for which it is known.
        public let deviation: Money

        /// Spend per what should be spent, net.
        public var index: Rate {
            get throws(Undefined) { try EarnedValue.ratio(spend, expected, ifZero: .noTimeElapsed) }
        }
    }
}

/// The pace of one line.
public struct LinePacing: Hashable, Sendable {
    public let line: LineID
    /// At cost: what the agency pays.
    public let net: Pacing
    /// At the price that the client is billed.
    public let gross: Pacing
    /// Delivered through yesterday; `nil` where nobody counts them.
    public let units: Rate?
    /// What the line orders in all.
    public let quantity: Rate
    public let unit: String?
    /// Units delivered per units that should be delivered by now.
    ///
    /// - Throws: `noUnits` where nobody counts them, `noTimeElapsed` before the first day is over.
    public var deliveryIndex: Rate {
        get throws(Undefined) {
            guard let units else { throw .noUnits }
            guard net.elapsedShare > 0, quantity > 0 else { throw .noTimeElapsed }
            return try counted { () throws(MonetaryFault) in try units / quantity / net.elapsedShare }
        }
    }
}

extension EstimateLine {
    /// Whether it is media, or is delivered in units over a flight of its own.
    public var isPaced: Bool {
        let words = ["media", "媒介", "媒体"]
        return words.contains(category.lowercased()) || earning == .units && start != nil && finish != nil
    }

    /// What a cost of this line is billed at, in the proportion of the estimate, so that all of the cost comes to all of the price;
    /// rounded half up, as invoices are.
    func price(of cost: Money) throws(MonetaryFault) -> Money {
        guard !self.cost.isZero else { return cost }
        return try cost.times(price.ratio(to: self.cost), rounding: .halfUp)
    }
}
