/// Gzip files made by hand, for tests: one member without compression.
enum Packed {
    static func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

    static func gzip(_ contents: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var position = 0
        repeat {
            let block = contents[position..<min(position + 65_535, contents.count)]
            position += block.count
            file.append(position == contents.count ? 1 : 0)
            file += littleEndian(UInt32(block.count), 2) + littleEndian(UInt32(block.count) ^ 0xFFFF, 2) + block
        } while position < contents.count
        return file + littleEndian(checkSum(contents), 4) + littleEndian(UInt32(contents.count), 4)
    }

    private static func littleEndian(_ number: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    /// RFC 1952, section 8.
    private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~sum
    }
}
