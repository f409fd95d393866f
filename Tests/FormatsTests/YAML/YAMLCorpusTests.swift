import Diagnostics
import Formats
import Testing

@Suite("YAML files that came, and may come")
struct YAMLCorpusTests {
    @Test("each file makes the findings that are recorded for it", arguments: CorpusFile.all(of: "yaml"))
    func replay(_ file: CorpusFile) throws {
        var findings = FindingList()
        if let source = SourceText(decoding: try file.bytes, file: file.name, findings: &findings) {
            findings.report(contentsOf: YAMLDocument(reading: source).findings.inReadingOrder)
        }
        try file.check(findings.inReadingOrder)
        #expect(file.name.hasPrefix("good-") == findings.inReadingOrder.isEmpty)
    }

    @Test(
        "no change of a file makes the reader trap, and what cannot be read has a finding",
        arguments: CorpusFile.all(of: "yaml"))
    func mutations(_ file: CorpusFile) throws {
        var mutations = Mutations(seed: 7)
        for _ in 0..<100 {
            let bytes = mutations.change(try file.bytes, with: Array("a:,\"' \n\t[]{}&*!|>-?#%@\\\0名".utf8))
            let document = YAMLDocument(reading: SourceText(String(decoding: bytes, as: UTF8.self), file: file.name))
            let isExplained = document.root != nil || document.findings.hasErrors || Self.isBlank(bytes)
            #expect(isExplained, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(
                document.findings.inReadingOrder.allSatisfy { ($0.place?.line ?? 0) > 0 && ($0.place?.column ?? 0) > 0 }
            )
        }
    }

    /// Whether a file holds nothing but comments, white space and document marks.
    private static func isBlank(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).allSatisfy {
            let line = $0.drop(while: \.isWhitespace)
            return line.isEmpty || line.first == "#" || $0.hasPrefix("...") || $0.hasPrefix("\u{FEFF}")
        }
    }
}
