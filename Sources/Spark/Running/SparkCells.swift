public import Diagnostics
import Formats
import Glibc
public import MediaSpend
import Monetary
import WorkTime

/// The cells that Spark wrote, as the cube that they make.
public struct SparkCells: Sendable {
    public let cube: Cube
    /// Warnings about the rows.
    public let findings: [Finding]

    /// Reads what Spark wrote into a folder.
    ///
    /// - Throws: ``SparkFault`` when the mark of success is missing or something is not what was asked for; a `Rejection`
    ///   when the data are at fault; `CubeOverflow`.
    init(readingFolder folder: String, of query: SparkQuery) throws {
        let names = WorkFolder.names(in: folder)
        guard names.contains("_SUCCESS") else { throw SparkFault.noSuccess(folder: folder) }
        var sum = SparkCellSum(query)
        for name in names where name.hasPrefix("part-") && name.hasSuffix(".csv") {
            try sum.add(try Self.bytes(of: "\(folder)/\(name)"), file: name)
        }
        (cube, findings) = try sum.finish()
    }

    private static func bytes(of path: String) throws(SparkFault) -> [UInt8] {
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
