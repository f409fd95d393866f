import Diagnostics
import MediaSpend
import Monetary
import Testing
import WorkTime

@testable import Store

@Suite("Storing deliveries")
struct StoringTests {
    @Test("reading gives back exactly what was stored", arguments: [0, 1, 2, 63, 64, 65, 1_000, 65_536, 65_537])
    func roundTrip(_ rows: Int) throws {
        let made = MadeDelivery(rows: rows)
        let workspace = try Workspace.inMemory()
        let result = try workspace.store(made.delivery, made.chunks, named: made.names)
        #expect(result.isNew)
        #expect(result.delivery.delivery == made.delivery)
        #expect(try workspace.deliveries() == [result.delivery])
        var chunks: [OccurrenceChunk] = []
        try workspace.forEachChunk(of: "监测") { chunk, names in
            chunks.append(chunk)
            #expect(names == made.names)
        }
        #expect(chunks == made.chunks)
    }

    @Test("a workspace file keeps a delivery with Chinese names until the next run")
    func reopening() throws {
        let folder = try TemporaryFolder()
        let made = MadeDelivery(rows: 3_000)
        let path = folder.path("竞品花费.sqlite")
        _ = try Workspace(at: path).store(made.delivery, made.chunks, named: made.names)
        #expect(!folder.has("竞品花费.sqlite-wal"))

        let workspace = try Workspace(at: path)
        #expect(try workspace.spendSources() == ["监测"])
        #expect(try workspace.deliveries().map(\.delivery) == [made.delivery])
        let by: [SpendDimension] = [.month, .brand, .vehicle]
        #expect(try workspace.cube(of: "监测", by: by) == made.cube(by: by))
    }

    @Test("names with quotes, line ends, NUL and 𠮷 come back byte by byte")
    func oddNames() throws {
        var made = MadeDelivery(rows: 10)
        let odd = ["a\"b", "a\nb", "a\u{0}b", "𠮷野家", "=1+1", "e\u{301}", "\u{E9}"]
        for name in odd { _ = made.names[.brand].code(for: name) }
        made.names[.brand].relabel(1, "标签\u{0}；")
        let workspace = try Workspace.inMemory()
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        try workspace.forEachChunk(of: "监测") { _, names in #expect(names == made.names) }
    }

    @Test("the same contents twice are recognised and change nothing, under any file name")
    func twice() throws {
        let folder = try TemporaryFolder()
        var made = MadeDelivery(rows: 2_000)
        let first = try Workspace(at: folder.path("w")).store(made.delivery, made.chunks, named: made.names)
        let before = try folder.bytes("w")
        made.delivery.file = "copy.csv"
        let second = try Workspace(at: folder.path("w")).store(made.delivery, made.chunks, named: made.names)
        #expect(second == .alreadyStored(first.delivery))
        #expect(try folder.bytes("w") == before)
        #expect(try Workspace(at: folder.path("w")).delivery(made.delivery.digest, of: "监测") == first.delivery)
    }

    @Test("the same contents of another source are another delivery")
    func anotherSource() throws {
        let workspace = try Workspace.inMemory()
        var made = MadeDelivery(rows: 100)
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        made.delivery.source = "b"
        #expect(try workspace.store(made.delivery, made.chunks, named: made.names).isNew)
        #expect(try workspace.spendSources() == ["监测", "b"])
    }

    @Test("a name that an earlier delivery brought keeps its code, and takes the newest label")
    func sharedNames() throws {
        let workspace = try Workspace.inMemory()
        var first = MadeDelivery(rows: 500, seed: 1)
        let second = MadeDelivery(rows: 500, seed: 2, from: CivilMonth(year: 2026, month: 3)!, brands: 60)
        first.names[.brand].relabel(3, "旧名")
        _ = try workspace.store(first.delivery, first.chunks, named: first.names)
        var renamed = second
        let code = renamed.names[.brand].code(for: first.names[.brand].key(of: 3))
        renamed.names[.brand].relabel(code, "新名")
        _ = try workspace.store(renamed.delivery, renamed.chunks, named: renamed.names)

        try workspace.forEachChunk(of: "监测") { _, names in
            let brands = names[.brand]
            for code in 0..<UInt32(first.names[.brand].count) {
                #expect(brands.key(of: code) == first.names[.brand].key(of: code))
            }
            #expect(brands.name(of: 3) == "新名")
        }
        let months = Set(second.delivery.months.map(\.month))
        let stored = try workspace.cube(of: "监测", by: [.brand, .region], where: CubeFilter(months: months))
        let alone = try renamed.cube(by: [.brand, .region])
        #expect(stored?.spend == alone.spend)
        #expect(stored?.names(in: .brand) == alone.names(in: .brand))
    }

    @Test("a delivery that fails midway leaves the file as it was, byte by byte")
    func failing() throws {
        struct Interruption: Error {}
        let folder = try TemporaryFolder()
        let made = MadeDelivery(rows: 2_000)
        _ = try Workspace(at: folder.path("w")).store(made.delivery, made.chunks, named: made.names)
        let before = try folder.bytes("w")
        do {
            let workspace = try Workspace(at: folder.path("w"))
            let other = MadeDelivery(rows: 66_000, seed: 9, brands: 900)
            #expect(throws: Interruption.self) {
                try workspace.store(from: "监测") { writer in
                    for chunk in other.chunks { try writer.append(chunk, named: other.names) }
                    throw Interruption()
                }
            }
            #expect(try workspace.deliveries().map(\.delivery) == [made.delivery])
            #expect(try workspace.cube(of: "监测", by: [.brand]) == made.cube(by: [.brand]))
        }
        #expect(try folder.bytes("w") == before)
    }

