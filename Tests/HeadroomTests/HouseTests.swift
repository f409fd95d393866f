import Seeds
import Testing

import class Foundation.FileManager
import struct Foundation.URL

/// What the build cannot enforce of the order of the house.
@Suite("The house")
struct HouseTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The Swift files below a folder, by path from the root, with their text.
    private func sources(below folder: String) throws -> [(path: String, text: String)] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: folder).path)
        return try paths.filter { $0.hasSuffix(".swift") }.map {
            let path = "\(folder)/\($0)"
            return (path, try String(contentsOf: Self.root.appending(path: path), encoding: .utf8))
        }
    }

    private func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), keyword < 3, !line.contains("//") else { return nil }
            return words.last.map { String($0.prefix { $0 != "." }) }
        }
    }

    @Test(
        "each outside library is imported by one target",
        arguments: [
            ("GRDB", "Store"), ("Yams", "Formats"), ("ArgumentParser", "HeadroomCommand"),
            ("COpenBLAS", "LinearAlgebra"),
            ("CXlsxWriter", "Reports"), ("CIsal", "Formats"),
        ])
    func oneImporter(library: String, target: String) throws {
        let importers = try sources(below: "Sources").filter { imports(of: $0.text).contains(library) }.map(\.path)
        #expect(!importers.isEmpty)
        #expect(importers.filter { !$0.hasPrefix("Sources/\(target)/") } == [])
    }

    @Test("engines and ground import no file, clock or locale")
    func pureEngines() throws {
        let pure = [
            "Diagnostics", "WorkTime", "Monetary", "LinearAlgebra", "Statistics", "Scheduling", "Costing", "MediaSpend",
        ]
        for target in pure {
            for source in try sources(below: "Sources/\(target)") {
                let outside = imports(of: source.text).filter {
                    ["Foundation", "FoundationEssentials", "Glibc"].contains($0)
                }
                #expect(outside == [], "\(source.path)")
            }
        }
    }

    @Test("nothing links the locale tables of Foundation")
    func noFoundation() throws {
        for source in try sources(below: "Sources") {
            #expect(!imports(of: source.text).contains("Foundation"), "\(source.path)")
        }
    }

    @Test("every file of the seeds is embedded under its name")
    func seeds() throws {
        let embedded = (Seed.calendars + Seed.plans + Seed.layouts + Seed.examples + Seed.procedures + [Seed.markets])
            .map(\.file).sorted()
        let folders = ["calendars", "plans", "layouts", "examples", "procedures", "markets"]
        let files = try folders.flatMap {
            try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "seeds/\($0)").path)
        }
        #expect(embedded == files.sorted())
    }
}
