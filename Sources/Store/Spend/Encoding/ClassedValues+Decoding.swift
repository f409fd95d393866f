extension ClassedValues {
    /// The numbers that ``encoded()`` made these bytes of.
    ///
    /// - Parameter count: how many there are.
    /// - Throws: ``Damage`` when the bytes cannot be that; nothing outside of them is read.
    static func decoded(_ bytes: UnsafeRawBufferPointer, count: Int) throws(Damage) -> [UInt64] {
        guard count > 0 else {
            guard count == 0, bytes.isEmpty else { throw Damage("\(bytes.count) bytes for \(count) values") }
            return []
        }
        if bytes.count == 9, bytes[0] == 0, count <= mostRepeated {
            let value = bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self)
            return Array(repeating: UInt64(littleEndian: value), count: count)
        }
        guard bytes.count >= 3 else { throw Damage("its codes are cut short") }
        let (precision, symbols) = (Int(bytes[0]), Int(bytes[1]) | Int(bytes[2]) << 8)
        let start = 3 + (symbols + 1) / 2
        guard (1...ValueClasses.finest).contains(precision), bytes.count >= start + 4 + 2 * padding else {
            throw Damage("its codes are cut short")
        }
        let classes = ValueClasses(precision: precision)
        let lengths = (0..<symbols).map { bytes[3 + $0 / 2] >> UInt8($0 % 2 * 4) & 0xF }
        guard symbols <= classes.count, let code = PrefixCode(lengths: lengths) else { throw Damage("it has no code") }
        let half = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
        let stream = UnsafeRawBufferPointer(rebasing: bytes[(start + 4)...])
        guard half >= padding, half <= stream.count - padding else { throw Damage("its halves do not fit") }
        // Each value takes a bit, so that damage cannot ask for more memory than a file could fill.
        guard count <= stream.count * 8 else { throw Damage("\(count) values in \(bytes.count) bytes") }
        return try CodeReader(code, classes).read(stream, half: half, count: count)
    }
}

/// Reads a stream of bits by looking up as many as the longest code has.
private struct CodeReader {
    /// For the next bits of the stream: the symbol, the bits of code and value together from bit 16 on, and the bits
    /// of the code from bit 24 on.
    private var table: [UInt32]
    /// The smallest value of each symbol.
    private let firsts: [UInt64]

    /// Marks bits that no code begins with.
    private static let unknown: UInt32 = 1 << 31 | 1 << 24 | 1 << 16

    init(_ code: PrefixCode, _ classes: ValueClasses) {
        let longest = Int(code.lengths.max() ?? 1)
        var table = [UInt32](repeating: Self.unknown, count: 1 << longest)
        code.forEachCode { symbol, code, length in
            let bits = length + classes.rawBits(of: symbol)
            let entry = UInt32(symbol) | UInt32(bits) << 16 | UInt32(length) << 24
            for index in stride(from: Int(code), to: table.count, by: 1 << length) { table[index] = entry }
        }
        self.table = table
        firsts = code.lengths.indices.map { classes.first(of: $0) }
    }

    /// - Parameter stream: two streams end to end, of which the first has `half` bytes with its padding.
    func read(_ stream: UnsafeRawBufferPointer, half: Int, count: Int) throws(Damage) -> [UInt64] {
        let first = UnsafeRawBufferPointer(rebasing: stream[..<half])
        let second = UnsafeRawBufferPointer(rebasing: stream[half...])
        var isSound = false
        let values = [UInt64](unsafeUninitializedCapacity: count) { values, filled in
            isSound = table.withUnsafeBufferPointer { table in
                firsts.withUnsafeBufferPointer { firsts in
                    Self.fill(values, count, from: first, second, Lookup(table: table, firsts: firsts))
                }
            }
            filled = isSound ? count : 0
        }
        guard isSound else { throw Damage("its codes and its length contradict each other") }
        return values
    }

    /// Fills the first half of the values from one stream and the second from the other, one of each in turn: neither
    /// has to wait for the other, which all within one stream must.
    ///
    /// - Returns: whether both streams end where they should; otherwise some values may not be set.
    @inline(__always)
    private static func fill(
        _ values: UnsafeMutableBufferPointer<UInt64>, _ count: Int, from first: UnsafeRawBufferPointer,
        _ second: UnsafeRawBufferPointer, _ lookup: Lookup
    ) -> Bool {
        var (left, right) = (Cursor(first), Cursor(second))
        let half = (count &+ 1) / 2
        for index in 0..<count / 2 {
            guard left.isInside, right.isInside else { return false }
            values[index] = left.next(lookup)
            values[half &+ index] = right.next(lookup)
        }
        if half > count / 2 {
            guard left.isInside else { return false }
            values[half &- 1] = left.next(lookup)
        }
        return left.isAtEnd && right.isAtEnd
    }

    /// What the next bits of a stream stand for.
    private struct Lookup {
        let table: UnsafeBufferPointer<UInt32>
        let firsts: UnsafeBufferPointer<UInt64>
    }

    /// A place in a stream.
    private struct Cursor {
        private let bytes: UnsafeRawBufferPointer
        /// The last byte at which a whole word begins.
        private let last: Int
        private var position = 0
        /// Every entry that was looked up, one over the other: the top bit stays where a code was unknown.
        private var seen: UInt32 = 0

        init(_ bytes: UnsafeRawBufferPointer) {
            self.bytes = bytes
            last = bytes.count &- ClassedValues.padding
        }

        @inline(__always) var isInside: Bool { position &>> 3 < last }
        var isAtEnd: Bool { (position &+ 7) &>> 3 == last && seen >> 31 == 0 }

        /// - Precondition: ``isInside``.
        @inline(__always)
        mutating func next(_ lookup: Lookup) -> UInt64 {
            let bits = word(position &>> 3) &>> UInt64(position & 7)
            let entry = lookup.table[Int(truncatingIfNeeded: bits) & (lookup.table.count &- 1)]
            seen |= entry
            let (length, all) = (Int(entry &>> 24 & 0xF), Int(entry &>> 16 & 0xFF))
            let raw = all <= ClassedValues.readable ? bits &>> UInt64(length) : long(position &+ length)
            position &+= all
            return lookup.firsts[Int(entry & 0xFFFF)] &+ raw & ~(UInt64.max &<< UInt64(all &- length))
        }

        /// 64 bits from a place that may be anywhere.
        private func long(_ position: Int) -> UInt64 {
            let (place, shift) = (min(position &>> 3, last), UInt64(position & 7))
            return word(place) >> shift | word(min(place &+ 1, last)) << (8 - shift) & UInt64(0xFF) << 56
        }

        @inline(__always)
        private func word(_ place: Int) -> UInt64 {
            UInt64(
                littleEndian: bytes.baseAddress.unsafelyUnwrapped.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
    }
}
