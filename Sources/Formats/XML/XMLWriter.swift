/// Writes a document in XML as it grows: elements one after another, with no tree of them in memory.
///
/// Text is escaped as ``Element`` escapes it: what XML forbids becomes U+FFFD. Elements that hold elements are indented
/// by two blanks; a text is never broken. Lines end in LF.
///
/// ```swift
/// var writer = XMLWriter()
/// writer.open("Project", [("xmlns", "http://schemas.microsoft.com/project")])
/// writer.element("Name", text: "Spring campaign")
/// writer.close()
/// let bytes = writer.finish()
/// ```
///
/// - Complexity: O(bytes written).
public struct XMLWriter: Sendable {
    /// Everything written so far, in UTF-8, with its declaration.
    public private(set) var bytes: [UInt8]
    /// The names of the elements that are open, the outermost first.
    private var names: [StaticString] = []

    public init() { bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) }

    /// Begins an element that holds others.
    ///
    /// - Parameters:
    ///   - name: a name of XML, such as `Task`.
    ///   - attributes: in the order in which they are written; each name once.
    public mutating func open(_ name: StaticString, _ attributes: [(name: StaticString, value: String)] = []) {
        beginTag(name, attributes)
        bytes.append(XMLByte.greater)
        bytes.append(Byte.lineFeed)
        names.append(name)
    }

    /// Ends the element that was opened last and is open.
    public mutating func close() {
        precondition(!names.isEmpty, "no element is open")
        let name = names.removeLast()
        indent()
        append("</")
        append(name)
        append(">\n")
    }

    /// Writes an element that holds only text; one without text ends at once.
    public mutating func element(
        _ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], text: String
    ) {
        beginTag(name, attributes)
        guard !text.isEmpty else { return append("/>\n") }
        bytes.append(XMLByte.greater)
        MarkupText.append(text, to: &bytes)
        append("</")
        append(name)
        append(">\n")
    }

    /// Writes an element that holds a whole number.
    public mutating func element(_ name: StaticString, _ value: Int) { element(name, text: String(value)) }

    /// The whole document; every element must be closed.
    public consuming func finish() -> [UInt8] {
        precondition(names.isEmpty, "\(names.count) elements are open at the end of the document")
        return bytes
    }

    private mutating func beginTag(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        indent()
        bytes.append(XMLByte.less)
        append(name)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            append(attribute.name)
            append("=\"")
            MarkupText.append(attribute.value, to: &bytes, isAttribute: true)
            bytes.append(Byte.quote)
        }
    }

    private mutating func indent() {
        bytes += repeatElement(UInt8(ascii: " "), count: names.count * 2)
    }

    private mutating func append(_ word: StaticString) {
        bytes += UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    }
}
