public import Diagnostics
public import MediaSpend

/// The cells that Spark wrote, as the cube that they make.
public struct SparkCells: Sendable {
    public let cube: Cube
    /// Warnings about the rows.
    public let findings: [Finding]

    /// Reads what Spark wrote into a folder.
    ///
    /// - Parameter totals: the folder with its own count of them, where all of them have to be looked for; `nil`: none.
    /// - Throws: ``SparkFault`` when the mark of success is missing, cells are missing or something is not what was asked
    ///   for; a `Rejection` when the data are at fault; `CubeOverflow`.
    init(readingFolder folder: String, totals: String?, of query: SparkQuery) throws {
        let expected = try totals.map { path throws(SparkFault) in try SparkTotals(readingFolder: path) }
        var sum = SparkCellSum(query)
        for name in try SparkFolder.parts(of: folder) {
            try sum.add(try SparkFolder.bytes(of: "\(folder)/\(name)"), file: name)
        }
        if let expected, expected != sum.totals {
            throw SparkFault.incomplete(found: sum.totals.cellCount, written: expected.cellCount)
        }
        (cube, findings) = try sum.finish()
    }
}
