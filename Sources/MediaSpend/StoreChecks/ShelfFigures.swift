public import Monetary

/// What the shelves of a month say of one brand or product.
///
/// Counts add up over parts of the stores that have none in common; rates are made from them.
public struct ShelfFigures: Hashable, Sendable {
    public let storesVisited: Int
    /// Visited stores that handle it, in stock or out of it.
    public let storesHandling: Int
    /// The turnover of all visited stores, and of those that handle it.
    public let turnoverVisited: Derived<Money>
    public let turnoverHandling: Derived<Money>
    /// Products in stores that handle them: for one product as many as stores.
    public let placements: Int
    /// Placements that were out of stock, and that were promoted.
    public let outOfStock: Derived<Int>
    public let promoted: Derived<Int>
    /// Its facings, and those of its whole category.
    public let facings: Derived<Int>
    public let categoryFacings: Derived<Int>
    /// The mean of its shares of shelf store by store, each store counting the same. Stores without facings are left out.
    public let averageStoreShare: Derived<Double>
    public let prices: Derived<PriceSpread>
    /// Its prices over those of its category: 100 is the average of all prices of the same sizes, of this brand and the
    /// others. Sizes that only one brand sells are left out. Where no size is recorded, all products are compared.
    public let priceIndex: Derived<Double>
}

extension ShelfFigures {
    /// The part of the visited stores that handle it (铺货率).
    public var numericDistribution: Derived<Double> { Self.rate(.value(storesHandling), storesVisited, .notVisited) }

    /// The same by turnover (加权铺货率): how much of what the visited stores sell is sold where it is handled.
    public var weightedDistribution: Derived<Double> {
        switch (turnoverHandling, turnoverVisited) {
        case (.value(let part), .value(let whole)): share(of: part.minorUnits, in: whole.minorUnits)
        case (.absent(let reason), _), (_, .absent(let reason)): .absent(reason)
        }
    }

    /// The part of its placements that were out of stock (缺货率).
    public var outOfStockRate: Derived<Double> { Self.rate(outOfStock, placements, .notHandled) }

    /// The part of its placements that were promoted (促销率).
    public var promotionRate: Derived<Double> { Self.rate(promoted, placements, .notHandled) }

    /// Its part of all facings of the category, over all stores together (排面占比).
    public var shareOfShelf: Derived<Double> {
        switch (facings, categoryFacings) {
        case (.value(let part), .value(let whole)): share(of: Int64(part), in: Int64(whole))
        case (.absent(let reason), _), (_, .absent(let reason)): .absent(reason)
        }
    }

    private static func rate(_ part: Derived<Int>, _ whole: Int, _ empty: AbsenceReason) -> Derived<Double> {
        switch part {
        case .absent(let reason): .absent(reason)
        case .value(let part): whole > 0 ? .value(Double(part) / Double(whole)) : .absent(empty)
        }
    }
}
