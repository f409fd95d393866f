import MediaSpend
import Monetary
import Testing
import WorkTime

@Suite("Bursts")
struct BurstTests {
    /// Brands of two categories over some months; what each buys in a month is told by a function of its number.
    private struct Sketch {
        var months = 24
        var brands = 20
        var countsInsertions = true
        var seed: UInt64 = 5
        var price: Int64 = 25
        /// Times the usual weight, by brand and month.
        var planted: [[Int]: Double] = [:]
        /// Brands that are off air in a month.
        var silent: [[Int]] = []
        /// Times the usual weight of all brands of a category in a month.
        var seasons: [[Int]: Double] = [:]

        static let first = CivilMonth("2024-01")!

        static func month(_ number: Int) -> CivilMonth { first.advanced(by: number) }

        func cube(by dimensions: [SpendDimension] = [.category, .brand, .month], delivered: [Int]? = nil) throws -> Cube
        {
            var random = seed
            var names = Vocabulary()
            var chunk = OccurrenceChunk()
            for brand in 0..<brands {
                for month in 0..<months {
                    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let noise = Double(random >> 33 % 1_000) / 1_000 * 0.3 - 0.15
                    guard !silent.contains([brand, month]), delivered?.contains(month) ?? true else { continue }
                    let factor = (planted[[brand, month]] ?? 1) * (seasons[[brand % 2, month]] ?? 1)
                    let insertions = Int64((Double(400 + 40 * brand) * (1 + noise) * factor).rounded())
                    for (medium, share) in [("Television", Int64(3)), ("Online", 1)] {
                        // What is planted goes online.
                        let isExtra = planted[[brand, month]] != nil && medium == "Online"
                        var row = Occurrence(
                            insertions: insertions * share / 4,
                            spend: insertions * share * (isExtra ? price * 3 : price))
                        row[.month] = CalendarCode.of(Self.month(month))
                        row[.category] = names[.category].code(for: "Category \(brand % 2)")
                        row[.brand] = names[.brand].code(for: "Brand \(brand)")
                        row[.medium] = names[.medium].code(for: medium)
                        chunk.append(row)
                    }
                }
            }
            let market = MarketData(
                source: "sketch", currency: .cny, basis: .rateCard,
                months: (0..<months).filter { delivered?.contains($0) ?? true }.map(Self.month),
                countsInsertions: countsInsertions)
            var builder = CubeBuilder(by: dimensions, in: names)
            builder.update(with: chunk)
            return try builder.finish(names, of: market)
        }
    }

    private func found(_ sketch: Sketch, in months: [Int]? = nil) throws -> [String] {
        let asked = (months ?? Array(0..<sketch.months)).map(Sketch.month)
        return Bursts(try sketch.cube(), in: asked).lines.map { "\($0.brand) \($0.month)" }.sorted()
    }

    @Test("what is planted is found, at the end as in the middle, and nothing else")
    func planted() throws {
        var sketch = Sketch()
        sketch.planted = [[3, 23]: 4, [3, 10]: 3, [11, 15]: 6]
        #expect(try found(sketch) == ["Brand 11 2025-04", "Brand 3 2024-11", "Brand 3 2025-12"])
        #expect(try found(sketch, in: [23]) == ["Brand 3 2025-12"])
        #expect(try found(Sketch()).isEmpty)
    }

    @Test("a burst says how much, and its parts add up to the excess exactly")
    func parts() throws {
        var sketch = Sketch()
        sketch.planted = [[7, 20]: 5]
        let cube = try sketch.cube(by: [.category, .brand, .medium, .month])
        let burst = try #require(Bursts(cube, in: [Sketch.month(20)]).lines.first)
        #expect(abs(burst.factor - 5) < 1)
        #expect(burst.spend.minorUnits == burst.expected.minorUnits + burst.excess.minorUnits)
        #expect(burst.usualMonths.count == 6 && !burst.usualMonths.contains(burst.month))
        let parts = BurstParts(burst, by: .medium, in: cube)
        #expect(parts.lines.map(\.name) == ["Online", "Television"])
        #expect(parts.lines.reduce(0) { $0 + $1.excess.minorUnits } == burst.excess.minorUnits)
        #expect(parts.lines.reduce(0) { $0 + $1.usual.minorUnits } == burst.expected.minorUnits)
        #expect(parts.lines.allSatisfy { $0.spend.minorUnits == $0.usual.minorUnits + $0.excess.minorUnits })
    }

    @Test("what all brands do together, or a category's season, is no burst")
    func together() throws {
        var sketch = Sketch()
        for month in [11, 23] { for category in 0...1 { sketch.seasons[[category, month]] = 4 } }
        #expect(try found(sketch).isEmpty)
        sketch.brands = 60
        sketch.seasons = [[0, 6]: 3, [0, 18]: 3]
        #expect(try found(sketch).isEmpty)
        sketch.planted = [[5, 18]: 5]
        #expect(try found(sketch) == ["Brand 5 2025-07"])
    }

    @Test("where insertions are not counted, spend is the weight")
    func spendOnly() throws {
        var sketch = Sketch()
        sketch.countsInsertions = false
        sketch.planted = [[4, 22]: 4]
        #expect(try found(sketch) == ["Brand 4 2025-11"])
    }

    @Test("a brand that comes, pauses or is seen but once has nothing usual to be compared with")
    func pauses() throws {
        var sketch = Sketch()
        sketch.silent = (0..<23).map { [2, $0] } + [5, 6, 7, 14].map { [9, $0] }
        sketch.planted = [[9, 8]: 4]
        #expect(try found(sketch) == ["Brand 9 2024-09"])
    }

    @Test("few brands, few months, months that were not delivered, none at all")
    func small() throws {
        var sketch = Sketch()
        sketch.brands = 1
        sketch.planted = [[0, 20]: 6]
        #expect(try found(sketch) == ["Brand 0 2025-09"])
        sketch.months = 2
        #expect(try found(sketch).isEmpty)
        sketch = Sketch()
        sketch.planted = [[3, 12]: 4]
        let gone = try sketch.cube(delivered: (0..<24).filter { $0 != 11 && $0 != 13 })
        #expect(Bursts(gone, in: gone.market.months).lines.map(\.brand) == ["Brand 3"])
        #expect(Bursts(gone, in: [Sketch.month(11)]).lines.isEmpty)
        sketch.brands = 0
        #expect(try found(sketch).isEmpty)
    }

    @Test("money of any scale gives the same bursts")
    func scales() throws {
        var sketch = Sketch()
        sketch.planted = [[3, 23]: 4]
        let small = Bursts(try sketch.cube(), in: [Sketch.month(23)])
        sketch.price *= 1_000_000
        let large = Bursts(try sketch.cube(), in: [Sketch.month(23)])
        #expect(small.lines.map(\.brand) == ["Brand 3"] && large.lines.map(\.brand) == ["Brand 3"])
        #expect(small.lines.map(\.factor) == large.lines.map(\.factor))
    }
}
