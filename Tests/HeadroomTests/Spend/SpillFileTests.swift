import Foundation
import Headroom
import Testing

@Suite("Cubes of files that outgrow their memory")
struct SpillFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private static let file =
        HouseTests.root.appending(path: "datasets/media/occurrences_five_categories.csv.gz").path
    /// Brands are told apart by a key, and called otherwise.
    private static let keyed =
        HouseTests.root.appending(path: "datasets/media/us_google_political_weekly_d3_2019-06.csv.gz").path

    /// So little that the cells of every block leave.
    private var least: CubeMemory { CubeMemory(bytes: 1, folder: folder.path) }

    private static let groupings: [[SpendDimension]] = [
        [], [.month], [.brand], [.product, .day], [.brand, .product, .vehicle, .region, .day],
        [.month, .category, .brand, .medium, .region],
    ]

    @Test("the table has the same bytes, on any number of threads, and leaves no file", arguments: groupings)
    func sameBytes(dimensions: [SpendDimension]) throws {
        let measures = SpendCube.Measure.allCases
        let expected = try SpendCube(adding: [Self.file], by: dimensions).csv(measures)
        for threads in 1...3 {
            let cube = try SpendCube(
                adding: [Self.file], by: dimensions, within: least, workers: Workers(threads))
            #expect(cube.parts.isSpilled)
            #expect(try cube.csv(measures) == expected)
            let output = folder.appending(path: "cube.csv")
            try cube.write(measures, to: output.path, on: Workers(threads))
            #expect(try String(contentsOf: output, encoding: .utf8) == expected)
            #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == ["cube.csv"])
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a filter counts the same, also by names that are known only at the end")
    func filters() throws {
        let brand = try #require(
            try SpendCube(adding: [Self.keyed], by: [.advertiser]).cube.names(in: .advertiser).last)
        let cases: [(String, CubeFilter)] = [
            (Self.keyed, CubeFilter(names: [.advertiser: [brand]])),
            (Self.file, CubeFilter(names: [.medium: ["TV"]])),
            (Self.file, CubeFilter(names: [.day: ["2025-12-05", "2025-12-06"]])),
        ]
        for (file, filter) in cases {
            for dimensions in [[], [.month], [.region, .advertiser]] as [[SpendDimension]] {
                let expected = try SpendCube(adding: [file], by: dimensions, where: filter)
                let cube = try SpendCube(adding: [file], by: dimensions, where: filter, within: least)
                #expect(try cube.csv([.rows, .spend]) == expected.csv([.rows, .spend]))
                #expect(try cube.cube == expected.cube)
            }
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a taxonomy and factors give the same table and say the same of it")
    func refined() throws {
        let taxonomy = folder.appending(path: "taxonomy.yaml").path
        let factors = folder.appending(path: "factors.yaml").path
        try Data("categories: [{level: industry, name: All}, {level: category, name: Beer, in: All}]".utf8)
            .write(to: URL(filePath: taxonomy))
        try Data("factors: [{medium: TV, factor: 50%}]".utf8).write(to: URL(filePath: factors))
        let columns = [SpendColumn.level(.industry), .dimension(.medium), .dimension(.month)]
        let refinement = try Refinement.reading(by: columns, taxonomy: taxonomy, factors: factors).refinement
        let tables = try [nil, least].map { memory in
            let cube = try SpendCube(adding: [Self.file], by: refinement.dimensions, within: memory)
            return try RefinedCube(cube, by: refinement)
        }
        #expect(tables[0].spend.count > 0 && !tables[0].findings.isEmpty)
        #expect(tables[0].csv([.spend, .net]) == tables[1].csv([.spend, .net]))
        #expect(tables[0].findings == tables[1].findings)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("the workspace is added up in as little memory")
    func store() throws {
        let store = folder.appending(path: "s.sqlite").path
        _ = try Answer.spendImport([Self.file], layout: nil, year: nil, into: store)
        let dimensions = [SpendDimension.product, .vehicle, .day]
        let cube = try SpendCube(store: store, source: nil, by: dimensions, within: least)
        #expect(cube.parts.isSpilled)
        #expect(try cube.cube == SpendCube(store: store, source: nil, by: dimensions).cube)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("a folder that is not there is a failure that names it, and nothing is written")
    func noFolder() throws {
        let nowhere = folder.appending(path: "nowhere").path
        let failure = #expect(throws: Failure.self) {
            try SpendCube(adding: [Self.file], by: [.product], within: CubeMemory(bytes: 1, folder: nowhere))
        }
        #expect(failure?.kind == .inputOutput && failure?.subject == nowhere)
        try FileManager.default.removeItem(at: folder)
    }

    @Test(
        "a disk that is full is a failure that names the folder, whoever meets it, and nothing is left there",
        .enabled(if: SmallDisk.canBeMade, "only root can mount a small disk"), arguments: [1, 2, 3])
    func fullDisk(threads: Int) throws {
        let disk = try SmallDisk(at: folder)
        defer { disk.unmount() }
        let failure = #expect(throws: Failure.self) {
            try SpendCube(
                adding: [Self.file], by: [.brand, .product, .vehicle, .region, .day], within: least,
                workers: Workers(threads))
        }
        #expect(failure?.kind == .inputOutput && failure?.subject == folder.path)
        #expect(failure?.cause.contains("No space left on device") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        // All room is there again.
        try Data(count: SmallDisk.size / 2).write(to: folder.appending(path: "room"))
    }
}

/// A file system of its own with little room.
private struct SmallDisk {
    static let size = 64 << 10
    private let folder: URL

    init(at folder: URL) throws {
        self.folder = folder
        guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(Self.size)", "tmpfs", folder.path) else {
            throw Failure(.inputOutput, folder.path, cause: "a small disk cannot be mounted here")
        }
    }

    func unmount() {
        _ = Self.run("umount", "-l", folder.path)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether this program may mount; a container may forbid it to root, too.
    static let canBeMade: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "headroom-disk-\(UUID().uuidString)")
        guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
            let disk = try? SmallDisk(at: folder)
        else {
            try? FileManager.default.removeItem(at: folder)
            return false
        }
        disk.unmount()
        return true
    }()

    private static func run(_ program: String, _ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/\(program)")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
