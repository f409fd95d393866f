import Testing
import WorkTime

@testable import MediaSpend

@Suite("Cubes of cells that are added up already")
struct CubeOfSumsTests {
    /// The cells of a sketch one by one, each row a cell of its own.
    private func cube(_ sketch: SpendSketch, by dimensions: [SpendDimension]) throws -> Cube? {
        let chunk = sketch.chunk(of: sketch.occurrences[...])
        let orders = dimensions.map { dimension in
            dimension == .month
                ? NameOrder(CivilMonth("2024-12")!...CivilMonth("2025-12")!)
                : NameOrder(sketch.vocabulary[dimension])
        }
        let sums = CellSums(
            rows: Array(repeating: 1, count: chunk.count), insertions: chunk.insertions, spend: chunk.spend)
        return try Cube.adding(dimensions, orders, codes: dimensions.map { chunk[$0] }, sums, of: sketch.market)
    }

    @Test("are the cubes that rows make", arguments: CubeTests.groupings)
    func sameAsRows(dimensions: [SpendDimension]) throws {
        for rows in [0, 1, 2, 700] {
            let sketch = try CubeTests.randomSketch(rows: rows, seed: UInt64(rows))
            #expect(try cube(sketch, by: dimensions) == sketch.cube(by: dimensions))
        }
    }

    @Test("are sorted by bytes, also where two names look alike")
    func order() throws {
        var sketch = try SpendSketch("")
        let names = ["e\u{301}", "\u{E9}", "f", "", "eé", "一", "𠮷", "\u{FFFD}", "E", "abcdefgh", "abcdefgi", "abcdefg"]
        for name in names {
            var row = Occurrence(insertions: 1, spend: 1)
            row[.brand] = sketch.vocabulary[.brand].code(for: name)
            sketch.occurrences.append(row)
        }
        let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        let rolled = try cube(sketch, by: [.brand])
        #expect(rolled?.names(in: .brand).map { Array($0.utf8) } == sorted.map { Array($0.utf8) })
        #expect(try rolled == sketch.cube(by: [.brand]))
    }

    @Test("overflow as those of rows do")
    func overflow() throws {
        var sketch = try SpendSketch("")
        for spend in [Int64.max, 1] {
            var row = Occurrence(insertions: 1, spend: spend)
            row[.brand] = sketch.vocabulary[.brand].code(for: "a")
            sketch.occurrences.append(row)
        }
        #expect(throws: CubeOverflow(measure: "spend")) { try cube(sketch, by: [.brand]) }
        #expect(throws: CubeOverflow(measure: "spend")) { try cube(sketch, by: []) }
    }

    @Test("keys are sorted whatever bits they differ in, equal ones as they stand")
    func ascending() {
        var random = SeededGenerator(seed: 4)
        for shift in stride(from: 0 as UInt64, to: 64, by: 5) {
            for count in [0, 1, 2, 500] {
                let keys = (0..<count).map { _ in UInt64.random(in: 0...40, using: &random) << shift | 1 << 63 }
                let order = ascendingOrder(of: keys)
                #expect(order.map { Int($0) } == keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) })
            }
        }
    }

    @Test("a cube's parts are the cube restricted to each name")
    func parts() throws {
        let cube = try CubeTests.randomSketch(rows: 300, seed: 8).cube(by: [.category, .brand, .month])
        let parts = cube.parts(by: .category)
        #expect(parts.keys.sorted() == cube.names(in: .category))
        for (name, part) in parts { #expect(part == cube.restricted(to: [name], in: .category)) }
    }
}
