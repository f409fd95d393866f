/// A column that mostly follows from another, as the category does from the brand: only where it does not follow is it
/// written down.
///
/// For each code of the key column a value is expected: the one that came with the key most, as far as the rows before
/// tell (Boyer and Moore, 1981). A key that occurs for the first time expects nothing, and its value is written down. So
/// is each value that is not the expected one; how many expected ones come between two such misses is written beside it.
///
/// The bytes: the number of misses and that of values written down, eight bytes, little endian; the distances; the
/// values; see ``ByteParts``.
struct DerivedValues {
    private let distances: [UInt64]
    private let written: [UInt64]

    /// Beyond it a table of what keys expect costs more than it saves.
    static let mostKeys = 1 << 20
    /// So often a value may have to be missed before another one is expected instead.
    private static let mostConfidence: UInt64 = 63

    /// What a key expects: the value above bit 8, and how sure that is below; 0 when nothing is expected.
    private typealias Expectation = UInt64

    /// - Parameters:
    ///   - values: below 2³².
    ///   - keys: one a value, at most `greatest`.
    /// - Returns: `nil` when more than half of the values would be written down.
    init?(_ values: UnsafeBufferPointer<UInt64>, from keys: UnsafeBufferPointer<UInt64>, through greatest: UInt64) {
        guard greatest < UInt64(Self.mostKeys) else { return nil }
        let most = values.count / 2
        var count = 0
        var distances: [UInt64] = []
        let written = [UInt64](unsafeUninitializedCapacity: most + 1) { written, filled in
            distances = [UInt64](unsafeUninitializedCapacity: most + 1) { distances, misses in
                (count, misses) = Self.find(values, keys, Int(greatest), most, written, distances)
            }
            filled = count
        }
        guard count <= most else { return nil }
        self.distances = distances
        self.written = written
    }

    /// Finds what has to be written down, and stops as soon as it is more than `most`.
    ///
    /// - Returns: how many values are written down, and how many of them are misses.
    private static func find(
        _ values: UnsafeBufferPointer<UInt64>, _ keys: UnsafeBufferPointer<UInt64>, _ greatest: Int, _ most: Int,
        _ written: UnsafeMutableBufferPointer<UInt64>, _ distances: UnsafeMutableBufferPointer<UInt64>
    ) -> (count: Int, misses: Int) {
        var expected = [Expectation](repeating: 0, count: greatest + 1)
        var (misses, count, distance) = (0, 0, UInt64(0))
        expected.withUnsafeMutableBufferPointer { expected in
            for row in values.indices where count <= most {
                let (key, value) = (Int(truncatingIfNeeded: keys[row]), values[row])
                let expectation = expected[key]
                if expectation != 0, expectation &>> 8 == value {
                    distance &+= 1
                    expected[key] = confirmed(expectation)
                    continue
                }
                if expectation != 0 {
                    distances[misses] = distance
                    misses &+= 1
                    distance = 0
                }
                expected[key] = missed(expectation, value)
                written[count] = value
                count &+= 1
            }
        }
        return (count, misses)
    }

    @inline(__always)
    private static func confirmed(_ expectation: Expectation) -> Expectation {
        expectation &+ (expectation & 0xFF < mostConfidence ? 1 : 0)
    }

    @inline(__always)
    private static func missed(_ expectation: Expectation, _ value: UInt64) -> Expectation {
        expectation & 0xFF <= 1 ? value &<< 8 | 1 : expectation &- 1
    }

    func encoded() -> [UInt8] {
        let counts = [distances.count, written.count].flatMap { count in
            (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        }
        return ByteParts.joined([counts, ClassedValues.encoded(distances), ClassedValues.encoded(written)])
    }

    // MARK: Decoding

    /// The values that ``encoded()`` made these bytes of.
    ///
    /// - Parameter keys: of the rows, in their order.
    /// - Throws: ``Damage`` when the bytes cannot be that.
    static func decoded(_ bytes: UnsafeRawBufferPointer, from keys: [UInt64]) throws(Damage) -> [UInt64] {
        let parts = try ByteParts.split(bytes, into: 3)
        guard parts[0].count == 8 else { throw Damage("it has no number of misses") }
        let misses = Int(UInt32(littleEndian: parts[0].loadUnaligned(as: UInt32.self)))
        let count = Int(UInt32(littleEndian: parts[0].loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        let greatest = keys.max() ?? 0
        guard misses <= count, count <= keys.count, greatest < UInt64(mostKeys) else {
            throw Damage("\(count) values of \(keys.count) are written down")
        }
        let distances = try ClassedValues.decoded(parts[1], count: misses)
        let written = try ClassedValues.decoded(parts[2], count: count)
        guard written.allSatisfy({ $0 <= UInt64(UInt32.max) }) else { throw Damage("a value is no code") }
        return try values(distances, written, keys, greatest)
    }

    private static func values(
        _ distances: [UInt64], _ written: [UInt64], _ keys: [UInt64], _ greatest: UInt64
    ) throws(Damage) -> [UInt64] {
        var expected = [Expectation](repeating: 0, count: Int(greatest) + 1)
        // As if a miss and a value followed that never come.
        let (distances, written) = (distances + [.max], written + [0])
        var (miss, next) = (0, 0)
        var distance = distances[0]
        let values = [UInt64](unsafeUninitializedCapacity: keys.count) { values, filled in
            expected.withUnsafeMutableBufferPointer { expected in
                for row in keys.indices {
                    let key = Int(truncatingIfNeeded: keys[row])
                    let expectation = expected[key]
                    if expectation != 0, distance > 0 {
                        distance &-= 1
                        expected[key] = confirmed(expectation)
                        values[row] = expectation &>> 8
                        continue
                    }
                    if expectation != 0 {
                        miss = min(miss &+ 1, distances.count &- 1)
                        distance = distances[miss]
                    }
                    let value = written[next]
                    next = min(next &+ 1, written.count &- 1)
                    expected[key] = missed(expectation, value)
                    values[row] = value
                }
            }
            filled = keys.count
        }
        guard miss == distances.count - 1, next == written.count - 1 else { throw Damage("misses that never come") }
        return values
    }
}
