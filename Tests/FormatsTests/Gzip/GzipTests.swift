import Formats
import Testing

@Suite("Unpacking gzip")
struct GzipTests {
    /// "hello\n" as the gzip program packs it.
    static let hello: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0x00,
        0x20, 0x30, 0x3A, 0x36, 0x06, 0x00, 0x00, 0x00,
    ]
    static let contents = Array("hello\n".utf8)

    /// All contents, unpacked in steps of a few thousand bytes.
    private func unpacked(_ packed: [UInt8]) throws -> [UInt8] {
        var stream = GzipStream()
        var rest = packed
        var contents: [UInt8] = []
        while true {
            let piece = try [UInt8](unsafeUninitializedCapacity: 10_000) { bytes, count in
                count = try stream.read(into: UnsafeMutableRawBufferPointer(bytes)) {
                    defer { rest = [] }
                    return rest
                }
            }
            guard !piece.isEmpty else { return contents }
            contents += piece
        }
    }

    @Test("the contents come out")
    func plain() throws {
        #expect(try unpacked(Self.hello) == Self.contents)
    }

    @Test("contents larger than any step come out whole")
    func large() throws {
        let contents = (0..<1_000_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 7) }
        let packed = Self.stored(contents)
        #expect(try unpacked(packed) == contents)
        #expect(try unpacked(packed + Self.hello).count == contents.count + 6)
        #expect(throws: Gzip.Fault.truncated) { try unpacked(Array(packed.dropLast(500_000))) }
    }

    /// A gzip member whose blocks are stored as they are, written for the tests alone.
    static func stored(_ contents: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        for start in stride(from: 0, to: contents.count, by: 0xFFFF) {
            let block = contents[start..<min(start + 0xFFFF, contents.count)]
            let size = UInt16(block.count)
            packed.append(block.endIndex == contents.count ? 1 : 0)
            for word in [size, ~size] { packed += [UInt8(word & 0xFF), UInt8(word >> 8)] }
            packed += block
        }
        for word in [checkSum(contents), UInt32(contents.count)] {
            packed += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * UInt32($0))) }
        }
        return packed
    }

    /// CRC-32, bit by bit.
    static func checkSum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    @Test("members follow one another, and zeroes may follow the last")
    func members() throws {
        #expect(try unpacked(Self.hello + Self.hello) == Self.contents + Self.contents)
        #expect(try unpacked(Self.hello + [0, 0, 0]) == Self.contents)
    }

    @Test("a file cut at any byte is truncated, not half a file")
    func truncated() {
        for length in 3..<Self.hello.count {
            #expect(throws: Gzip.Fault.truncated) { try unpacked(Array(Self.hello.prefix(length))) }
        }
        let second = Self.hello + Self.hello.dropLast(4)
        #expect(throws: Gzip.Fault.truncated) { try unpacked(second) }
    }

    @Test("bytes that are not gzip are refused")
    func notGzip() {
        #expect(throws: Gzip.Fault.notGzip) { try unpacked([]) }
        #expect(throws: Gzip.Fault.notGzip) { try unpacked(Array("id,name\n".utf8)) }
    }

    @Test("a wrong check sum and rubbish after the end are damage")
    func damaged() {
        var wrong = Self.hello
        wrong[19] ^= 1
        #expect(throws: Gzip.Fault.self) { try unpacked(wrong) }
        #expect(throws: Gzip.Fault.damaged(nearByte: Self.hello.count)) { try unpacked(Self.hello + [1, 2, 3]) }
    }

    @Test("no changed byte makes a trap")
    func flippedBytes() {
        for index in Self.hello.indices {
            for bit in 0..<8 {
                var changed = Self.hello
                changed[index] ^= 1 << bit
                _ = try? unpacked(changed)
            }
        }
    }
}
