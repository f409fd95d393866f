public import Diagnostics
import Glibc

/// Whether bytes are text in UTF-8, and where they are not.
///
/// Findings: `text.utf-16` (nothing else is looked at then), `text.not-utf-8`, once a line, and `text.nul-byte`, each kind
/// at most ``limit`` times with their full number in the last one.
public struct TextEncodingCheck: Sendable {
    /// How many places of one fault are named.
    public static let limit = 5

    /// Where the text begins: 3 after a byte order mark of UTF-8, otherwise 0.
    public let start: Int
    public let findings: [Finding]

    /// Whether reading on makes sense: the text is not in another encoding altogether.
    public let isReadable: Bool

    public init(_ bytes: [UInt8], file: String) {
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            isReadable = false
            findings = [Self.utf16(in: file)]
            return
        }
        isReadable = true
        let invalid = Self.isValid(bytes) ? [] : Self.invalidOffsets(bytes)
        let nuls = Self.holdsNul(bytes) ? bytes.indices.filter { bytes[$0] == 0 } : []
        guard !invalid.isEmpty || !nuls.isEmpty else {
            findings = []
            return
        }
        let lines = LineIndex(bytes, from: start)
        findings =
            Self.findings(at: invalid, lines: lines, file: file, "text.not-utf-8", "this is not text in UTF-8") {
                "save the file as UTF-8 (in a spreadsheet: CSV UTF-8), not in GBK or another older encoding"
            }
            + Self.findings(at: nuls, lines: lines, file: file, "text.nul-byte", "a NUL byte stands in the text") {
                "the file is damaged or no text; export it again as text in UTF-8"
            }
    }

    private static func holdsNul(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, bytes.count) } ?? nil } != nil
    }

    private static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

    /// Where the first ill-formed piece of each line begins.
    private static func invalidOffsets(_ bytes: [UInt8]) -> [Int] {
        var offsets: [Int] = []
        var position = 0
        while position < bytes.count {
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes.span.extracting(position..<bytes.count))
                return offsets
            } catch {
                offsets.append(position + error.byteOffsets.lowerBound)
                // A file in another encoding has many such pieces in each line; naming one of them is enough.
                position = bytes[offsets[offsets.count - 1]...].firstIndex(where: Byte.endsLine) ?? bytes.count
            }
        }
        return offsets
    }

    private static func findings(
        at offsets: [Int], lines: LineIndex, file: String, _ id: FindingID, _ message: String, advice: () -> String
    ) -> [Finding] {
        offsets.prefix(limit).enumerated().map { index, offset in
            let place = lines.place(of: offset, in: file)
            let more =
                index == limit - 1 && offsets.count > limit ? ", and at \(offsets.count - limit) more places" : ""
            return Finding(
                id, .error, message + more, advice: advice(), at: place, excerpt: lines.excerpt(line: place.line))
        }
    }

    private static func utf16(in file: String) -> Finding {
        Finding(
            "text.utf-16", .error, "the file is in UTF-16", advice: "save it as UTF-8 and read it again",
            at: SourcePlace(file: file, line: 1, column: 1))
    }
}

extension SourceText {
    /// Text from the bytes of a file, without its byte order mark; wrong bytes and NUL become U+FFFD and findings.
    ///
    /// - Returns: `nil` when the bytes are in another encoding altogether, which `findings` then says.
    public init?(decoding bytes: [UInt8], file: String, findings: inout FindingList) {
        let check = TextEncodingCheck(bytes, file: file)
        findings.report(contentsOf: check.findings)
        guard check.isReadable else { return nil }
        let text = String(decoding: bytes[check.start...], as: UTF8.self)
        guard bytes.contains(0) else {
            self.init(text, file: file)
            return
        }
        let scalars = text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }
        self.init(String(String.UnicodeScalarView(scalars)), file: file)
    }
}
