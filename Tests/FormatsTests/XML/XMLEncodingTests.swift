import Diagnostics
import Formats
import Testing

@Suite("Encodings of XML")
struct XMLEncodingTests {
    static func declared(_ name: String) -> String { "<?xml version=\"1.0\" encoding=\"\(name)\"?>" }

    static func utf16(_ text: String, highByteFirst: Bool) -> [UInt8] {
        text.utf16.flatMap { highByteFirst ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    static let snow: [UInt8] = Array("<a>".utf8) + [0xD1, 0xA9, 0xBB, 0xA8] + Array("</a>".utf8)

    static let encoded: [(String, [UInt8])] = [
        ("a(雪花)", Array("<a>雪花</a>".utf8)), ("a(雪花)", [0xEF, 0xBB, 0xBF] + Array("<a>雪花</a>".utf8)),
        ("a(雪花)", [0xFF, 0xFE] + utf16("<a>雪花</a>", highByteFirst: false)),
        ("a(雪花)", [0xFE, 0xFF] + utf16(declared("UTF-16") + "<a>雪花</a>", highByteFirst: true)),
        ("a(雪花)", utf16("<a>雪花</a>", highByteFirst: false)), ("a(雪花)", utf16("<a>雪花</a>", highByteFirst: true)),
        ("a(雪花)", Array(declared("GB2312").utf8) + snow), ("a(雪花)", Array(declared("gbk").utf8) + snow),
        ("a(雪花)", Array(declared("GB18030").utf8) + snow),
        ("a(Café €)", Array((declared("windows-1252") + "<a>Caf").utf8) + [0xE9, 0x20, 0x80] + Array("</a>".utf8)),
        ("a(Café)", Array((declared("ISO-8859-1") + "<a>Caf").utf8) + [0xE9] + Array("</a>".utf8)),
        ("a(雪花)", Array((declared("utf-16") + "<a>雪花</a>").utf8)),
        ("a(x)", Array((declared("us-ascii") + "<a>x</a>").utf8)),
    ]

    @Test("the same text comes out of every encoding", arguments: encoded)
    func encodings(outline: String, bytes: [UInt8]) {
        let (read, reader) = XMLOutline.read(bytes)
        #expect(read == outline)
        #expect(reader.findings.isEmpty, "\(reader.findings)")
    }

    @Test("a document in UTF-8 that declares an older encoding is read as UTF-8, with a warning")
    func savedAnew() {
        let (read, reader) = XMLOutline.read(Self.declared("GB2312") + "<a>雪花</a>")
        #expect(read == "a(雪花)")
        #expect(reader.findings.map(\.id) == ["xml.other-encoding"])
        #expect(reader.findings.map(\.severity) == [.warning])
    }

    @Test("an encoding that is not known, and bytes that are none, are faults with their place")
    func faults() {
        let unknown = XMLOutline.read(Self.declared("EBCDIC-US") + "<a/>").reader.findings
        #expect(unknown.map(\.id) == ["xml.unknown-encoding"])
        let wrong = XMLOutline.read(Array((Self.declared("gbk") + "\n<a>").utf8) + [0xFF, 0xFF] + Array("</a>".utf8))
        #expect(wrong.reader.findings.map(\.id) == ["xml.wrong-encoding"])
        #expect(wrong.reader.findings[0].place == SourcePlace(file: "plan.xml", line: 2, column: 4))
        #expect(wrong.outline == "")
        let gbk = XMLOutline.read(Self.snow).reader.findings
        #expect(gbk.map(\.id) == ["text.not-utf-8"])
        #expect(XMLOutline.read("<a>\0</a>").reader.findings.map(\.id) == ["text.nul-byte"])
    }
}
