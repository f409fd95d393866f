public import Diagnostics

/// Reads a document in XML element by element, and says what is wrong with it.
///
/// Names are told by their codes and text by its bytes, so that nothing is allocated for an element. Prefixes of
/// namespaces are dropped: `<p:Task>` is `Task`. A file in another encoding is turned into UTF-8 first.
///
/// ```swift
/// var reader = XMLReader(bytes, file: "plan.xml", names: XMLNames(["Task", "UID"]))
/// while let event = reader.next() {
///     if event == .close(1) { use(reader.text) }
/// }
/// findings.report(contentsOf: reader.findings)
/// ```
///
/// Only what stands in the file is read: no entity but the five of XML itself, nothing from outside, and a document type
/// with declarations of its own is refused. Findings: `xml.malformed`, `xml.empty`, `xml.too-deep`, `xml.entity-refused`,
/// and those of encodings: `xml.unknown-encoding`, `xml.wrong-encoding`, `xml.other-encoding`, `text.not-utf-8` and
/// `text.nul-byte`. Reading ends at the first that is an error.
///
/// Looser than XML in two ways: any character beyond ASCII may stand in a name, and of the declaration only the encoding
/// is looked at.
///
/// - Complexity: O(bytes); memory for the text of one element and ``depthLimit`` names beside the file itself.
/// - Source: XML 1.0, fifth edition; Namespaces in XML 1.0.
public struct XMLReader: Sendable {
    public let file: String
    /// How deep elements may be nested.
    public let depthLimit: Int
    /// Which names have codes.
    public let names: XMLNames

    let bytes: [UInt8]
    /// Where the document begins, after a byte order mark.
    let start: Int
    var position: Int
    /// The elements that are open, the outermost first.
    var elements: [OpenElement] = []
    /// Those of the start tag that was read last.
    var attributes: [XMLAttribute] = []
    var content = XMLText()
    /// Whether no element stands in the innermost one so far.
    private var isLeaf = false
    /// Whether the start tag that was read last is also an end tag.
    private var endsAtOnce = false
    var hasRoot = false
    private var hasEnded = false
    /// Where the start tag of the element stands that the last event is about.
    public private(set) var offset: Int
    private(set) var recorded: [Finding]
    private var lines: LineIndex?

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name as the user gave it.
    ///   - names: the names to be told apart.
    public init(_ bytes: [UInt8], file: String, names: XMLNames, depthLimit: Int = 256) {
        let input = XMLInput(bytes, file: file)
        self.file = file
        self.names = names
        self.depthLimit = depthLimit
        self.bytes = input.bytes
        start = input.start
        position = input.start
        offset = input.start
        recorded = input.findings
        hasEnded = !input.isReadable
    }

    /// What was found so far; complete once ``next()`` has returned `nil`.
    public var findings: [Finding] { recorded }

    /// How many elements are open: 1 between the tags of the root.
    public var depth: Int { elements.count }

    /// At the close of an element that holds no other: its text. Otherwise empty.
    ///
    /// White space is kept; line ends are LF.
    public var text: ArraySlice<UInt8> { content.bytes(of: bytes) }

    /// The next event, or `nil` at the end of the document and at the first error.
    public mutating func next() -> XMLEvent? {
        guard !hasEnded else { return nil }
        do throws(XMLFault) {
            if let event = try step() { return event }
        } catch {
            let place = place(of: error.offset)
            recorded.append(
                Finding(
                    error.id, .error, error.message, advice: error.advice, at: place,
                    excerpt: excerpt(around: error.offset)))
        }
        hasEnded = true
        content.clear()
        return nil
    }

    /// After an `open`: passes over all that stands in the element, up to and with its `close`.
    public mutating func skip() {
        let outside = depth - 1
        while depth > outside, next() != nil {}
    }

    // MARK: Events

    private mutating func step() throws(XMLFault) -> XMLEvent? {
        if endsAtOnce { return close() }
        if isLeaf || !content.isEmpty { content.clear() }
        while true {
            if elements.isEmpty {
                passWhiteSpace()
                guard position < bytes.count else { return try end() }
            } else {
                try passText()
            }
            // A `<` stands here, or outside of the root anything.
            if let event = try markup() { return event }
        }
    }

