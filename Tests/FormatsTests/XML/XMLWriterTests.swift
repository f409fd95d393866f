import Formats
import Testing

@Suite("Writing XML")
struct XMLWriterTests {
    @Test("elements stand on lines of their own, indented, text as it is")
    func layout() {
        var writer = XMLWriter()
        writer.open("Plan", [("xmlns", "a&b")])
        writer.element("Name", text: "雪花 <1>")
        writer.open("Tasks")
        writer.element("UID", -7)
        writer.element("Note", [("lang", "zh")], text: "")
        writer.close()
        writer.close()
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Plan xmlns="a&amp;b">
              <Name>雪花 &lt;1&gt;</Name>
              <Tasks>
                <UID>-7</UID>
                <Note lang="zh"/>
              </Tasks>
            </Plan>

            """
        #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
    }

    @Test("every scalar is read back, as text and as an attribute, except those that XML forbids")
    func roundTrip() {
        let scalars = MarkupTextTests.scalars
        var writer = XMLWriter()
        writer.open("plan")
        for scalar in scalars { writer.element("r", [("a", " \(scalar)]]>&lt;")], text: " \(scalar)]]>&lt;") }
        writer.close()
        var reader = XMLReader(writer.finish(), file: "-", names: XMLNames(["r", "a"]))
        #expect(reader.next() == .open(XMLNames.unknown))
        for scalar in scalars {
            let kept = MarkupTextTests.isForbidden(scalar) ? " \u{FFFD}]]>&lt;" : " \(scalar)]]>&lt;"
            let attribute = reader.next() == .open(0) ? reader.attribute(1) ?? [] : []
            let text = reader.next() == .close(0) ? reader.text : []
            guard attribute.elementsEqual(kept.utf8), text.elementsEqual(kept.utf8) else {
                Issue.record("U+\(String(scalar.value, radix: 16)) is not read back: \(reader.findings)")
                return
            }
        }
        #expect(reader.next() == .close(XMLNames.unknown) && reader.next() == nil && reader.findings.isEmpty)
    }
}
