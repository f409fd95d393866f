/// Markup that is no tag: comments, sections, instructions, the document type.
extension XMLReader {
    /// Passes what begins with `<!` here.
    mutating func passDeclaration(isInLeaf: Bool) throws(XMLFault) {
        if isWritten("<!--", at: position) {
            try passComment()
        } else if !elements.isEmpty, isWritten("<![CDATA[", at: position) {
            try passSection(isInLeaf: isInLeaf)
        } else if !hasRoot, isWritten("<!DOCTYPE", at: position) {
            try passDocumentType()
        } else {
            throw .brokenTag(at: position)
        }
    }

    private mutating func passComment() throws(XMLFault) {
        let comment = position
        position += 4
        guard try passThrough("--") else { throw .unclosed(.comment, at: comment) }
        guard byte(at: position) == XMLByte.greater else { throw .hyphensInComment(at: position - 2) }
        position += 1
    }

    /// A section whose characters all stand for themselves.
    private mutating func passSection(isInLeaf: Bool) throws(XMLFault) {
        let section = position
        position += 9
        let start = position
        guard try passThrough("]]>") else { throw .unclosed(.section, at: section) }
        if isInLeaf { appendLines(start..<(position - 3)) }
    }

    /// Appends text in which carriage returns are the only thing that does not stand for itself.
    private mutating func appendLines(_ range: Range<Int>) {
        var rest = range
        while let end = bytes[rest].firstIndex(of: Byte.carriageReturn) {
            content.append(rest.lowerBound..<end, of: bytes)
            content.append("\n", of: bytes)
            let next = end + (byte(at: end + 1) == Byte.lineFeed ? 2 : 1)
            rest = next..<max(next, rest.upperBound)
        }
        if !rest.isEmpty { content.append(rest, of: bytes) }
    }

    mutating func passInstruction() throws(XMLFault) {
        let instruction = position
        let name = try name(at: position + 2)
        position = name.range.upperBound
        if bytes[name.range].elementsEqual("xml".utf8) {
            guard instruction == start else { throw .lateDeclaration(at: instruction) }
        }
        let isSeparate = XMLByte.isWhiteSpace(byte(at: position)) || isWritten("?>", at: position)
        guard isSeparate else { throw .brokenTag(at: instruction) }
        guard try passThrough("?>") else { throw .unclosed(.instruction, at: instruction) }
    }

    /// The name of a document type and where it is published say nothing that is needed; declarations do harm.
    private mutating func passDocumentType() throws(XMLFault) {
        let declaration = position
        guard XMLByte.isWhiteSpace(byte(at: position + 9)) else { throw .brokenTag(at: declaration) }
        position += 9
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case XMLByte.greater: return
            case XMLByte.openingBracket: throw .entityRefused(at: declaration)
            case XMLByte.less: throw .brokenTag(at: position - 1)
            case Byte.quote, XMLByte.apostrophe:
                let rest = bytes[position...]
                position = rest.firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
            default: break
            }
        }
        throw .unclosed(.documentType, at: declaration)
    }

    // MARK: Looking ahead

    func isWritten(_ mark: StaticString, at index: Int) -> Bool {
        guard index + mark.utf8CodeUnitCount <= bytes.count else { return false }
        for step in 0..<mark.utf8CodeUnitCount where bytes[index + step] != mark.utf8Start[step] { return false }
        return true
    }

    /// Passes all up to and with a mark.
    ///
    /// - Returns: whether it stands anywhere.
    private mutating func passThrough(_ mark: StaticString) throws(XMLFault) -> Bool {
        let first = mark.utf8Start[0]
        var index = position
        while index < bytes.count {
            if bytes[index] == first, isWritten(mark, at: index) {
                position = index + mark.utf8CodeUnitCount
                return true
            }
            guard !isForbidden(at: index) else { throw .forbiddenCharacter(at: index) }
            index += 1
        }
        return false
    }
}
