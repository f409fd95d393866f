extension CharacterEncoding {
    /// The encoding that a file which does not state one is most likely in.
    ///
    /// A byte order mark decides. What is well-formed UTF-8 is UTF-8. What is well-formed GB 18030 and for the most part
    /// signs and frequent ideographs of GB 2312 is GB 18030; anything else is windows-1252, in which accents stand among
    /// plain letters, while Chinese stands in rows of pairs.
    ///
    /// - Complexity: O(bytes).
    /// - Source: GB 2312-1980: rows 1–9 hold the signs, rows 16–55 the 3,755 frequent ideographs.
    public static func guess(_ bytes: [UInt8]) -> CharacterEncoding {
        if let marked = CharacterEncoding(markedIn: bytes) { return marked }
        if (try? UTF8Span(validating: bytes.span)) != nil { return .utf8 }
        return isMostlyChinese(bytes.span) ? .gb18030 : .windows1252
    }

    /// Whether bytes are well-formed GB 18030 and four in five of its wide characters are frequent.
    private static func isMostlyChinese(_ bytes: Span<UInt8>) -> Bool {
        var frequent = 0
        var others = 0
        var position = 0
        while position < bytes.count {
            let lead = bytes[position]
            guard lead >= 0x80 else {
                position += 1
                continue
            }
            let length = lengthOfWide(bytes, at: position)
            guard length > 0 else { return false }
            let isInTable = length == 2 && bytes[position + 1] >= 0xA1
            if isInTable, (0xA1...0xA9).contains(lead) || (0xB0...0xD7).contains(lead) {
                frequent += 1
            } else {
                others += 1
            }
            position += length
        }
        return frequent >= 4 * others
    }

    /// The length of the character of two or four bytes at `position`; 0 when there is none.
    private static func lengthOfWide(_ bytes: Span<UInt8>, at position: Int) -> Int {
        guard (0x81...0xFE).contains(bytes[position]), position + 1 < bytes.count else { return 0 }
        switch bytes[position + 1] {
        case 0x40...0x7E, 0x80...0xFE: return 2
        case 0x30...0x39:
            let isWhole =
                position + 3 < bytes.count && (0x81...0xFE).contains(bytes[position + 2])
                && (0x30...0x39).contains(bytes[position + 3])
            return isWhole ? 4 : 0
        default: return 0
        }
    }
}
