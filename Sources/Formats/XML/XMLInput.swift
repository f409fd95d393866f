import Diagnostics

/// A document's text in UTF-8, whatever it came in.
///
/// A byte order mark decides on the encoding, else the declaration, else it is UTF-8. A document that declares an older
/// encoding and is well-formed UTF-8 was saved anew by a program that did not look: it is read as UTF-8, with
/// `xml.other-encoding`.
struct XMLInput {
    let bytes: [UInt8]
    /// Where the document begins, after a byte order mark.
    let start: Int
    let findings: [Finding]

    /// Whether reading on makes sense.
    var isReadable: Bool { !FindingList(findings).hasErrors }

    init(_ raw: [UInt8], file: String) {
        let first = SourcePlace(file: file, line: 1, column: 1)
        var encoding = Self.encoding(byFirstBytesOf: raw)
        var findings: [Finding] = []
        if encoding == nil, let name = Self.declaredName(in: raw) {
            encoding = CharacterEncoding(named: name)
            if encoding == nil { findings.append(Self.unknown(name, at: first)) }
            // A declaration that can be read as ASCII is not in UTF-16, whatever it says.
            let isWide = encoding != nil && ![.utf8, .windows1252, .gb18030].contains(encoding)
            let isLegacy = encoding == .windows1252 || encoding == .gb18030
            if isWide || isLegacy && Self.isUTF8BeyondASCII(raw) {
                encoding = .utf8
                if isLegacy { findings.append(Self.other(than: name, at: first)) }
            }
        }
        let decoding = encoding ?? .utf8
        if decoding == .utf8 {
            let check = TextEncodingCheck(raw, file: file)
            bytes = raw
            start = check.start
            self.findings = findings + check.findings
        } else {
            let text = decoding.utf8(raw)
            bytes = text.bytes
            start = 0
            self.findings = findings + Self.invalid(text, decoding, file: file)
        }
    }

    /// What the first bytes say without being text: a mark, or a `<` of two bytes.
    private static func encoding(byFirstBytesOf raw: [UInt8]) -> CharacterEncoding? {
        if let marked = CharacterEncoding(markedIn: raw) { return marked }
        if raw.starts(with: [0x3C, 0x00]) { return .utf16LowByteFirst }
        if raw.starts(with: [0x00, 0x3C]) { return .utf16HighByteFirst }
        return nil
    }

    /// What the declaration `<?xml … encoding="…"?>` states.
    private static func declaredName(in raw: [UInt8]) -> String? {
        guard raw.starts(with: "<?xml".utf8) else { return nil }
        let head = raw.prefix(512).prefix { $0 != XMLByte.greater }
        let parts = String(decoding: head, as: UTF8.self).split(
            separator: "encoding", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let value = parts[1].drop { $0 == "=" || $0.isWhitespace }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return value.dropFirst().split(separator: quote, omittingEmptySubsequences: false).first.map(String.init)
    }

    private static func isUTF8BeyondASCII(_ raw: [UInt8]) -> Bool {
        guard let text = try? UTF8Span(validating: raw.span) else { return false }
        return !text.isKnownASCII && raw.contains { $0 >= 0x80 }
    }

    // MARK: Findings

    private static func unknown(_ name: String, at place: SourcePlace) -> Finding {
        Finding(
            "xml.unknown-encoding", .error, "the file says that it is in “\(name)”, which is not read",
            advice: "save it as UTF-8; windows-1252, ISO-8859-1, GB18030, GBK, GB2312 and UTF-16 are read too",
            at: place)
    }

    private static func other(than name: String, at place: SourcePlace) -> Finding {
        Finding(
            "xml.other-encoding", .warning, "the file says that it is in “\(name)”, and is in UTF-8",
            advice: "it is read as UTF-8; correct the first line if names look wrong", at: place)
    }

    private static func invalid(_ text: DecodedText, _ encoding: CharacterEncoding, file: String) -> [Finding] {
        let lines = LineIndex(text.bytes)
        var findings: [Finding] = []
        if let offset = text.firstInvalidOffset {
            let more = text.invalidCount > 1 ? ", and so in \(text.invalidCount - 1) more places" : ""
            findings.append(
                Finding(
                    "xml.wrong-encoding", .error, "these bytes are no text in \(encoding.rawValue)\(more)",
                    advice: "correct the encoding in the first line, or save the file as UTF-8",
                    at: lines.place(of: offset, in: file), excerpt: lines.excerpt(around: offset)))
        }
        return findings
    }
}
