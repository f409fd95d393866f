import MediaSpend

/// One month of one delivery, added up by the dimensions of a level.
struct RollUp: Sendable, Equatable {
    let level: RollUpLevel
    /// One column for each dimension of the level.
    let codes: [[UInt32]]
    let sums: CellSums

    var count: Int { sums.count }

    /// - Parameters:
    ///   - keys: of one month, in order.
    ///   - cells: one a key.
    init(_ keys: [UInt64], _ cells: [RollUpSums.Cell], of level: RollUpLevel) {
        self.level = level
        codes = level.dimensions.indices.map { column in
            let (shift, mask) = level.place(of: column + 1)
            return keys.map { UInt32($0 >> shift & mask) }
        }
        sums = CellSums(rows: cells.map(\.rows), insertions: cells.map(\.insertions), spend: cells.map(\.spend))
    }

    static func == (left: RollUp, right: RollUp) -> Bool {
        left.level == right.level && left.codes == right.codes && left.sums.rows == right.sums.rows
            && left.sums.insertions == right.sums.insertions && left.sums.spend == right.sums.spend
    }
}

// MARK: Bytes

/// Column by column: how far each code is above the one before, then the sums as they are; see ``ByteParts`` and
/// ``ClassedValues``. Numbers that may be below zero alternate between both sides of it: 0, −1, 1, −2, 2.
extension RollUp {
    var bytes: [UInt8] {
        let columns = codes.map { ClassedValues.encoded(Self.steps($0)) }
        let measures = [sums.rows, sums.insertions, sums.spend].map { ClassedValues.encoded($0.map(\.zigzag)) }
        return ByteParts.joined(columns + measures)
    }

    /// - Parameter count: how many cells there are.
    /// - Throws: ``Damage`` when the bytes cannot be those of a roll-up.
    init(_ bytes: UnsafeRawBufferPointer, count: Int, of level: RollUpLevel) throws(Damage) {
        let parts = try ByteParts.split(bytes, into: level.dimensions.count + 3)
        var columns: [[UInt32]] = []
        for part in parts.dropLast(3) { columns.append(try Self.codes(ClassedValues.decoded(part, count: count))) }
        var measures: [[Int64]] = []
        for part in parts.suffix(3) {
            measures.append(try ClassedValues.decoded(part, count: count).map(\.unzigzagged))
        }
        self.level = level
        codes = columns
        sums = CellSums(rows: measures[0], insertions: measures[1], spend: measures[2])
    }

    private static func steps(_ codes: [UInt32]) -> [UInt64] {
        var before: Int64 = 0
        return codes.map { code in
            defer { before = Int64(code) }
            return (Int64(code) - before).zigzag
        }
    }

    private static func codes(_ steps: [UInt64]) throws(Damage) -> [UInt32] {
        var (code, sizes) = (Int64(0), UInt64(0))
        let codes = steps.map { step in
            code &+= step.unzigzagged
            sizes |= UInt64(bitPattern: code)
            return UInt32(truncatingIfNeeded: code)
        }
        guard sizes >> 32 == 0 else { throw Damage("a code is none") }
        return codes
    }
}

extension Int64 {
    /// 0, −1, 1, −2, 2 as 0, 1, 2, 3, 4.
    var zigzag: UInt64 { UInt64(bitPattern: self &<< 1 ^ self &>> 63) }
}

extension UInt64 {
    /// The number whose ``Swift/Int64/zigzag`` this is.
    var unzigzagged: Int64 { Int64(bitPattern: self &>> 1) ^ -Int64(bitPattern: self & 1) }
}
