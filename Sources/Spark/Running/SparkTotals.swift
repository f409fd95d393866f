import Formats

/// How many cells Spark has, and how many rows they add up, by its own count.
struct SparkTotals: Hashable, Sendable {
    var cellCount = 0
    var rowCount: Int64 = 0

    /// Names of the columns in which Spark writes them.
    static let cells = "cells"
    static let rows = "total_rows"

    init() {}

    /// Reads what Spark wrote into a folder.
    ///
    /// - Throws: ``SparkFault``.
    init(readingFolder folder: String) throws(SparkFault) {
        let names = try SparkFolder.parts(of: folder)
        var records: [CSVRecord] = []
        for name in names {
            var reader = CSVReader(try SparkFolder.bytes(of: "\(folder)/\(name)"), file: name)
            guard reader.next() != nil else { continue }
            while let record = reader.next() { records.append(record) }
        }
        guard records.count == 1, let cells = Int(records[0][0]), let rows = Int64(records[0][1]) else {
            throw .unreadable("its count of cells is not one record of two numbers")
        }
        cellCount = cells
        rowCount = rows
    }
}
