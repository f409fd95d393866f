import Formats
import MediaSpend
import Monetary
import WorkTime

extension StoreCheckAnalysis {
    /// The members that `spend stores --json` states.
    var json: JSONValue {
        [
            "month": .string(month.description), "previous": .string(months.previous.description),
            "yearAgo": .string(months.yearAgo.description), "currency": .string(currency.code),
            "brand": client.map(JSONValue.string) ?? .null, "category": category.map(JSONValue.string) ?? .null,
            "records": .array(records.map(\.rawValue).sorted().map(JSONValue.string)), "coverage": coverage.json,
            "categories": .array(categories.map { $0.json(inYear: hasYearAgo) }),
            "regions": .array(regions.map(\.json)), "formats": .array(formats.map(\.json)),
            "photos": .array(photos.map(\.json)),
        ]
    }
}

extension StoreCoverage {
    fileprivate var json: JSONValue {
        let visits: [JSONMember] = [
            ("stores", .integer(stores)), ("basis", .string(isListed ? "list" : "visited-so-far")),
            ("visited", .integer(visited)),
        ]
        let rates =
            figure("coverage", rate) + figure("previouslyVisited", previouslyVisited) + figure("matchedStores", matched)
        let missed = notVisited.map { missed in
            JSONValue.object(
                missed.store.json
                    + jsonMember("lastVisit", missed.lastVisit.map { .string($0.description) }, else: "never-visited"))
        }
        return .object(
            visits + rates + [
                ("visits", .integer(self.visits)), ("storesVisitedAgain", .integer(revisited)),
                ("notVisited", .array(missed)),
            ])
    }
}

extension CheckedStore {
    fileprivate var json: [JSONMember] {
        [("store", .string(name)), ("region", .string(region)), ("format", .string(format))]
    }
}

// MARK: Lines

extension StoreCheckAnalysis.CategoryLines {
    fileprivate func json(inYear: Bool) -> JSONValue {
        [
            "category": .string(category), "brands": .array(brands.map { $0.json(inYear: inYear) }),
            "products": .array(products.map { $0.json(inYear: inYear) }),
        ]
    }
}

extension ShelfLine {
    fileprivate func json(inYear: Bool) -> JSONValue {
        var members: [JSONMember] = [("brand", .string(brand))]
        if let product { members += [("product", .string(product.name)), ("size", .string(product.size))] }
        members += current.json
        for (name, rate) in ShelfFigures.rates { members += figure("\(name)Change", change(rate)) }
        if inYear {
            for (name, rate) in ShelfFigures.rates { members += figure("\(name)ChangeInYear", changeInYear(rate)) }
        }
        members += figure("priceChange", priceChange.map(\.json))
        if inYear { members += figure("priceChangeInYear", priceChangeInYear.map(\.json)) }
        if product != nil { members += figure("listing", listing.map(\.json)) }
        return .object(members)
    }
}

extension ShelfFigures {
    /// What is a rate, or an index, by its name in answers.
    fileprivate static let rates: [(String, @Sendable (ShelfFigures) -> Derived<Double>)] = [
        ("numericDistribution", { $0.numericDistribution }), ("weightedDistribution", { $0.weightedDistribution }),
        ("outOfStockRate", { $0.outOfStockRate }), ("shareOfShelf", { $0.shareOfShelf }),
        ("promotionRate", { $0.promotionRate }), ("priceIndex", { $0.priceIndex }),
    ]

    fileprivate var json: [JSONMember] {
        let counts: [JSONMember] = [
            ("storesVisited", .integer(storesVisited)), ("storesHandling", .integer(storesHandling)),
            ("placements", .integer(placements)),
        ]
        return counts + figure("outOfStock", outOfStock) + figure("promoted", promoted) + figure("facings", facings)
            + figure("categoryFacings", categoryFacings) + Self.rates.flatMap { figure($0.0, $0.1(self)) }
            + figure("averageStoreShare", averageStoreShare) + figure("prices", prices.map(\.json))
    }
}

extension PriceSpread {
    fileprivate var json: JSONValue {
        [
            "count": .integer(count), "average": average.json, "median": median.json, "lowest": lowest.json,
            "highest": highest.json, "currency": .string(average.currency.code),
        ]
    }
}

extension MatchedPrices {
    fileprivate var json: JSONValue {
        [
            "change": .number(change), "pairs": .integer(pairs), "rises": .integer(rises), "falls": .integer(falls),
            "before": before.json, "now": now.json, "currency": .string(now.currency.code),
        ]
    }
}

extension ListingChange {
    fileprivate var json: JSONValue {
        [
            "storesBefore": .integer(storesBefore), "storesNow": .integer(storesNow), "gained": .integer(gained),
            "lost": .integer(lost), "isNew": .bool(isNew), "isDelisted": .bool(isVanished),
        ]
    }
}

// MARK: Parts and photos

extension StorePart {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "stores": .integer(stores), "visited": .integer(visited),
            "brands": .array(
                lines.map { line in
                    .object(
                        [("category", .string(line.category)), ("brand", .string(line.brand))] + line.current.json
                            + figure("numericDistributionChange", line.change(\.numericDistribution)))
                }),
        ]
    }
}

extension ShelfPhoto {
    fileprivate var json: JSONValue {
        [
            "date": .string(day.description), "store": .string(store.name),
            "products": .array(products.map { ["brand": .string($0.brand), "product": .string($0.name)] }),
            "link": .string(link),
        ]
    }
}
