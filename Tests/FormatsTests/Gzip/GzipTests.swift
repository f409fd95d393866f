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

    @Test("the contents come out")
    func plain() throws {
        #expect(try Gzip.inflate(Self.hello) == Self.contents)
    }

    @Test("members follow one another, and zeroes may follow the last")
    func members() throws {
        #expect(try Gzip.inflate(Self.hello + Self.hello) == Self.contents + Self.contents)
        #expect(try Gzip.inflate(Self.hello + [0, 0, 0]) == Self.contents)
    }

    @Test("a file cut at any byte is truncated, not half a file")
    func truncated() {
        for length in 3..<Self.hello.count {
            #expect(throws: Gzip.Fault.truncated) { try Gzip.inflate(Array(Self.hello.prefix(length))) }
        }
        let second = Self.hello + Self.hello.dropLast(4)
        #expect(throws: Gzip.Fault.truncated) { try Gzip.inflate(second) }
    }

    @Test("bytes that are not gzip are refused")
    func notGzip() {
        #expect(throws: Gzip.Fault.notGzip) { try Gzip.inflate([]) }
        #expect(throws: Gzip.Fault.notGzip) { try Gzip.inflate(Array("id,name\n".utf8)) }
    }

    @Test("a wrong check sum and rubbish after the end are damage")
    func damaged() {
        var wrong = Self.hello
        wrong[19] ^= 1
        #expect(throws: Gzip.Fault.self) { try Gzip.inflate(wrong) }
        #expect(throws: Gzip.Fault.damaged(nearByte: Self.hello.count)) { try Gzip.inflate(Self.hello + [1, 2, 3]) }
    }

    @Test("no changed byte makes a trap")
    func flippedBytes() {
        for index in Self.hello.indices {
            for bit in 0..<8 {
                var changed = Self.hello
                changed[index] ^= 1 << bit
                _ = try? Gzip.inflate(changed)
            }
        }
    }

    @Test("contents beyond the limit are refused")
    func limit() throws {
        #expect(try Gzip.inflate(Self.hello, limit: 6) == Self.contents)
        #expect(throws: Gzip.Fault.tooLarge(limit: 5)) { try Gzip.inflate(Self.hello, limit: 5) }
    }
}
