import Foundation

/// Files of the repository and of the shared data beside it.
enum Datasets {
    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file under datasets/.
    static func path(_ name: String) -> String { repository.appendingPathComponent("datasets/\(name)").path }

    /// A file under seeds/.
    static func seed(_ name: String) -> String { repository.appendingPathComponent("seeds/\(name)").path }

    /// A file of the shared data, which need not be there.
    static func shared(_ name: String) -> String {
        let folder =
            ProcessInfo.processInfo.environment["HEADROOM_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? repository.deletingLastPathComponent().appendingPathComponent("shared")
        return folder.appendingPathComponent("data/\(name)").path
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
