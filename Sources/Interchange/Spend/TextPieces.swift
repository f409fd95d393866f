import Diagnostics
import Formats
import MediaSpend

/// The contents of a file as UTF-8, a piece at a time.
///
/// A byte order mark is dropped, and one of UTF-16 overrules the encoding that the layout states.
struct TextPieces: ~Copyable {
    private let source: ByteSource
    private let stated: TextEncoding
    private let isForKeeping: Bool
    private var decoder: CharacterDecoder?
    /// The encoding that is turned into UTF-8.
    private var decoded = CharacterEncoding.utf8
    private var hasBegun = false
    /// Bytes of the file that are not decoded yet.
    private var raw: [UInt8] = []
    /// Text that was not asked for yet, and how much of it was.
    private var text: [UInt8] = []
    private var taken = 0
    private var hasEnded = false
    /// How many bytes of the file were decoded, and how many lines they held.
    private var passed = (bytes: 0, lines: 0)
    /// How many bytes stand before the text: those of a byte order mark.
    private(set) var markLength = 0
    /// Over the bytes as they stand in the file.
    private(set) var digest = ContentDigest.Running()

    /// Whether bytes of the file come as they are.
    var isPlain: Bool { decoder == nil }

    private static let pieceSize = 1 << 18

    /// - Parameter isForKeeping: whether the contents will be recognised by their fingerprint; others are not taken.
    init(_ source: ByteSource, _ encoding: TextEncoding, isForKeeping: Bool = true) {
        self.source = source
        stated = encoding
        self.isForKeeping = isForKeeping
    }

    /// Writes the next text into `room`.
    ///
    /// - Returns: how many bytes it has; 0 at the end.
    mutating func fill(_ room: UnsafeMutableRawBufferPointer) throws -> Int {
        if !hasBegun { try begin() }
        while taken == text.count, decoder != nil, !hasEnded { try decodePiece() }
        if taken < text.count { return take(into: room) }
        guard decoder == nil else { return 0 }
        let count = try source.fill(room)
        if isForKeeping {
            digest.update(UnsafeRawBufferPointer(rebasing: room[..<count]).bindMemory(to: UInt8.self).span)
        }
        return count
    }

    private mutating func take(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, text.count - taken)
        text.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count])) }
        taken += count
        return count
    }

    /// Looks at the first bytes.
    private mutating func begin() throws {
        hasBegun = true
        while raw.count < 4, try readPiece() {}
        switch CharacterEncoding(markedIn: raw) {
        case .utf8?:
            text = Array(raw[3...])
            markLength = 3
        case let marked?: try decode(as: marked)
        case nil where stated != .utf8: try decode(as: stated.characters)
        case nil: text = raw
        }
    }

    /// - Returns: whether there was any.
    private mutating func readPiece() throws -> Bool {
        let piece = try [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { bytes, count in
            count = try source.fill(UnsafeMutableRawBufferPointer(bytes))
        }
        digest.update(piece.span)
        raw += piece
        return !piece.isEmpty
    }

    private mutating func decode(as encoding: CharacterEncoding) throws {
        guard let decoder = CharacterDecoder(encoding) else {
            throw SpendFileFault.cannotRead(
                encoding.rawValue, cause: "this system has no converter for the encoding \(encoding.rawValue)")
        }
        self.decoder = decoder
        decoded = encoding
        try decodeRaw(isLast: false)
    }

    private mutating func decodePiece() throws {
        hasEnded = try !readPiece()
        try decodeRaw(isLast: hasEnded)
    }

    /// Decodes what was read and keeps what needs more bytes.
    private mutating func decodeRaw(isLast: Bool) throws {
        var decoded: [UInt8] = []
        let step = decoder!.decode(raw.span, into: &decoded)
        raw.removeFirst(step.used)
        passed.bytes += step.used
        passed.lines += decoded.count { $0 == UInt8(ascii: "\n") }
        text = decoded
        taken = 0
        guard step.isSound, !isLast || raw.isEmpty else { throw Rejection(findings: [wrongBytes()]) }
    }

    private func wrongBytes() -> Finding {
        Finding(
            "spend.wrong-encoding", .error,
            "“\(source.path)” holds bytes that are no text in \(decoded.rawValue), the first at offset \(passed.bytes)",
            advice:
                "state the file's encoding in the layout: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))",
            at: SourcePlace(file: source.path, line: passed.lines + 1, column: 1))
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
