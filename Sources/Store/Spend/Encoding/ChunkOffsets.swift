import MediaSpend

/// The columns of a chunk side by side, each as far above its smallest value: what every encoding starts from.
///
/// They share one piece of memory. Thirteen of half a megabyte would be taken from the system and given back for every
/// chunk, and clearing their pages takes longer than encoding them.
final class ChunkOffsets {
    /// One column; its values are there as long as the columns of its chunk are.
    struct Column {
        let minimum: Int64
        let maximum: Int64
        let values: UnsafeBufferPointer<UInt64>

        var spread: UInt64 { UInt64(bitPattern: maximum &- minimum) }
    }

    private let room: UnsafeMutableBufferPointer<UInt64>
    private var used = 0

    /// Room for some columns of so many rows.
    init(rows: Int, columns: Int = SpendDimension.allCases.count + 2) {
        room = .allocate(capacity: rows * columns)
    }

    deinit { room.deallocate() }

    /// Adds a column.
    ///
    /// - Precondition: there is room for it.
    func append<Value: FixedWidthInteger>(_ column: [Value]) -> Column {
        append(column) { Int64(truncatingIfNeeded: $0) }
    }

    /// Adds a column of codes: `table[c]` for each `c`.
    ///
    /// - Precondition: there is room for it, and the table has each of the codes.
    func append(_ codes: [UInt32], through table: [UInt32]) -> Column {
        table.withUnsafeBufferPointer { table in
            append(codes) { code in
                precondition(Int(code) < table.count, "code \(code) was not registered")
                return Int64(table[Int(code)])
            }
        }
    }

    @inline(__always)
    private func append<Value: FixedWidthInteger>(_ column: [Value], _ number: (Value) -> Int64) -> Column {
        precondition(used + column.count <= room.count, "no room for another column of \(column.count) rows")
        let offsets = UnsafeMutableBufferPointer(rebasing: room[used..<used + column.count])
        used += column.count
        var (minimum, maximum) = column.isEmpty ? (Int64(0), Int64(0)) : (.max, .min)
        column.withUnsafeBufferPointer { column in
            for row in column.indices {
                let number = number(column[row])
                (minimum, maximum) = (min(minimum, number), max(maximum, number))
                offsets[row] = UInt64(bitPattern: number)
            }
        }
        let base = UInt64(bitPattern: minimum)
        if base != 0 { for row in offsets.indices { offsets[row] &-= base } }
        return Column(minimum: minimum, maximum: maximum, values: UnsafeBufferPointer(offsets))
    }
}
