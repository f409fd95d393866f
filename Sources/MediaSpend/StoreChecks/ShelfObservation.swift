public import Monetary
public import WorkTime

/// What someone saw of one product on one visit of a store.
public struct ShelfObservation: Hashable, Sendable {
    /// Positions among the stores and products of the checks.
    public var store: Int
    public var product: Int
    public let day: CivilDay
    /// Whether the store handles the product, in stock or out of it.
    public let isHandled: Bool
    /// What a buyer pays for one; above zero.
    public let price: Money?
    /// How many of it stand side by side on the shelf; 0 or more.
    public let facings: Int?
    public let isPromoted: Bool
    public let isOutOfStock: Bool
    /// Addresses on the web, or paths of files beside the paper.
    public var photos: [String]

    public init(
        store: Int, product: Int, on day: CivilDay, isHandled: Bool = true, price: Money? = nil, facings: Int? = nil,
        isPromoted: Bool = false, isOutOfStock: Bool = false, photos: [String] = []
    ) {
        self.store = store
        self.product = product
        self.day = day
        self.isHandled = isHandled
        self.price = price
        self.facings = facings
        self.isPromoted = isPromoted
        self.isOutOfStock = isOutOfStock
        self.photos = photos
    }
}
