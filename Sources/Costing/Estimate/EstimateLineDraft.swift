public import Diagnostics
public import Monetary
public import WorkTime

/// A line of an estimate as a file states it, not checked yet.
public struct EstimateLineDraft: Hashable, Sendable {
    public var id: Located<String>
    public var name: Located<String>?
    public var category: Located<String>?
    public var phase: Located<String>?
    public var supplier: Located<String>?
    /// The code of the currency of the supplier; `nil` for that of the estimate.
    public var currency: Located<String>?
    /// `nil` for a lump sum.
    public var quantity: Located<Rate>?
    public var unit: Located<String>?
    /// The price of one unit, in the currency of the supplier.
    public var rate: Located<Rate>?
    /// Whether the rate is stated gross.
    public var isGross: Located<Bool>?
    /// A share of gross.
    public var commission: Located<Rate>?
    /// A share of the cost.
    public var markup: Located<Rate>?
    /// What the client pays for one unit, in the currency of the estimate.
    public var price: Located<Rate>?
    public var activities: [Located<String>]
    public var start: Located<CivilDay>?
    public var finish: Located<CivilDay>?
    public var earning: Located<EarningRule>?
    /// Whether an amount of it stands there and cannot be read; that was reported, so nothing is said of what it leads to.
    public var isUnread: Bool

    public init(
        id: Located<String>, name: Located<String>? = nil, category: Located<String>? = nil,
        phase: Located<String>? = nil, supplier: Located<String>? = nil, currency: Located<String>? = nil,
        quantity: Located<Rate>? = nil, unit: Located<String>? = nil, rate: Located<Rate>? = nil,
        isGross: Located<Bool>? = nil, commission: Located<Rate>? = nil, markup: Located<Rate>? = nil,
        price: Located<Rate>? = nil, activities: [Located<String>] = [], start: Located<CivilDay>? = nil,
        finish: Located<CivilDay>? = nil, earning: Located<EarningRule>? = nil, isUnread: Bool = false
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.phase = phase
        self.supplier = supplier
        self.currency = currency
        self.quantity = quantity
        self.unit = unit
        self.rate = rate
        self.isGross = isGross
        self.commission = commission
        self.markup = markup
        self.price = price
        self.activities = activities
        self.start = start
        self.finish = finish
        self.earning = earning
        self.isUnread = isUnread
    }
}
