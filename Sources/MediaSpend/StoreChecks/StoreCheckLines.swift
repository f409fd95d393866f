/// Works out the lines of brands and products, over all stores and over parts of them.
struct StoreCheckLines {
    private let checks: StoreChecks
    private let visitedStores: [Int]
    /// By category: going through all observations once for each of many categories would take long.
    private let shelves: [(category: String, months: ShelfMonths)]

    init(_ months: ShelfMonths, of checks: StoreChecks, in categories: [String]) {
        self.checks = checks
        visitedStores = months.current.stores
        let parts = months.divided(into: categories, of: checks.products)
        shelves = categories.compactMap { category in parts[category].map { (category, $0) } }
    }

    /// Those in which a store handles something in this month or the one before.
    var categoryLines: [StoreCheckAnalysis.CategoryLines] {
        let products = Dictionary(grouping: checks.products.indices) { checks.products[$0].category }
        return shelves.map { lines(of: $0.category, $0.months, products[$0.category] ?? []) }
            .filter { !$0.brands.isEmpty }
    }

    private func lines(
        of category: String, _ months: ShelfMonths, _ products: [Int]
    ) -> StoreCheckAnalysis.CategoryLines {
        let compared = ComparedShelves(months, category, of: checks)
        let handled = compared.handledProducts
        // A brand is compared over all of its products, those too that only the year before knew.
        let byBrand = Dictionary(grouping: products) { checks.products[$0].brand }
        let brands = Set(handled.map { checks.products[$0].brand }).sorted().map { brand in
            compared.line(brand: brand, of: byBrand[brand] ?? [])
        }.sorted(by: Self.comesFirst)
        return .init(
            category: category, brands: brands,
            products: brands.flatMap { line in
                (byBrand[line.brand] ?? []).filter(handled.contains).map { compared.line(product: $0) }
                    .sorted(by: Self.comesFirst)
            })
    }

    /// The widest distribution, the most facings, then names.
    private static func comesFirst(_ left: ShelfLine, _ right: ShelfLine) -> Bool {
        func size(_ line: ShelfLine) -> (Int, Int) { (line.current.storesHandling, line.current.facings.value ?? 0) }
        if size(left) != size(right) { return size(left) > size(right) }
        func names(_ line: ShelfLine) -> (String, String, String) {
            (line.brand, line.product?.name ?? "", line.product?.size ?? "")
        }
        return names(left) < names(right)
    }

    // MARK: Parts of the stores

    /// The stores by what `name` says of them; none where it says nothing of any.
    func parts(
        of lines: [StoreCheckAnalysis.CategoryLines], _ coverage: StoreCoverage, by name: (CheckedStore) -> String
    ) -> [StorePart] {
        let missed = coverage.notVisited.map { name($0.store) }
        let visited = Dictionary(grouping: visitedStores) { name(checks.stores[$0]) }
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

    private func partLines(
        of category: StoreCheckAnalysis.CategoryLines, in stores: Set<Int>
    ) -> [StorePart.Line] {
        guard let whole = shelves.first(where: { $0.category == category.category }) else { return [] }
        let current = CategoryShelf(whole.months.current.restricted(to: stores), of: checks)
        let before = whole.months.previous?.restricted(to: stores)
        let previous = before.flatMap { $0.stores.isEmpty ? nil : CategoryShelf($0, of: checks) }
        return category.brands.map { line in
            StorePart.Line(
                category: category.category, brand: line.brand, current: current.figures(ofBrand: line.brand),
                previous: previous.map { .value($0.figures(ofBrand: line.brand)) } ?? .absent(.notVisited))
        }
    }
}

/// The shelves of the three months that are compared; `nil` where no store was visited.
struct ShelfMonths {
    let current: MonthShelf
    let previous: MonthShelf?
    let yearAgo: MonthShelf?

    func divided(into categories: [String], of products: [ShelfProduct]) -> [String: ShelfMonths] {
        let now = current.divided(into: categories, of: products)
        let before = previous?.divided(into: categories, of: products)
        let then = yearAgo?.divided(into: categories, of: products)
        return now.reduce(into: [:]) { months, part in
            months[part.key] = ShelfMonths(
                current: part.value, previous: before?[part.key], yearAgo: then?[part.key])
        }
    }
}
