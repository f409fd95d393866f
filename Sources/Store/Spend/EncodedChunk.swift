public import MediaSpend

/// The workspace's code for each code of a file, as far as the file's names have been registered: what one chunk needs
/// to be encoded on its own.
public struct WorkspaceCodes: Sendable {
    let tables: [SpendDimension: [UInt32]]
}

/// A chunk as it will lie in the workspace: encoded apart from all others, so that several can be under way at once.
public struct EncodedChunk: Sendable {
    let columns: [(name: ColumnRecords.Name, column: EncodedColumn)]
    let rows: Int
    let spend: Int64
    let insertions: Int64
    /// What its rows add up to, one for each of ``RollUpSums/base``.
    let sums: [RollUpSums]

    /// Encodes the rows of a chunk; pure, and safe on any thread.
    ///
    /// - Parameters:
    ///   - chunk: each row has a month; a column that is not at hand is not stated.
    ///   - codes: what ``DeliveryWriter/register(_:)`` gave for the names of the chunk, or for later ones.
    /// - Complexity: O(rows).
    public init(_ chunk: OccurrenceChunk, through codes: WorkspaceCodes) {
        let offsets = ChunkOffsets(rows: chunk.count)
        let notStated = [UInt32](repeating: NameTable.notStated, count: chunk.count)
        var columns: [SpendDimension: ChunkOffsets.Column] = [:]
        for dimension in SpendDimension.allCases {
            let column = chunk[dimension].isEmpty ? notStated : chunk[dimension]
            columns[dimension] =
                codes.tables[dimension].map { offsets.append(column, through: $0) } ?? offsets.append(column)
        }
        precondition(
            chunk.count == 0 || columns[.month]!.minimum > NameTable.notStated, "a row without a month cannot be stored"
        )
        self.columns = withExtendedLifetime(offsets) {
            SpendDimension.allCases.map { dimension in
                let column = EncodedColumn(
                    columns[dimension]!, from: dimension.key.flatMap { columns[$0] },
                    within: dimension.context.flatMap { columns[$0] })
                return (.codes(dimension), column)
            } + [
                (.insertions, EncodedColumn(offsets.append(chunk.insertions))),
                (.spend, EncodedColumn(offsets.append(chunk.spend))),
            ]
        }
        rows = chunk.count
        // Compared with the delivery's totals, which fit into 64 bits, so that wrapping on the way is harmless.
        spend = chunk.spend.reduce(0, &+)
        insertions = chunk.insertions.reduce(0, &+)
        sums = withExtendedLifetime(offsets) {
            RollUpSums.base(of: chunk) { columns[$0]! }
        }
    }
}
