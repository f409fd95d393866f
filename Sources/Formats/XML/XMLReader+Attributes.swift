/// An attribute of a start tag, as it stands in the file.
struct XMLAttribute: Sendable {
    let code: Int
    /// Its name with its prefix.
    let name: Range<Int>
    /// Its value, without the quotes.
    let value: Range<Int>
    /// Whether the value holds references, tabs or line ends.
    let needsDecoding: Bool
}

extension XMLReader {
    /// After an `open`: the value of the attribute whose local name has this code; `nil` when the tag has none.
    ///
    /// Tabs and line ends in it are blanks, as XML demands.
    public func attribute(_ code: Int) -> ArraySlice<UInt8>? {
        guard let attribute = attributes.first(where: { $0.code == code }) else { return nil }
        guard attribute.needsDecoding else { return bytes[attribute.value] }
        return decoded(attribute.value)
    }

    private func decoded(_ value: Range<Int>) -> ArraySlice<UInt8> {
        var rest = self
        rest.position = value.lowerBound
        var text: [UInt8] = []
        while rest.position < value.upperBound {
            let byte = bytes[rest.position]
            if byte == XMLByte.ampersand, let scalar = try? rest.passReference() {
                text += UTF8.encode(scalar)!
                continue
            }
            let isPair = byte == Byte.carriageReturn && self.byte(at: rest.position + 1) == Byte.lineFeed
            text.append(XMLByte.isWhiteSpace(byte) ? UInt8(ascii: " ") : byte)
            rest.position += isPair ? 2 : 1
        }
        return text[...]
    }

    /// Passes everything between the name of a start tag and its `>` or `/`.
    mutating func passAttributes() throws(XMLFault) {
        while true {
            let end = position
            passWhiteSpace()
            switch byte(at: position) {
            case XMLByte.greater, XMLByte.slash: return try checkNamesDiffer()
            case _ where isAtEnd: return
            case _ where position == end: throw .brokenTag(at: position)
            default: try passAttribute()
            }
        }
    }

    private mutating func passAttribute() throws(XMLFault) {
        let name = try name(at: position)
        position = name.range.upperBound
        passWhiteSpace()
        guard byte(at: position) == XMLByte.equals else { throw .attributeWithoutValue(at: name.range.lowerBound) }
        position += 1
        passWhiteSpace()
        let quote = byte(at: position)
        guard quote == Byte.quote || quote == XMLByte.apostrophe else {
            throw .attributeWithoutQuotes(at: name.range.lowerBound)
        }
        position += 1
        let start = position
        let needsDecoding = try passValue(endingIn: quote)
        attributes.append(
            XMLAttribute(
                code: name.code, name: name.range, value: start..<(position - 1), needsDecoding: needsDecoding))
    }

    /// Passes a value and its closing quote.
    ///
    /// - Returns: whether the value differs from what is written.
    private mutating func passValue(endingIn quote: UInt8) throws(XMLFault) -> Bool {
        let start = position
        var needsDecoding = false
        while position < bytes.count {
            switch bytes[position] {
            case quote:
                position += 1
                return needsDecoding
            case XMLByte.less: throw .tagInValue(at: position)
            case XMLByte.ampersand:
                _ = try passReference()
                needsDecoding = true
            case _ where isForbidden(at: position): throw .forbiddenCharacter(at: position)
            case 0..<0x20:
                position += 1
                needsDecoding = true
            default: position += 1
            }
        }
        throw .unclosedValue(at: start - 1)
    }

    /// No two attributes of a tag may have one name.
    private func checkNamesDiffer() throws(XMLFault) {
        guard attributes.count > 1 else { return }
        // Nearly every tag has a few, which are sooner compared than hashed; a tag of thousands is not.
        guard attributes.count > 8 else { return try checkFewNamesDiffer() }
        var seen: Set<ArraySlice<UInt8>> = []
        for attribute in attributes where !seen.insert(bytes[attribute.name]).inserted {
            throw repeated(attribute)
        }
    }

    private func checkFewNamesDiffer() throws(XMLFault) {
        for index in attributes.indices.dropFirst() {
            for other in 0..<index where isSameName(attributes[index].name, attributes[other].name) {
                throw repeated(attributes[index])
            }
        }
    }

    private func isSameName(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        let bytes = bytes.span
        for offset in 0..<first.count
        where bytes[first.lowerBound + offset] != bytes[second.lowerBound + offset] {
            return false
        }
        return true
    }

    private func repeated(_ attribute: XMLAttribute) -> XMLFault {
        .repeatedAttribute(String(decoding: bytes[attribute.name], as: UTF8.self), at: attribute.name.lowerBound)
    }
}
