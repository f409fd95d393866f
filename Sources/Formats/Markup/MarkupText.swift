/// Text as HTML, SVG and XML write it, so that a reader gives back exactly what was meant.
///
/// Characters that XML forbids (most controls, unpaired halves, U+FFFE and U+FFFF) become U+FFFD; a carriage return is written
/// as a reference, because readers turn a plain one into a line feed.
///
/// - Source: XML 1.0, 2.2 and 2.11; HTML Standard, 13.3.
enum MarkupText {
    /// Text between tags.
    static func escape(_ text: String) -> String { escape(text, isAttribute: false) }

    /// The value of an attribute that stands in double quotes. Line ends and tabs are written as references, because
    /// readers of XML turn plain ones into blanks.
    static func attribute(_ text: String) -> String { escape(text, isAttribute: true) }

    private static func escape(_ text: String, isAttribute: Bool) -> String {
        guard text.utf8.contains(where: { needsCare($0, isAttribute: isAttribute) }) else { return text }
        var escaped: [UInt8] = []
        append(text, to: &escaped, isAttribute: isAttribute)
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Appends text, escaped, to a document in UTF-8.
    static func append(_ text: String, to document: inout [UInt8], isAttribute: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            var copied = 0
            var index = 0
            while index < bytes.count {
                guard needsCare(bytes[index], isAttribute: isAttribute) else {
                    index += 1
                    continue
                }
                let next = index + UTF8.width(of: bytes[index])
                if let replacement = replacement(for: bytes[index..<next], isAttribute: isAttribute) {
                    document += UnsafeBufferPointer(rebasing: bytes[copied..<index])
                    document += UnsafeBufferPointer(
                        start: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
                    copied = next
                }
                index = next
            }
            document += UnsafeBufferPointer(rebasing: bytes[copied...])
        }
    }

    /// What is written for a scalar; `nil` when it stands for itself.
    private static func replacement(for bytes: Slice<UnsafeBufferPointer<UInt8>>, isAttribute: Bool) -> StaticString? {
        switch bytes[bytes.startIndex] {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case Byte.quote where isAttribute: return "&quot;"
        case Byte.lineFeed where isAttribute: return "&#10;"
        case Byte.tab where isAttribute: return "&#9;"
        case Byte.carriageReturn: return "&#13;"
        default: return isAllowed(UTF8.scalar(of: bytes)) ? nil : "\u{FFFD}"
        }
    }

    /// Whether a byte of UTF-8 may belong to a scalar that is not written as it stands. 0xC2 leads the controls up to
    /// U+009F, 0xEF leads U+FFFE and U+FFFF, 0xF0…0xF4 lead the non-characters of the other planes.
    private static func needsCare(_ byte: UInt8, isAttribute: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\r"), 0x7F, 0xC2, 0xEF...: true
        case UInt8(ascii: "\""): isAttribute
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"): isAttribute
        default: byte < 0x20
        }
    }

    /// Whether both HTML and XML take this scalar as text.
    static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F..<0xA0: false
        case 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}

extension UTF8 {
    /// How many bytes the scalar takes that begins with this one.
    fileprivate static func width(of lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// The scalar that well-formed bytes stand for.
    fileprivate static func scalar(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
        let lead = UInt32(bytes[bytes.startIndex])
        let bits = bytes.count == 1 ? lead : lead & (0xFF >> UInt32(bytes.count + 1))
        return Unicode.Scalar(bytes.dropFirst().reduce(bits) { $0 << 6 | UInt32($1 & 0x3F) })!
    }
}
