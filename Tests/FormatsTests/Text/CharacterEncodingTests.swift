import Formats
import Testing

@Suite("Text in other encodings")
struct CharacterEncodingTests {
    static let snow: [UInt8] = [0xD1, 0xA9, 0xBB, 0xA8]

    static let encoded: [(CharacterEncoding, [UInt8], String)] = [
        (.utf8, Array("雪花é".utf8), "雪花é"), (.utf8, [0xEF, 0xBB, 0xBF] + Array("雪".utf8), "雪"),
        (.gb18030, snow + [0x41], "雪花A"), (.gb18030, [0x84, 0x31, 0x95, 0x33, 0x41], "A"),
        (.gb18030, [0x94, 0x39, 0xFC, 0x36], "😀"), (.gb18030, [0x81, 0x40], "丂"),
        (.windows1252, [0x80, 0x93, 0xE9, 0x41], "€“éA"), (.windows1252, [], ""),
        (.utf16, [0xFF, 0xFE, 0xEA, 0x96, 0x3D, 0xD8, 0x00, 0xDE], "雪😀"),
        (.utf16, [0xFE, 0xFF, 0x96, 0xEA, 0xD8, 0x3D, 0xDE, 0x00], "雪😀"),
        (.utf16LowByteFirst, [0xEA, 0x96], "雪"), (.utf16HighByteFirst, [0x96, 0xEA], "雪"),
    ]

    @Test("what is text comes out as it was meant", arguments: encoded)
    func decoding(encoding: CharacterEncoding, bytes: [UInt8], text: String) {
        let decoded = encoding.utf8(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.invalidCount == 0 && decoded.firstInvalidOffset == nil)
    }

    @Test(
        "what is none becomes one U+FFFD, is counted, and the first is known",
        arguments: [
            (.utf8, [0x41, 0xFF, 0x42, 0xC3], "A\u{FFFD}B\u{FFFD}", 2),
            (.gb18030, [0x41, 0x80, 0x42], "A\u{FFFD}B", 1),
            (.gb18030, [0x41, 0xD1], "A\u{FFFD}", 1), (.windows1252, [0x41, 0x81, 0x8D], "A\u{FFFD}\u{FFFD}", 2),
            (.utf16LowByteFirst, [0x41, 0, 0x00, 0xDC, 0x42, 0], "A\u{FFFD}B", 1),
            (.utf16LowByteFirst, [0x41, 0, 0x42], "A\u{FFFD}", 1),
        ] as [(CharacterEncoding, [UInt8], String, Int)])
    func invalid(encoding: CharacterEncoding, bytes: [UInt8], text: String, count: Int) {
        let decoded = encoding.utf8(bytes)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.invalidCount == count)
        #expect(decoded.firstInvalidOffset == 1)
    }

    @Test("characters stay whole though they lie across the pieces in which a file is decoded", arguments: 0..<4)
    func pieces(shift: Int) {
        let bytes = [UInt8](repeating: 0x41, count: shift) + (0..<100_000).flatMap { _ in Self.snow + [0x42] }
        let decoded = CharacterEncoding.gb18030.utf8(bytes)
        #expect(decoded.bytes.count == shift + 700_000 && decoded.invalidCount == 0)
    }

    @Test("a file in which nothing is text is passed through in time that grows with its size")
    func allInvalid() {
        let decoded = CharacterEncoding.gb18030.utf8([UInt8](repeating: 0xFF, count: 200_000))
        #expect(decoded.invalidCount == 200_000)
    }

    @Test(
        "encodings have several names",
        arguments: [
            ("UTF-8", CharacterEncoding.utf8), ("GB2312", .gb18030), ("GBK", .gb18030), ("ISO-8859-1", .windows1252),
            ("Windows-1252", .windows1252), ("UTF-16BE", .utf16HighByteFirst), ("koi8-r", nil), ("", nil),
        ])
    func names(name: String, encoding: CharacterEncoding?) {
        #expect(CharacterEncoding(named: name) == encoding)
    }

    @Test(
        "every encoding has a name of its own, and the system a converter for it", arguments: CharacterEncoding.allCases
    )
    func converters(encoding: CharacterEncoding) {
        #expect(CharacterEncoding(named: encoding.rawValue) == encoding)
        #expect(!encoding.utf8([0x41, 0, 0x42, 0]).bytes.isEmpty)
    }

    @Test(
        "an encoding that nothing states is guessed from the bytes",
        arguments: [
            (Array("plain".utf8), .utf8), (Array("Café 雪花".utf8), .utf8), ([], .utf8), ([0xFF, 0xFE, 0x41, 0], .utf16),
            (Array("TASK\t".utf8) + snow + Array("\tA\n".utf8), .gb18030),
            (snow + [0xA3, 0xAC] + snow, .gb18030), ([0x94, 0x39, 0xFC, 0x36] + snow + snow + snow, .gb18030),
            (Array("Caf".utf8) + [0xE9], .windows1252),
            (Array("M".utf8) + [0xFC] + Array("ller, Gr".utf8) + [0xF6, 0xDF, 0x65], .windows1252),
            (Array("5 ".utf8) + [0x80], .windows1252), ([0x93] + Array("quoted".utf8) + [0x94], .windows1252),
        ] as [([UInt8], CharacterEncoding)])
    func guesses(bytes: [UInt8], encoding: CharacterEncoding) {
        #expect(CharacterEncoding.guess(bytes) == encoding)
    }
}
