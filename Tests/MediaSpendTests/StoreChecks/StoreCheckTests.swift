import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Store checks, worked by hand")
struct StoreCheckTests {
    private func isNear(_ derived: Derived<Double>?, _ value: Double) -> Bool {
        (derived?.value).map { abs($0 - value) < 1e-12 } ?? false
    }

    @Test("distribution by stores and by turnover, gaps, share of shelf")
    func figures() throws {
        let own = try #require(try ShelfSketch.tea.analysis().line("Own"))
        #expect(own.current.storesHandling == 2 && own.current.storesVisited == 3)
        #expect(isNear(own.current.numericDistribution, 2.0 / 3))
        #expect(isNear(own.current.weightedDistribution, 400.0 / 1_000))
        #expect(own.current.placements == 3)
        #expect(isNear(own.current.outOfStockRate, 1.0 / 3))
        #expect(own.current.facings == .value(6) && own.current.categoryFacings == .value(35))
        #expect(isNear(own.current.shareOfShelf, 6.0 / 35))
        // 4 of 10 in A, 2 of 10 in B, none of 15 in C.
        #expect(isNear(own.current.averageStoreShare, (0.4 + 0.2 + 0) / 3))
        #expect(isNear(own.change(\.numericDistribution), 2.0 / 3 - 1))
    }

