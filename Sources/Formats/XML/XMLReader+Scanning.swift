import Glibc

/// The parts of a document that both text and markup are made of.
extension XMLReader {
    /// The byte at an index; NUL, which no text holds, beyond the end.
    func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func passWhiteSpace() {
        while position < bytes.count, XMLByte.isWhiteSpace(bytes[position]) { position += 1 }
    }

    /// The first byte at or after `index` that does not stand for itself in text: `<`, `&`, a carriage return, `]]>`, or
    /// a character that XML forbids.
    func endOfPlainText(from index: Int) -> Int {
        let bytes = bytes.span
        var end = index
        while end < bytes.count {
            let byte = bytes[end]
            if XMLByte.isPlain(byte) || !needsStop(at: end) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Whether a byte that may mean something does mean something.
    private func needsStop(at index: Int) -> Bool {
        switch bytes[index] {
        case XMLByte.closingBracket:
            byte(at: index + 1) == XMLByte.closingBracket && byte(at: index + 2) == XMLByte.greater
        case 0xEF: isNoncharacter(at: index)
        default: true
        }
    }

    /// Whether U+FFFE or U+FFFF stands at an index.
    private func isNoncharacter(at index: Int) -> Bool {
        byte(at: index) == 0xEF && byte(at: index + 1) == 0xBF && byte(at: index + 2) >= 0xBE
    }

    /// Whether XML forbids the character at an index wherever it stands.
    func isForbidden(at index: Int) -> Bool {
        byte(at: index) < 0x20 && !XMLByte.isWhiteSpace(byte(at: index)) || isNoncharacter(at: index)
    }

    /// The name that begins at `index`.
    func name(at index: Int) throws(XMLFault) -> (code: Int, range: Range<Int>) {
        let bytes = bytes.span
        var end = index
        var local = index
        var hash = NameHash()
        while end < bytes.count {
            let byte = bytes[end]
            guard XMLByte.isNamePart(byte) else { break }
            end += 1
            if byte == XMLByte.colon {
                local = end
                hash = NameHash()
            } else {
                hash.add(byte)
            }
        }
        guard end > index, XMLByte.isNameStart(bytes[index]) else {
            throw .noName(at: index, endsFile: end == bytes.count)
        }
        return (names.code(of: bytes.extracting(local..<end), hash: hash), index..<end)
    }

    /// The end of an end tag, which must be that of the innermost element.
    func endOfEndTag(at tag: Int) throws(XMLFault) -> Int {
        guard let element = elements.last else { throw .misplaced(hasRoot ? .afterRoot : .beforeRoot, at: tag) }
        let bytes = bytes.span
        var index = tag + 2
        guard isWritten(element.name, at: index) else {
            let isCutShort = bytes.count - index <= element.name.count
            throw isCutShort ? unclosedElement() : wrongEndTag(at: tag)
        }
        index += element.name.count
        guard !XMLByte.isNamePart(bytes[index]) else { throw wrongEndTag(at: tag) }
        while index < bytes.count, XMLByte.isWhiteSpace(bytes[index]) { index += 1 }
        guard byte(at: index) == XMLByte.greater else { throw .unfinishedTag(at: tag, endsFile: index == bytes.count) }
        return index + 1
    }

    /// Whether the bytes of a range stand again at `index`, with at least one more behind them.
    private func isWritten(_ name: Range<Int>, at index: Int) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count - index > name.count else { return false }
            let start = bytes.baseAddress!
            return memcmp(start + name.lowerBound, start + index, name.count) == 0
        }
    }

    /// Passes a reference, which begins with `&` here.
    mutating func passReference() throws(XMLFault) -> Unicode.Scalar {
        let index = position
        // The longest that means something is `&#x0010FFFF;`; noughts in front may be many and are few.
        guard let end = bytes[index..<min(index + 64, bytes.count)].firstIndex(of: XMLByte.semicolon) else {
            throw .strayAmpersand(at: index)
        }
        guard let scalar = Self.scalar(named: bytes[(index + 1)..<end]) else {
            throw .unknownReference(String(decoding: bytes[index...end], as: UTF8.self), at: index)
        }
        position = end + 1
        return scalar
    }

    /// What a reference stands for, without its `&` and `;`.
    private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "apos": return "'"
        case "quot": return "\""
        case let number where number.hasPrefix("#"):
            let isHexadecimal = number.hasPrefix("#x")
            let digits = number.utf8.dropFirst(isHexadecimal ? 2 : 1)
            guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return nil }
            guard let value = UInt32(String(digits)!, radix: isHexadecimal ? 16 : 10) else { return nil }
            return Unicode.Scalar(value).flatMap(allowed)
        default: return nil
        }
    }

    /// The scalar, unless no document may hold it.
    private static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: scalar
        case 0..<0x20, 0xFFFE, 0xFFFF: nil
        default: scalar
        }
    }
}

/// The bytes that mean something in XML.
enum XMLByte {
    static let less = UInt8(ascii: "<")
    static let greater = UInt8(ascii: ">")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")
    static let slash = UInt8(ascii: "/")
    static let exclamation = UInt8(ascii: "!")
    static let question = UInt8(ascii: "?")
    static let equals = UInt8(ascii: "=")
    static let apostrophe = UInt8(ascii: "'")
    static let colon = UInt8(ascii: ":")
    static let hyphen = UInt8(ascii: "-")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")

    static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == Byte.lineFeed || byte == Byte.tab || byte == Byte.carriageReturn
    }

    /// Whether a byte stands for itself wherever it stands in text. 0xEF may begin U+FFFE or U+FFFF.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte < 128 ? (byte < 64 ? lowPlain : highPlain) >> UInt64(byte & 63) & 1 == 1 : byte != 0xEF
    }

    /// One bit for each byte below 64: tab, line feed, and from the blank on all but `&` and `<`.
    private static let lowPlain: UInt64 = 0xEFFF_FFBF_0000_0600
    /// One bit for each byte from 64 to 127: all but `]`.
    private static let highPlain: UInt64 = 0xFFFF_FFFF_DFFF_FFFF

    static func isNameStart(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= 0x61 && letter <= 0x7A || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == colon
    }

    @inline(__always)
    static func isNamePart(_ byte: UInt8) -> Bool {
        byte < 128 ? (byte < 64 ? lowNameParts : highNameParts) >> UInt64(byte & 63) & 1 == 1 : true
    }

    /// One bit for each byte below 64: `-`, `.`, digits, `:`.
    private static let lowNameParts: UInt64 = 0x07FF_6000_0000_0000
    /// One bit for each byte from 64 to 127: letters and `_`.
    private static let highNameParts: UInt64 = 0x07FF_FFFE_87FF_FFFE
}
