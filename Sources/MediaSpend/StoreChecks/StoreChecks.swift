public import Monetary
public import WorkTime

/// Visits of stores and what was seen on their shelves (店访).
///
/// The same whatever order the rows came in: stores are sorted by name, products by category, brand, name and size,
/// observations by day, store and product.
public struct StoreChecks: Hashable, Sendable {
    /// Of all prices and turnovers.
    public let currency: Currency
    public let stores: [CheckedStore]
    public let products: [ShelfProduct]
    /// Of each store, product and day one at most.
    public let observations: [ShelfObservation]
    /// What the data record of a product beside that a store handles it.
    public let records: Set<Record>
    /// Whether the stores are all that should be visited; otherwise they are those that were visited.
    public let hasStoreList: Bool

    /// Something that is recorded, or not, of every product.
    public enum Record: String, Hashable, Sendable, CaseIterable {
        case price, facings, promotion, stock, size
    }

    /// - Parameters:
    ///   - stores: each name once.
    ///   - products: each once.
    ///   - observations: of one store, product and day one at most; positions point into `stores` and `products`.
    public init(
        in currency: Currency, stores: [CheckedStore], products: [ShelfProduct], observations: [ShelfObservation],
        records: Set<Record> = Set(Record.allCases), hasStoreList: Bool = false
    ) {
        let storeOrder = stores.indices.sorted { stores[$0].name < stores[$1].name }
        let productOrder = products.indices.sorted { products[$0] < products[$1] }
        let (storePlaces, productPlaces) = (Self.places(storeOrder), Self.places(productOrder))
        self.currency = currency
        self.stores = storeOrder.map { stores[$0] }
        self.products = productOrder.map { products[$0] }
        self.observations = observations.map { observation in
            var moved = observation
            moved.store = storePlaces[observation.store]
            moved.product = productPlaces[observation.product]
            return moved
        }.sorted { ($0.day, $0.store, $0.product) < ($1.day, $1.store, $1.product) }
        self.records = records
        self.hasStoreList = hasStoreList
        checkInvariants()
    }

    private static func places(_ order: [Int]) -> [Int] {
        var places = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() { places[index] = place }
        return places
    }

    /// The months in which a store was visited, in order.
    public var months: [CivilMonth] { Set(observations.map { CivilMonth(of: $0.day) }).sorted() }

    /// The categories of products, in order; the empty name where none are stated.
    public var categories: [String] { Set(products.map(\.category)).sorted() }

    /// The brands of one category, or of all, in order.
    public func brands(in category: String?) -> [String] {
        Set(products.filter { category == nil || $0.category == category }.map(\.brand)).sorted()
    }

    private func checkInvariants() {
        #if HEADROOM_CHECKS
            precondition(Set(stores.map(\.name)).count == stores.count, "two stores of one name")
            precondition(Set(products).count == products.count, "a product stands twice")
            for (left, right) in zip(observations, observations.dropFirst()) {
                precondition(
                    (left.day, left.store, left.product) < (right.day, right.store, right.product),
                    "“\(products[left.product].name)” twice in “\(stores[left.store].name)” on \(left.day)")
            }
            for observation in observations {
                precondition(observation.price.map { $0.minorUnits > 0 && $0.currency == currency } ?? true)
                precondition(observation.facings.map { $0 >= 0 } ?? true)
            }
        #endif
    }
}
