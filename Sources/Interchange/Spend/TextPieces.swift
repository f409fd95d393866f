import Diagnostics
import Formats
import MediaSpend

/// The contents of a file as UTF-8, a piece at a time.
///
/// A byte order mark is dropped, and one of UTF-16 overrules the encoding that the layout states.
struct TextPieces {
    private let stated: TextEncoding
    private var decoder: CharacterDecoder?
    /// The encoding that is turned into UTF-8.
    private var decoded = CharacterEncoding.utf8
    private var hasBegun = false
    private var raw: [UInt8] = []
    /// How many bytes of the file were decoded, and how many lines they held.
    private var passed = (bytes: 0, lines: 0)
    /// How many bytes stand before the text: those of a byte order mark.
    private(set) var markLength = 0

    /// Whether bytes of the file come as they are.
    var isPlain: Bool { decoder == nil }

    init(_ encoding: TextEncoding) { stated = encoding }

    /// Appends the next piece to `text`.
    ///
    /// - Parameter digest: takes in the bytes as they stand in the file.
    /// - Returns: whether there was any.
    mutating func read(
        from source: ByteSource, into text: inout [UInt8], digest: inout ContentDigest.Running
    ) throws -> Bool {
        let start = text.count
        if hasBegun, decoder == nil {
            let isMore = try source.read(into: &text)
            digest.update(text.span.extracting(start..<text.count))
            return isMore
        }
        let kept = raw.count
        let isMore = try source.read(into: &raw)
        digest.update(raw.span.extracting(kept..<raw.count))
        if !hasBegun { try begin() }
        if decoder == nil {
            text += raw
            raw = []
        } else {
            try decode(into: &text, isLast: !isMore, file: source.path)
        }
        return isMore
    }

    /// Looks at the first bytes.
    private mutating func begin() throws {
        hasBegun = true
        switch CharacterEncoding(markedIn: raw) {
        case .utf8?:
            raw.removeFirst(3)
            markLength = 3
        case let marked?: try decode(as: marked)
        case nil where stated != .utf8: try decode(as: stated.characters)
        case nil: break
        }
    }

    private mutating func decode(as encoding: CharacterEncoding) throws {
        guard let decoder = CharacterDecoder(encoding) else {
            throw SpendFileFault.cannotRead(
                encoding.rawValue, cause: "this system has no converter for the encoding \(encoding.rawValue)")
        }
        self.decoder = decoder
        decoded = encoding
    }

    /// Decodes what was read and keeps what needs more bytes.
    private mutating func decode(into text: inout [UInt8], isLast: Bool, file: String) throws {
        let start = text.count
        let step = decoder!.decode(raw.span, into: &text)
        raw.removeFirst(step.used)
        passed.bytes += step.used
        passed.lines += text[start...].count { $0 == UInt8(ascii: "\n") }
        guard step.isSound, !isLast || raw.isEmpty else { throw Rejection(findings: [wrongBytes(in: file)]) }
    }

    private func wrongBytes(in file: String) -> Finding {
        Finding(
            "spend.wrong-encoding", .error,
            "“\(file)” holds bytes that are no text in \(decoded.rawValue), the first at offset \(passed.bytes)",
            advice:
                "state the file's encoding in the layout: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))",
            at: SourcePlace(file: file, line: passed.lines + 1, column: 1))
    }
}

extension TextEncoding {
    /// What the encoding that a layout states is to the converter.
    fileprivate var characters: CharacterEncoding {
        switch self {
        case .utf8: .utf8
        case .utf16: .utf16
        case .utf16LowByteFirst: .utf16LowByteFirst
        case .utf16HighByteFirst: .utf16HighByteFirst
        case .windows1252: .windows1252
        case .gb18030: .gb18030
        }
    }
}
