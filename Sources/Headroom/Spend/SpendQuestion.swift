public import MediaSpend
public import Store
public import WorkTime

/// What a monthly spending paper is asked for.
public struct SpendQuestion: Sendable {
    public var month: CivilMonth
    /// `nil`: every category.
    public var category: String?
    /// A file that lists the brands of the competitive set; `nil`: all.
    public var set: InputFile?
    /// A table of market shares from outside, see `MarketShareFile`; `nil`: none.
    public var marketShares: InputFile?
    /// A table of rating points and impressions from outside, see `RatingsFile`; `nil`: none.
    public var ratings: InputFile?
    /// The client's brand.
    public var brand: String?
    /// The layout that the data came through; needed only where a workspace holds data of several.
    public var source: String?
    /// What changes are explained against.
    public var base: Base
    /// How such a change is taken apart.
    public var decomposition: DecompositionMethod
    /// How many months the outlook covers; 1 or more.
    public var horizon: Int
    /// The delivery after which nothing counts: the figures as they were published then; `nil`: all deliveries.
    public var asOf: DeliveryID?

    /// The month that a change is explained against.
    public enum Base: String, Sendable, CaseIterable {
        /// The same month a year ago.
        case year
        /// The month before.
        case month
    }

    public init(
        month: CivilMonth, category: String? = nil, set: InputFile? = nil, marketShares: InputFile? = nil,
        ratings: InputFile? = nil, brand: String? = nil,
        source: String? = nil, base: Base = .year, decomposition: DecompositionMethod = .stepwise, horizon: Int = 3,
        asOf: DeliveryID? = nil
    ) {
        precondition(horizon >= 1, "an outlook of \(horizon) months")
        self.month = month
        self.category = category
        self.set = set
        self.marketShares = marketShares
        self.ratings = ratings
        self.brand = brand
        self.source = source
        self.base = base
        self.decomposition = decomposition
        self.horizon = horizon
        self.asOf = asOf
    }
}
