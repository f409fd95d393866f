import Formats
import Foundation
import FoundationXML
import Testing

@Suite("Escaping for pages and drawings")
struct MarkupTextTests {
    /// Every scalar up to U+FFFF, and the borders of the other planes.
    static let scalars: [Unicode.Scalar] =
        (0...0xFFFF).compactMap(Unicode.Scalar.init)
        + (1...16).flatMap { plane in
            [0, 1, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF].compactMap { Unicode.Scalar(plane << 16 + $0) }
        }

    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)) || (0x7F...0x9F).contains(scalar.value)
            || (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFF >= 0xFFFE
    }

    @Test("every scalar comes back, except those that no page may hold", arguments: [false, true])
    func roundTrip(inAttribute: Bool) {
        for scalar in Self.scalars {
            let original = "a\(scalar)b"
            let escaped = inAttribute ? HTMLText.attribute(original) : HTMLText.escape(original)
            let expected = Self.isForbidden(scalar) ? "a\u{FFFD}b" : original
            let decoded = MarkupDecoder.decode(escaped, inAttribute: inAttribute)
            guard decoded?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true else {
                Issue.record("U+\(String(scalar.value, radix: 16)) became \(escaped)")
                continue
            }
        }
    }

    @Test(
        "words that look like markup are words",
        arguments: [
            "<script>alert(1)</script>", "a & b", "&amp;", "&#60;", "]]>", "\"><img src=x>", "' onload='x", "",
            "中文 <b>",
        ])
    func words(text: String) {
        #expect(MarkupDecoder.decode(HTMLText.escape(text), inAttribute: false) == text)
        #expect(MarkupDecoder.decode(HTMLText.attribute(text), inAttribute: true) == text)
    }

    @Test("a reader of XML sees what was written")
    func otherReader() throws {
        let words = "a<b>&\"'\r\n\t中\u{1F600}]]>"
        let element = Element("p", [("title", words)], text: words)
        let document = try XMLDocument(xmlString: element.written(as: .xml))
        let root = try #require(document.rootElement())
        #expect(root.stringValue == words)
        #expect(root.attribute(forName: "title")?.stringValue == words)
    }
}

@Suite("Writing pages and drawings")
struct MarkupWriterTests {
    @Test("HTML closes what it opens, except void elements")
    func html() {
        let paragraph = Element(
            "p", [("class", "a \"b\"")], ["1 < 2", .element(Element("br")), .element(Element("i"))])
        #expect(paragraph.written() == "<p class=\"a &quot;b&quot;\">1 &lt; 2<br><i></i></p>")
    }

    @Test("elements of a drawing inside a page end at once when they hold nothing")
    func drawingInPage() {
        let drawing = SVG.drawing(
            width: 10, height: 5, label: "x", [], [SVG.rectangle(x: 0, y: 0, width: 1, height: 2, [("fill", "red")])])
        let page = Element("div", [], [.element(drawing), .element(Element("p"))])
        #expect(
            page.written()
                == "<div><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 5\" role=\"img\" aria-label=\"x\">"
                + "<rect x=\"0\" y=\"0\" width=\"1\" height=\"2\" fill=\"red\"/></svg><p></p></div>")
    }

    @Test("indentation puts no blank between words")
    func indentation() {
        let list = Element(
            "ul", [],
            [
                .element(Element("li", [], ["a ", .element(Element("b", text: "c"))])),
                .group([.element(Element("li", text: "d"))]),
            ])
        #expect(list.written(indented: true) == "<ul>\n  <li>a <b>c</b></li>\n  <li>d</li>\n</ul>")
    }

    @Test("a comment cannot end early")
    func comment() {
        #expect(Markup.comment("a --> b").written() == "<!-- a - -> b -->")
    }

    @Test("a page begins with its kind, language, encoding and title")
    func page() {
        let page = HTMLPage.written(language: "zh-Hans", title: "状态 <1>", body: [.element(Element("p", text: "x"))])
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"zh-Hans\">\n  <head>\n    <meta charset=\"utf-8\">\n"))
        #expect(page.contains("<title>状态 &lt;1&gt;</title>"))
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test("attributes keep their order and can be looked up and changed")
    func attributes() {
        var element = Element("a", [("href", "#x"), ("class", "y")])
        element[attribute: "href"] = "#z"
        element[attribute: "class"] = nil
        element[attribute: "id"] = "i"
        #expect(element[attribute: "href"] == "#z")
        #expect(element.written() == "<a href=\"#z\" id=\"i\"></a>")
    }
}

@Suite("Numbers in drawings")
struct SVGNumberTests {
    @Test(
        "two decimals at most, no exponent, no minus zero",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (1.5, "1.5"), (1.25, "1.25"), (1.255, "1.25"), (1.256, "1.26"),
            (-1.005, "-1"), (0.05, "0.05"),
            (-0.004, "0"), (-0.006, "-0.01"), (1e-9, "0"), (123_456_789.99, "123456789.99"), (100, "100"),
            (0.1 + 0.2, "0.3"),
        ])
    func numbers(value: Double, written: String) {
        #expect(SVGNumber.written(value) == written)
    }

    @Test("an outline is written command by command")
    func path() {
        var path = SVGPath()
        path.move(x: 0, y: 1)
        path.arc(radius: 2.5, isLarge: false, isClockwise: true, x: 3, y: -4)
        path.line(x: 0.333, y: 0)
        path.close()
        #expect(path.commands == "M0 1A2.5 2.5 0 0 1 3 -4L0.33 0Z")
    }
}
