import WorkTime

/// What the visits of one month found: of each store and product the latest observation.
///
/// A later visit that did not look at a product leaves standing what an earlier one saw of it: field staff divide the
/// brands of a store among them.
struct MonthShelf: Sendable {
    let month: CivilMonth
    /// Those that were visited, in order.
    let stores: [Int]
    /// Days on which a store was visited, over all stores.
    let visits: Int
    /// How many stores were visited on more than one day.
    let revisited: Int
    /// By product, then store.
    let observations: [ShelfObservation]

    /// `nil` when no store was visited.
    init?(of checks: StoreChecks, in month: CivilMonth) {
        var latest: [ShelfKey: ShelfObservation] = [:]
        var days: [Int: Set<CivilDay>] = [:]
        // Observations are in the order of days, so that a later one takes the place of an earlier one.
        for observation in checks.observations where CivilMonth(of: observation.day) == month {
            latest[ShelfKey(observation)] = observation
            days[observation.store, default: []].insert(observation.day)
        }
        guard !days.isEmpty else { return nil }
        self.init(month: month, days: days, latest.values)
    }

    private init(month: CivilMonth, days: [Int: Set<CivilDay>], _ observations: some Sequence<ShelfObservation>) {
        self.month = month
        stores = days.keys.sorted()
        visits = days.values.reduce(0) { $0 + $1.count }
        revisited = days.values.count { $0.count > 1 }
        self.observations = observations.sorted { ($0.product, $0.store) < ($1.product, $1.store) }
    }

    private init(_ whole: MonthShelf, stores: [Int], observations: [ShelfObservation]) {
        month = whole.month
        self.stores = stores
        visits = whole.visits
        revisited = whole.revisited
        self.observations = observations
    }

    /// What was found in some of the stores; counts of visits stay those of the whole.
    func restricted(to part: Set<Int>) -> MonthShelf {
        MonthShelf(
            self, stores: stores.filter(part.contains), observations: observations.filter { part.contains($0.store) })
    }

    /// What was found of the products of each category, also of one of which nothing was.
    func divided(into categories: [String], of products: [ShelfProduct]) -> [String: MonthShelf] {
        let parts = Dictionary(grouping: observations) { products[$0.product].category }
        return Dictionary(
            uniqueKeysWithValues: categories.map {
                ($0, MonthShelf(self, stores: stores, observations: parts[$0] ?? []))
            })
    }
}

/// A product in a store.
struct ShelfKey: Hashable {
    let product: Int
    let store: Int

    init(_ observation: ShelfObservation) {
        product = observation.product
        store = observation.store
    }
}
