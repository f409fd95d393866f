/// A file's text in UTF-8, without its byte order mark.
public struct DecodedText: Hashable, Sendable {
    public var bytes: [UInt8]
    /// In how many places bytes stood that are no text in the encoding; each became U+FFFD.
    public var invalidCount = 0
    /// Where in `bytes` the first U+FFFD of these stands.
    public var firstInvalidOffset: Int?
}

extension CharacterEncoding {
    /// The text of a whole file in UTF-8.
    ///
    /// - Complexity: O(bytes).
    public func utf8(_ bytes: [UInt8]) -> DecodedText {
        self == .utf8 ? Self.repaired(bytes) : converted(bytes)
    }

    /// UTF-8 that may hold ill-formed pieces.
    private static func repaired(_ bytes: [UInt8]) -> DecodedText {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var text = DecodedText(bytes: [])
        while true {
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
                if start == 0 { return DecodedText(bytes: bytes) }
                text.bytes += bytes[start...]
                return text
            } catch {
                text.bytes += bytes[start..<start + error.byteOffsets.lowerBound]
                text.appendInvalid()
                start += error.byteOffsets.upperBound
            }
        }
    }

    private func converted(_ bytes: [UInt8]) -> DecodedText {
        guard let decoder = CharacterDecoder(self) else {
            preconditionFailure("the system has no converter for \(rawValue)")
        }
        var text = DecodedText(bytes: [])
        text.bytes.reserveCapacity(bytes.count + bytes.count / 2)
        let unit = width
        var position = 0
        // Behind bytes that are no text the pieces are short, so that a file of nothing else costs no more than its size.
        var length = Self.pieceLength
        while position < bytes.count {
            let end = min(position + length, bytes.count)
            let step = decoder.decode(bytes.span.extracting(position..<end), into: &text.bytes)
            position += step.used
            length = min(length * 2, Self.pieceLength)
            let isCutShort = end == bytes.count && position < end
            guard !step.isSound || isCutShort else { continue }
            text.appendInvalid()
            position += step.isSound ? end - position : unit
            length = Self.shortPieceLength
        }
        if text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { text.dropMark() }
        return text
    }

    private static let pieceLength = 1 << 16
    private static let shortPieceLength = 16

    /// How many bytes are passed over where no character begins.
    private var width: Int {
        switch self {
        case .utf16, .utf16LowByteFirst, .utf16HighByteFirst: 2
        case .utf8, .windows1252, .gb18030: 1
        }
    }
}

extension DecodedText {
    fileprivate mutating func appendInvalid() {
        invalidCount += 1
        if firstInvalidOffset == nil { firstInvalidOffset = bytes.count }
        bytes += [0xEF, 0xBF, 0xBD]
    }

    fileprivate mutating func dropMark() {
        bytes.removeFirst(3)
        firstInvalidOffset = firstInvalidOffset.map { $0 - 3 }
    }
}
