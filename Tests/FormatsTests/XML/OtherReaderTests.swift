import Formats
import Foundation
import FoundationXML
import Testing

/// Changed documents that two other readers have judged: names beyond ASCII, namespaces and document types apart.
@Suite("XML beside other readers")
struct OtherReaderTests {
    static let documents: [[UInt8]] = {
        let whole = "<r a='1'><a>x &lt; &#65;</a><!-- c --><b b=\"2\"><![CDATA[<y>]]></b>\n<a/><?go on?></r>"
        var mutations = Mutations(seed: 3)
        return (0..<2_000).map { _ in mutations.change(Array(whole.utf8), with: Array("<>/&;#![]?=-'\" \nab16".utf8)) }
    }()

    @Test("what is taken says the same to libxml2")
    func sameContents() throws {
        for bytes in Self.documents {
            let (outline, reader) = XMLOutline.read(bytes)
            guard reader.findings.isEmpty else { continue }
            #expect(outline == OtherReader.outline(of: bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// One bit for each document, four to a digit: whether expat takes it.
    ///
    /// Source: expat 2.5.0 as Python's `pyexpat` has it, `ParserCreate("UTF-8")`.
    static let takenByExpat = """
        4400300280410000008200000204000420061080002100020800021000002442480850000c02808000210110840108248018\
        0018cc005c8000240109385580400080010205200a00008041c000400000091004c041080e80300044004344800800201000\
        0806100460100000008000000040580200300a1c000240084200100002f812082160480024000001400b00040c0612308120\
        2106000040010200000004280420000390018845488d050510a221000804002824520400000002802910000000022042ac90\
        0400380840004c0c06220008300004004000008c0000052032600820000000480222027108020020409708048a01b0008501
        """

    @Test("what expat takes is taken, and nothing else")
    func sameVerdicts() {
        let verdicts = Self.takenByExpat.flatMap { digit in
            (0..<4).reversed().map { digit.hexDigitValue! >> $0 & 1 == 1 }
        }
        #expect(verdicts.count == Self.documents.count && verdicts.count(where: { $0 }) == 306)
        for (bytes, isTaken) in zip(Self.documents, verdicts) {
            let findings = XMLOutline.read(bytes).reader.findings
            #expect(findings.isEmpty == isTaken, "\(String(decoding: bytes, as: UTF8.self)): \(findings)")
        }
    }
}

/// The outline of a document as libxml2 sees it; `nil` when it refuses the document.
private enum OtherReader {
    static func outline(of bytes: [UInt8]) -> String? {
        guard let document = try? XMLDocument(data: Data(bytes), options: [.nodePreserveWhitespace]) else { return nil }
        return document.rootElement().map(outline)
    }

    private static func outline(of element: XMLElement) -> String {
        let name = element.name.map { XMLOutline.names.contains($0) ? $0 : "?" } ?? "?"
        let attributes = XMLOutline.names.map { name in
            element.attribute(forName: name)?.stringValue.map { " \(name)=\"\($0)\"" } ?? ""
        }.joined()
        let inner = (element.children ?? []).compactMap { $0 as? XMLElement }
        if inner.isEmpty {
            let text = (element.children ?? []).filter { $0.kind == .text }.map { $0.stringValue ?? "" }.joined()
            return "\(name)\(attributes)(\(text))"
        }
        return "\(name)\(attributes)[\(inner.map(outline).joined(separator: " "))]"
    }
}
