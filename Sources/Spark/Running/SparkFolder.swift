import Glibc

/// A folder that Spark wrote.
enum SparkFolder {
    /// The names of its parts, sorted.
    ///
    /// - Throws: `.noSuccess` when the mark of success is missing, whatever else is there.
    static func parts(of folder: String) throws(SparkFault) -> [String] {
        let names = WorkFolder.names(in: folder)
        guard names.contains("_SUCCESS") else { throw .noSuccess(folder: folder) }
        return names.filter { $0.hasPrefix("part-") && $0.hasSuffix(".csv") }
    }

    /// A file, whole.
    ///
    /// - Throws: `.unreadable`.
    static func bytes(of path: String) throws(SparkFault) -> [UInt8] {
        guard let file = fopen(path, "re") else { throw .unreadable("\(path): \(WorkFolder.cause())") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = fread(&piece, 1, piece.count, file)
            bytes += piece[..<count]
            guard count < piece.count else { continue }
            guard ferror(file) == 0 else { throw .unreadable("\(path): \(WorkFolder.cause())") }
            return bytes
        }
    }
}
