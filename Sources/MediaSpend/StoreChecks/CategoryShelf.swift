import Monetary

/// The shelves of one category in one month, by brand and by product.
struct CategoryShelf {
    private let checks: StoreChecks
    private let shelf: MonthShelf
    private var whole = ShelfTally()
    private var brands: [String: ShelfTally] = [:]
    private var products: [Int: ShelfTally] = [:]
    private var sizes: [String: SizePrices] = [:]
    private let turnoverVisited: Derived<Money>

    /// - Parameter shelf: of the category alone.
    init(_ shelf: MonthShelf, of checks: StoreChecks) {
        self.checks = checks
        self.shelf = shelf
        turnoverVisited = checks.turnover(of: shelf.stores)
        for observation in shelf.observations {
            let product = checks.products[observation.product]
            whole.add(observation, size: product.size)
            brands[product.brand, default: ShelfTally()].add(observation, size: product.size)
            products[observation.product, default: ShelfTally()].add(observation, size: product.size)
            guard observation.isHandled, let price = observation.price else { continue }
            sizes[product.size, default: SizePrices()].add(price.minorUnits, of: product.brand)
        }
    }

    /// Nothing but zeros where it was not seen.
    func figures(ofBrand brand: String) -> ShelfFigures { figures(brands[brand] ?? ShelfTally()) }
    func figures(ofProduct product: Int) -> ShelfFigures { figures(products[product] ?? ShelfTally()) }

    /// Those that some store handles.
    var handledProducts: Set<Int> { Set(products.filter { $0.value.placements > 0 }.keys) }

    private func figures(_ tally: ShelfTally) -> ShelfFigures {
        let all = tally.prices.sorted { $0.key < $1.key }.flatMap(\.value)
        return ShelfFigures(
            storesVisited: shelf.stores.count, storesHandling: tally.stores.count, turnoverVisited: turnoverVisited,
            turnoverHandling: turnoverVisited.value == nil
                ? turnoverVisited : checks.turnover(of: tally.stores.sorted()),
            placements: tally.placements, outOfStock: recorded(.stock, tally.outOfStock),
            promoted: recorded(.promotion, tally.promoted), facings: recorded(.facings, tally.facings),
            categoryFacings: recorded(.facings, whole.facings), averageStoreShare: averageStoreShare(tally),
            prices: prices(all, isHandled: tally.placements > 0), priceIndex: priceIndex(tally))
    }

    private func recorded(_ record: StoreChecks.Record, _ count: Int) -> Derived<Int> {
        checks.records.contains(record) ? .value(count) : .absent(.notRecorded)
    }

    private func averageStoreShare(_ tally: ShelfTally) -> Derived<Double> {
        guard checks.records.contains(.facings) else { return .absent(.notRecorded) }
        // In the order of stores: sums of fractions depend on theirs.
        let shares = shelf.stores.compactMap { store -> Double? in
            guard let all = whole.storeFacings[store], all > 0 else { return nil }
            return Double(tally.storeFacings[store] ?? 0) / Double(all)
        }
        return shares.isEmpty ? .absent(.emptyWhole) : .value(shares.reduce(0, +) / Double(shares.count))
    }

    // MARK: Prices

    private func prices(_ prices: [Int64], isHandled: Bool) -> Derived<PriceSpread> {
        guard checks.records.contains(.price) else { return .absent(.notRecorded) }
        guard isHandled else { return .absent(.notHandled) }
        return PriceSpread(of: prices, in: checks.currency).map { .value($0) } ?? .absent(.noPrice)
    }

    private func priceIndex(_ tally: ShelfTally) -> Derived<Double> {
        if let absence = prices(tally.prices.flatMap(\.value), isHandled: tally.placements > 0).absence {
            return .absent(absence)
        }
        // A size that is not stated is like no other; where none is recorded at all, that cannot be told.
        let comparable = tally.prices.filter { !$0.key.isEmpty || !checks.records.contains(.size) }
        guard !comparable.isEmpty else { return .absent(.notRecorded) }
        var own: Int128 = 0
        var usual = 0.0
        for (size, prices) in comparable.sorted(by: { $0.key < $1.key }) {
            guard let reference = sizes[size], reference.isContested else { continue }
            own += prices.reduce(0) { $0 + Int128($1) }
            usual += Double(prices.count) * reference.average
        }
        return usual > 0 ? .value(Double(own) / usual * 100) : .absent(.noRival)
    }
}

extension StoreChecks {
    /// What some stores sell together.
    fileprivate func turnover(of stores: [Int]) -> Derived<Money> {
        var total = MoneyTotal(in: currency)
        for store in stores {
            guard let turnover = self.stores[store].turnover else { return .absent(.noTurnover) }
            do { try total.add(turnover) } catch {
                preconditionFailure("turnover of \(self.stores[store].name): \(error)")
            }
        }
        return (try? total.money()).map { .value($0) } ?? .absent(.tooLarge)
    }
}
