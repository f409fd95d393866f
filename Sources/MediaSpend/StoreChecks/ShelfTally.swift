import Monetary

/// What is counted of one brand or product while the shelves of a month are gone through.
struct ShelfTally {
    private(set) var stores: Set<Int> = []
    private(set) var placements = 0
    private(set) var outOfStock = 0
    private(set) var promoted = 0
    private(set) var facings = 0
    /// By store.
    private(set) var storeFacings: [Int: Int] = [:]
    /// In minor units, by size.
    private(set) var prices: [String: [Int64]] = [:]

    mutating func add(_ observation: ShelfObservation, size: String) {
        guard observation.isHandled else { return }
        stores.insert(observation.store)
        placements += 1
        if observation.isOutOfStock { outOfStock += 1 }
        if observation.isPromoted { promoted += 1 }
        if let count = observation.facings {
            facings += count
            storeFacings[observation.store, default: 0] += count
        }
        if let price = observation.price { prices[size, default: []].append(price.minorUnits) }
    }
}

/// The prices of one size in a category, with which those of a brand are compared.
struct SizePrices {
    private var sum: Int128 = 0
    private var count = 0
    private var brands: Set<String> = []

    mutating func add(_ price: Int64, of brand: String) {
        sum += Int128(price)
        count += 1
        brands.insert(brand)
    }

    /// Whether more than one brand sells this size: otherwise its average says nothing.
    var isContested: Bool { brands.count > 1 }
    var average: Double { Double(sum) / Double(count) }
}