    @Test("prices of a brand, and its index over sizes that rivals sell too")
    func prices() throws {
        let analysis = try ShelfSketch.tea.analysis()
        let prices = try #require(analysis.line("Own")?.current.prices.value)
        #expect(prices.count == 3)
        #expect(
            [prices.average, prices.median, prices.lowest, prices.highest].map(\.minorUnits) == [580, 440, 400, 900])
        // Small packs cost 4.80 on average (24.00 of five), large ones 8.50.
        #expect(isNear(analysis.line("Own")?.current.priceIndex, 1_740.0 / (2 * 480 + 850) * 100))
        #expect(isNear(analysis.line("Own", "Max")?.current.priceIndex, 900.0 / 850 * 100))
    }

    @Test("a change of price is told by the same stores; one that was cheaper and is not visited again tells nothing")
    func matchedPrices() throws {
        let analysis = try ShelfSketch.tea.analysis()
        let own = try #require(analysis.line("Own")?.priceChange.value)
        #expect(own.pairs == 2 && own.rises == 1 && own.falls == 0)
        #expect(abs(own.change - 0.05) < 1e-12)
        #expect(own.before.minorUnits == 400 && own.now.minorUnits == 420)
        let rival = try #require(analysis.line("Rival")?.priceChange.value)
        #expect(abs(rival.change - (10.0 / 10.5 - 1)) < 1e-12)
        #expect(analysis.line("Rival", "Big")?.priceChange == .absent(.noMatch))
    }

    @Test("products that are new, that are gone, and that other stores had all along")
    func listings() throws {
        let analysis = try ShelfSketch.tea.analysis()
        let gone = try #require(analysis.line("Own", "Old")?.listing.value)
        #expect(gone.isVanished && gone.lost == 1)
        let new = try #require(analysis.line("Own", "Max")?.listing.value)
        #expect(new.isNew && new.gained == 1)
        // C was not visited the month before: that it has the product now is no news.
        let big = try #require(analysis.line("Rival", "Big")?.listing.value)
        #expect(!big.isNew && big.gained == 0 && big.storesNow == 0)
        let brand = try #require(analysis.line("Own")?.listing.value)
        #expect(brand.storesBefore == 2 && brand.storesNow == 2 && brand.gained + brand.lost == 0)
    }

    @Test("promotions are a part of the places of a brand")
    func promotions() throws {
        let analysis = try ShelfSketch.tea.analysis()
        #expect(isNear(analysis.line("Rival")?.current.promotionRate, 2.0 / 4))
        #expect(isNear(analysis.line("Own")?.current.promotionRate, 0))
    }

    @Test("a store that was visited before and is not now is missed; a list names others that never were")
    func coverage() throws {
        let coverage = try ShelfSketch.tea.analysis().coverage
        #expect(coverage.stores == 4 && coverage.visited == 3 && !coverage.isListed)
        #expect(coverage.notVisited.map(\.store.name) == ["D"])
        #expect(coverage.notVisited.first?.lastVisit == CivilDay("2025-11-05"))
        #expect(coverage.matched == .value(2) && coverage.previouslyVisited == .value(3))
        var listed = ShelfSketch.tea
        listed.stores.append(CheckedStore("E", region: "North"))
        listed.hasStoreList = true
        let all = try listed.analysis()
        #expect(isNear(all.coverage.rate, 3.0 / 5))
        #expect(all.coverage.notVisited.map(\.lastVisit) == [CivilDay("2025-11-05"), nil])
        #expect(all.regions.map(\.name) == ["East", "North", "West"])
        let north = try #require(all.regions.first { $0.name == "North" })
        #expect(north.stores == 1 && north.visited == 0)
        #expect(north.lines.first?.current.numericDistribution == .absent(.notVisited))
    }

    @Test("stores that were visited later only are no part of an earlier month")
    func earlierMonth() throws {
        let november = try ShelfSketch.tea.analysis(CivilMonth(year: 2025, month: 11)!)
        #expect(november.coverage.stores == 3 && november.coverage.notVisited.isEmpty)
        #expect(november.line("Own")?.previous == .absent(.notVisited))
        #expect(november.line("Own")?.change(\.numericDistribution) == .absent(.notVisited))
        #expect(november.line("Own")?.priceChange == .absent(.notVisited))
        #expect(november.coverage.matched == .absent(.notVisited))
    }

    @Test("of two visits the later one counts; what it did not look at stays as the earlier one saw it")
    func severalVisits() throws {
        var sketch = ShelfSketch.tea
        sketch.lines += ["A 2025-12-20 Own/Tea/S 4.80 x3 out", "A 2025-12-20 Own/New/S 4.80 x1"]
        let analysis = try sketch.analysis()
        #expect(analysis.coverage.visits == 4 && analysis.coverage.revisited == 1 && analysis.coverage.visited == 3)
        #expect(analysis.line("Own", "Tea")?.current.outOfStock == .value(2))
        #expect(analysis.line("Own", "Tea")?.current.prices.value?.highest.minorUnits == 480)
        #expect(analysis.line("Rival", "Cola")?.current.facings == .value(24))
    }

    @Test("the same month a year ago, where it was visited")
    func yearAgo() throws {
        var sketch = ShelfSketch.tea
        #expect(try !sketch.analysis().hasYearAgo)
        #expect(try sketch.analysis().line("Own")?.changeInYear(\.shareOfShelf) == .absent(.notVisited))
        sketch.lines.append("A 2024-12-10 Own/Tea/S 3.20 x5")
        let analysis = try sketch.analysis()
        #expect(isNear(analysis.line("Own")?.changeInYear(\.numericDistribution), 2.0 / 3 - 1))
        #expect(isNear(analysis.line("Own")?.priceChangeInYear.map(\.change), 0.25))
        // The rival was nowhere then: that is a distribution of nothing, but no rate of gaps.
        #expect(isNear(analysis.line("Rival")?.changeInYear(\.numericDistribution), 1))
        #expect(analysis.line("Rival")?.changeInYear(\.outOfStockRate) == .absent(.new))
    }

    @Test("what is not recorded, or cannot be told, says why and is never 0")
    func absent() throws {
        var sketch = ShelfSketch.tea
        sketch.records = []
        sketch.stores[0] = CheckedStore("A", region: "East")
        let own = try #require(try sketch.analysis().line("Own")?.current)
        #expect(own.weightedDistribution == .absent(.noTurnover))
        #expect(
            [own.outOfStockRate, own.promotionRate, own.shareOfShelf, own.averageStoreShare, own.priceIndex]
                .allSatisfy { $0 == .absent(.notRecorded) })
        #expect(own.prices == .absent(.notRecorded))
        let old = try #require(try ShelfSketch.tea.analysis().line("Own", "Old"))
        #expect(old.current.outOfStockRate == .absent(.notHandled) && old.current.prices == .absent(.notHandled))
        #expect(isNear(old.current.numericDistribution, 0))
        let alone = ShelfSketch([CheckedStore("A")], "A 2025-12-01 Own/Tea/S 3.00 x0 out\nA 2025-12-01 Own/Two/S x2")
        let line = try #require(try alone.analysis().line("Own", "Two"))
        #expect(line.current.prices == .absent(.noPrice) && line.current.priceIndex == .absent(.noPrice))
        #expect(try alone.analysis().line("Own")?.current.priceIndex == .absent(.noRival))
        let empty = ShelfSketch([CheckedStore("A")], "A 2025-12-01 Own/Tea/S 3.00 x0 out")
        #expect(try empty.analysis().line("Own")?.current.shareOfShelf == .absent(.emptyWhole))
    }

    @Test("a size that is not stated is compared with none; where none is recorded, all are compared")
    func sizes() throws {
        let lines = "A 2025-12-01 Own/Tea 3.00 x1\nA 2025-12-01 Rival/Cola 5.00 x1"
        var sketch = ShelfSketch([CheckedStore("A")], lines)
        #expect(try sketch.analysis().line("Own")?.current.priceIndex == .absent(.notRecorded))
        sketch.records.remove(.size)
        #expect(isNear(try sketch.analysis().line("Own")?.current.priceIndex, 75))
    }

    @Test("an even number of prices has its median between the middle two, to the even minor unit")
    func median() throws {
        let lines = "A 2025-12-01 Own/Tea 3.00 x1\nB 2025-12-01 Own/Tea 3.05 x1"
        let prices = try ShelfSketch([CheckedStore("A"), CheckedStore("B")], lines).analysis()
            .line("Own", "Tea")?.current.prices.value
        #expect(prices?.median.minorUnits == 302 && prices?.average.minorUnits == 302)
    }

    @Test("a photo that stands beside several products is one photo")
    func photos() throws {
        let lines = "A 2025-12-01 Own/Tea x2 a.jpg b.jpg\nA 2025-12-01 Own/Max x2 a.jpg\nA 2025-11-01 Own/Tea x2 c.jpg"
        let photos = try ShelfSketch([CheckedStore("A")], lines).analysis().photos
        #expect(photos.map(\.link) == ["a.jpg", "b.jpg"])
        #expect(photos.map(\.products.count) == [2, 1])
    }

    @Test("categories are told apart, and one can be asked for")
    func categories() throws {
        let lines =
            "A 2025-12-01 Own/Tea/S/Tea 3.00 x6\nA 2025-12-01 Own/Crisps/S/Snacks 5.00 x2\nA 2025-12-01 Rival/Nuts/S/Snacks 7.00 x2"
        let sketch = ShelfSketch([CheckedStore("A")], lines)
        let all = try sketch.analysis()
        #expect(all.categories.map(\.category) == ["Snacks", "Tea"])
        #expect(isNear(all.categories[0].brands.first { $0.brand == "Own" }?.current.shareOfShelf, 0.5))
        let tea = try sketch.analysis(category: "Tea")
        #expect(tea.categories.map(\.category) == ["Tea"])
        #expect(isNear(tea.line("Own")?.current.shareOfShelf, 1))
    }
}
