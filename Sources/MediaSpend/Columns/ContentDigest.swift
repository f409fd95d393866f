/// A fingerprint of 128 bits by which the same contents are recognised. It guards against mistakes, not against malice.
public struct ContentDigest: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of bytes that are all at hand.
    public init(of bytes: Span<UInt8>) {
        var fingerprint = Running()
        fingerprint.update(bytes)
        self = fingerprint.finish()
    }

    /// A fingerprint under way. How the contents are cut into pieces makes no difference.
    public struct Running: Sendable {
        private var lanes: (UInt64, UInt64, UInt64, UInt64) = (
            0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89
        )
        private var pending: [UInt8] = []
        private var length: UInt64 = 0

        public init() {}

        /// Takes in the next piece.
        public mutating func update(_ bytes: Span<UInt8>) {
            length &+= UInt64(bytes.count)
            var position = 0
            while !pending.isEmpty, position < bytes.count {
                append(bytes[position])
                position += 1
            }
            while position + blockSize <= bytes.count {
                mixBlock(bytes, at: position)
                position += blockSize
            }
            while position < bytes.count {
                append(bytes[position])
                position += 1
            }
        }

        /// The fingerprint of everything taken in so far.
        public func finish() -> ContentDigest {
            var last = self
            while !last.pending.isEmpty { last.append(0) }
            let (a, b, c, d) = last.lanes
            let high = stirred(a ^ stirred(b &+ length)) ^ stirred(c &+ stirred(d))
            let low = stirred(d ^ stirred(c ^ length)) &+ stirred(b &+ stirred(a))
            return ContentDigest(high: stirred(high &+ low), low: stirred(low ^ high))
        }

        private mutating func append(_ byte: UInt8) {
            pending.append(byte)
            guard pending.count == blockSize else { return }
            let block = pending
            pending = []
            mixBlock(block.span, at: 0)
        }

        private mutating func mixBlock(_ bytes: Span<UInt8>, at position: Int) {
            lanes.0 = mixed(lanes.0, word(bytes, position))
            lanes.1 = mixed(lanes.1, word(bytes, position + 8))
            lanes.2 = mixed(lanes.2, word(bytes, position + 16))
            lanes.3 = mixed(lanes.3, word(bytes, position + 24))
        }
    }
}

extension ContentDigest {
    /// The fingerprint of a text.
    public init(of text: String) {
        let bytes = Array(text.utf8)
        self.init(of: bytes.span)
    }

    /// One fingerprint for this and another; the order matters.
    public func combined(with other: ContentDigest) -> ContentDigest {
        ContentDigest(of: "\(self) \(other)")
    }
}

extension ContentDigest: CustomStringConvertible {
    /// 32 hexadecimal digits.
    public var description: String { hexadecimal(high) + hexadecimal(low) }

    /// Reads what ``description`` writes; `nil` for any other text.
    public init?(_ text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}

private let blockSize = 32

/// One word into one lane, by a full-width multiplication whose halves are folded. A plain product would let the top
/// bit of a word touch one bit only, which the next word can undo.
@inline(__always)
private func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return (product.high ^ product.low) &+ lane
}

/// Spreads every bit over the word: shift and multiply, twice.
private func stirred(_ word: UInt64) -> UInt64 {
    let once = (word ^ (word >> 32)) &* 0xD6E8_FEB8_6659_FD93
    let twice = (once ^ (once >> 29)) &* 0xC2B2_AE3D_27D4_EB4F
    return twice ^ (twice >> 32)
}

@inline(__always)
private func word(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
}

private func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
