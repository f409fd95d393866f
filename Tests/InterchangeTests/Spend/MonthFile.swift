import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Monetary
import WorkTime

/// A month file that was read into memory, for tests.
struct MonthFile {
    let reading: MonthFileReading
    let chunks: [OccurrenceChunk]

    /// Reads a file through a layout of the seeds.
    init(_ path: String, layout: String, year: Int? = nil) throws {
        try self.init(path, layout: Self.layout(layout), year: year)
    }

    init(_ path: String, layout: Layout, year: Int? = nil) throws {
        var chunks: [OccurrenceChunk] = []
        reading = try MonthFileReader(layout, year: year).read(path) { chunk, _ in chunks.append(chunk) }
        self.chunks = chunks
    }

    /// Reads a text, as if it stood in a file of this name.
    init(text: String, layout: Layout, name: String = "month.csv") throws {
        try self.init(bytes: Array(text.utf8), layout: layout, name: name)
    }

    init(bytes: [UInt8], layout: Layout, name: String = "month.csv", year: Int? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        try self.init(file.path, layout: layout, year: year)
    }

    static func layout(_ name: String) throws -> Layout {
        let path = Datasets.seed("layouts/\(name).yaml")
        return try LayoutFile.read(SourceText(String(contentsOfFile: path, encoding: .utf8), file: "\(name).yaml"))
    }

    var market: MarketData {
        let delivery = reading.delivery
        return MarketData(
            source: delivery.source, currency: delivery.currency, basis: delivery.basis,
            months: delivery.months.map(\.month), countsInsertions: delivery.countsInsertions)
    }

    func cube(by dimensions: [SpendDimension], where filter: CubeFilter = .all) throws -> Cube {
        var builder = CubeBuilder(by: dimensions, where: filter, in: reading.vocabulary)
        for chunk in chunks { builder.update(with: chunk) }
        return try builder.finish(reading.vocabulary, of: market)
    }
}
