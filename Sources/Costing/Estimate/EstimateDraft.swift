public import Diagnostics
public import Monetary
public import WorkTime

/// An estimate as a file states it, not checked yet.
///
/// Amounts are exact numbers here and become money once their currency is known to exist.
public struct EstimateDraft: Hashable, Sendable {
    /// Where the file begins.
    public var place: SourcePlace?
    public var name: Located<String>?
    public var job: Located<String>?
    public var client: Located<String>?
    public var type: Located<String>?
    /// The code of a currency.
    public var currency: Located<String>?
    public var version: Located<Int>?
    public var effective: Located<CivilDay>?
    public var reason: Located<String>?
    public var start: Located<CivilDay>?
    public var finish: Located<CivilDay>?
    public var contingency: Located<StatedPortion>?
    public var managementReserve: Located<StatedPortion>?
    public var ceiling: Located<Rate>?
    public var exchanges: [ExchangeDraft]
    /// A share of what is billed.
    public var tax: Located<Rate>?
    public var lines: [EstimateLineDraft]
    public var billing: [BillingStepDraft]
    /// What stands in the file and cannot be read; that was reported, so its absence is not.
    public var unread: Set<Part>

    /// What every estimate must state.
    public enum Part: Hashable, Sendable {
        case name, client, currency, version, start, finish, lines
    }

    public init(
        at place: SourcePlace? = nil, name: Located<String>? = nil, job: Located<String>? = nil,
        client: Located<String>? = nil, type: Located<String>? = nil, currency: Located<String>? = nil,
        version: Located<Int>? = nil, effective: Located<CivilDay>? = nil, reason: Located<String>? = nil,
        start: Located<CivilDay>? = nil, finish: Located<CivilDay>? = nil, contingency: Located<StatedPortion>? = nil,
        managementReserve: Located<StatedPortion>? = nil, ceiling: Located<Rate>? = nil,
        exchanges: [ExchangeDraft] = [], tax: Located<Rate>? = nil, lines: [EstimateLineDraft] = [],
        billing: [BillingStepDraft] = [], unread: Set<Part> = []
    ) {
        self.place = place
        self.name = name
        self.job = job
        self.client = client
        self.type = type
        self.currency = currency
        self.version = version
        self.effective = effective
        self.reason = reason
        self.start = start
        self.finish = finish
        self.contingency = contingency
        self.managementReserve = managementReserve
        self.ceiling = ceiling
        self.exchanges = exchanges
        self.tax = tax
        self.lines = lines
        self.billing = billing
        self.unread = unread
    }
}

/// An amount of money, or a share of one.
public enum StatedPortion: Hashable, Sendable {
    /// In units of a currency: 60000.
    case amount(Rate)
    /// Of a whole: 1/20 for 5 %.
    case share(Rate)
}

/// A rate between two currencies as a file states it: so many units of the books for `per` units of the other.
public struct ExchangeDraft: Hashable, Sendable {
    public var currency: Located<String>
    /// `nil` where it could not be read, which was reported.
    public var rate: Located<Rate>?
    public var per: Located<Rate>?
    public var date: Located<CivilDay>?
    public var source: Located<String>?

    public init(
        currency: Located<String>, rate: Located<Rate>?, per: Located<Rate>? = nil, date: Located<CivilDay>? = nil,
        source: Located<String>? = nil
    ) {
        self.currency = currency
        self.rate = rate
        self.per = per
        self.date = date
        self.source = source
    }
}

/// A step of the billing as a file states it.
public struct BillingStepDraft: Hashable, Sendable {
    public var place: SourcePlace?
    public var name: Located<String>?
    /// `nil` where it is missing; where it could not be read, ``isUnread`` says so.
    public var date: Located<CivilDay>?
    /// A share is one of the price of all lines.
    public var amount: Located<StatedPortion>?
    public var isRetainer: Bool
    /// Whether the date or the amount stands there and could not be read, which was reported.
    public var isUnread: Bool

    public init(
        at place: SourcePlace? = nil, name: Located<String>?, date: Located<CivilDay>?,
        amount: Located<StatedPortion>?, isRetainer: Bool = false, isUnread: Bool = false
    ) {
        self.place = place
        self.name = name
        self.date = date
        self.amount = amount
        self.isRetainer = isRetainer
        self.isUnread = isUnread
    }
}
