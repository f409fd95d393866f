/// Numbers that are common under one key and rare under another, as dayparts are by medium: those of each key by class on
/// their own.
///
/// The bytes: for each key from 0 through the greatest its numbers in the order of the rows, as ``ClassedValues``; see
/// ``ByteParts``.
struct GroupedValues {
    /// In the order of their keys.
    private let values: [UInt64]
    private let ranges: [Range<Int>]

    /// More keys have too few rows each to be worth a code of their own.
    static let mostKeys = 64

    /// - Parameters:
    ///   - keys: one a value, at most `greatest`.
    /// - Returns: `nil` for too many keys.
    init?(_ values: UnsafeBufferPointer<UInt64>, by keys: UnsafeBufferPointer<UInt64>, through greatest: UInt64) {
        guard greatest < UInt64(Self.mostKeys), greatest > 0 else { return nil }
        let ranges = Self.ranges(of: keys, through: Int(greatest))
        self.ranges = ranges
        self.values = [UInt64](unsafeUninitializedCapacity: values.count) { sorted, filled in
            var next = ranges.map(\.lowerBound)
            next.withUnsafeMutableBufferPointer { next in
                for row in values.indices {
                    let key = Int(truncatingIfNeeded: keys[row])
                    sorted[next[key]] = values[row]
                    next[key] &+= 1
                }
            }
            filled = values.count
        }
    }

    /// The bytes, when they should be fewer than `most`.
    func encoded(below most: Int, maximum: UInt64) -> [UInt8]? {
        values.withUnsafeBufferPointer { values in
            let groups = ranges.map { ClassedValues(UnsafeBufferPointer(rebasing: values[$0]), maximum: maximum) }
            guard groups.reduce(0, { $0 + $1.estimatedSize }) < most else { return nil }
            return ByteParts.joined(groups.map { $0.encoded() })
        }
    }

    /// The values that ``encoded(below:maximum:)`` made these bytes of.
    ///
    /// - Parameter keys: of the rows, in their order.
    /// - Throws: ``Damage`` when the bytes cannot be that.
    static func decoded(_ bytes: UnsafeRawBufferPointer, by keys: [UInt64]) throws(Damage) -> [UInt64] {
        let greatest = keys.max() ?? 0
        guard greatest < UInt64(mostKeys) else { throw Damage("its rows have \(greatest) groups") }
        let ranges = keys.withUnsafeBufferPointer { Self.ranges(of: $0, through: Int(greatest)) }
        var sorted: [UInt64] = []
        sorted.reserveCapacity(keys.count)
        for (part, range) in zip(try ByteParts.split(bytes, into: ranges.count), ranges) {
            sorted += try ClassedValues.decoded(part, count: range.count)
        }
        var next = ranges.map(\.lowerBound)
        return sorted.withUnsafeBufferPointer { sorted in
            next.withUnsafeMutableBufferPointer { next in
                keys.map { key in
                    let place = next[Int(truncatingIfNeeded: key)]
                    next[Int(truncatingIfNeeded: key)] &+= 1
                    return sorted[place]
                }
            }
        }
    }

    /// Where the rows of each key stand when they are sorted by key.
    private static func ranges(of keys: UnsafeBufferPointer<UInt64>, through greatest: Int) -> [Range<Int>] {
        var counts = [Int](repeating: 0, count: greatest + 1)
        counts.withUnsafeMutableBufferPointer { counts in
            for key in keys { counts[Int(truncatingIfNeeded: key)] &+= 1 }
        }
        var start = 0
        return counts.map { count in
            defer { start += count }
            return start..<start + count
        }
    }
}
