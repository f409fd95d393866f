import MediaSpend
import WorkTime

extension StoreCheckWriter {
    /// The figures that stand out, and what changed in a sentence each.
    var glance: Section { Section(say(.atAGlance), [.keyFigures(keyFigures), .list(news)]) }

    // MARK: Key figures

    private var keyFigures: [KeyFigure] {
        let coverage = analysis.coverage
        let visits = coverage.rate.value.map { rate in
            KeyFigure(
                say(.coverage), book.percent(rate), context: say(.visitedOf(coverage.visited, of: coverage.stores)))
        }
        guard let lead else { return [visits].compactMap(\.self) }
        return [
            visits, key(lead, .distribution, \.numericDistribution), key(lead, .outOfStock, \.outOfStockRate),
            key(lead, .shareOfShelf, \.shareOfShelf),
            lead.current.priceIndex.value.map { index in
                KeyFigure(say(.priceIndex), book.number(index, decimals: 1), context: lead.brand)
            },
        ].compactMap(\.self)
    }

    private func key(
        _ line: ShelfLine, _ name: StoreCheckPhrase, _ figure: (ShelfFigures) -> Derived<Double>
    ) -> KeyFigure? {
        figure(line.current).value.map { value in
            KeyFigure(
                say(name), book.percent(value),
                context: change(line, figure).map { say(.brandAndChange(line.brand, $0)) } ?? line.brand)
        }
    }

    // MARK: News

    private var news: [String] {
        [
            sameStores, outOfStock, listingNews(StoreCheckSentence.newOnShelf, \.isNew, \.storesNow),
            listingNews(StoreCheckSentence.leftShelf, \.isVanished, \.storesBefore),
            priceMove { $0 > 0 }, priceMove { $0 < 0 }, mostPromoted, coverageSentence, matchedSentence, revisited,
        ].compactMap(\.self)
    }

    /// What the stores visited in both months say of the brand that leads: another choice of stores does not move it.
    private var sameStores: String? {
        guard let lead, let listing = lead.listing.value, let stores = analysis.coverage.matched.value else {
            return nil
        }
        return say(.sameStores(brand: lead.brand, listing, stores: stores, since: previousMonth))
    }

    /// The product of the brand that leads that is out of stock in the most stores; of any brand without a client.
    private var outOfStock: String? {
        let own = products.filter { analysis.client == nil || $0.brand == analysis.client }
        guard let worst = own.max(by: { ($0.current.outOfStock.value ?? 0) < ($1.current.outOfStock.value ?? 0) }),
            let stores = worst.current.outOfStock.value, stores > 0
        else { return nil }
        return say(.mostOutOfStock(product: named(worst), stores: stores, handling: worst.current.placements))
    }

    private func listingNews(
        _ sentence: ([String], _ since: CivilMonth) -> StoreCheckSentence, _ isMeant: (ListingChange) -> Bool,
        _ stores: (ListingChange) -> Int
    ) -> String? {
        let changed = products.compactMap { line in
            line.listing.value.flatMap { isMeant($0) ? (line: line, stores: stores($0)) : nil }
        }.sorted { $0.stores > $1.stores }
        guard !changed.isEmpty else { return nil }
        let names = changed.prefix(3).map { say(StoreCheckSentence.nameInStores(named($0.line), $0.stores)) }
        let rest = changed.count - names.count
        return say(sentence(names + (rest > 0 ? [book.say(SpendPhrase.allOther(rest))] : []), previousMonth))
    }

    /// How many pairs of prices make a change that is news: fewer may be one shopkeeper's.
    private var fewestPairs: Int { 3 }

    /// The largest change of price in one direction.
    private func priceMove(_ isMeant: (Double) -> Bool) -> String? {
        let moved = products.compactMap { line in
            line.priceChange.value.flatMap {
                $0.pairs >= fewestPairs && isMeant($0.change) ? (line: line, prices: $0) : nil
            }
        }
        guard let largest = moved.max(by: { $0.prices.change.magnitude < $1.prices.change.magnitude }) else {
            return nil
        }
        let (change, pairs) = (largest.prices.change, largest.prices.pairs)
        let name = named(largest.line)
        return say(
            change > 0
                ? .dearer(product: name, change, pairs: pairs, since: previousMonth)
                : .cheaper(product: name, -change, pairs: pairs, since: previousMonth))
    }

    private var mostPromoted: String? {
        let rates = brands.compactMap { line in line.current.promotionRate.value.map { (line: line, rate: $0) } }
        guard let most = rates.max(by: { $0.rate < $1.rate }), most.rate > 0 else { return nil }
        return say(
            .mostPromoted(brand: most.line.brand, rate: most.rate, change: change(most.line, \.promotionRate)))
    }

    // MARK: Visits

    private var coverageSentence: String? {
        let coverage = analysis.coverage
        guard !coverage.notVisited.isEmpty else { return nil }
        return say(
            .coverage(
                visited: coverage.visited, stores: coverage.stores, missed: coverage.notVisited.count,
                isListed: coverage.isListed))
    }

    private var matchedSentence: String {
        guard let matched = analysis.coverage.matched.value else { return say(.noComparison(previousMonth)) }
        return say(.matched(matched, since: previousMonth))
    }

    private var revisited: String? {
        analysis.coverage.revisited > 0 ? say(.revisited(analysis.coverage.revisited)) : nil
    }
}
