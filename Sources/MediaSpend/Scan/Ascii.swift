/// The bytes that fields are made of.
enum Ascii {
    static let zero = UInt8(ascii: "0")
    static let minus = UInt8(ascii: "-")
    static let blank = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

    /// Whether a byte is a blank, a tab, or another control character that stands for white space.
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == blank || (9...13).contains(byte) }
}

/// Where a field begins and ends without the blanks around it; a no-break space is a blank.
///
/// - Complexity: O(blanks).
package func trimmedRange(of field: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = field.count
    while start < end {
        if Ascii.isBlank(field[start]) {
            start += 1
        } else if start + 1 < end, field[start] == 0xC2, field[start + 1] == 0xA0 {
            start += 2
        } else {
            break
        }
    }
    while end > start {
        if Ascii.isBlank(field[end - 1]) {
            end -= 1
        } else if end - 1 > start, field[end - 2] == 0xC2, field[end - 1] == 0xA0 {
            end -= 2
        } else {
            break
        }
    }
    return start..<end
}

/// A whole number with at most 18 digits and perhaps a minus; `nil` for any other text.
package func wholeNumber(in field: Span<UInt8>) -> Int64? {
    var range = trimmedRange(of: field)
    guard !range.isEmpty else { return nil }
    let isNegative = field[range.lowerBound] == Ascii.minus
    if isNegative { range.removeFirst() }
    guard (1...18).contains(range.count) else { return nil }
    var value: Int64 = 0
    for position in range {
        guard Ascii.isDigit(field[position]) else { return nil }
        value = value * 10 + Int64(field[position] - Ascii.zero)
    }
    return isNegative ? -value : value
}
