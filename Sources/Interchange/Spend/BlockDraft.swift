import MediaSpend

/// The rows of a block as columns, before anybody has seen them in their order: names are new that other blocks may have
/// brought before, and unusual rows are missing.
struct BlockDraft {
    /// One column a dimension, in the order of `SpendDimension.allCases`; empty where nobody asks.
    ///
    /// A code of ``firstNewCode`` or more is a name of ``newNames``.
    var codes: [[UInt32]]
    var insertions: [Int64]
    var spend: [Int64]
    /// One a column of names.
    var newNames: [NewNames]
    var newLabels: [NewLabel] = []
    /// Which reading of the columns was followed.
    let version: Int
    var unusual: UnusualRows

    static let firstNewCode: UInt32 = 1 << 31

    /// The names of one column that its thread had not met before, in the order of the rows.
    struct NewNames {
        /// Where they stand in the block, with their quotes.
        private(set) var fields: [RecordScanner.FieldRange] = []

        /// - Returns: the code that stands for the name until it has one.
        mutating func add(_ field: RecordScanner.FieldRange) -> UInt32 {
            fields.append(field)
            return BlockDraft.firstNewCode + UInt32(fields.count - 1)
        }
    }

    /// The name of a key that its thread had not met with it before.
    struct NewLabel {
        /// Counted among the columns of names that are read.
        let column: Int
        let row: Int
        /// Where it stands in the block, with its quotes.
        let field: RecordScanner.FieldRange
        /// What its thread knows it by.
        let number: UInt32
    }

    /// So many rows, of which only what they have in common is known yet.
    init(rows: Int, _ row: UsualRow) {
        codes = Array(repeating: [], count: SpendDimension.allCases.count)
        for dimension in row.dimensions { codes[dimension.position] = Array(repeating: 0, count: rows) }
        for constant in row.constants {
            codes[constant.dimension.position] = Array(repeating: constant.code, count: rows)
        }
        insertions = Array(repeating: 0, count: rows)
        spend = Array(repeating: 0, count: rows)
        newNames = Array(repeating: NewNames(), count: row.names.count)
        version = row.version
        unusual = UnusualRows(of: rows)
    }

    var count: Int { spend.count }

    /// Whether anything is to be settled.
    var bringsNames: Bool { !newLabels.isEmpty || newNames.contains { !$0.fields.isEmpty } }

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
        precondition(unusual.isEmpty, "\(unusual.count) of \(count) rows are not read")
        return OccurrenceChunk(columns: codes, insertions: insertions, spend: spend)
    }
}

/// The rows of a block that are left to the careful reader.
struct UnusualRows {
    private var isUnusual: [Bool]
    private(set) var count = 0

    /// None of so many rows.
    init(of rows: Int) { isUnusual = Array(repeating: false, count: rows) }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    func contains(_ row: Int) -> Bool { isUnusual[row] }

    mutating func insert(_ row: Int) {
        if !isUnusual[row] { count += 1 }
        isUnusual[row] = true
    }
}
