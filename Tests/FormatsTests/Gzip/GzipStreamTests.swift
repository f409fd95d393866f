import Formats
import Testing

@Suite("Unpacking gzip piece by piece")
struct GzipStreamTests {
    /// The contents of a file that comes in pieces of one size and is asked for in pieces of another.
    static func contents(of packed: [UInt8], inPiecesOf size: Int, atMost limit: Int = 1_000) throws -> [UInt8] {
        var stream = GzipStream()
        var rest = packed[...]
        var contents: [UInt8] = []
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: limit, alignment: 16)
        defer { room.deallocate() }
        while true {
            let count = try stream.read(into: room) {
                let piece = Array(rest.prefix(size))
                rest = rest.dropFirst(size)
                return piece
            }
            #expect(count <= limit)
            if count == 0 { return contents }
            contents += room[..<count]
        }
    }

    static let long = (0..<3_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 5) }

    @Test("how a file is cut makes no difference", arguments: [1, 2, 3, 7, 19, 1_000, 1 << 20])
    func pieces(size: Int) throws {
        #expect(try Self.contents(of: GzipTests.hello, inPiecesOf: size) == GzipTests.contents)
        #expect(try Self.contents(of: GzipTests.stored(Self.long), inPiecesOf: size) == Self.long)
        #expect(try Self.contents(of: GzipTests.stored(Self.long), inPiecesOf: size, atMost: 1) == Self.long)
    }

    @Test("members follow one another, and zeroes may follow the last", arguments: [1, 5, 1_000])
    func members(size: Int) throws {
        let twice = GzipTests.hello + GzipTests.stored(Self.long) + GzipTests.hello
        let contents = GzipTests.contents + Self.long + GzipTests.contents
        #expect(try Self.contents(of: twice, inPiecesOf: size) == contents)
        #expect(try Self.contents(of: twice + Array(repeating: 0, count: 600), inPiecesOf: size) == contents)
        #expect(throws: Gzip.Fault.damaged(nearByte: twice.count)) {
            try Self.contents(of: twice + [1, 2, 3], inPiecesOf: size)
        }
    }

    @Test("a file that ends anywhere before its end is cut short")
    func truncation() {
        for length in 2..<GzipTests.hello.count {
            #expect(throws: Gzip.Fault.truncated, "\(length) bytes") {
                try Self.contents(of: Array(GzipTests.hello.prefix(length)), inPiecesOf: 4)
            }
        }
    }

    @Test("what does not begin as gzip is not gzip, and a wrong check sum is damage")
    func faults() {
        for bytes in [[], [0x1F], [0x1F, 0x8C, 8], Array("month,brand".utf8)] as [[UInt8]] {
            #expect(throws: Gzip.Fault.notGzip) { try Self.contents(of: bytes, inPiecesOf: 10) }
        }
        var damaged = GzipTests.hello
        damaged[damaged.count - 7] ^= 1
        #expect(throws: Gzip.Fault.self) { try Self.contents(of: damaged, inPiecesOf: 10) }
    }
}
