import Diagnostics
import Formats
import Testing

@Suite("What is wrong with XML")
struct XMLFaultTests {
    @Test(
        "each mistake is named where it stands",
        arguments: [
            ("", "1:1 xml.empty"), (" \n ", "1:1 xml.empty"), ("<!-- a -->", "1:1 xml.empty"),
            ("plan", "1:1 xml.malformed"), ("<a/>x", "1:5 xml.malformed"), ("<a/>\n<b/>", "2:1 xml.malformed"),
            ("</a>", "1:1 xml.malformed"), ("<a></a></a>", "1:8 xml.malformed"),
            ("<a><b></a>", "1:7 xml.malformed"), ("<a></ab>", "1:4 xml.malformed"), ("<ab></a >", "1:5 xml.malformed"),
            ("<a>", "1:4 xml.malformed"), ("<a>x</", "1:7 xml.malformed"), ("<a", "1:1 xml.malformed"),
            ("<a></a", "1:7 xml.malformed"), ("<", "1:2 xml.malformed"), ("<a><", "1:5 xml.malformed"),
            ("<a>1 < 2</a>", "1:7 xml.malformed"), ("<1/>", "1:2 xml.malformed"), ("<a/ >", "1:1 xml.malformed"),
            ("<a b>", "1:4 xml.malformed"), ("<a b=1>", "1:4 xml.malformed"), ("<a b='1>", "1:6 xml.malformed"),
            ("<a b='<'/>", "1:7 xml.malformed"), ("<a b='1'c='2'/>", "1:9 xml.malformed"),
            ("<a b='1' b='2'/>", "1:10 xml.malformed"), ("<a>R&D</a>", "1:5 xml.malformed"),
            ("<a>&nbsp;</a>", "1:4 xml.malformed"), ("<a b='&x;'/>", "1:7 xml.malformed"),
            ("<a>&#0;</a>", "1:4 xml.malformed"), ("<a>&#xD800;</a>", "1:4 xml.malformed"),
            ("<a>&#+65;</a>", "1:4 xml.malformed"), ("<a>&#99999999999;</a>", "1:4 xml.malformed"),
            ("<a>]]></a>", "1:4 xml.malformed"), ("<a>\u{1}</a>", "1:4 xml.malformed"),
            ("<a>\u{FFFF}</a>", "1:4 xml.malformed"), ("<a b='\u{8}'/>", "1:7 xml.malformed"),
            ("<a><!-- \u{1} --></a>", "1:9 xml.malformed"), ("<a><!-- b", "1:4 xml.malformed"),
            ("<a><!-- -- --></a>", "1:9 xml.malformed"), ("<a><!-></a>", "1:4 xml.malformed"),
            ("<a><![CDATA[ ]]</a>", "1:4 xml.malformed"), ("<![CDATA[x]]>", "1:1 xml.malformed"),
            ("<a><?x </a>", "1:4 xml.malformed"), ("\n<?xml version='1.0'?><a/>", "2:1 xml.malformed"),
            ("<a/><!DOCTYPE a>", "1:5 xml.malformed"), ("<!DOCTYPE a", "1:1 xml.malformed"),
            ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "1:1 xml.entity-refused"),
            ("<!DOCTYPE a SYSTEM 'x' [\n]><a/>", "1:1 xml.entity-refused"),
        ])
    func faults(text: String, fault: String) throws {
        let findings = XMLOutline.read(text).reader.findings
        #expect(findings.map { "\($0.place!.line):\($0.place!.column) \($0.id)" } == [fault])
        #expect(findings.allSatisfy { $0.severity == .error && !$0.message.hasSuffix(".") && !$0.advice.isEmpty })
    }

    @Test("a document cut short anywhere is explained, and what came before is read")
    func truncation() {
        let whole = Array("<?xml version='1.0'?><!-- c --><r a='1'>x&lt;<a><![CDATA[y]]></a><b/></r>".utf8)
        for length in 0..<whole.count {
            let findings = XMLOutline.read(Array(whole.prefix(length))).reader.findings
            #expect(findings.count == 1 && findings[0].severity == .error, "\(length) bytes")
        }
        #expect(XMLOutline.read(whole).reader.findings.isEmpty)
    }

    @Test("the message names the element that is still open, with its line")
    func openElement() {
        let findings = XMLOutline.read("<r>\n<p:Task>\n</r>\n<!-- -->").reader.findings
        #expect(findings.first?.message == "this end tag stands where <p:Task> of line 2 is to be closed")
        #expect(findings.first?.excerpt == "</r>")
    }

    @Test("nesting without end is refused at the limit")
    func depth() {
        let deep = String(repeating: "<a>", count: 100_000)
        let findings = XMLOutline.read(deep).reader.findings
        #expect(findings.map(\.id) == ["xml.too-deep"])
        #expect(findings[0].place?.column == 256 * 3 + 1)
        let allowed = String(repeating: "<a>", count: 4) + String(repeating: "</a>", count: 4)
        #expect(XMLOutline.read(allowed, depthLimit: 4).reader.findings.isEmpty)
        #expect(XMLOutline.read(allowed, depthLimit: 3).reader.findings.map(\.id) == ["xml.too-deep"])
    }

    @Test("tags, names and attributes of a megabyte take no more than their size")
    func long() {
        let million = String(repeating: "x", count: 1 << 20)
        #expect(XMLOutline.read("<\(million)>\(million)</\(million)>").outline == "?(\(million))")
        #expect(XMLOutline.read("<a b='\(million)'/>").outline == "a b=\"\(million)\"()")
        #expect(XMLOutline.read("<a><!--\(million)--></a>").outline == "a()")
        let many = (0..<20_000).map { " a\($0)=''" }.joined()
        #expect(XMLOutline.read("<a\(many)/>").reader.findings.isEmpty)
        let repeated = XMLOutline.read("<a\(many) a7=''/>").reader.findings
        #expect(repeated.map(\.message) == ["the attribute “a7” stands twice in this tag"])
    }
}
