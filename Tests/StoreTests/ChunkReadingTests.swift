import GRDB
import MediaSpend
import Parallel
import Testing
import WorkTime

@testable import Store

@Suite("Chunks that all threads decode")
struct ChunkReadingTests {
    private let first = CivilMonth(year: 2025, month: 1)!

    /// Twelve deliveries of a chunk each, which overlap by a month.
    private func filled() throws -> Workspace {
        let workspace = try Workspace.inMemory()
        let made = (0..<12).map { MadeDelivery(rows: 200, seed: UInt64($0), from: first.advanced(by: $0), months: 2) }
        for made in made { _ = try workspace.store(made.delivery, made.chunks, named: made.names) }
        return workspace
    }

    private var filters: [CubeFilter] {
        [
            .all, CubeFilter(months: [first, first.advanced(by: 7)]), CubeFilter(months: []),
            CubeFilter(names: [.brand: ["品牌“3” brand", "品牌“4” brand"], .medium: ["品牌“5” medium", "nobody"]]),
            CubeFilter(months: Set((0..<13).map { first.advanced(by: $0) }), names: [.region: ["品牌“1” region"]]),
        ]
    }

    @Test("give the same cube on any number of threads, and the same as rows that are looked at one by one")
    func threads() throws {
        let workspace = try filled()
        let by: [SpendDimension] = [.product, .day]
        for filter in filters {
            let one = try workspace.cube(of: "监测", by: by, where: filter, on: .one)
            var builder: CubeBuilder?
            var vocabulary = Vocabulary()
            try workspace.forEachChunk(of: "监测") { chunk, names in
                if builder == nil { builder = CubeBuilder(by: by, where: filter, in: names) }
                builder?.update(with: chunk)
                vocabulary = names
            }
            let market = try #require(try workspace.market(of: "监测"))
            #expect(try builder?.finish(vocabulary, of: market) == one)
            for count in [2, 7, 30] {
                #expect(try workspace.cube(of: "监测", by: by, where: filter, on: Workers(count)) == one)
            }
        }
    }

    @Test("are read where a column follows from one that nobody asked for")
    func followingColumns() throws {
        var made = MadeDelivery(rows: 4_000)
        made.chunks = made.chunks.map { chunk in
            var codes = Dictionary(uniqueKeysWithValues: SpendDimension.allCases.map { ($0, chunk[$0]) })
            codes[.brand] = chunk[.product].map { $0 % 7 + 1 }
            return OccurrenceChunk(codes: codes, insertions: chunk.insertions, spend: chunk.spend)
        }
        let workspace = try Workspace.inMemory()
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        let encodings = try workspace.read {
            try String.fetchAll($0, sql: "SELECT encoding FROM spend_column WHERE name = 'brand'")
        }
        #expect(encodings == ["derived"])
        let by: [SpendDimension] = [.brand, .day]
        #expect(try workspace.cube(of: "监测", by: by) == made.cube(by: by))
        let region = CubeFilter(names: [.region: ["品牌“3” region"]])
        #expect(try workspace.cube(of: "监测", by: by, where: region) == made.cube(by: by, where: region))
    }

    @Test(
        "are missed when they are gone, and limits are believed only with their checksum",
        arguments: [
            "DELETE FROM spend_column WHERE delivery = 4",
            "DELETE FROM spend_column WHERE delivery = 4 AND name = 'spend'",
            "UPDATE spend_column SET maximum = minimum WHERE delivery = 4 AND name = 'month'",
            "UPDATE spend_column SET minimum = 1, maximum = 2 WHERE delivery = 4 AND name = 'month'",
            "UPDATE spend_column SET minimum = 30, maximum = 30 WHERE delivery = 4 AND name = 'brand'",
        ])
    func lostRows(deed: String) throws {
        let workspace = try filled()
        try workspace.write { try $0.execute(sql: deed) }
        let filter = CubeFilter(
            months: Set((0..<13).map { first.advanced(by: $0) }), names: [.brand: ["品牌“3” brand", "品牌“4” brand"]])
        let failure = #expect(throws: StoreFailure.self) {
            try workspace.cube(of: "监测", by: [.product, .day], where: filter)
        }
        #expect(failure?.cause.contains("delivery 4") == true, "\(failure?.cause ?? "")")
    }

    @Test("name the first damaged chunk, and its first damaged column, on any number of threads", arguments: [1, 2, 7])
    func firstDamage(threads: Int) throws {
        let workspace = try filled()
        try workspace.write { database in
            try database.execute(
                sql: """
                    UPDATE spend_column SET checksum = checksum + 1
                    WHERE delivery IN (4, 6) AND name IN ('spend', 'product', 'day');
                    DELETE FROM spend_column WHERE delivery = 9 AND name = 'insertions'
                    """)
        }
        for _ in 0..<20 {
            let failure = #expect(throws: StoreFailure.self) {
                try workspace.cube(of: "监测", by: [.product, .day], on: Workers(threads))
            }
            #expect(failure?.cause.contains("day of chunk 0 of delivery 4") == true, "\(failure?.cause ?? "")")
        }
    }
}
