/// Adds up what falls under the same key: the hash table under every cube.
///
/// A cell takes 32 bytes, half a line of the cache. Sums wrap: who adds makes sure that all sizes together stay below
/// 2⁶³, see ``CubeBuilder``.
struct CellTable: Sendable {
    struct Cell: Sendable {
        let key: UInt64
        var rows: Int64
        var insertions: Int64
        /// Minor units.
        var spend: Int64
    }

    /// In order of first appearance.
    private(set) var cells: [Cell] = []
    /// One more than the cell's index; 0 is free. A power of two, at most two thirds full.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 6)

    /// How many cells there are.
    var count: Int { cells.count }

    /// Adds rows, each under its key.
    ///
    /// - Parameters:
    ///   - keys: one for each row of `rows`, which are the positions of the measures to add.
    ///   - insertions: the whole column, and so `spend`.
    mutating func add(_ keys: ArraySlice<UInt64>, insertions: [Int64], spend: [Int64]) {
        makeRoom(for: keys.count)
        let mask = slots.count - 1
        let known = cells.count
        var next = known
        // Cells are written behind those that count, into room that is there.
        cells.append(contentsOf: repeatElement(Cell(key: 0, rows: 0, insertions: 0, spend: 0), count: keys.count))
        cells.withUnsafeMutableBufferPointer { cells in
            slots.withUnsafeMutableBufferPointer { slots in
                keys.withUnsafeBufferPointer { keyBuffer in
                    for offset in 0..<keyBuffer.count {
                        let row = keys.startIndex + offset
                        let key = keyBuffer[offset]
                        var slot = Int(truncatingIfNeeded: ByteHash.ofWord(key)) & mask
                        var cell = Int(slots[slot]) - 1
                        while cell >= 0, cells[cell].key != key {
                            slot = (slot + 1) & mask
                            cell = Int(slots[slot]) - 1
                        }
                        if cell < 0 {
                            cell = next
                            next += 1
                            slots[slot] = UInt32(truncatingIfNeeded: next)
                            cells[cell] = Cell(key: key, rows: 1, insertions: insertions[row], spend: spend[row])
                        } else {
                            cells[cell].rows &+= 1
                            cells[cell].insertions &+= insertions[row]
                            cells[cell].spend &+= spend[row]
                        }
                    }
                }
            }
        }
        cells.removeLast(cells.count - next)
    }

    /// Adds cells that were added up elsewhere under the same keys.
    mutating func add(_ others: [Cell]) {
        makeRoom(for: others.count)
        let mask = slots.count - 1
        for other in others {
            var slot = Int(truncatingIfNeeded: ByteHash.ofWord(other.key)) & mask
            while slots[slot] != 0, cells[Int(slots[slot]) - 1].key != other.key { slot = (slot + 1) & mask }
            if slots[slot] == 0 {
                cells.append(other)
                slots[slot] = UInt32(truncatingIfNeeded: cells.count)
            } else {
                let cell = Int(slots[slot]) - 1
                cells[cell].rows &+= other.rows
                cells[cell].insertions &+= other.insertions
                cells[cell].spend &+= other.spend
            }
        }
    }

    /// Makes sure that so many more cells fit.
    private mutating func makeRoom(for more: Int) {
        let needed = cells.count + more
        precondition(needed < Int(UInt32.max), "a cube of \(needed) cells is full")
        guard needed * 3 > slots.count * 2 else { return }
        var size = slots.count
        // What comes is mostly known already: room for all of it would be mostly waste, so what is there counts double.
        while size * 2 < needed * 3 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        let mask = size - 1
        for (cell, index) in zip(cells, 1...) {
            var slot = Int(truncatingIfNeeded: ByteHash.ofWord(cell.key)) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: index)
        }
    }
}
