/// A fast hash of short byte strings, the same on every machine and run. Not for keeping enemies out.
enum ByteHash {
    /// Mixes eight bytes a step by a full-width multiplication, folded.
    static func of(_ bytes: Span<UInt8>) -> UInt64 {
        var state = seed ^ UInt64(bytes.count)
        var position = 0
        while position + 8 <= bytes.count {
            let word = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            state = folded(state ^ UInt64(littleEndian: word), multiplier)
            position += 8
        }
        if position < bytes.count { state = folded(state ^ tail(bytes, from: position), multiplier) }
        return folded(state, finisher)
    }

    /// Of one word.
    @inline(__always)
    static func ofWord(_ word: UInt64) -> UInt64 { folded(word ^ seed, multiplier) }

    /// Whether two byte strings of the same length are the same, eight bytes a step.
    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        let (a, b) = (left.bytes, right.bytes)
        var position = 0
        while position + 8 <= left.count {
            let first = a.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            let second = b.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
            if first != second { return false }
            position += 8
        }
        return position == left.count || tail(left, from: position) == tail(right, from: position)
    }

    static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// Odd, half of its bits set, none of its bytes alike.
    private static let multiplier: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let finisher: UInt64 = 0xA076_1D64_78BD_642F

    @inline(__always)
    private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// The last bytes, fewer than eight, the first in the lowest place.
    @inline(__always)
    private static func tail(_ bytes: Span<UInt8>, from position: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in position..<bytes.count { word |= UInt64(bytes[index]) << UInt64(8 * (index - position)) }
        return word
    }
}
