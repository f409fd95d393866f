/// Several pieces of bytes in one, each behind its length: four bytes, little endian.
enum ByteParts {
    static func joined(_ parts: [[UInt8]]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 4 })
        for part in parts {
            let length = UInt32(part.count)
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: length >> shift))
            }
            bytes.append(contentsOf: part)
        }
        return bytes
    }

    /// - Throws: ``Damage`` when the bytes are not exactly so many pieces.
    static func split(_ bytes: UnsafeRawBufferPointer, into count: Int) throws(Damage) -> [UnsafeRawBufferPointer] {
        var parts: [UnsafeRawBufferPointer] = []
        var position = 0
        for _ in 0..<count {
            guard bytes.count - position >= 4 else { throw Damage("it is cut short") }
            let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
            position += 4
            guard bytes.count - position >= length else { throw Damage("it is cut short") }
            parts.append(UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
            position += length
        }
        guard position == bytes.count else { throw Damage("it goes on behind its end") }
        return parts
    }
}
