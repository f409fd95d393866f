import MediaSpend

/// The cells of one level while a delivery is stored: sums by key, see ``RollUpLevel``.
struct RollUpSums: Sendable {
    let level: RollUpLevel
    /// In order of first appearance.
    private(set) var keys: [UInt64] = []
    private(set) var cells: [Cell] = []
    /// Whether everything that was added is in the cells: a source may have more names than a key can tell apart, and
    /// sums of 64 bits are not enough for every delivery.
    private(set) var isComplete = true
    /// One more than the index of a cell; 0 is free. A power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

    /// What the rows of a cell add up to.
    struct Cell: Sendable, Equatable {
        var rows: Int64 = 0
        var insertions: Int64 = 0
        var spend: Int64 = 0

        /// - Returns: whether a sum passed 64 bits.
        @inline(__always)
        fileprivate mutating func add(_ other: Cell) -> Bool {
            let volume = insertions.addingReportingOverflow(other.insertions)
            let amount = spend.addingReportingOverflow(other.spend)
            self = Cell(rows: rows &+ other.rows, insertions: volume.partialValue, spend: amount.partialValue)
            return volume.overflow || amount.overflow
        }
    }

    init(_ level: RollUpLevel) { self.level = level }

    // MARK: Adding

    /// Adds the rows of a chunk.
    ///
    /// - Parameter column: of a dimension, as codes.
    mutating func add(_ chunk: OccurrenceChunk, _ column: (SpendDimension) -> ChunkOffsets.Column) {
        let columns = ([.month] + level.dimensions).map(column)
        guard isComplete, level.key(columns.map(\.maximum)) != nil else { return isComplete = false }
        var keys = [UInt64](repeating: 0, count: chunk.count)
        for (position, column) in columns.enumerated() {
            let (shift, base) = (level.place(of: position).shift, UInt64(column.minimum))
            for row in keys.indices { keys[row] |= (column.values[row] &+ base) &<< shift }
        }
        add(keys) { Cell(rows: 1, insertions: chunk.insertions[$0], spend: chunk.spend[$0]) }
    }

    /// Adds what others have added up.
    mutating func add(_ others: RollUpSums) {
        isComplete = isComplete && others.isComplete
        if isComplete { add(others.keys) { others.cells[$0] } }
    }

    /// Adds a sum to each of some cells.
    @inline(__always)
    private mutating func add(_ added: [UInt64], _ sum: (Int) -> Cell) {
        // So many at a time that there is room for all of them, should each be new.
        let step = 4_096
        for start in stride(from: 0, to: added.count, by: step) {
            let places = start..<min(start + step, added.count)
            makeRoom(for: places.count)
            var count = keys.count
            keys.append(contentsOf: repeatElement(0, count: places.count))
            cells.append(contentsOf: repeatElement(Cell(), count: places.count))
            let overflow = withTable { table in
                var overflow = false
                for place in places {
                    let passed = table.cells[table.index(of: added[place], &count)].add(sum(place))
                    overflow = overflow || passed
                }
                return overflow
            }
            keys.removeLast(keys.count - count)
            cells.removeLast(cells.count - count)
            if overflow { isComplete = false }
        }
    }

    @inline(__always)
    private mutating func withTable<Value>(_ body: (Table) -> Value) -> Value {
        slots.withUnsafeMutableBufferPointer { slots in
            keys.withUnsafeMutableBufferPointer { keys in
                cells.withUnsafeMutableBufferPointer { cells in body(Table(slots: slots, keys: keys, cells: cells)) }
            }
        }
    }

    /// The parts of the table while cells are looked up by the million.
    private struct Table {
        let slots: UnsafeMutableBufferPointer<UInt32>
        let keys: UnsafeMutableBufferPointer<UInt64>
        let cells: UnsafeMutableBufferPointer<Cell>

        /// The cell of a key; the one behind the last when the key is new.
        @inline(__always)
        func index(of key: UInt64, _ count: inout Int) -> Int {
            let mask = slots.count &- 1
            var slot = RollUpSums.hash(key) & mask
            while slots[slot] != 0 {
                let index = Int(slots[slot]) &- 1
                if keys[index] == key { return index }
                slot = (slot &+ 1) & mask
            }
            keys[count] = key
            count &+= 1
            slots[slot] = UInt32(truncatingIfNeeded: count)
            return count &- 1
        }
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }

    private mutating func makeRoom(for count: Int) {
        guard (keys.count + count) * 2 > slots.count else { return }
        slots = Array(repeating: 0, count: slots.count * 2)
        for index in keys.indices {
            var slot = Self.hash(keys[index]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
        makeRoom(for: count)
    }

    // MARK: Results

    /// The same sums by fewer dimensions.
    ///
    /// - Precondition: this level has the dimensions of the other.
    func grouped(_ other: RollUpLevel) -> RollUpSums {
        var grouped = RollUpSums(other)
        grouped.isComplete = isComplete
        guard isComplete else { return grouped }
        let places = other.columns.map { level.place(of: level.columns.firstIndex(of: $0)!) }
        var groupedKeys: [UInt64] = []
        for key in keys {
            guard let key = other.key(places.map { Int64(key >> $0.shift & $0.mask) }) else {
                grouped.isComplete = false
                return grouped
            }
            groupedKeys.append(key)
        }
        grouped.add(groupedKeys) { cells[$0] }
        return grouped
    }

    /// The cells of each month, by its code, in the order of their keys, as they are stored.
    func byMonth() -> [UInt32: RollUp] {
        let order = ascendingOrder(of: keys).map { Int($0) }
        let (shift, mask) = level.place(of: 0)
        var months: [UInt32: RollUp] = [:]
        var start = 0
        while start < order.count {
            let month = keys[order[start]] >> shift & mask
            let end = order[start...].firstIndex { keys[$0] >> shift & mask != month } ?? order.count
            let part = order[start..<end]
            months[UInt32(month)] = RollUp(part.map { keys[$0] }, part.map { cells[$0] }, of: level)
            start = end
        }
        return months
    }
}

extension RollUpSums {
    /// What the rows of a chunk add up to at the levels that are added up from rows; the others are made of them.
    static func base(of chunk: OccurrenceChunk, _ column: (SpendDimension) -> ChunkOffsets.Column) -> [RollUpSums] {
        base.map { level in
            var sums = level
            sums.add(chunk, column)
            return sums
        }
    }

    /// The same without any rows.
    static var base: [RollUpSums] { [RollUpSums(.brandMedia), RollUpSums(.purchases)] }

    /// The columns that ``base`` takes.
    static let dimensions: Set<SpendDimension> = Set(
        [.month] + RollUpLevel.brandMedia.dimensions + RollUpLevel.purchases.dimensions)
}
