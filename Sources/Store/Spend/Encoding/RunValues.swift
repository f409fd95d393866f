/// Numbers as runs of the same value: how many runs there are, how long each is, and what it repeats.
enum RunValues {
    /// Whether there are at most so many runs of the same value; most columns have more before long.
    static func areFew(_ values: UnsafeBufferPointer<UInt64>, atMost most: Int) -> Bool {
        guard var last = values.first else { return true }
        var runs = 1
        for value in values where value != last {
            last = value
            runs &+= 1
            if runs > most { return false }
        }
        return runs <= most
    }

    /// The bytes of some numbers: see ``ByteParts``, the number of runs before them, four bytes, little endian.
    static func encoded(_ values: UnsafeBufferPointer<UInt64>) -> [UInt8] {
        var lengths: [UInt64] = []
        var repeated: [UInt64] = []
        for value in values {
            if repeated.last == value {
                lengths[lengths.count - 1] += 1
            } else {
                lengths.append(0)
                repeated.append(value)
            }
        }
        let count = (0..<4).map { UInt8(truncatingIfNeeded: repeated.count >> (8 * $0)) }
        return ByteParts.joined([count, ClassedValues.encoded(lengths), ClassedValues.encoded(repeated)])
    }

    /// - Throws: ``Damage`` when these bytes were not made of `count` numbers.
    static func decoded(_ bytes: UnsafeRawBufferPointer, count: Int) throws(Damage) -> [UInt64] {
        let parts = try ByteParts.split(bytes, into: 3)
        guard parts[0].count == 4 else { throw Damage("it has no number of runs") }
        let runs = Int(UInt32(littleEndian: parts[0].loadUnaligned(as: UInt32.self)))
        guard runs <= count else { throw Damage("\(runs) runs of \(count) values") }
        let lengths = try ClassedValues.decoded(parts[1], count: runs)
        let repeated = try ClassedValues.decoded(parts[2], count: runs)
        var values: [UInt64] = []
        values.reserveCapacity(count)
        for (length, value) in zip(lengths, repeated) {
            guard length < UInt64(count - values.count) else { throw Damage("runs of more than \(count) values") }
            values.append(contentsOf: repeatElement(value, count: Int(length) + 1))
        }
        guard values.count == count else { throw Damage("runs of \(values.count) values, not \(count)") }
        return values
    }
}
