import Formats
import Parallel
import Testing

@Suite("Long lists in JSON")
struct JSONRecordsTests {
    private func text(_ count: Int, _ layout: JSONWriter.Layout, _ workers: Workers) -> String {
        let records = JSONRecords(count: count) { index, writer in
            writer.openObject()
            writer.member("id", index)
            // Some records are longer than the room that a part has.
            writer.member("text", String(repeating: "字", count: index % 700 == 3 ? 500_000 : index % 9))
            writer.closeObject()
        }
        var bytes: [UInt8] = []
        let writer = JSONWriter(layout, workers: workers) { bytes.append(contentsOf: $0) }
        JSONValue.object([("before", 1), ("list", .records(records)), ("behind", 2)]).write(to: writer)
        writer.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("are the same bytes with any number of threads", arguments: [0, 1, 1_024, 1_025, 5_000])
    func threads(count: Int) {
        for layout in [JSONWriter.Layout.compact, .indented] {
            let one = text(count, layout, .one)
            for threads in [2, 3, 8] { #expect(text(count, layout, Workers(threads)) == one) }
        }
    }

    @Test("stand a record a line")
    func lines() {
        #expect(
            text(2, .indented, Workers(2)) == """
                {
                  "before": 1,
                  "list": [
                    {"id":0,"text":""},
                    {"id":1,"text":"字"}
                  ],
                  "behind": 2
                }
                """)
    }
}
