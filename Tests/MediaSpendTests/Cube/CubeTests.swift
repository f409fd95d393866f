import MediaSpend
import Testing
import WorkTime

@Suite("Cubes")
struct CubeTests {
    /// Rows drawn at random: small codes, so that cells collide, and credit notes among them.
    static func randomSketch(rows: Int, seed: UInt64) throws -> SpendSketch {
        var random = SeededGenerator(seed: seed)
        var sketch = try SpendSketch("")
        for _ in 0..<rows {
            var row = Occurrence(
                insertions: Int64.random(in: 0...9, using: &random),
                spend: Int64.random(in: -1_000...1_000_000, using: &random))
            let month = CivilMonth("2025-01")!.advanced(by: Int.random(in: 0..<6, using: &random))
            sketch.months.insert(month)
            row[.month] = CalendarCode.of(month)
            for dimension in [SpendDimension.category, .brand, .medium, .region] {
                let name = "\(dimension) \(Int.random(in: 0..<7, using: &random))"
                row[dimension] = sketch.vocabulary[dimension].code(for: name)
            }
            sketch.occurrences.append(row)
        }
        return sketch
    }

    static let groupings: [[SpendDimension]] = [
        [], [.month], [.brand], [.brand, .month], [.region, .category, .month],
        [.month, .category, .brand, .medium, .region],
    ]

    @Test("neither the order of rows, nor their chunks, nor who adds them changes a cube", arguments: groupings)
    func orderIsNothing(dimensions: [SpendDimension]) throws {
        let sketch = try Self.randomSketch(rows: 500, seed: 3)
        let expected = try sketch.cube(by: dimensions)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5 {
            var builders = (0..<3).map { _ in CubeBuilder(by: dimensions) }
            var rest = sketch.occurrences.shuffled(using: &random)[...]
            while !rest.isEmpty {
                let chunk = sketch.chunk(of: rest.prefix(Int.random(in: 1...99, using: &random)))
                rest = rest.dropFirst(chunk.count)
                builders[Int.random(in: 0..<3, using: &random)].update(with: chunk)
            }
            builders.shuffle(using: &random)
            var whole = builders[0]
            for part in builders.dropFirst() { whole.combine(with: part) }
            #expect(try whole.finish(sketch.vocabulary, of: sketch.market) == expected)
        }
    }

    @Test("names coded in another order give the same cube")
    func codesAreNothing() throws {
        let lines = ["B 2025-01 1.00 medium=TV", "A 2025-02 2.00 medium=Radio", "C 2025-01 4.00 medium=TV"]
        let forward = try SpendSketch(lines.joined(separator: "\n"))
        let backward = try SpendSketch(lines.reversed().joined(separator: "\n"))
        #expect(try forward.cube(by: [.brand, .medium, .month]) == backward.cube(by: [.brand, .medium, .month]))
    }

    @Test("every grouping adds up to the whole, and grouping again is grouping once", arguments: groupings)
    func partsAddUp(dimensions: [SpendDimension]) throws {
        let sketch = try Self.randomSketch(rows: 500, seed: 11)
        let fine = try sketch.cube(by: [.month, .category, .brand, .medium, .region])
        let coarse = fine.grouped(by: dimensions)
        #expect(coarse == (try sketch.cube(by: dimensions)))
        #expect(coarse.totalSpend == sketch.occurrences.reduce(0) { $0 + $1.spend })
        #expect(coarse.totalInsertions == sketch.occurrences.reduce(0) { $0 + $1.insertions })
        #expect(coarse.totalRows == 500)
    }

    @Test("cells come sorted by the first dimension, then by the next")
    func sorting() throws {
        let sketch = try SpendSketch("b 2025-02 1.00\na 2025-02 2.00\nb 2024-11 4.00\na 2025-02 8.00")
        let cube = try sketch.cube(by: [.brand, .month])
        let cells = (0..<cube.count).map {
            "\(cube.name(of: $0, in: .brand)) \(cube.name(of: $0, in: .month)) \(cube.spend[$0])"
        }
        #expect(cells == ["a 2025-02 1000", "b 2024-11 400", "b 2025-02 100"])
    }

    @Test("a filter counts what it names, like restricting the whole cube")
    func filters() throws {
        let sketch = try Self.randomSketch(rows: 400, seed: 17)
        let months: Set = [CivilMonth("2025-02")!, CivilMonth("2025-03")!]
        let filter = CubeFilter(months: months, names: [.brand: ["brand 1", "brand 4", "unheard of"]])
        let filtered = try sketch.cube(by: [.month, .brand], where: filter)
        let restricted = try sketch.cube(by: [.month, .brand])
            .restricted(to: ["2025-02", "2025-03"], in: .month).restricted(to: ["brand 1", "brand 4"], in: .brand)
        #expect(filtered == restricted)
        #expect(filtered.count > 0)
        let none = try sketch.cube(by: [.brand], where: CubeFilter(names: [.brand: []]))
        #expect(none.count == 0 && none.totalSpend == 0)
    }

    @Test("amounts that cannot be added in 64 bits are an error, whatever their signs and order")
    func overflow() throws {
        let half = Occurrence(spend: Int64.max / 2 + 1)
        var opposite = Occurrence(spend: -(Int64.max / 2 + 1))
        opposite[.brand] = 1
        for rows in [[half, half], [half, opposite], [opposite, half]] {
            var builder = CubeBuilder(by: [.brand])
            for row in rows { builder.update(with: try SpendSketch("").chunk(of: [row])) }
            var vocabulary = Vocabulary()
            _ = vocabulary[.brand].code(for: "A")
            let market = try SpendSketch("").market
            let error = #expect(throws: CubeOverflow.self) { try builder.finish(vocabulary, of: market) }
            #expect(error?.measure == "spend")
        }
    }

    @Test("two brands of one name and different keys stay two cells")
    func sameName() throws {
        var sketch = try SpendSketch("AR1 2025-01 1.00\nAR2 2025-01 2.00")
        for code in [1, 2] as [UInt32] { sketch.vocabulary[.brand].relabel(code, "ONE NATION") }
        let cube = try sketch.cube(by: [.brand])
        #expect(cube.names(in: .brand) == ["ONE NATION", "ONE NATION"])
        #expect(cube.spend == [100, 200])
    }
}
