import MediaSpend
import Testing
import WorkTime

@Suite("Cubes that outgrow their memory")
struct SpillingTests {
    /// Rows added by several builders in pieces of a hundred, within a bound.
    private func parts(
        of sketch: SpendSketch, by grouped: [SpendDimension], asking dimensions: [SpendDimension]? = nil,
        where filter: CubeFilter = .all, late: CubeFilter = .all, bytes: Int, threads: Int = 1,
        on shelf: CellShelf = CellShelf()
    ) throws -> CubeParts {
        let bound = CellBound(bytes: bytes, storage: shelf)
        var builders = (0..<threads).map { _ in
            SpillingBuilder(
                CubeBuilder(by: grouped, where: filter, in: sketch.vocabulary), within: bound, sharedBy: threads)
        }
        var rest = sketch.occurrences[...]
        var thread = 0
        while !rest.isEmpty {
            try builders[thread].update(with: sketch.chunk(of: rest.prefix(100)))
            rest = rest.dropFirst(100)
            thread = (thread + 1) % threads
        }
        return try SpillingBuilder.finish(
            &builders, by: dimensions ?? grouped, where: late, sketch.vocabulary, of: sketch.market)
    }

    @Test(
        "the cube is the same with any memory and any number of threads", arguments: CubeTests.groupings, [1, 2, 3])
    func sameCube(dimensions: [SpendDimension], threads: Int) throws {
        let sketch = try CubeTests.randomSketch(rows: 3_000, seed: 23)
        let expected = try sketch.cube(by: dimensions)
        for bytes in [0, 40_000, 200_000] {
            let parts = try parts(of: sketch, by: dimensions, bytes: bytes, threads: threads)
            #expect(bytes > 0 || parts.isSpilled)
            #expect(try parts.whole() == expected, "\(bytes) bytes")
        }
        #expect(try !parts(of: sketch, by: dimensions, bytes: 1 << 30, threads: threads).isSpilled)
    }

    @Test("parts come in order, add up to the whole, and no cell is in two of them", arguments: CubeTests.groupings)
    func partsAddUp(dimensions: [SpendDimension]) throws {
        let sketch = try CubeTests.randomSketch(rows: 3_000, seed: 29)
        let whole = try sketch.cube(by: dimensions)
        var (count, rows, insertions, spend) = (0, 0 as Int64, 0 as Int64, 0 as Int64)
        try parts(of: sketch, by: dimensions, bytes: 0).forEach { part in
            for cell in 0..<part.count {
                for dimension in dimensions {
                    #expect(part.name(of: cell, in: dimension) == whole.name(of: count + cell, in: dimension))
                }
            }
            count += part.count
            rows += part.totalRows
            insertions += part.totalInsertions
            spend += part.totalSpend
        }
        #expect(count == whole.count && rows == 3_000)
        #expect(insertions == sketch.occurrences.reduce(0) { $0 + $1.insertions })
        #expect(spend == sketch.occurrences.reduce(0) { $0 + $1.spend })
    }

    @Test("codes of all dimensions together, more than a word holds, come back as they were")
    func allDimensions() throws {
        var sketch = try CubeTests.randomSketch(rows: 400, seed: 31)
        var random = SeededGenerator(seed: 37)
        for row in sketch.occurrences.indices {
            for dimension in [SpendDimension.advertiser, .product, .vehicle, .daypart, .adLength] {
                let name = "\(dimension) \(Int.random(in: 0..<2_000, using: &random))"
                sketch.occurrences[row][dimension] = sketch.vocabulary[dimension].code(for: name)
            }
            sketch.occurrences[row][.day] = CalendarCode.of(CivilDay("2025-01-05")!.advanced(by: row % 30))
        }
        let all = SpendDimension.allCases
        #expect(try parts(of: sketch, by: all, bytes: 0).whole() == sketch.cube(by: all))
    }

