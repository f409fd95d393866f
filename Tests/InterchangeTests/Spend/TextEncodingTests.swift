import Diagnostics
import Foundation
import Interchange
import MediaSpend
import Testing

@Suite("Encodings of month files")
struct TextEncodingTests {
    static let text = "month,brand,medium,spend\n2025-12,雪花啤酒,Café,1.00\n"

    static let gb18030: [UInt8] =
        Array("month,brand,medium,spend\n2025-12,".utf8) + [0xD1, 0xA9, 0xBB, 0xA8, 0xC6, 0xA1, 0xBE, 0xC6]
        + Array(",Caf".utf8) + [0xA8, 0xA6] + Array(",1.00\n".utf8)

    static let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    @Test(
        "the same names come out of every encoding",
        arguments: [
            ("", Array(text.utf8)), ("", [0xEF, 0xBB, 0xBF] + Array(text.utf8)), ("encoding: gb18030", gb18030),
            ("encoding: utf-16", utf16), ("", utf16), ("encoding: gb18030", utf16),
        ])
    func encodings(line: String, bytes: [UInt8]) throws {
        let file = try MonthFile(bytes: bytes, layout: MonthFileTests.layout(line))
        let cube = try file.cube(by: [.brand, .medium])
        #expect(cube.names(in: .brand) == ["雪花啤酒"])
        #expect(cube.names(in: .medium) == ["Café"])
    }

    @Test("Windows-1252 has its accents and its dash")
    func windows() throws {
        let bytes = Array("month,brand,medium,spend\n2025-12,Caf".utf8) + [0xE9, 0x96] + Array(",TV,1.00\n".utf8)
        let file = try MonthFile(bytes: bytes, layout: MonthFileTests.layout("encoding: windows-1252"))
        #expect(try file.cube(by: [.brand]).names(in: .brand) == ["Café–"])
    }

    @Test("a character is whole though the block ends inside it")
    func blocks() throws {
        // Two megabytes of two-byte characters behind an odd number of bytes.
        var bytes = Array("month,brand,medium,spend\n".utf8)
        for row in 0..<60_000 {
            bytes += Array("2025-12,".utf8) + [0xD1, 0xA9, 0xBB, 0xA8]
            bytes += Array("\(row % 7),\(String(repeating: "x", count: row % 31)),1\n".utf8)
        }
        let file = try MonthFile(bytes: bytes, layout: MonthFileTests.layout("encoding: gb18030"))
        #expect(try file.cube(by: [.brand]).names(in: .brand) == (0..<7).map { "雪花\($0)" })
    }

    @Test("bytes that are no UTF-8 are a fault, with their line and the way out")
    func wrongEncoding() throws {
        let findings = try MonthFileFaultTests.rejection(Self.gb18030)
        #expect(findings.map(\.id) == ["spend.wrong-encoding"])
        #expect(findings[0].place?.line == 2)
        #expect(findings[0].advice.contains("gb18030"))
        let odd = try MonthFileFaultTests.rejection(Array("month,brand".utf8) + [0x81], "encoding: gb18030")
        #expect(odd.map(\.id) == ["spend.wrong-encoding"])
    }
}
