import Diagnostics
import Formats
import Testing

@Suite("XML files that came, and may come")
struct XMLCorpusTests {
    @Test("each file makes the findings that are recorded for it", arguments: CorpusFile.all(of: "xml"))
    func replay(_ file: CorpusFile) throws {
        var reader = XMLReader(try file.bytes, file: file.name, names: XMLNames(XMLOutline.names))
        while reader.next() != nil {}
        try file.check(FindingList(reader.findings).inReadingOrder)
        #expect(file.name.hasPrefix("good-") == reader.findings.isEmpty)
    }

    @Test(
        "no change of a file makes the reader trap, and every open has its close or a finding",
        arguments: CorpusFile.all(of: "xml"))
    func mutations(_ file: CorpusFile) throws {
        var mutations = Mutations(seed: 11)
        for _ in 0..<200 {
            let bytes = mutations.change(try file.bytes, with: Array("<>/&;#x!-[]?='\" \n\r\t\0\u{1}a:雪\u{FFFF}".utf8))
            var reader = XMLReader(bytes, file: file.name, names: XMLNames(XMLOutline.names))
            var open = 0
            while let event = reader.next() {
                if case .open = event { open += 1 } else { open -= 1 }
                #expect(open == reader.depth && reader.text.count <= bytes.count * 2)
            }
            #expect(open == 0 || FindingList(reader.findings).hasErrors, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
