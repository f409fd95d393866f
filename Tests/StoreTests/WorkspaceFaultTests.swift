import MediaSpend
import Testing
import WorkTime

@testable import Store

@Suite("A workspace that cannot be used")
struct WorkspaceFaultTests {
    private let folder: TemporaryFolder
    private let made = MadeDelivery(rows: 4_000)

    init() throws { folder = try TemporaryFolder() }

    /// A sound workspace with one delivery.
    private func makeWorkspace(_ name: String = "w") throws {
        _ = try Workspace(at: folder.path(name)).store(made.delivery, made.chunks, named: made.names)
    }

    /// Opens the file and reads all of it.
    private func readAll(_ name: String = "w") throws {
        let workspace = try Workspace(at: folder.path(name), patience: 0.05)
        for stored in try workspace.deliveries() {
            try workspace.forEachChunk(of: stored.delivery.source) { _, _ in }
        }
    }

    private func expectFailure(
        _ kind: StoreFailure.Kind, _ name: String = "w", sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let failure = #expect(throws: StoreFailure.self, sourceLocation: sourceLocation) { try readAll(name) }
        #expect(failure?.kind == kind, "\(failure as Any)", sourceLocation: sourceLocation)
        #expect(failure?.subject == folder.path(name), sourceLocation: sourceLocation)
        #expect(failure?.cause.isEmpty == false, sourceLocation: sourceLocation)
    }

    @Test("a text file is refused and left alone")
    func text() throws {
        let text = Array(String(repeating: "month,brand,spend\n", count: 9_000).utf8)
        try folder.write(text, to: "w")
        expectFailure(.damaged)
        #expect(try folder.bytes("w") == text)
    }

    @Test(
        "a short text file is refused and left alone, even where SQLite takes it for an empty one",
        arguments: [1, 15, 511])
    func shortText(_ length: Int) throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
        try folder.write(text, to: "w")
        expectFailure(.damaged)
        #expect(try folder.bytes("w") == text)
    }

    @Test("the database of another program is refused and left alone")
    func foreign() throws {
        try makeWorkspace()
        var bytes = try folder.bytes("w")
        bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        try folder.write(bytes, to: "w")
        expectFailure(.cannotOpen)
        #expect(try folder.bytes("w") == bytes)
    }

    @Test("an empty file becomes a workspace")
    func empty() throws {
        try folder.write([], to: "w")
        try makeWorkspace()
        try readAll()
    }

    @Test("a folder, or a file in a folder that is none, cannot be opened")
    func noFolder() throws {
        try folder.write([1], to: "file")
        expectFailure(.cannotOpen, "file/w")
        expectFailure(.cannotOpen, "nowhere/w")
        expectFailure(.cannotOpen, "")
    }

    @Test("a file of a later version is refused by name")
    func newer() throws {
        try makeWorkspace()
        var bytes = try folder.bytes("w")
        let step = Array("spend deliveries".utf8)
        var found = 0
        for position in bytes.indices where bytes[position...].starts(with: step) {
            bytes.replaceSubrange(position..<position + step.count, with: "spend roll-ups!!".utf8)
            found += 1
        }
        #expect(found > 0)
        try folder.write(bytes, to: "w")
        expectFailure(.newerVersion)
    }

    @Test("a file cut short is damaged", arguments: [1, 100, 65_536, 65_537, 131_072, 200_000])
    func truncated(_ length: Int) throws {
        try makeWorkspace()
        try folder.write(folder.bytes("w").prefix(length), to: "w")
        expectFailure(.damaged)
    }

    @Test("one changed byte of a column, of a name or of a delivery is noticed")
    func changedByte() throws {
        try makeWorkspace()
        let sound = try folder.bytes("w")
        var merger = NameMerger(into: Vocabulary())
        let chunk = EncodedChunk(made.chunks[0], through: merger.register(made.names))
        func piece(_ name: ColumnRecords.Name) throws -> [UInt8] {
            Array(try #require(chunk.columns.first { $0.name == name }).column.bytes.prefix(64))
        }
        let pieces = [
            try piece(.spend), try piece(.codes(.vehicle)), try piece(.codes(.category)),
            Array(made.names[.brand].key(of: 5).utf8), Array(made.delivery.file.utf8),
        ]
        for piece in pieces {
            var bytes = sound
            bytes[try #require(sound.position(of: piece)) + piece.count / 2] ^= 0x10
            try folder.write(bytes, to: "w")
            expectFailure(.damaged)
        }
    }

    @Test("random damage never stops the program: it is an error, or reads the same")
    func randomDamage() throws {
        try makeWorkspace()
        let sound = try folder.bytes("w")
        let cube = try made.cube(by: [.month, .brand])
        var random = SplitMix(state: 5)
        var failures = 0
        for round in 0..<150 {
            var bytes = sound
            // Half of the rounds hit the first page, where SQLite keeps what it knows of all others.
            let reach = round.isMultiple(of: 2) ? 4_096 : bytes.count
            for _ in 0..<(round % 4 == 3 ? 400 : 4) {
                bytes[Int(random.next() % UInt64(reach))] = UInt8(truncatingIfNeeded: random.next())
            }
            try folder.write(bytes, to: "d")
            do {
                let workspace = try Workspace(at: folder.path("d"), patience: 0)
                if let read = try workspace.cube(of: "监测", by: [.month, .brand]) { #expect(read == cube) }
            } catch is StoreFailure {
                failures += 1
            }
            for rest in ["d-wal", "d-shm", "d-journal"] where folder.has(rest) { try folder.remove(rest) }
        }
        #expect(failures > 30)
    }

    @Test("a second writer waits, then learns that the workspace is busy, and nothing is lost")
    func busy() throws {
        let other = MadeDelivery(rows: 500, seed: 8, from: CivilMonth(year: 2026, month: 1)!)
        let one = try Workspace(at: folder.path("w"))
        let two = try Workspace(at: folder.path("w"), patience: 0.05)
        let result = try one.store(from: "监测") { writer in
            for chunk in made.chunks { try writer.append(chunk, named: made.names) }
            let failure = #expect(throws: StoreFailure.self) {
                try two.store(other.delivery, other.chunks, named: other.names)
            }
            #expect(failure?.kind == .busy)
            #expect(try two.deliveries().isEmpty, "a reader neither waits nor sees what is not finished")
            return (made.delivery, made.names)
        }
        #expect(result.isNew)
        #expect(try two.store(other.delivery, other.chunks, named: other.names).isNew)
        #expect(try one.deliveries().map(\.delivery) == [made.delivery, other.delivery])
    }

    @Test("two programs can make the same workspace at once")
    func madeTwice() async throws {
        for round in 0..<20 {
            let path = folder.path("new-\(round)")
            try await withThrowingTaskGroup { group in
                // However slow the disk is: what counts is that nobody is refused who waits.
                for _ in 0..<6 { group.addTask { _ = try Workspace(at: path, patience: 60).deliveries() } }
                try await group.waitForAll()
            }
        }
    }
}
