/// Works out the lines of brands and products, over all stores and over parts of them.
struct StoreCheckLines {
    let checks: StoreChecks
    let current: MonthShelf
    let previous: MonthShelf?
    let yearAgo: MonthShelf?
    let categories: [String]

    /// Those in which a store handles something in this month or the one before.
    var categoryLines: [StoreCheckAnalysis.CategoryLines] {
        categories.map(lines).filter { !$0.brands.isEmpty }
    }

    private func lines(of category: String) -> StoreCheckAnalysis.CategoryLines {
        let shelves = ComparedShelves(self, category)
        let products = Set(shelves.current.handledProducts).union(shelves.previous?.handledProducts ?? [])
        let byBrand = Dictionary(grouping: products.sorted()) { checks.products[$0].brand }
        let brands = byBrand.keys.sorted().map { brand in
            // A brand is compared over all of its products, those too that only the year before knew.
            shelves.line(brand: brand, of: checks.products.indices.filter { isMeant($0, category, brand) })
        }.sorted(by: Self.comesFirst)
        return .init(
            category: category, brands: brands,
            products: brands.flatMap { line in
                (byBrand[line.brand] ?? []).map { shelves.line(product: $0) }.sorted(by: Self.comesFirst)
            })
    }

    private func isMeant(_ product: Int, _ category: String, _ brand: String) -> Bool {
        checks.products[product].category == category && checks.products[product].brand == brand
    }

    /// The widest distribution, the most facings, then names.
    private static func comesFirst(_ left: ShelfLine, _ right: ShelfLine) -> Bool {
        func size(_ line: ShelfLine) -> (Int, Int) { (line.current.storesHandling, line.current.facings.value ?? 0) }
        if size(left) != size(right) { return size(left) > size(right) }
        return left.brand == right.brand
            ? (left.product?.name ?? "", left.product?.size ?? "") < (
                right.product?.name ?? "", right.product?.size ?? ""
            )
            : left.brand < right.brand
    }

    // MARK: Parts of the stores

    /// The stores by what `name` says of them; none where it says nothing of any.
    func parts(
        of lines: [StoreCheckAnalysis.CategoryLines], _ coverage: StoreCoverage, by name: (CheckedStore) -> String
    ) -> [StorePart] {
        let missed = coverage.notVisited.map { name($0.store) }
        let visited = Dictionary(grouping: current.stores) { name(checks.stores[$0]) }
        let names = Set(visited.keys).union(missed).sorted()
        guard names != [""], !names.isEmpty else { return [] }
        return names.map { part in
            let isInPart = Set(checks.stores.indices.filter { name(checks.stores[$0]) == part })
            let stores = visited[part] ?? []
            return StorePart(
                name: part, stores: stores.count + missed.count { $0 == part }, visited: stores.count,
                lines: lines.flatMap { partLines(of: $0, in: isInPart) })
        }
    }

    private func partLines(of category: StoreCheckAnalysis.CategoryLines, in stores: Set<Int>) -> [StorePart.Line] {
        let before = previous?.restricted(to: stores)
        let part = StoreCheckLines(
            checks: checks, current: current.restricted(to: stores),
            previous: before?.stores.isEmpty == false ? before : nil,
            yearAgo: nil, categories: [])
        let shelves = ComparedShelves(part, category.category)
        return category.brands.map { line in
            StorePart.Line(
                category: category.category, brand: line.brand, current: shelves.current.figures(ofBrand: line.brand),
                previous: shelves.previous.map { .value($0.figures(ofBrand: line.brand)) } ?? .absent(.notVisited))
        }
    }
}

/// One category in the three months that are compared.
private struct ComparedShelves {
    private let checks: StoreChecks
    private let category: String
    let current: CategoryShelf
    let previous: CategoryShelf?
    private let yearAgo: CategoryShelf?
    private let sincePrevious: ShelfComparison?
    private let sinceYearAgo: ShelfComparison?

    init(_ lines: StoreCheckLines, _ category: String) {
        let checks = lines.checks
        func shelf(_ month: MonthShelf?) -> MonthShelf? {
            month?.restricted { checks.products[$0].category == category }
        }
        let now = lines.current.restricted { checks.products[$0].category == category }
        let (before, then) = (shelf(lines.previous), shelf(lines.yearAgo))
        self.checks = checks
        self.category = category
        current = CategoryShelf(now, of: checks)
        previous = before.map { CategoryShelf($0, of: checks) }
        yearAgo = then.map { CategoryShelf($0, of: checks) }
        sincePrevious = before.map { ShelfComparison(now, since: $0, of: checks) }
        sinceYearAgo = then.map { ShelfComparison(now, since: $0, of: checks) }
    }

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
