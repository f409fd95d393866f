import Diagnostics

/// Why a document cannot be read on, and where.
struct XMLFault: Error {
    var id: FindingID = "xml.malformed"
    let message: String
    let advice: String
    /// The byte it is about.
    let offset: Int
}

/// What ends a document early or stands where nothing may.
extension XMLFault {
    enum Misplacement { case beforeRoot, afterRoot, secondRoot }
    enum Unclosed: String {
        case comment = "comment"
        case section = "section of plain text"
        case instruction = "instruction"
        case documentType = "document type"
    }

    static func empty(at offset: Int) -> XMLFault {
        XMLFault(
            id: "xml.empty", message: "the file holds no element",
            advice: "check that it is the right file, and export it again", offset: offset)
    }

    static func misplaced(_ kind: Misplacement, at offset: Int) -> XMLFault {
        switch kind {
        case .beforeRoot:
            XMLFault(
                message: "text stands before the first element", advice: "check that the file is XML", offset: offset)
        case .afterRoot:
            XMLFault(
                message: "something stands behind the end of the document", advice: "remove it", offset: offset)
        case .secondRoot:
            XMLFault(
                message: "a second document begins behind the end of the first", advice: "keep one in the file",
                offset: offset)
        }
    }

    static func unclosed(_ kind: Unclosed, at offset: Int) -> XMLFault {
        XMLFault(message: "the \(kind.rawValue) that begins here is never closed", advice: exportAgain, offset: offset)
    }

    static func lateDeclaration(at offset: Int) -> XMLFault {
        XMLFault(
            message: "the declaration <?xml …?> is not the first thing in the file",
            advice: "remove what stands before it, blank lines too", offset: offset)
    }

    static func entityRefused(at offset: Int) -> XMLFault {
        XMLFault(
            id: "xml.entity-refused", message: "the document type declares entities or attributes of its own",
            advice: "remove the declarations in [ ]; they can fill the memory or fetch other files, and are never read",
            offset: offset)
    }

    static func tooDeep(limit: Int, at offset: Int) -> XMLFault {
        XMLFault(
            id: "xml.too-deep", message: "elements are nested more than \(limit) levels deep here",
            advice: "check for end tags that are missing; nothing of the file is used", offset: offset)
    }

    private static let exportAgain = "the file was probably cut short; export it again"

    /// What to do about a mistake that a program does not make.
    fileprivate static func advice(endsFile: Bool) -> String {
        endsFile ? exportAgain : "export the file again, or correct it by hand"
    }
}

/// What is wrong inside a tag or a text.
extension XMLFault {
    static func unfinishedTag(at offset: Int, endsFile: Bool) -> XMLFault {
        XMLFault(
            message: "the tag that begins here is not finished", advice: advice(endsFile: endsFile), offset: offset)
    }

    static func noName(at offset: Int, endsFile: Bool) -> XMLFault {
        XMLFault(
            message: "a name is missing here",
            advice: endsFile ? exportAgain : "write a < that begins no tag as &lt;", offset: offset)
    }

    static func brokenTag(at offset: Int) -> XMLFault {
        XMLFault(message: "this is no tag of XML", advice: advice(endsFile: false), offset: offset)
    }

    static func attributeWithoutValue(at offset: Int) -> XMLFault {
        XMLFault(message: "this attribute has no value", advice: "write it as name=\"value\"", offset: offset)
    }

    static func attributeWithoutQuotes(at offset: Int) -> XMLFault {
        XMLFault(
            message: "the value of this attribute is not in quotes", advice: "write it as name=\"value\"",
            offset: offset)
    }

    static func unclosedValue(at offset: Int) -> XMLFault {
        XMLFault(message: "the quote that opens here is never closed", advice: "close it", offset: offset)
    }

    static func tagInValue(at offset: Int) -> XMLFault {
        XMLFault(
            message: "a < stands in the value of an attribute",
            advice: "write it as &lt;, or close the quote that was left open", offset: offset)
    }

    static func repeatedAttribute(_ name: String, at offset: Int) -> XMLFault {
        XMLFault(message: "the attribute “\(name)” stands twice in this tag", advice: "keep one", offset: offset)
    }

    static func hyphensInComment(at offset: Int) -> XMLFault {
        XMLFault(
            message: "two hyphens stand in a comment", advice: "end the comment with -->, or take one away",
            offset: offset)
    }

    static func endOfSectionInText(at offset: Int) -> XMLFault {
        XMLFault(message: "]]> stands in a text", advice: "write it as ]]&gt;", offset: offset)
    }

    static func strayAmpersand(at offset: Int) -> XMLFault {
        XMLFault(message: "an & stands for itself here", advice: "write it as &amp;", offset: offset)
    }

    static func unknownReference(_ reference: String, at offset: Int) -> XMLFault {
        XMLFault(
            message: "“\(reference)” stands for no character of XML",
            advice: "write the character itself; an & as &amp;", offset: offset)
    }

    static func forbiddenCharacter(at offset: Int) -> XMLFault {
        XMLFault(
            message: "a control character stands here that XML does not allow", advice: "remove it", offset: offset)
    }
}

extension XMLReader {
    /// The file ends while an element is open.
    func unclosedElement() -> XMLFault {
        XMLFault(
            message: "the file ends before \(nameOfLast()) is closed", advice: XMLFault.advice(endsFile: true),
            offset: bytes.count)
    }

    /// An end tag that belongs to another element.
    func wrongEndTag(at offset: Int) -> XMLFault {
        XMLFault(
            message: "this end tag stands where \(nameOfLast()) is to be closed",
            advice: "close elements in the reverse order of their opening", offset: offset)
    }

    /// The innermost element with its line.
    private func nameOfLast() -> String {
        guard let element = elements.last else { return "the document" }
        let name = String(decoding: bytes[element.name].prefix(80), as: UTF8.self)
        let line = LineIndex(bytes, from: start).place(of: element.offset, in: file).line
        return "<\(name)> of line \(line)"
    }
}
