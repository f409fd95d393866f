import Monetary

/// The shelves of two months beside each other: what the same stores say in both.
struct ShelfComparison {
    private let currency: Currency
    private let recordsPrices: Bool
    /// How many stores were visited in both.
    let matchedStores: Int
    /// By product.
    private var pairs: [Int: [(before: Int64, now: Int64)]] = [:]
    private var handling: [Int: (before: Set<Int>, now: Set<Int>)] = [:]

    init(_ current: MonthShelf, since base: MonthShelf, of checks: StoreChecks) {
        currency = checks.currency
        recordsPrices = checks.records.contains(.price)
        let matched = Set(current.stores).intersection(base.stores)
        matchedStores = matched.count
        let before = Dictionary(uniqueKeysWithValues: base.observations.map { (ShelfKey($0), $0) })
        for observation in current.observations where matched.contains(observation.store) {
            if observation.isHandled {
                handling[observation.product, default: ([], [])].now.insert(observation.store)
            }
            guard let now = observation.price, let then = before[ShelfKey(observation)]?.price else { continue }
            pairs[observation.product, default: []].append((then.minorUnits, now.minorUnits))
        }
        for observation in base.observations where matched.contains(observation.store) && observation.isHandled {
            handling[observation.product, default: ([], [])].before.insert(observation.store)
        }
    }

    /// The change of price over some products.
    func prices(of products: some Sequence<Int>) -> Derived<MatchedPrices> {
        guard recordsPrices else { return .absent(.notRecorded) }
        return MatchedPrices(products.flatMap { pairs[$0] ?? [] }, in: currency).map { .value($0) } ?? .absent(.noMatch)
    }

    /// The stores that handle one or more of some products, then and now.
    func listing(of products: some Sequence<Int>) -> Derived<ListingChange> {
        guard matchedStores > 0 else { return .absent(.noMatch) }
        var (before, now): (Set<Int>, Set<Int>) = ([], [])
        for product in products {
            guard let stores = handling[product] else { continue }
            before.formUnion(stores.before)
            now.formUnion(stores.now)
        }
        return .value(
            ListingChange(
                storesBefore: before.count, storesNow: now.count, gained: now.subtracting(before).count,
                lost: before.subtracting(now).count))
    }
}
