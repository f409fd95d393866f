/// Which language elements are written in: they differ in how an element without content ends.
public enum MarkupDialect: Sendable {
    /// Void elements (`<br>`) have no end tag, all others have one.
    case html
    /// Elements without content end at once: `<rect/>`. SVG inside HTML is written this way too.
    case xml

    /// Elements of HTML that never hold anything.
    static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Elements that stand among words, where a line break would show as a blank.
    static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
    /// Elements in which white space counts.
    static let literalElements: Set<String> = ["pre", "textarea", "text", "tspan", "title"]
    /// Elements of HTML whose content is not escaped.
    static let rawElements: Set<String> = ["style", "script"]
}

extension Markup {
    /// The text of this piece. The same piece always gives the same text.
    ///
    /// - Parameter indented: begins elements that hold elements on lines of their own, two blanks a level; text keeps its
    ///   line, so that no blank appears on the page that was not written.
    public func written(as dialect: MarkupDialect = .html, indented: Bool = false) -> String {
        var writer = MarkupWriter(dialect: dialect, isIndented: indented)
        writer.append(self, dialect: dialect)
        return writer.text
    }
}

extension Element {
    /// The text of this element; see ``Markup/written(as:indented:)``.
    public func written(as dialect: MarkupDialect = .html, indented: Bool = false) -> String {
        Markup.element(self).written(as: dialect, indented: indented)
    }
}

/// Markup as it grows.
private struct MarkupWriter {
    let dialect: MarkupDialect
    let isIndented: Bool
    private(set) var text = ""
    private var depth = 0

    init(dialect: MarkupDialect, isIndented: Bool) {
        self.dialect = dialect
        self.isIndented = isIndented
    }

    mutating func append(_ piece: Markup, dialect: MarkupDialect) {
        switch piece {
        case .text(let words): text += MarkupText.escape(words)
        case .element(let element): append(element, dialect: dialect)
        case .group(let pieces): pieces.forEach { append($0, dialect: dialect) }
        case .comment(let words): text += "<!-- \(Self.comment(words)) -->"
        case .raw(let markup): text += markup
        }
    }

    private mutating func append(_ element: Element, dialect outer: MarkupDialect) {
        precondition(Self.isName(element.name), "“\(element.name)” is no name of an element")
        let dialect = element.name == "svg" ? .xml : outer
        text += "<" + element.name
        for attribute in element.attributes {
            precondition(Self.isName(attribute.name), "“\(attribute.name)” is no name of an attribute")
            text += " \(attribute.name)=\"\(MarkupText.attribute(attribute.value))\""
        }
        if dialect == .html, MarkupDialect.voidElements.contains(element.name) {
            precondition(element.children.isEmpty, "<\(element.name)> cannot hold anything")
            text += ">"
        } else if dialect == .xml, element.children.isEmpty {
            text += "/>"
        } else {
            text += ">"
            appendChildren(of: element, dialect: dialect)
            text += "</\(element.name)>"
        }
    }

    private mutating func appendChildren(of element: Element, dialect: MarkupDialect) {
        guard isIndented, Self.mayBreak(element) else {
            element.children.forEach { append($0, dialect: dialect) }
            return
        }
        depth += 1
        for child in Self.flattened(element.children) {
            breakLine()
            append(child, dialect: dialect)
        }
        depth -= 1
        breakLine()
    }

    private mutating func breakLine() {
        text += "\n"
        text += String(repeating: "  ", count: depth)
    }

    /// Whether white space between the children of an element changes nothing that a reader sees.
    private static func mayBreak(_ element: Element) -> Bool {
        let keepsLine = MarkupDialect.inlineElements.union(MarkupDialect.literalElements).contains(element.name)
        return !keepsLine && !element.children.isEmpty
            && flattened(element.children).allSatisfy { child in
                switch child {
                case .element(let inner): !MarkupDialect.inlineElements.contains(inner.name)
                case .comment: true
                case .raw: MarkupDialect.rawElements.contains(element.name)
                case .text, .group: false
                }
            }
    }

    private static func flattened(_ pieces: [Markup]) -> [Markup] {
        pieces.flatMap { piece in
            guard case .group(let inner) = piece else { return [piece] }
            return flattened(inner)
        }
    }

    private static func comment(_ words: String) -> String {
        var result = ""
        for character in words {
            if character == "-", result.last == "-" { result += " " }
            result.append(character)
        }
        return result
    }

    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "-:._".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
