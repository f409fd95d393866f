public import Monetary
public import WorkTime

/// What a job is estimated to cost and what the client is asked to approve, as one version states it.
///
/// A checked value: lines have different ids, every amount that is counted together is in ``currency``. Three reserves
/// are kept apart, as they belong to different people: the contingency is approved by the client and not given to any
/// line; the management reserve is the agency's and is not in what the client approves; the ceiling is the client's limit,
/// and no money at all.
public struct CostEstimate: Hashable, Sendable, Codable {
    public let job: JobID
    public let name: String
    public let client: String
    /// The kind of job, by which closed jobs are compared: `campaign`, `research`. `nil` where nobody says.
    public let type: String?
    /// The currency of the books: that of every amount which is not stated to be in another one.
    public let currency: Currency
    /// From 1. A version after an approved one is a change order.
    public let version: Int
    /// The day from which this version holds; costs and variances before it stay measured against the version before.
    public let effective: CivilDay
    /// Why this version came to be, in the words of whoever made it; `nil` for a first one.
    public let reason: String?
    public let start: CivilDay
    /// The last day of the job.
    public let finish: CivilDay
    /// In the order of the file.
    public let lines: [EstimateLine]
    public let contingency: Money
    public let managementReserve: Money
    public let ceiling: Money?
    /// When the client is to be billed how much, by date; empty where the contract does not say.
    public let billing: [BillingStep]
    /// The rates between currencies that the lines are estimated at, by currency.
    public let exchanges: [EstimateExchange]
    /// Of what the client is billed; shown beside every amount and in none. `nil` where nobody says.
    public let taxRate: Rate?

    public init(
        job: JobID, name: String, client: String, type: String?, currency: Currency, version: Int, effective: CivilDay,
        reason: String?, start: CivilDay, finish: CivilDay, lines: [EstimateLine], contingency: Money,
        managementReserve: Money, ceiling: Money?,
        billing: [BillingStep], exchanges: [EstimateExchange] = [], taxRate: Rate? = nil
    ) {
        self.job = job
        self.name = name
        self.client = client
        self.type = type
        self.currency = currency
        self.version = version
        self.effective = effective
        self.reason = reason
        self.start = start
        self.finish = finish
        self.lines = lines
        self.contingency = contingency
        self.managementReserve = managementReserve
        self.ceiling = ceiling
        self.billing = billing
        self.exchanges = exchanges
        self.taxRate = taxRate
    }

    public func line(_ id: LineID) -> EstimateLine? { lines.first { $0.id == id } }
}

// MARK: Totals

extension CostEstimate {
    /// What the work of all lines is estimated to cost the agency: the budget at completion.
    public func cost() throws(MonetaryFault) -> Money { try lines.lazy.map(\.cost).total(in: currency) }

    /// What the client is to pay for all lines, before tax.
    public func price() throws(MonetaryFault) -> Money { try lines.lazy.map(\.price).total(in: currency) }

    /// What the job may cost once the client has approved this version: all lines and the contingency.
    public func approvedCost() throws(MonetaryFault) -> Money { try cost() + contingency }

    /// The most that the client is asked to pay before tax: the price of all lines and the contingency.
    public func askedPrice() throws(MonetaryFault) -> Money { try price() + contingency }

    /// What the contract adds to the cost of all lines: the sum of what it adds to each.
    public func addition() throws(MonetaryFault) -> Money {
        var total = MoneyTotal(in: currency)
        for line in lines { try total.add(line.addition()) }
        return try total.money()
    }

    /// The tax on a price, rounded half up, as invoices are; `nil` where no tax is stated.
    public func tax(on price: Money) throws(MonetaryFault) -> Money? {
        guard let taxRate else { return nil }
        return try price.times(taxRate, rounding: .halfUp)
    }
}

/// The rate at which an estimate counts another currency.
public struct EstimateExchange: Hashable, Sendable, Codable {
    public let currency: Currency
    /// Units of the currency of the books for one of this currency. Above 0.
    public let rate: Rate
    /// Of which day the rate is; `nil` where nobody says.
    public let date: CivilDay?
    /// Who says so: a bank, a contract.
    public let source: String?

    public init(currency: Currency, rate: Rate, date: CivilDay?, source: String?) {
        self.currency = currency
        self.rate = rate
        self.date = date
        self.source = source
    }
}

/// An invoice to the client that the contract foresees.
public struct BillingStep: Hashable, Sendable, Codable {
    public let name: String
    public let date: CivilDay
    /// Before tax.
    public let amount: Money
    /// Whether it is paid in advance for work that is not named yet.
    public let isRetainer: Bool

    public init(name: String, date: CivilDay, amount: Money, isRetainer: Bool) {
        self.name = name
        self.date = date
        self.amount = amount
        self.isRetainer = isRetainer
    }
}