    /// What stands at a `<`; `nil` when it is no tag.
    private mutating func markup() throws(XMLFault) -> XMLEvent? {
        switch byte(at: position + 1) {
        case _ where byte(at: position) != XMLByte.less:
            throw .misplaced(hasRoot ? .afterRoot : .beforeRoot, at: position)
        case XMLByte.slash:
            position = try endOfEndTag(at: position)
            return close()
        case XMLByte.exclamation: try passDeclaration(isInLeaf: isLeaf)
        case XMLByte.question: try passInstruction()
        default: return try open()
        }
        return nil
    }

    private mutating func open() throws(XMLFault) -> XMLEvent {
        guard !elements.isEmpty || !hasRoot else { throw .misplaced(.secondRoot, at: position) }
        guard elements.count < depthLimit else { throw .tooDeep(limit: depthLimit, at: position) }
        let tag = position
        let name = try name(at: tag + 1)
        position = name.range.upperBound
        elements.append(OpenElement(code: name.code, offset: tag, name: name.range))
        hasRoot = true
        isLeaf = true
        content.clear()
        if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
        if byte(at: position) != XMLByte.greater { try passAttributes() }
        endsAtOnce = byte(at: position) == XMLByte.slash
        if endsAtOnce { position += 1 }
        guard byte(at: position) == XMLByte.greater else { throw .unfinishedTag(at: tag, endsFile: isAtEnd) }
        position += 1
        offset = tag
        return .open(name.code)
    }

    /// The event of an end tag that was passed; the text stays for the caller when the element is a leaf.
    private mutating func close() -> XMLEvent {
        let element = elements.removeLast()
        if !isLeaf { content.clear() }
        isLeaf = false
        endsAtOnce = false
        offset = element.offset
        return .close(element.code)
    }

    /// Text up to the next `<`; kept while the element may be a leaf.
    private mutating func passText() throws(XMLFault) {
        while true {
            let end = endOfPlainText(from: position)
            if isLeaf, end > position { content.append(position..<end, of: bytes) }
            position = end
            switch byte(at: end) {
            case XMLByte.less: return
            case XMLByte.ampersand:
                let scalar = try passReference()
                if isLeaf { content.append(scalar, of: bytes) }
            case Byte.carriageReturn:
                position += byte(at: end + 1) == Byte.lineFeed ? 2 : 1
                if isLeaf { content.append("\n", of: bytes) }
            case _ where isAtEnd: throw unclosedElement()
            case XMLByte.closingBracket: throw .endOfSectionInText(at: end)
            default: throw .forbiddenCharacter(at: end)
            }
        }
    }

    /// The end of the file outside of any element.
    private func end() throws(XMLFault) -> XMLEvent? {
        guard hasRoot else { throw .empty(at: start) }
        return nil
    }
}

/// An element whose end tag has not come yet.
struct OpenElement: Sendable {
    let code: Int
    /// Where its start tag begins.
    let offset: Int
    /// Its name as it is written, with its prefix.
    let name: Range<Int>
}

extension XMLReader {
    /// The line and column of an ``offset``.
    ///
    /// - Complexity: O(bytes) the first time, then O(log lines).
    public mutating func place(of offset: Int) -> SourcePlace { lineIndex().place(of: offset, in: file) }

    /// The place of the start tag that the last event is about.
    public mutating func place() -> SourcePlace { place(of: offset) }

    /// A finding about the element of the last event, with its place and an excerpt.
    public mutating func finding(_ id: FindingID, _ severity: Severity, _ message: String, advice: String) -> Finding {
        Finding(id, severity, message, advice: advice, at: place(), excerpt: excerpt(around: offset))
    }

    private mutating func lineIndex() -> LineIndex {
        if let lines { return lines }
        let index = LineIndex(bytes, from: start)
        lines = index
        return index
    }

    /// The line at an offset; of a line of megabytes, what stands around it.
    public mutating func excerpt(around offset: Int) -> String? { lineIndex().excerpt(around: offset) }
}
