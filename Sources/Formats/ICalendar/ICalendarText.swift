/// Lines of an iCalendar file: escaped, folded, ended as the standard says.
///
/// - Source: RFC 5545, sections 3.1 and 3.3.11.
public struct ICalendarText: Sendable {
    public private(set) var bytes: [UInt8] = []

    /// The most octets of a line, without its end.
    public static let lineLimit = 75

    public init() {}

    /// Adds `NAME:value` as it is given; for dates and other values without free text.
    public mutating func add(_ name: String, _ value: String) {
        var room = Self.lineLimit
        for scalar in "\(name):\(value)".unicodeScalars where !scalar.isControl {
            let octets = Array(String(scalar).utf8)
            if octets.count > room {
                // A folded line goes on behind a blank, which counts.
                bytes += [0x0D, 0x0A, 0x20]
                room = Self.lineLimit - 1
            }
            bytes += octets
            room -= octets.count
        }
        bytes += [0x0D, 0x0A]
    }

    /// Adds a property of free text.
    public mutating func add(text: String, as name: String) { add(name, Self.escaped(text)) }

    /// Free text as a value: backslashes, semicolons, commas and ends of lines are escaped.
    public static func escaped(_ text: String) -> String {
        var escaped = ""
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return escaped
    }
}

extension Unicode.Scalar {
    /// What may not stand in a line of a calendar.
    fileprivate var isControl: Bool { value < 0x20 && value != 0x09 || value == 0x7F }
}
