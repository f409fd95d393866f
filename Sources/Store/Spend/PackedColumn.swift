import MediaSpend

/// One column of one chunk as it lies in the file: how far each value is above the smallest, in as few bits as the
/// largest takes.
///
/// Value 0 comes first, each number from its lowest bit on, packed end to end into words of 64 bits, little endian; the
/// last word is filled with zeros. A column of one value only takes no bytes.
struct PackedColumn: Equatable {
    let rows: Int
    let minimum: Int64
    let maximum: Int64
    let bytes: [UInt8]

    init(rows: Int, minimum: Int64, maximum: Int64, bytes: [UInt8]) {
        self.rows = rows
        self.minimum = minimum
        self.maximum = maximum
        self.bytes = bytes
    }

    /// The number of bits that a value takes: 0 through 64.
    private var width: Int { 64 - spread.leadingZeroBitCount }
    /// How far apart the values are; wraps nowhere, because −2⁶³ and 2⁶³ − 1 are 2⁶⁴ − 1 apart.
    private var spread: UInt64 { UInt64(bitPattern: maximum &- minimum) }

    private static func wordCount(rows: Int, width: Int) -> Int { (rows * width + 63) / 64 }

    /// A fingerprint over the values and their limits, by which damage is noticed.
    var checksum: Int64 {
        var fingerprint = ContentDigest.Running()
        let limits = [Int64(rows), minimum, maximum].flatMap { littleEndianBytes(UInt64(bitPattern: $0)) }
        fingerprint.update(limits.span)
        fingerprint.update(bytes.span)
        return Int64(bitPattern: fingerprint.finish().low)
    }
}

// MARK: Packing

extension PackedColumn {
    /// - Precondition: the values are codes, or amounts of at most 64 bits with a sign.
    init<Value: FixedWidthInteger>(packing values: [Value]) {
        let minimum = Int64(values.min() ?? 0)
        let maximum = Int64(values.max() ?? 0)
        let limits = PackedColumn(rows: values.count, minimum: minimum, maximum: maximum, bytes: [])
        self.init(
            rows: values.count, minimum: minimum, maximum: maximum,
            bytes: Self.packed(values, above: minimum, width: limits.width))
    }

    private static func packed<Value: FixedWidthInteger>(
        _ values: [Value], above minimum: Int64, width: Int
    ) -> [UInt8] {
        let offsets = values.map { UInt64(bitPattern: Int64(truncatingIfNeeded: $0) &- minimum) }
        return offsets.withUnsafeBufferPointer { packed($0, width: width) }
    }

    /// The bytes of values that are above the smallest by so much.
    ///
    /// - Precondition: each takes at most `width` bits.
    static func packed(_ offsets: UnsafeBufferPointer<UInt64>, width: Int) -> [UInt8] {
        guard width > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: wordCount(rows: offsets.count, width: width) * 8)
        bytes.withUnsafeMutableBytes { buffer in
            var word: UInt64 = 0
            var used = 0
            var end = 0
            for offset in offsets {
                word |= offset &<< UInt64(used)
                used &+= width
                guard used >= 64 else { continue }
                buffer.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt64.self)
                end &+= 8
                used &-= 64
                // What did not fit.
                word = used == 0 ? 0 : offset &>> UInt64(width &- used)
            }
            if used > 0 { buffer.storeBytes(of: word.littleEndian, toByteOffset: end, as: UInt64.self) }
        }
        return bytes
    }
}

// MARK: Unpacking

extension PackedColumn {
    /// The values, exactly as they were packed.
    ///
    /// - Throws: ``Damage`` when the bytes cannot be what ``init(packing:)`` made.
    func unpacked<Value: FixedWidthInteger>(as _: Value.Type = Value.self) throws(Damage) -> [Value] {
        guard Value(exactly: minimum) != nil, Value(exactly: maximum) != nil else {
            throw Damage("\(rows) values of \(minimum)…\(maximum)")
        }
        return try offsets().map { Value(truncatingIfNeeded: minimum &+ Int64(bitPattern: $0)) }
    }

    /// How far each value is above the smallest.
    ///
    /// - Throws: ``Damage`` when the bytes cannot be what ``init(packing:)`` made.
    func offsets() throws(Damage) -> [UInt64] {
        guard (0...OccurrenceChunk.capacity).contains(rows), minimum <= maximum else {
            throw Damage("\(rows) values of \(minimum)…\(maximum)")
        }
        guard bytes.count == Self.wordCount(rows: rows, width: width) * 8 else {
            throw Damage("\(bytes.count) bytes for \(rows) values of \(width) bits")
        }
        guard width > 0 else { return Array(repeating: 0, count: rows) }
        let offsets = unpackedOffsets()
        guard offsets.allSatisfy({ $0 <= spread }) else { throw Damage("a value above \(maximum)") }
        return offsets
    }

    /// - Precondition: the bytes hold all words of the column.
    private func unpackedOffsets() -> [UInt64] {
        let (rows, width) = (rows, width)
        let mask = UInt64.max >> UInt64(64 - width)
        return bytes.withUnsafeBytes { bytes in
            [UInt64](unsafeUninitializedCapacity: rows) { offsets, filled in
                for row in 0..<rows {
                    let (byte, shift) = (row &* width / 64 &* 8, row &* width & 63)
                    let word = bytes.loadUnaligned(fromByteOffset: byte, as: UInt64.self)
                    var offset = UInt64(littleEndian: word) &>> UInt64(shift)
                    if shift &+ width > 64 {
                        let next = bytes.loadUnaligned(fromByteOffset: byte &+ 8, as: UInt64.self)
                        offset |= UInt64(littleEndian: next) &<< UInt64(64 &- shift)
                    }
                    offsets[row] = offset & mask
                }
                filled = rows
            }
        }
    }
}

private func littleEndianBytes(_ word: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
}
