public import Monetary
public import WorkTime

/// One line of an estimate: a quantity of something from one supplier, at a rate.
public struct EstimateLine: Hashable, Sendable, Codable {
    public let id: LineID
    public let name: String
    /// `media`, `production`, `research`, `fee` …: the agency's own word.
    public let category: String
    public let phase: String?
    public let supplier: String?
    /// How many units, above zero and exact: `2.5` days are 5/2.
    public let quantity: Rate
    /// `spot`, `day`, `page`; `nil` for a lump sum.
    public let unit: String?
    /// What one unit costs the agency, in the currency of the supplier. Exact: it may have more decimals than money.
    public let unitCost: Rate
    /// Whether the file states the rate of one unit gross, before the agency's commission; see ``statedRate()``.
    public let isStatedGross: Bool
    /// The currency of the supplier.
    public let supplierCurrency: Currency
    /// Units of the currency of the books for one unit of the supplier's; 1 where they are the same.
    public let exchangeRate: Rate
    /// Quantity × unit cost, rounded once, in the currency of the supplier: what an order over the line is expected to say.
    public let supplierCost: Money
    /// The same in the currency of the books. What the agency pays, net of commission and of tax.
    public let cost: Money
    /// What the client is billed for the line before tax: the cost and what the contract adds to it.
    public let price: Money
    /// How the price comes from the cost.
    public let basis: PriceBasis
    /// The activities of the plan that this line pays for; empty where dates are stated instead.
    public let activities: [String]
    /// The first and the last day on which the work of the line is done; `nil` where the activities say it or, without
    /// activities, for the whole of the job.
    public let start: CivilDay?
    public let finish: CivilDay?
    public let earning: EarningRule

    public init(
        id: LineID, name: String, category: String, phase: String?, supplier: String?, quantity: Rate, unit: String?,
        unitCost: Rate, supplierCurrency: Currency, exchangeRate: Rate, supplierCost: Money, cost: Money, price: Money,
        basis: PriceBasis, activities: [String], start: CivilDay?, finish: CivilDay?, earning: EarningRule,
        isStatedGross: Bool = false
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.phase = phase
        self.supplier = supplier
        self.quantity = quantity
        self.unit = unit
        self.unitCost = unitCost
        self.supplierCurrency = supplierCurrency
        self.exchangeRate = exchangeRate
        self.supplierCost = supplierCost
        self.cost = cost
        self.price = price
        self.basis = basis
        self.activities = activities
        self.start = start
        self.finish = finish
        self.earning = earning
        self.isStatedGross = isStatedGross
    }

    /// The rate of one unit as the file states it: gross where it is stated gross, else what one unit costs.
    ///
    /// - Throws: `overflow`.
    public func statedRate() throws(MonetaryFault) -> Rate {
        guard isStatedGross, case .commission(let commission) = basis else { return unitCost }
        return try unitCost / (1 - commission.shareOfGross)
    }

    /// What the contract adds to the cost of the line: commission, markup, or the rest of an agreed price, which may be
    /// below zero.
    ///
    /// - Throws: `overflow`.
    public func addition() throws(MonetaryFault) -> Money { try price - cost }
}

/// How the client's price of a line comes from its cost, as the contract says.
public enum PriceBasis: Hashable, Sendable, Codable {
    /// The client pays what the supplier is paid.
    case passThrough
    /// The agency keeps a share of the gross, which is the price, whether the line states that or the net.
    case commission(Commission)
    /// A share of the cost is added to it.
    case markup(Rate)
    /// A price agreed for the line, whatever it costs: a fee, a retainer.
    case fixed
}

/// When the budget of a line counts as earned. Never from what was spent: spend is not progress.
public enum EarningRule: Hashable, Sendable, Codable {
    /// Nothing until the work is finished.
    case onFinish
    /// Half when the work begins, half when it is finished.
    case halfOnStart
    /// By the per cent complete that is reported.
    case percentComplete
    /// By the units that are reported as delivered, of the quantity of the line.
    case units
    /// By named steps, each a share of the line. The shares add up to 1.
    case milestones([Milestone])

    public struct Milestone: Hashable, Sendable, Codable {
        public let name: String
        /// Above 0.
        public let share: Rate
        /// When it is planned to be reached; `nil` where only the order is known.
        public let due: CivilDay?

        public init(name: String, share: Rate, due: CivilDay?) {
            self.name = name
            self.share = share
            self.due = due
        }
    }
}
