import MediaSpend
import Testing
import WorkTime

@testable import Store

@Suite("Roll-ups")
struct RollUpTests {
    private let november = CivilMonth(year: 2025, month: 11)!

    /// Three deliveries of which each later one replaces months of those before.
    private func filled(_ seed: UInt64, at path: String? = nil) throws -> (Workspace, [DeliveryID]) {
        let workspace = try path.map { try Workspace(at: $0) } ?? .inMemory()
        let deliveries = [
            MadeDelivery(rows: 3_000, seed: seed, from: november, months: 4),
            MadeDelivery(rows: 900, seed: seed + 1, from: november.advanced(by: 1), brands: 55),
            MadeDelivery(rows: 40, seed: seed + 2, from: november, months: 1, brands: 3),
        ]
        let ids = try deliveries.map { try workspace.store($0.delivery, $0.chunks, named: $0.names).delivery.id }
        return (workspace, ids)
    }

    /// The cube of the rows themselves.
    private func cubeOfRows(
        _ workspace: Workspace, by dimensions: [SpendDimension], where filter: CubeFilter, _ choice: DeliveryChoice
    ) throws -> Cube? {
        guard let market = try workspace.market(of: "监测", choice) else { return nil }
        var builder: CubeBuilder?
        var vocabulary = Vocabulary()
        try workspace.forEachChunk(of: "监测", Set(SpendDimension.allCases), choice) { chunk, names in
            if builder == nil { builder = CubeBuilder(by: dimensions, where: filter, in: names) }
            builder?.update(with: chunk)
            vocabulary = names
        }
        return try (builder ?? CubeBuilder(by: dimensions)).finish(vocabulary, of: market)
    }

    private static let groupings: [[SpendDimension]] = [
        [], [.month], [.brand, .month], [.category], [.category, .brand, .medium, .month], [.medium, .category],
        [.month, .adLength, .daypart, .medium], [.daypart], [.brand, .medium], [.region, .month], [.day],
        [.brand, .adLength],
    ]

