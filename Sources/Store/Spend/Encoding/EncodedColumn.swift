import MediaSpend

/// One column of one chunk as it lies in the file: its limits, and how far each value is above the smallest, in whichever
/// way takes the fewest bytes.
struct EncodedColumn: Equatable, Sendable {
    let encoding: Encoding
    let rows: Int
    let minimum: Int64
    let maximum: Int64
    let bytes: [UInt8]

    /// How the bytes are to be read.
    enum Encoding: String, CaseIterable, Sendable {
        /// ``PackedColumn``: as many bits for each value as the largest takes.
        case packed
        /// ``ClassedValues``.
        case classed
        /// ``ClassedValues`` of ``FoldedValues``.
        case folded
        /// ``RunValues``.
        case runs
        /// ``DerivedValues``, from the column that ``SpendDimension/key`` names.
        case derived
        /// ``GroupedValues``, by the column that ``SpendDimension/context`` names.
        case grouped
    }

    /// A fingerprint over the values and their limits, by which damage is noticed.
    var checksum: Int64 {
        guard encoding != .packed else { return packed.checksum }
        var fingerprint = ContentDigest.Running()
        fingerprint.update(Array("\(encoding.rawValue) \(rows) \(minimum) \(maximum)\n".utf8).span)
        fingerprint.update(bytes.span)
        return Int64(bitPattern: fingerprint.finish().low)
    }

    private var packed: PackedColumn { PackedColumn(rows: rows, minimum: minimum, maximum: maximum, bytes: bytes) }
}

// MARK: Encoding

extension EncodedColumn {
    /// - Parameters:
    ///   - key: the column that this one may follow from, if there is one.
    ///   - context: the column by which its values may be differently common.
    init(
        _ column: ChunkOffsets.Column, from key: ChunkOffsets.Column? = nil, within context: ChunkOffsets.Column? = nil
    ) {
        let (encoding, bytes) = Self.shortest(column, key, context)
        self.init(
            encoding: encoding, rows: column.values.count, minimum: column.minimum, maximum: column.maximum,
            bytes: bytes)
    }

    private static func shortest(
        _ column: ChunkOffsets.Column, _ key: ChunkOffsets.Column?, _ context: ChunkOffsets.Column?
    ) -> (Encoding, [UInt8]) {
        let values = column.values
        let width = 64 - column.spread.leadingZeroBitCount
        let packedSize = (values.count * width + 63) / 64 * 8
        guard packedSize > 0 else { return (.packed, []) }
        // Runs so long that no other way of writing them could be much shorter.
        if RunValues.areFew(values, atMost: values.count / 64) { return (.runs, RunValues.encoded(values)) }
        let derived = derived(column, from: key)?.encoded()
        // A column that follows takes next to nothing; then others need not be tried.
        if let derived, derived.count * 8 <= packedSize { return (.derived, derived) }
        let isFolded = column.minimum < 0 && column.maximum >= 0
        let folded = isFolded ? FoldedValues.folded(column) : []
        return folded.withUnsafeBufferPointer { folded in
            let classed = ClassedValues(isFolded ? folded : values, maximum: column.spread)
            // Packed values are read fastest, so that little is not worth it.
            let least = min(classed.estimatedSize, packedSize - packedSize / 64)
            if let derived, derived.count < least { return (.derived, derived) }
            if let grouped = grouped(column, by: context, below: least - least / 16) { return (.grouped, grouped) }
            if least < packedSize - packedSize / 64 { return (isFolded ? .folded : .classed, classed.encoded()) }
            return (.packed, PackedColumn.packed(values, width: width))
        }
    }

    private static func grouped(
        _ column: ChunkOffsets.Column, by context: ChunkOffsets.Column?, below most: Int
    ) -> [UInt8]? {
        guard let context else { return nil }
        return GroupedValues(column.values, by: context.values, through: context.spread)?
            .encoded(below: most, maximum: column.spread)
    }

    private static func derived(_ column: ChunkOffsets.Column, from key: ChunkOffsets.Column?) -> DerivedValues? {
        guard let key, column.spread <= UInt64(UInt32.max) else { return nil }
        return DerivedValues(column.values, from: key.values, through: key.spread)
    }
}

// MARK: Decoding

extension EncodedColumn {
    /// The values, exactly as they were encoded.
    ///
    /// - Parameter key: how far each value of the key column is above its smallest, or of the context; needed for
    ///   `derived` and `grouped` only.
    /// - Throws: ``Damage`` when the bytes cannot be what ``init(_:from:)`` made.
    func offsets(from key: [UInt64]? = nil) throws(Damage) -> [UInt64] {
        guard (0...OccurrenceChunk.capacity).contains(rows), minimum <= maximum else {
            throw Damage("\(rows) values of \(minimum)…\(maximum)")
        }
        if encoding == .packed { return try packed.offsets() }
        let result: Swift.Result<[UInt64], Damage> = bytes.withUnsafeBytes { bytes in
            Swift.Result { () throws(Damage) in try decoded(bytes, from: key) }
        }
        let values = try result.get()
        var most: UInt64 = 0
        for value in values { most = max(most, value) }
        guard most <= UInt64(bitPattern: maximum &- minimum) else { throw Damage("a value above \(maximum)") }
        return values
    }

    private func decoded(_ bytes: UnsafeRawBufferPointer, from key: [UInt64]?) throws(Damage) -> [UInt64] {
        switch encoding {
        case .packed: return try packed.offsets()
        case .classed: return try ClassedValues.decoded(bytes, count: rows)
        case .folded:
            let folded = try ClassedValues.decoded(bytes, count: rows)
            return try FoldedValues.unfolded(folded, minimum: minimum, maximum: maximum)
        case .runs: return try RunValues.decoded(bytes, count: rows)
        case .derived, .grouped:
            guard let key, key.count == rows else { throw Damage("the column that it follows from has other rows") }
            return encoding == .derived
                ? try DerivedValues.decoded(bytes, from: key) : try GroupedValues.decoded(bytes, by: key)
        }
    }

    /// The values themselves.
    ///
    /// - Parameter wanted: the rows whose values they are; `nil`: all.
    /// - Throws: ``Damage`` when the limits are no values of this type.
    func values<Value: FixedWidthInteger>(
        of offsets: [UInt64], at wanted: [UInt32]? = nil, as _: Value.Type = Value.self
    ) throws(Damage) -> [Value] {
        guard Value(exactly: minimum) != nil, Value(exactly: maximum) != nil else {
            throw Damage("\(rows) values of \(minimum)…\(maximum)")
        }
        if let wanted {
            return wanted.map { Value(truncatingIfNeeded: minimum &+ Int64(bitPattern: offsets[Int($0)])) }
        }
        return offsets.withUnsafeBufferPointer { offsets in
            [Value](unsafeUninitializedCapacity: offsets.count) { values, filled in
                for row in offsets.indices {
                    values[row] = Value(truncatingIfNeeded: minimum &+ Int64(bitPattern: offsets[row]))
                }
                filled = offsets.count
            }
        }
    }
}
