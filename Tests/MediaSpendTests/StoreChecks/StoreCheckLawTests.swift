import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Store checks: laws")
struct StoreCheckLawTests {
    /// Stores and products by chance: two months, three brands, two regions.
    private func sketch(_ seed: UInt64) -> ShelfSketch {
        var random = SeededGenerator(seed: seed)
        let stores = (0..<12).map { number in
            CheckedStore(
                "S\(number)", region: number % 3 == 0 ? "East" : "West", format: number % 2 == 0 ? "Large" : "Small",
                turnover: ShelfSketch.yuan(Int64.random(in: 1...900, using: &random)))
        }
        var lines: [String] = []
        for month in ["2025-11", "2025-12"] {
            for store in stores where Int.random(in: 0..<5, using: &random) > 0 {
                for product in ["Own/Tea/S", "Own/Max/L", "Rival/Cola/S", "Rival/Big/L", "Third/Pop/S"]
                where Int.random(in: 0..<3, using: &random) > 0 {
                    let marks = [" promo", " out", "", ""].randomElement(using: &random)!
                    lines.append(
                        "\(store.name) \(month)-0\(Int.random(in: 1...9, using: &random)) \(product) \(Int.random(in: 2...9, using: &random)).50 x\(Int.random(in: 0...8, using: &random))\(marks)"
                    )
                }
            }
        }
        return ShelfSketch(stores, lines.joined(separator: "\n"))
    }

    @Test("shares of shelf add up to one", arguments: UInt64(1)...20)
    func shares(seed: UInt64) throws {
        let lines = try sketch(seed).analysis().categories[0]
        for part in [lines.brands, lines.products] {
            #expect(abs(part.compactMap(\.current.shareOfShelf.value).reduce(0, +) - 1) < 1e-12)
            #expect(abs(part.compactMap(\.current.averageStoreShare.value).reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test("parts by region and by format add up to the whole", arguments: UInt64(1)...20)
    func parts(seed: UInt64) throws {
        let analysis = try sketch(seed).analysis()
        for parts in [analysis.regions, analysis.formats] {
            #expect(parts.map(\.stores).reduce(0, +) == analysis.coverage.stores)
            #expect(parts.map(\.visited).reduce(0, +) == analysis.coverage.visited)
            for whole in analysis.categories[0].brands {
                let lines = parts.flatMap(\.lines).filter { $0.brand == whole.brand }.map(\.current)
                #expect(lines.map(\.storesHandling).reduce(0, +) == whole.current.storesHandling)
                #expect(lines.map(\.placements).reduce(0, +) == whole.current.placements)
                #expect(lines.compactMap(\.outOfStock.value).reduce(0, +) == whole.current.outOfStock.value)
                #expect(lines.compactMap(\.promoted.value).reduce(0, +) == whole.current.promoted.value)
                #expect(lines.compactMap(\.facings.value).reduce(0, +) == whole.current.facings.value)
                #expect(lines.compactMap(\.prices.value?.count).reduce(0, +) == whole.current.prices.value?.count ?? 0)
                let turnover = lines.compactMap { $0.turnoverHandling.value?.minorUnits }.reduce(0, +)
                #expect(turnover == whole.current.turnoverHandling.value?.minorUnits)
            }
        }
    }

    @Test("products of a brand add up to it, but for stores that handle several", arguments: UInt64(1)...20)
    func products(seed: UInt64) throws {
        let lines = try sketch(seed).analysis().categories[0]
        for brand in lines.brands {
            let products = lines.products.filter { $0.brand == brand.brand }
            #expect(products.map(\.current.placements).reduce(0, +) == brand.current.placements)
            #expect(products.compactMap(\.current.facings.value).reduce(0, +) == brand.current.facings.value)
            #expect(products.compactMap(\.priceChange.value?.pairs).reduce(0, +) == brand.priceChange.value?.pairs ?? 0)
            #expect(products.allSatisfy { $0.current.storesHandling <= brand.current.storesHandling })
        }
    }

    @Test("two identical months have no change of price, listing or any rate", arguments: UInt64(1)...20)
    func identical(seed: UInt64) throws {
        var twice = sketch(seed)
        twice.lines = twice.lines.filter { $0.contains(" 2025-12") }
        twice.lines += twice.lines.map { line in
            let words = line.split(separator: " ")
            return words.map { $0.hasPrefix("2025-12") ? "2025-11" + $0.dropFirst(7) : String($0) }.joined(
                separator: " ")
        }
        let analysis = try twice.analysis()
        for line in analysis.categories.flatMap({ $0.brands + $0.products }) {
            #expect(line.priceChange.value.map { $0.change == 0 && $0.rises + $0.falls == 0 } ?? true)
            #expect(line.listing.value.map { $0.gained + $0.lost == 0 } ?? false)
            #expect(line.change(\.numericDistribution) == .value(0))
            #expect(line.change(\.shareOfShelf) == .value(0))
        }
    }

    @Test("the average of all price indices, weighted by what the sizes usually cost, is 100", arguments: UInt64(1)...5)
    func index(seed: UInt64) throws {
        var small = sketch(seed)
        small.lines = small.lines.filter { $0.contains("/S ") }
        let brands = try small.analysis().categories[0].brands.map(\.current)
        // One size alone: every price is compared with the same average.
        let weighted = brands.compactMap { figures in
            figures.prices.value.flatMap { prices in figures.priceIndex.value.map { Double(prices.count) * $0 } }
        }.reduce(0, +)
        let count = brands.compactMap(\.prices.value?.count).reduce(0, +)
        #expect(abs(weighted / Double(count) - 100) < 1e-9)
    }

    @Test("the order of rows and of stores does not matter", arguments: UInt64(1)...10)
    func order(seed: UInt64) throws {
        let sketch = sketch(seed)
        var other = sketch
        var random = SeededGenerator(seed: seed)
        other.lines.shuffle(using: &random)
        other.stores.shuffle(using: &random)
        #expect(try other.analysis() == sketch.analysis())
        #expect(try other.checks() == sketch.checks())
    }
}
