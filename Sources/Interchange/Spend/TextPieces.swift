import Diagnostics
import Glibc
import MediaSpend

/// The contents of a file as UTF-8, a piece at a time.
///
/// A byte order mark is dropped, and one of UTF-16 overrules the encoding that the layout states.
struct TextPieces {
    private let stated: TextEncoding
    private var decoder: CharacterDecoder?
    private var hasBegun = false
    private var raw: [UInt8] = []

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
            try decoder!.decode(&raw, into: &text, isLast: !isMore, file: source.path)
        }
        return isMore
    }

    /// Looks at the first bytes.
    private mutating func begin() throws {
        hasBegun = true
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) {
            raw.removeFirst(3)
        } else if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
            decoder = try CharacterDecoder(.utf16)
        } else if stated != .utf8 {
            decoder = try CharacterDecoder(stated)
        }
    }
}

/// Turns other encodings into UTF-8 with the converter of the system.
private final class CharacterDecoder {
    private let encoding: TextEncoding
    private let converter: iconv_t

    init(_ encoding: TextEncoding) throws {
        self.encoding = encoding
        converter = iconv_open("UTF-8", encoding.rawValue)
        guard converter != iconv_t(bitPattern: -1) else {
            throw SpendFileFault.cannotRead(
                encoding.rawValue, cause: "this system has no converter for the encoding \(encoding.rawValue)")
        }
    }

    deinit { iconv_close(converter) }

    /// Decodes what `raw` holds and leaves in it what needs more bytes.
    func decode(_ raw: inout [UInt8], into text: inout [UInt8], isLast: Bool, file: String) throws {
        // No encoding here takes more than three bytes of UTF-8 for each of its own.
        let room = raw.count * 3 + 16
        var used = 0
        var isSound = true
        let piece = [UInt8](unsafeUninitializedCapacity: room) { output, filled in
            raw.withUnsafeMutableBytes { input in
                var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                var free = room
                output.withMemoryRebound(to: CChar.self) { bytes in
                    var end = bytes.baseAddress
                    let status = iconv(converter, &next, &left, &end, &free)
                    isSound = status != -1 || errno == EINVAL
                }
                used = input.count - left
                filled = room - free
            }
        }
        text += piece
        raw.removeFirst(used)
        guard isSound, !isLast || raw.isEmpty else {
            throw Rejection(findings: [wrongBytes(in: file)])
        }
    }

    private func wrongBytes(in file: String) -> Finding {
        Finding(
            "spend.wrong-encoding", .error, "“\(file)” holds bytes that are no text in \(encoding.rawValue)",
            advice:
                "state the file's encoding in the layout: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"
        )
    }
}
