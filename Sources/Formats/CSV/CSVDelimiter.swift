/// What stands between the fields of a record.
public enum CSVDelimiter: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    /// Usual where the comma is the decimal mark.
    case semicolon = 0x3B
    case tab = 0x09

    /// The delimiter that occurs most often, outside quotes, in the first line that is not blank; the comma when none
    /// does.
    ///
    /// - Complexity: O(length of that line).
    public static func guess(from bytes: [UInt8]) -> CSVDelimiter {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for byte in bytes {
            let endsLine = byte == Byte.lineFeed || byte == Byte.carriageReturn
            if endsLine, !isQuoted, !isBlank { break }
            if byte == Byte.quote { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
            if !endsLine { isBlank = false }
        }
        // The first of several equals wins, so that a lone field counts as comma separated.
        let ranked = allCases.map { (delimiter: $0, count: counts[$0.rawValue, default: 0]) }
        return ranked.reduce(ranked[0]) { $1.count > $0.count ? $1 : $0 }.delimiter
    }

    /// As a sentence names it.
    public var name: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tab"
        }
    }
}