    @Test("a program killed while it stores leaves nothing half-visible")
    func killed() throws {
        let folder = try TemporaryFolder()
        let made = MadeDelivery(rows: 2_000)
        let other = MadeDelivery(rows: 66_000, seed: 9)
        let workspace = try Workspace(at: folder.path("w"))
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        #expect(throws: CancellationError.self) {
            try workspace.store(from: "监测") { writer in
                for _ in 0..<4 { for chunk in other.chunks { try writer.append(chunk, named: other.names) } }
                // What a crash would leave on the disk here.
                try folder.copy("w", to: "killed")
                try folder.copy("w-wal", to: "killed-wal")
                throw CancellationError()
            }
        }
        #expect(try folder.bytes("killed-wal").count > 1_000_000, "rows were on their way to the file")
        let survivor = try Workspace(at: folder.path("killed"))
        #expect(try survivor.deliveries().map(\.delivery) == [made.delivery])
        #expect(try survivor.cube(of: "监测", by: [.brand]) == made.cube(by: [.brand]))
        let stored = try survivor.store(other.delivery, other.chunks, named: other.names)
        #expect(stored.isNew)
        // Of the roll-ups neither: what the rows and the roll-ups say is the one delivery and the other.
        for by in [[.category, .brand], [.medium, .adLength], [.region]] as [[SpendDimension]] {
            #expect(try survivor.cube(of: "监测", by: by) == other.cube(by: by))
            #expect(
                try survivor.cube(of: "监测", by: by, .asOf(DeliveryID(rawValue: 1)))?.spend == made.cube(by: by).spend)
        }
    }

    @Test("another currency or basis than before is refused", arguments: [true, false])
    func mixed(_ isCurrency: Bool) throws {
        let workspace = try Workspace.inMemory()
        let made = MadeDelivery(rows: 100)
        _ = try workspace.store(made.delivery, made.chunks, named: made.names)
        var other = made.delivery
        other.digest = ContentDigest(of: "other")
        if isCurrency { other.currency = .usd } else { other.basis = .net }
        let id: FindingID = isCurrency ? "spend.another-currency" : "spend.another-basis"
        let rejection = #expect(throws: Rejection.self) {
            try workspace.store(other, made.chunks, named: made.names)
        }
        #expect(rejection?.findings.map(\.id) == [id])
        #expect(try workspace.deliveries().count == 1)
    }
}
