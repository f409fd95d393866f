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
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"" where isAttribute: escaped += "&quot;".unicodeScalars
            case "\n" where isAttribute: escaped += "&#10;".unicodeScalars
            case "\t" where isAttribute: escaped += "&#9;".unicodeScalars
            case "\r": escaped += "&#13;".unicodeScalars
            default: escaped.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
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
