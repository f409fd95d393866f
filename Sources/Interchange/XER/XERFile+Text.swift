import Diagnostics
import Formats

extension XERFile {
    /// Whether the bytes of a file begin as an export does, in any encoding.
    static func isExport(_ bytes: [UInt8]) -> Bool {
        let encoding = CharacterEncoding(markedIn: bytes) ?? .utf8
        return encoding.utf8(Array(bytes.prefix(64))).bytes.starts(with: mark.utf8)
    }

    /// The text of an export, which is in UTF-8 or in the encoding of the computer that wrote it.
    ///
    /// - Parameter findings: what could not be read is added.
    static func text(_ bytes: [UInt8], file: String, findings: inout FindingList) -> SourceText? {
        let decoded = CharacterEncoding.guess(bytes).utf8(bytes)
        if let offset = decoded.firstInvalidOffset {
            let lines = LineIndex(decoded.bytes)
            findings.report(
                Finding(
                    "xer.unreadable-characters", .warning,
                    "\(decoded.invalidCount) characters could not be read, and show as �",
                    advice: "export the project again if names depend on them",
                    at: lines.place(of: offset, in: file), excerpt: lines.excerpt(around: offset)))
        }
        return SourceText(decoding: decoded.bytes, file: file, findings: &findings)
    }
}