    @Test("every cube of a roll-up is the cube of the rows", arguments: [1, 20, 300] as [UInt64])
    func sameAsRows(_ seed: UInt64) throws {
        let (workspace, ids) = try filled(seed)
        var random = SplitMix(state: seed)
        let brands = Set(try workspace.cube(of: "监测", by: [.brand])?.names(in: .brand).prefix(9) ?? [])
        let media = Set(try workspace.cube(of: "监测", by: [.medium])?.names(in: .medium).suffix(20) ?? [])
        let filters: [CubeFilter] = [
            .all, CubeFilter(months: [november]),
            CubeFilter(months: [november.advanced(by: 1), november.advanced(by: 9)]),
            CubeFilter(names: [.brand: brands]),
            CubeFilter(months: [november], names: [.brand: brands, .medium: media]),
            CubeFilter(names: [.category: ["nobody"]]), CubeFilter(months: []), CubeFilter(names: [.region: media]),
            CubeFilter(names: [.medium: []]),
        ]
        let choices: [DeliveryChoice] = [.latest] + ids.map { .asOf($0) } + ids.map { .only($0) }
        for by in Self.groupings {
            for choice in choices {
                let filter = filters[Int(random.next() % UInt64(filters.count))]
                let cube = try workspace.cube(of: "监测", by: by, where: filter, choice)
                #expect(try cube == cubeOfRows(workspace, by: by, where: filter, choice), "\(by) \(filter) \(choice)")
            }
        }
        for filter in filters {
            let by: [SpendDimension] = [.category, .brand, .month]
            #expect(
                try workspace.cube(of: "监测", by: by, where: filter)
                    == cubeOfRows(workspace, by: by, where: filter, .latest))
        }
    }

    @Test("the smallest level answers that has what is asked")
    func level() {
        #expect(RollUpLevel.smallest(with: [.month]) == .media)
        #expect(RollUpLevel.smallest(with: [.category, .brand, .month]) == .brands)
        #expect(RollUpLevel.smallest(with: [.brand, .medium, .month]) == .brandMedia)
        #expect(RollUpLevel.smallest(with: Decomposition.cellDimensions + [.month]) == .purchases)
        #expect(RollUpLevel.smallest(with: [.brand, .daypart]) == nil)
        #expect(RollUpLevel.smallest(with: [.day]) == nil)
    }

    @Test("the bytes of a roll-up give it back")
    func bytes() throws {
        for level in RollUpLevel.allCases {
            var random = SplitMix(state: 9)
            let keys = Set(
                (0..<500).compactMap { _ in
                    level.key([24_311] + level.dimensions.map { _ in Int64(random.next() % 400) })
                }
            ).sorted()
            let cells = keys.map { _ in
                RollUpSums.Cell(rows: 1, insertions: Int64(random.next() % 9), spend: Int64(bitPattern: random.next()))
            }
            let rollUp = RollUp(keys, cells, of: level)
            let read = rollUp.bytes.withUnsafeBytes { try? RollUp($0, count: keys.count, of: level) }
            #expect(read == rollUp)
            let other = rollUp.bytes.withUnsafeBytes { try? RollUp($0, count: keys.count + 1, of: level) }
            #expect(other == nil)
        }
    }

    @Test("a source with more names than a key can tell apart is answered from its rows, and not tried again")
    func tooManyNames() throws {
        var sums = RollUpSums(.purchases)
        let chunk = OccurrenceChunk(codes: [.month: [24_311], .medium: [4_000]], insertions: [1], spend: [5])
        let offsets = ChunkOffsets(rows: 1)
        let columns = [.month, .medium].map { offsets.append(chunk[$0]) }
        withExtendedLifetime(offsets) { sums.add(chunk) { $0 == .month ? columns[0] : columns[1] } }
        #expect(!sums.isComplete)
        // More media than 9 bits number: the roll-ups of purchases are left out, and the rows answer.
        let made = MadeDelivery(rows: 2_000, brands: 600)
        let workspace = try Workspace.inMemory()
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        for by in Self.groupings { #expect(try workspace.cube(of: "监测", by: by) == made.cube(by: by)) }
    }

    @Test("a sum that 64 bits cannot hold is left to the rows, which say so")
    func overflow() throws {
        var sums = RollUpSums(.media)
        let chunk = OccurrenceChunk(
            codes: [.month: [9, 9], .category: [1, 1], .medium: [1, 1]], insertions: [1, 1], spend: [.max, 1])
        let offsets = ChunkOffsets(rows: 2)
        let columns = Dictionary(
            uniqueKeysWithValues: [SpendDimension.month, .category, .medium].map { ($0, offsets.append(chunk[$0])) })
        withExtendedLifetime(offsets) { sums.add(chunk) { columns[$0]! } }
        #expect(!sums.isComplete)
    }

    @Test("a damaged roll-up is not believed, and the next delivery makes it anew")
    func damaged() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("w")
        let made = MadeDelivery(rows: 30_000, seed: 4, from: november)
        let next = MadeDelivery(rows: 100, seed: 5, from: november.advanced(by: 6), months: 1)
        let stored: StoredDelivery
        do {
            let workspace = try Workspace(at: path)
            stored = try workspace.store(made.delivery, made.chunks, named: made.names).delivery
        }
        let by: [SpendDimension] = [.category, .brand, .medium, .month]
        let (level, total) = (RollUpLevel.brandMedia, made.delivery.months[0])
        func rollUp() throws -> RollUp? {
            try Workspace(at: path).read { try RollUpRecords(database: $0).rollUp(level, total, of: stored) }
        }
        let sound = try #require(try rollUp())
        var bytes = try folder.bytes("w")
        let place = try #require(bytes.position(of: Array(sound.bytes.prefix(200))))
        bytes[place + 150] ^= 4
        try folder.write(bytes, to: "w")
        #expect(try rollUp() == nil)
        #expect(try Workspace(at: path).cube(of: "监测", by: by) == made.cube(by: by))

        _ = try Workspace(at: path).store(next.delivery, next.chunks, named: next.names)
        #expect(try rollUp() == sound)
        let again = try Workspace(at: path)
        let filter = CubeFilter(months: Set(made.delivery.months.map(\.month)))
        #expect(try again.cube(of: "监测", by: by, where: filter)?.spend == made.cube(by: by).spend)
    }
}

