import MediaSpend

/// The fields of the rows of a block, column by column.
struct RowFields {
    private let block: RecordBlock
    private let width: Int

    /// - Parameter width: how many fields a usual row has.
    init(of block: RecordBlock, width: Int) {
        self.block = block
        self.width = width
    }

    /// Finds the rows that have more or fewer fields than the usual row.
    func checkWidth(_ unusual: inout UnusualRows) {
        let ends = block.recordEnds
        for row in 0..<block.records where Int(ends[row] &- ends[row - 1]) != width { unusual.insert(row) }
    }

    /// Shows each usual row's field of a column as bytes without the line end behind them.
    ///
    /// - Parameter body: takes the row, the first byte, and how many there are; returns whether it could make sense of it.
    @inline(__always)
    func forEachField(
        _ column: Int, _ unusual: inout UnusualRows,
        _ body: (_ row: Int, _ field: UnsafePointer<UInt8>, _ count: Int) -> Bool
    ) {
        let bytes = UnsafePointer(block.bytes)
        let ends = block.recordEnds
        let separators = block.separators
        let isLast = column == width - 1
        // Mostly no row has to be asked.
        let allAreUsual = unusual.isEmpty
        for row in 0..<block.records where allAreUsual || !unusual.contains(row) {
            let index = Int(ends[row &- 1] &+ 1) &+ column
            let start = Int(separators[index &- 1] &+ 1)
            var end = Int(separators[index])
            if isLast, end > start, bytes[end &- 1] == carriageReturn { end &-= 1 }
            if !body(row, bytes + start, end &- start) { unusual.insert(row) }
        }
    }

    /// Where a field stands in the block.
    func range(of field: UnsafePointer<UInt8>, _ count: Int) -> RecordScanner.FieldRange {
        let start = field - UnsafePointer(block.bytes)
        return RecordScanner.FieldRange(start: start, end: start + count)
    }
}

private let carriageReturn = UInt8(ascii: "\r")
