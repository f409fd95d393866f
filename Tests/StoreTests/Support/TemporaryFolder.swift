import Foundation

/// A folder that is gone after the test.
final class TemporaryFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path(name)))
    }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}

extension [UInt8] {
    /// Where a piece of bytes stands for the first time.
    func position(of piece: [UInt8]) -> Int? {
        guard let first = piece.first else { return nil }
        return indices.first { self[$0] == first && self[$0...].starts(with: piece) }
    }
}
