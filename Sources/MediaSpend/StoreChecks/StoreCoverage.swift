public import WorkTime

/// How many of the stores that should be visited were (访店覆盖).
public struct StoreCoverage: Hashable, Sendable {
    /// All stores that should be visited: those of the list, else those visited in this month or before.
    public let stores: Int
    /// Whether a list says which stores should be visited.
    public let isListed: Bool
    public let visited: Int
    /// Days on which a store was visited, over all stores.
    public let visits: Int
    /// How many stores were visited on more than one day: of each product the latest observation counts.
    public let revisited: Int
    /// How many were visited the month before.
    public let previouslyVisited: Derived<Int>
    /// How many of the visited stores were visited the month before as well: they alone tell of changes of price and listing.
    public let matched: Derived<Int>
    /// In the order of names.
    public let notVisited: [MissedStore]

    /// The part of the stores that was visited.
    public var rate: Derived<Double> { share(of: Int64(visited), in: Int64(stores)) }

    /// A store that was not visited in the month.
    public struct MissedStore: Hashable, Sendable {
        public let store: CheckedStore
        /// Before the month; `nil` when it never was.
        public let lastVisit: CivilDay?
    }
}

extension StoreCoverage {
    /// - Parameter shelf: the stores that were visited.
    init(_ shelf: MonthShelf, since previous: MonthShelf?, of checks: StoreChecks) {
        var lastVisits: [Int: CivilDay] = [:]
        for observation in checks.observations where observation.day < shelf.month.firstDay {
            lastVisits[observation.store] = observation.day
        }
        let visited = Set(shelf.stores)
        let missed = checks.stores.indices.filter { store in
            !visited.contains(store) && (checks.hasStoreList || lastVisits[store] != nil)
        }
        stores = visited.count + missed.count
        isListed = checks.hasStoreList
        self.visited = visited.count
        visits = shelf.visits
        revisited = shelf.revisited
        previouslyVisited = previous.map { .value($0.stores.count) } ?? .absent(.notVisited)
        matched = previous.map { .value(visited.intersection($0.stores).count) } ?? .absent(.notVisited)
        notVisited = missed.map { MissedStore(store: checks.stores[$0], lastVisit: lastVisits[$0]) }
    }
}
