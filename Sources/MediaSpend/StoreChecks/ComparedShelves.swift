/// One category in the three months that are compared.
struct ComparedShelves {
    private let checks: StoreChecks
    private let category: String
    private let current: CategoryShelf
    private let previous: CategoryShelf?
    private let yearAgo: CategoryShelf?
    private let sincePrevious: ShelfComparison?
    private let sinceYearAgo: ShelfComparison?

    init(_ months: ShelfMonths, _ category: String, of checks: StoreChecks) {
        self.checks = checks
        self.category = category
        current = CategoryShelf(months.current, of: checks)
        previous = months.previous.map { CategoryShelf($0, of: checks) }
        yearAgo = months.yearAgo.map { CategoryShelf($0, of: checks) }
        sincePrevious = months.previous.map { ShelfComparison(months.current, since: $0, of: checks) }
        sinceYearAgo = months.yearAgo.map { ShelfComparison(months.current, since: $0, of: checks) }
    }

    /// Those that a store handles in this month or the one before.
    var handledProducts: Set<Int> { current.handledProducts.union(previous?.handledProducts ?? []) }

    func line(brand: String, of products: [Int]) -> ShelfLine {
        line(brand, nil, products) { $0.figures(ofBrand: brand) }
    }

    func line(product: Int) -> ShelfLine {
        line(checks.products[product].brand, checks.products[product], [product]) { $0.figures(ofProduct: product) }
    }

    private func line(
        _ brand: String, _ product: ShelfProduct?, _ products: [Int], _ figures: (CategoryShelf) -> ShelfFigures
    ) -> ShelfLine {
        func known<Value>(_ value: Derived<Value>?) -> Derived<Value> { value ?? .absent(.notVisited) }
        return ShelfLine(
            category: category, brand: brand, product: product, current: figures(current),
            previous: known(previous.map { .value(figures($0)) }),
            yearAgo: known(yearAgo.map { .value(figures($0)) }),
            priceChange: known(sincePrevious?.prices(of: products)),
            priceChangeInYear: known(sinceYearAgo?.prices(of: products)),
            listing: known(sincePrevious?.listing(of: products)))
    }
}
