/// Groups rows by month and a few codes that fit into one word together, and adds up what falls into each group: a cube's
/// table where there is one probe a row and nothing else, because the quality gate looks at every row of every delivery.
///
/// Each month has a table of its own: files come month by month, so that the one in use stays near the processor.
/// Sums wrap: a file whose amounts add up to more than 64 bits is refused by its reader.
struct PackedSums: Sendable {
    /// How many bits each dimension has of the word, the first highest; 64 together at most.
    let fields: [(dimension: SpendDimension, bits: UInt64)]
    private var tables: [Table] = []
    /// The table of each month.
    private var places: [UInt32: Int] = [:]
    /// Rows with a code too large for its bits, by month and codes.
    private var others: [[UInt32]: FigureSum] = [:]
    private var keys: [UInt64] = []

    init(_ fields: KeyValuePairs<SpendDimension, UInt64>) {
        self.fields = fields.map { ($0.key, $0.value) }
        precondition(fields.reduce(0) { $0 + $1.value } <= 64, "more than a word: \(fields)")
    }

    // MARK: Adding

    /// - Precondition: the chunk has the columns of ``fields``, and months.
    mutating func update(with chunk: OccurrenceChunk) {
        guard pack(chunk) else { return addOneByOne(chunk) }
        let months = chunk[.month]
        var start = 0
        while start < months.count {
            var end = start + 1
            while end < months.count, months[end] == months[start] { end += 1 }
            let place = place(of: months[start])
            tables[place].add(chunk, start..<end, keys)
            start = end
        }
    }

    private mutating func place(of month: UInt32) -> Int {
        if let place = places[month] { return place }
        places[month] = tables.count
        tables.append(Table(month: month))
        return tables.count - 1
    }

    /// Makes the key of each row.
    ///
    /// - Returns: whether every code fits.
    private mutating func pack(_ chunk: OccurrenceChunk) -> Bool {
        keys.removeAll(keepingCapacity: true)
        keys.append(contentsOf: repeatElement(0, count: chunk.count))
        var fits = true
        for (dimension, bits) in fields {
            let (column, most) = (chunk[dimension], (UInt32(1) << UInt32(bits)) - 1)
            precondition(column.count == chunk.count, "\(dimension) was not read")
            var largest: UInt32 = 0
            // In place, without checks at each element: this loop runs for every row of every file.
            keys.withUnsafeMutableBufferPointer { keys in
                column.withUnsafeBufferPointer { column in
                    for row in column.indices {
                        largest = max(largest, column[row])
                        keys[row] = keys[row] << bits | UInt64(column[row])
                    }
                }
            }
            fits = fits && largest < most
        }
        return fits
    }

    private mutating func addOneByOne(_ chunk: OccurrenceChunk) {
        let columns = [chunk[.month]] + fields.map { chunk[$0.dimension] }
        for row in 0..<chunk.count {
            let sum = FigureSum(rows: 1, insertions: chunk.insertions[row], spend: chunk.spend[row])
            others[columns.map { $0[row] }, default: FigureSum()].add(sum)
        }
    }

    /// Adds what other sums hold.
    ///
    /// - Precondition: the same fields, and codes of the same vocabulary.
    mutating func combine(with other: PackedSums) {
        for table in other.tables {
            let place = place(of: table.month)
            table.forEach { tables[place].add($1, to: $0) }
        }
        for (codes, sum) in other.others { others[codes, default: FigureSum()].add(sum) }
    }

    // MARK: Reading

    /// Hands on every group: its month and its codes in the order of ``fields``, and its sums. A group whose rows came by
    /// both ways comes twice.
    func forEach(_ body: (_ codes: [UInt32], _ sum: FigureSum) -> Void) {
        var codes = [UInt32](repeating: 0, count: fields.count + 1)
        for table in tables {
            codes[0] = table.month
            table.forEach { key, sum in
                var key = key
                for (position, field) in fields.enumerated().reversed() {
                    codes[position + 1] = UInt32(key & ((1 << field.bits) - 1))
                    key >>= field.bits
                }
                body(codes, sum)
            }
        }
        for (codes, sum) in others { body(codes, sum) }
    }
}

/// What a group adds up to.
struct FigureSum: Hashable, Sendable {
    var rows: Int64 = 0
    var insertions: Int64 = 0
    /// Minor units.
    var spend: Int64 = 0

    mutating func add(_ other: FigureSum) {
        rows &+= other.rows
        insertions &+= other.insertions
        spend &+= other.spend
    }
}

extension PackedSums {
    /// The groups of one month: a hash table with open addressing, three quarters full at most.
    fileprivate struct Table: Sendable {
        let month: UInt32
        private var slots = [Slot](repeating: Slot(), count: 1 << 6)
        private var count = 0

        private struct Slot {
            /// `max` is free: no code may fill its bits.
            var key = UInt64.max
            var sum = FigureSum()
        }

        init(month: UInt32) { self.month = month }

        private var room: Int { slots.count / 4 * 3 }
        private var shift: UInt64 { UInt64(64 - slots.count.trailingZeroBitCount) }

        /// The upper bits of a product that spreads the key.
        private static func slot(of key: UInt64, _ shift: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        }

        /// Adds some rows under their keys.
        mutating func add(_ chunk: OccurrenceChunk, _ rows: Range<Int>, _ keys: [UInt64]) {
            var row = rows.lowerBound
            while row < rows.upperBound {
                row = addUntilFull(chunk, row..<rows.upperBound, keys)
                if row < rows.upperBound { grow() }
            }
        }

        /// - Returns: the first row that was not added.
        private mutating func addUntilFull(_ chunk: OccurrenceChunk, _ rows: Range<Int>, _ keys: [UInt64]) -> Int {
            let (mask, room, shift) = (slots.count - 1, room, shift)
            var count = self.count
            defer { self.count = count }
            // Every index is below the length of its array: rows by the caller's range, slots by the mask.
            return slots.withUnsafeMutableBufferPointer { slots in
                keys.withUnsafeBufferPointer { keys in
                    chunk.insertions.withUnsafeBufferPointer { insertions in
                        chunk.spend.withUnsafeBufferPointer { spend in
                            for row in rows {
                                let key = keys[row]
                                var slot = Self.slot(of: key, shift)
                                while slots[slot].key != key {
                                    if slots[slot].key == .max {
                                        if count >= room { return row }
                                        slots[slot].key = key
                                        count += 1
                                        break
                                    }
                                    slot = (slot + 1) & mask
                                }
                                slots[slot].sum.rows &+= 1
                                slots[slot].sum.insertions &+= insertions[row]
                                slots[slot].sum.spend &+= spend[row]
                            }
                            return rows.upperBound
                        }
                    }
                }
            }
        }

        mutating func add(_ sum: FigureSum, to key: UInt64) {
            if count >= room { grow() }
            var slot = Self.slot(of: key, shift)
            while slots[slot].key != key, slots[slot].key != .max { slot = (slot + 1) & (slots.count - 1) }
            if slots[slot].key == .max {
                slots[slot].key = key
                count += 1
            }
            slots[slot].sum.add(sum)
        }

        private mutating func grow() {
            let old = slots
            slots = Array(repeating: Slot(), count: old.count * 2)
            count = 0
            for slot in old where slot.key != .max { add(slot.sum, to: slot.key) }
        }

        func forEach(_ body: (UInt64, FigureSum) -> Void) {
            for slot in slots where slot.key != .max { body(slot.key, slot.sum) }
        }
    }
}
