import Diagnostics
import Formats
import Testing

@Suite("CSV files that came, and may come")
struct CSVCorpusTests {
    @Test("each file makes the findings that are recorded for it", arguments: CorpusFile.all(of: "csv"))
    func replay(_ file: CorpusFile) throws {
        var reader = CSVReader(try file.bytes, file: file.name)
        while reader.next() != nil {}
        try file.check(FindingList(reader.findings).inReadingOrder)
    }

    @Test("no change of a file makes the reader trap", arguments: CorpusFile.all(of: "csv"))
    func mutations(_ file: CorpusFile) throws {
        var mutations = Mutations(seed: 1)
        for _ in 0..<300 {
            let bytes = mutations.change(try file.bytes, with: Array("a,\";\n\r\t\0\u{FEFF}".utf8))
            var reader = CSVReader(bytes, file: file.name)
            while let record = reader.next() { _ = (record[0], record.place(of: record.count), record.excerpt()) }
        }
    }
}