@Suite("What a workspace remembers")
struct SpendMemoryTests {
    @Test("a delivery and the names that another program stores are seen at once")
    func anotherWriter() throws {
        let folder = try TemporaryFolder()
        let one = try Workspace(at: folder.path("w"))
        let two = try Workspace(at: folder.path("w"))
        let first = MadeDelivery(rows: 500, seed: 1, brands: 5)
        let second = MadeDelivery(rows: 500, seed: 2, from: CivilMonth(year: 2026, month: 3)!, brands: 30)
        _ = try one.store(first.delivery, first.chunks, named: first.names)
        for workspace in [one, two] {
            #expect(try workspace.cube(of: "监测", by: [.brand, .month]) == first.cube(by: [.brand, .month]))
        }
        var renamed = second
        renamed.names[.brand].relabel(2, "新名")
        _ = try two.store(renamed.delivery, renamed.chunks, named: renamed.names)
        for workspace in [one, two] {
            let cube = try #require(try workspace.cube(of: "监测", by: [.brand]))
            #expect(cube.names(in: .brand).contains("新名"))
            #expect(cube.totalRows == 1_000)
        }
    }

    @Test("a delivery that failed leaves nothing in the memory")
    func failing() throws {
        struct Interruption: Error {}
        let workspace = try Workspace.inMemory()
        let first = MadeDelivery(rows: 300, seed: 1, brands: 5)
        _ = try workspace.store(first.delivery, first.chunks, named: first.names)
        let other = MadeDelivery(rows: 300, seed: 3, brands: 30)
        #expect(throws: Interruption.self) {
            try workspace.store(from: "监测") { writer in
                for chunk in other.chunks { try writer.append(chunk, named: other.names) }
                throw Interruption()
            }
        }
        #expect(try workspace.cube(of: "监测", by: [.brand, .month]) == first.cube(by: [.brand, .month]))
        let second = MadeDelivery(rows: 300, seed: 4, brands: 20)
        _ = try workspace.store(second.delivery, second.chunks, named: second.names)
        #expect(try workspace.cube(of: "监测", by: [.vehicle])?.totalRows == 300)
    }

    @Test("several threads may ask at once")
    func threads() async throws {
        let workspace = try Workspace.inMemory()
        let made = MadeDelivery(rows: 2_000)
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        let expected = try made.cube(by: [.brand, .month])
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    let cube = try workspace.cube(of: "监测", by: [.brand, .month])
                    #expect(cube == expected)
                }
            }
            try await group.waitForAll()
        }
    }
}

@Suite("Chunks that are encoded apart")
struct EncodedChunkTests {
    @Test("a column that is not at hand is read as one that states nothing")
    func withoutColumn() throws {
        var made = MadeDelivery(rows: 300, brands: 4)
        made.chunks = made.chunks.map { chunk in
            let kept = SpendDimension.allCases.filter { $0 != .region && $0 != .product && $0 != .medium && $0 != .day }
            return OccurrenceChunk(
                codes: Dictionary(uniqueKeysWithValues: kept.map { ($0, chunk[$0]) }), insertions: chunk.insertions,
                spend: chunk.spend)
        }
        let workspace = try Workspace.inMemory()
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        #expect(try workspace.cube(of: "监测", by: [.brand, .month]) == made.cube(by: [.brand, .month]))
        let cube = try workspace.cube(of: "监测", by: [.day, .product, .medium])
        #expect(cube?.count == 1 && cube?.names(in: .medium) == [""] && cube?.names(in: .day) == [""])
    }

    @Test("several at once, written in the order of the file, make the same bytes as one after another")
    func sameBytes() async throws {
        let folder = try TemporaryFolder()
        let made = MadeDelivery(rows: 140_000, seed: 7, brands: 90)
        _ = try Workspace(at: folder.path("one")).store(made.delivery, made.chunks, named: made.names)

        var merger = NameMerger(into: Vocabulary())
        let codes = merger.register(made.names)
        let encoded = await withTaskGroup(of: (Int, EncodedChunk).self) { group in
            for (position, chunk) in made.chunks.enumerated() {
                group.addTask { (position, EncodedChunk(chunk, through: codes)) }
            }
            return await group.reduce(into: [Int: EncodedChunk]()) { $0[$1.0] = $1.1 }
        }
        _ = try Workspace(at: folder.path("many")).store(from: "监测") { writer in
            _ = writer.register(made.names)
            for position in made.chunks.indices { try writer.write(try #require(encoded[position])) }
            return (made.delivery, made.names)
        }
        #expect(try folder.bytes("one") == folder.bytes("many"))
    }
}
