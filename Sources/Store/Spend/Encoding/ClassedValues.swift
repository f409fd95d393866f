import MediaSpend

/// Numbers as a prefix code of their class, followed by the bits that the class leaves open: close to their entropy where
/// some are much commoner than others, or where they differ much in size.
///
/// The bytes: the precision of the classes (1), how many classes have a length (2), the lengths as half bytes, the low
/// half first, how many bytes the first stream has (4, little endian), and two streams of bits from the lowest on: the
/// first half of the numbers and the second, so that two can be read at a time. Eight zero bytes end each stream, so that
/// every word of it can be read whole. Each number takes at least one bit.
///
/// No numbers take no bytes. A chunk's worth of the same number, or fewer, is a 0 and the number (8, little endian).
struct ClassedValues {
    private let histogram: ClassHistogram
    private let values: UnsafeBufferPointer<UInt64>
    private let isConstant: Bool

    /// - Parameters:
    ///   - values: must outlive this.
    ///   - maximum: no value is above it.
    init(_ values: UnsafeBufferPointer<UInt64>, maximum: UInt64) {
        self.values = values
        isConstant = values.count <= Self.mostRepeated && values.allSatisfy { $0 == values[0] }
        histogram = ClassHistogram(values, maximum: maximum).best
    }

    /// About how many bytes ``encoded()`` makes.
    var estimatedSize: Int { isConstant ? 9 : histogram.estimatedBits / 8 + 24 }

    /// More of the same number are written one by one, so that nine bytes cannot ask for more memory than a chunk takes.
    static let mostRepeated = OccurrenceChunk.capacity

    /// A number of the stream is read with the 57 bits that a word holds at any bit.
    static let readable = 57
    static let padding = 8

    // MARK: Encoding

    /// The bytes of some numbers.
    static func encoded(_ values: [UInt64]) -> [UInt8] {
        values.withUnsafeBufferPointer { ClassedValues($0, maximum: values.max() ?? 0).encoded() }
    }

    func encoded() -> [UInt8] {
        guard !values.isEmpty else { return [] }
        if isConstant { return [0] + (0..<8).map { UInt8(truncatingIfNeeded: values[0] >> UInt64(8 * $0)) } }
        let code = PrefixCode(counts: histogram.counts)
        let codes = codeTable(code)
        var bytes = head(code)
        let start = bytes.count
        // Either half of the numbers may take nearly all bits, and a stream may end within a byte.
        bytes.append(contentsOf: repeatElement(0, count: 4 + bits(code) / 8 + 2 + 2 * Self.padding))
        let size = bytes.withUnsafeMutableBytes { bytes in
            codes.withUnsafeBufferPointer { codes in
                write(through: codes, to: UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
            }
        }
        bytes.removeLast(bytes.count - start - size)
        return bytes
    }

    /// - Returns: how many bytes both streams have, with the length before them.
    private func write(through codes: UnsafeBufferPointer<UInt32>, to bytes: UnsafeMutableRawBufferPointer) -> Int {
        let middle = (values.count + 1) / 2
        let streams = UnsafeMutableRawBufferPointer(rebasing: bytes[4...])
        let first = write(values[..<middle], through: codes, to: streams)
        bytes.storeBytes(of: UInt32(first).littleEndian, as: UInt32.self)
        let second = write(
            values[middle...], through: codes, to: UnsafeMutableRawBufferPointer(rebasing: streams[first...]))
        return 4 + first + second
    }

    private func head(_ code: PrefixCode) -> [UInt8] {
        let count = code.lengths.count
        var bytes = [UInt8(histogram.classes.precision), UInt8(truncatingIfNeeded: count), UInt8(count >> 8)]
        for symbol in stride(from: 0, to: count, by: 2) {
            bytes.append(code.lengths[symbol] | (symbol + 1 < count ? code.lengths[symbol + 1] << 4 : 0))
        }
        return bytes
    }

    /// The length of the stream.
    private func bits(_ code: PrefixCode) -> Int {
        var bits = 0
        for (symbol, count) in histogram.counts.enumerated() where count > 0 {
            bits += Int(count) * (Int(code.lengths[symbol]) + histogram.classes.rawBits(of: symbol))
        }
        return bits
    }

    /// For each symbol its code, and in the upper half the length.
    private func codeTable(_ code: PrefixCode) -> [UInt32] {
        var table = [UInt32](repeating: 0, count: code.lengths.count)
        code.forEachCode { symbol, code, length in table[symbol] = code | UInt32(length) << 16 }
        return table
    }

    /// - Precondition: `bytes` has room for the stream and the padding behind it, and is zero.
    /// - Returns: how many bytes both take.
    private func write(
        _ values: Slice<UnsafeBufferPointer<UInt64>>, through codes: UnsafeBufferPointer<UInt32>,
        to bytes: UnsafeMutableRawBufferPointer
    ) -> Int {
        let classes = histogram.classes
        var (word, used, place): (UInt64, UInt64, Int) = (0, 0, 0)
        /// - Precondition: at most 57 bits, those above them zero.
        @inline(__always) func put(_ bits: UInt64, _ count: UInt64) {
            word |= bits &<< used
            used &+= count
            bytes.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
            place &+= Int(used &>> 3)
            // All 64 bits may have been written.
            word = used < 64 ? word &>> (used & ~7) : 0
            used &= 7
        }
        for value in UnsafeBufferPointer(rebasing: values) {
            let (symbol, rawBits) = classes.split(value)
            let code = codes[symbol]
            let length = UInt64(code &>> 16)
            let raw = value & ~(UInt64.max &<< UInt64(rawBits))
            if Int(length) &+ rawBits <= Self.readable {
                put(UInt64(code & 0xFFFF) | raw &<< length, length &+ UInt64(rawBits))
            } else {
                put(UInt64(code & 0xFFFF), length)
                put(raw & 0xFFFF_FFFF, 32)
                put(raw &>> 32, UInt64(rawBits) &- 32)
            }
        }
        return place + (used > 0 ? 1 : 0) + Self.padding
    }
}
