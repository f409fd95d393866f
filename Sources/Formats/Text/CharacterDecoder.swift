import Glibc

/// Turns another encoding into UTF-8 a piece at a time, with the converter of the system.
package final class CharacterDecoder {
    private let converter: iconv_t

    /// `nil` when the system has no converter for the encoding.
    package init?(_ encoding: CharacterEncoding) {
        converter = iconv_open("UTF-8", encoding.rawValue)
        if converter == iconv_t(bitPattern: -1) { return nil }
    }

    deinit { iconv_close(converter) }

    /// Appends the text of `bytes` to `text`, up to their end, a character that is not complete, or bytes that are none.
    ///
    /// - Returns: how many of the bytes were used, and whether those after them could begin a character.
    package func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> (used: Int, isSound: Bool) {
        // No encoding here takes more than three bytes of UTF-8 for each of its own.
        let room = bytes.count * 3 + 16
        var used = 0
        var isSound = true
        let piece = [UInt8](unsafeUninitializedCapacity: room) { output, filled in
            bytes.withUnsafeBytes { input in
                // The converter's input is not declared constant, though it only reads it.
                var next = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
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
        return (used, isSound)
    }
}
