import Diagnostics
import Formats
import Testing

@Suite("Reading XML")
struct XMLReaderTests {
    @Test(
        "elements, their nesting and the text of leaves come out",
        arguments: [
            ("<Plan/>", "Plan()"),
            ("<Plan><Task><UID>7</UID></Task><Task/></Plan>", "Plan[Task[UID(7)] Task()]"),
            ("\n<Plan>\n  <UID> 7 </UID>\n</Plan>\n", "Plan[UID( 7 )]"),
            ("<p:Plan xmlns:p=\"x\"><p:UID>1</p:UID><q:UID>2</q:UID></p:Plan>", "Plan[UID(1) UID(2)]"),
            ("<Plan><Other>x</Other><Tas>y</Tas><Tasks>z</Tasks></Plan>", "Plan[?(x) ?(y) Tasks(z)]"),
            ("<Plan >\t<UID\n>1</UID\r\n></Plan >", "Plan[UID(1)]"),
            ("<?xml version='1.0'?><!-- a --><?go on?><Plan>1<!-- & < -->2<?x?>3</Plan><!-- b -->", "Plan(123)"),
            ("<Plan>before<UID>1</UID>behind</Plan>", "Plan[UID(1)]"),
            ("<名称>雪花啤酒</名称>", "名称(雪花啤酒)"),
            ("<!DOCTYPE Plan SYSTEM \"plan.dtd\"><Plan/>", "Plan()"),
        ])
    func elements(text: String, outline: String) {
        let (read, reader) = XMLOutline.read(text)
        #expect(read == outline)
        #expect(reader.findings.isEmpty, "\(reader.findings)")
    }

    @Test(
        "references, sections and line ends become the characters that they stand for",
        arguments: [
            ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"), ("a&#65;&#x42;&#x1F600;b", "aAB😀b"), ("1\r\n2\r3\n", "1\n2\n3\n"),
            ("&#13;", "\r"), ("<![CDATA[<&amp;>]]>", "<&amp;>"), ("a<![CDATA[]]]]><![CDATA[>]]>b", "a]]>b"),
            ("<![CDATA[1\r\n2\r]]>", "1\n2\n"), ("a ]] > b ] > ]", "a ]] > b ] > ]"), ("“a”，b", "“a”，b"),
            ("&#0065;", "A"),
        ])
    func text(written: String, meant: String) {
        let (read, reader) = XMLOutline.read("<a>\(written)</a>")
        #expect(Array(read.unicodeScalars) == Array("a(\(meant))".unicodeScalars))
        #expect(reader.findings.isEmpty)
    }

    @Test(
        "attributes are found by their local names, their white space is blanks",
        arguments: [
            ("<r a='1' b=\"2\" c='3'/>", "r a=\"1\" b=\"2\"()"),
            ("<r x:a = '1\n2\t3\r\n4'>t</r>", "r a=\"1 2 3 4\"(t)"),
            ("<r a='&lt;&#10;&quot;'/>", "r a=\"<\n\"\"()"), ("<r a='>'/>", "r a=\">\"()"), ("<r a=''/>", "r a=\"\"()"),
        ])
    func attributes(text: String, outline: String) {
        let (read, reader) = XMLOutline.read(text)
        #expect(read == outline)
        #expect(reader.findings.isEmpty)
    }

    @Test("the text stays until the next event, and an open element has none")
    func lifeOfText() {
        var reader = XMLReader(Array("<r><a>1&amp;</a> </r>".utf8), file: "-", names: XMLNames(["a"]))
        #expect(reader.next() == .open(XMLNames.unknown) && reader.text.isEmpty)
        #expect(reader.next() == .open(0) && reader.text.isEmpty)
        #expect(reader.next() == .close(0) && reader.text.elementsEqual("1&".utf8))
        #expect(reader.depth == 1)
        #expect(reader.next() == .close(XMLNames.unknown) && reader.text.isEmpty)
        #expect(reader.next() == nil && reader.next() == nil)
    }

    @Test("an element can be passed over as a whole")
    func skipping() {
        let text = "<r><a><b>1</b><b/></a><a/><b>2</b></r>"
        var reader = XMLReader(Array(text.utf8), file: "-", names: XMLNames(["r", "a", "b"]))
        var seen: [XMLEvent] = []
        while let event = reader.next() {
            seen.append(event)
            if event == .open(1) { reader.skip() }
        }
        #expect(seen == [.open(0), .open(1), .open(1), .open(2), .close(2), .close(0)])
        #expect(reader.findings.isEmpty)
    }

    @Test("open and close of an element have the place of its start tag")
    func places() {
        let text = "<r>\r\n  <名 a='1'/>雪<b>\n</b></r>"
        var reader = XMLReader(Array(text.utf8), file: "f.xml", names: XMLNames(["b"]))
        var places: [String] = []
        while reader.next() != nil { places.append("\(reader.place())") }
        #expect(places == ["1:1", "2:3", "2:3", "2:14", "2:14", "1:1"].map { "f.xml:\($0)" })
        let finding = reader.finding("x.y", .note, "m", advice: "a")
        #expect(finding.excerpt == "<r>" && finding.place == reader.place(of: 0))
    }

    @Test("a place in a document of one long line is found, with what stands around it")
    func longLine() {
        let text = "<r>" + String(repeating: "<a>雪花</a>", count: 100_000) + "<b>"
        let (_, reader) = XMLOutline.read(text)
        let finding = reader.findings.first
        #expect(finding?.place?.line == 1 && finding?.place?.column == text.unicodeScalars.count + 1)
        #expect(finding?.excerpt?.hasPrefix("…") == true && finding?.excerpt?.hasSuffix("</a><b>") == true)
    }
}