    @Test("a filter counts the same, whether it is asked of rows or, once names are known, of cells")
    func filters() throws {
        let sketch = try CubeTests.randomSketch(rows: 2_000, seed: 41)
        let filter = CubeFilter(
            months: [CivilMonth("2025-02")!, CivilMonth("2025-03")!],
            names: [.brand: ["brand 1", "brand 4", "unheard of"]])
        let expected = try sketch.cube(by: [.region, .medium], where: filter)
        #expect(expected.count > 0)
        let early = try parts(of: sketch, by: [.region, .medium], where: filter, bytes: 0)
        #expect(try early.whole() == expected)
        let late = try parts(
            of: sketch, by: filter.dimensions(with: [.region, .medium]), asking: [.region, .medium], late: filter,
            bytes: 0)
        #expect(late.isSpilled)
        #expect(try late.whole() == expected)
        let nothing = try parts(
            of: sketch, by: [.region, .brand], asking: [.region], late: CubeFilter(names: [.brand: []]), bytes: 0)
        #expect(try nothing.whole().count == 0)
    }

    @Test("names that codes get only after their cells have left put them in order all the same")
    func lateNames() throws {
        let sketch = try SpendSketch("AR1 2025-01 1.00\nAR2 2025-01 2.00\nAR3 2025-01 4.00")
        let bound = CellBound(bytes: 0, storage: CellShelf())
        var builders = [SpillingBuilder(CubeBuilder(by: [.brand]), within: bound)]
        for row in sketch.occurrences { try builders[0].update(with: sketch.chunk(of: [row])) }
        var vocabulary = sketch.vocabulary
        for (code, name) in [(1, "Nova"), (2, "Ales"), (3, "Ales")] as [(UInt32, String)] {
            vocabulary[.brand].relabel(code, name)
        }
        let cube = try SpillingBuilder.finish(&builders, by: [.brand], vocabulary, of: sketch.market).whole()
        #expect((0..<3).map { cube.name(of: $0, in: .brand) } == ["Ales", "Ales", "Nova"])
        #expect(cube.spend == [200, 400, 100])
    }

    @Test("amounts that cannot be added in 64 bits are an error, also where they never met in memory")
    func overflow() throws {
        var opposite = Occurrence(spend: -(Int64.max / 2 + 1))
        opposite[.brand] = 1
        var sketch = try SpendSketch("A 2025-01 0.00")
        for second in [Occurrence(spend: Int64.max / 2 + 1), opposite] {
            let filler = Array(repeating: Occurrence(), count: 99)
            sketch.occurrences = [Occurrence(spend: Int64.max / 2 + 1)] + filler + [second] + filler
            for threads in 1...3 {
                let error = #expect(throws: CubeOverflow.self) {
                    try parts(of: sketch, by: [.brand], bytes: 0, threads: threads)
                }
                #expect(error?.measure == "spend")
            }
        }
    }

    @Test("storage that is full ends the adding up, at whichever cell", arguments: [0, 1, 500, 9_000])
    func fullStorage(room: Int) throws {
        let sketch = try CubeTests.randomSketch(rows: 3_000, seed: 43)
        let dimensions = CubeTests.groupings[5]
        #expect(throws: CellShelf.IsFull.self) {
            try parts(of: sketch, by: dimensions, bytes: 40_000, threads: 2, on: CellShelf(room: room))
        }
    }

    @Test("what cells need of storage is what was written once: they are sorted where they lie")
    func storageSize() throws {
        let sketch = try CubeTests.randomSketch(rows: 3_000, seed: 47)
        let shelf = CellShelf()
        let dimensions = CubeTests.groupings[5]
        let parts = try parts(of: sketch, by: dimensions, bytes: 0, on: shelf)
        let size = shelf.count
        // Five codes take three words, and the sums three; no more cells than rows.
        #expect(size <= 3_000 * 6)
        _ = try parts.whole()
        #expect(shelf.count == size)
    }
}
