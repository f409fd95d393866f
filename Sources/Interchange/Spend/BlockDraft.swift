import MediaSpend

/// The rows of a block as columns, before anybody has seen them in their order: names are new that other blocks may have
/// brought before, and unusual rows are missing.
struct BlockDraft {
    /// One column a dimension, in the order of `SpendDimension.allCases`; empty where nobody asks.
    ///
    /// A code of ``firstNewCode`` or more is a name of ``newNames``.
    var codes: [[UInt32]]
    var insertions: [Int64]
    var spend: [Int64] = []
    var newNames: [NewNames] = []
    var newLabels: [NewLabel] = []
    /// Which reading of the columns was followed.
    let version: Int
    private var unusual: [Bool]
    private(set) var unusualCount = 0

    static let firstNewCode: UInt32 = 1 << 31

    /// The names of one column that its thread had not met before, in the order of the rows.
    struct NewNames {
        /// Counted among the columns of names that are read.
        let column: Int
        /// Where they stand in the block, with their quotes.
        private(set) var fields: [RecordScanner.FieldRange] = []

        init(column: Int) { self.column = column }

        /// - Returns: the code that stands for the name until it has one.
        mutating func add(_ start: Int, _ count: Int) -> UInt32 {
            fields.append(RecordScanner.FieldRange(start: start, end: start + count))
            return BlockDraft.firstNewCode + UInt32(fields.count - 1)
        }
    }

    /// The name of a key that its thread had not met with it before.
    struct NewLabel {
        /// As of ``NewNames``.
        let column: Int
        let row: Int
        /// Where it stands in the block, with its quotes.
        let field: RecordScanner.FieldRange
        /// What its thread knows it by.
        let number: UInt32
    }

    init(rows: Int, _ row: UsualRow) {
        codes = Array(repeating: [], count: SpendDimension.allCases.count)
        for constant in row.constants {
            codes[constant.dimension.position] = Array(repeating: constant.code, count: rows)
        }
        insertions = row.insertions == nil ? Array(repeating: 0, count: rows) : []
        version = row.version
        unusual = Array(repeating: false, count: rows)
    }

    var count: Int { unusual.count }

    /// Whether anything is to be settled.
    var bringsNames: Bool { !newNames.isEmpty || !newLabels.isEmpty }

    @inline(__always)
    func isUnusual(_ row: Int) -> Bool { unusual[row] }

    mutating func markUnusual(_ row: Int) {
        if !unusual[row] { unusualCount += 1 }
        unusual[row] = true
    }

    /// Puts codes in the place of new names of a dimension.
    mutating func give(_ newCodes: [UInt32], in dimension: SpendDimension) {
        codes[dimension.position].withUnsafeMutableBufferPointer { column in
            for row in column.indices where column[row] >= Self.firstNewCode && column[row] != unreadable {
                column[row] = newCodes[Int(column[row] - Self.firstNewCode)]
            }
        }
    }

    /// The occurrence of a usual row.
    func occurrence(_ row: Int) -> Occurrence {
        var occurrence = Occurrence(insertions: insertions[row], spend: spend[row])
        for dimension in SpendDimension.allCases where !codes[dimension.position].isEmpty {
            occurrence[dimension] = codes[dimension.position][row]
        }
        return occurrence
    }

    /// All rows.
    ///
    /// - Precondition: none is unusual, and new names have their codes.
    func chunk() -> OccurrenceChunk {
        precondition(unusualCount == 0, "\(unusualCount) of \(count) rows are not read")
        return OccurrenceChunk(columns: codes, insertions: insertions, spend: spend)
    }
}
