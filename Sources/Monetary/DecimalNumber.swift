/// The digits of a written number, read strictly in one pass over its UTF-8 bytes.
struct DecimalNumber {
    private(set) var isNegative = false
    /// All digits as one number, without the decimal mark.
    private(set) var magnitude: UInt128 = 0
    /// How many of the digits stand after the decimal mark.
    private(set) var decimals = 0

    /// The number times 10^``decimals``; `nil` beyond 127 bits.
    var value: Int128? { Int128(magnitude: magnitude, isNegative: isNegative) }

    /// Reads a whole text; blanks at either end are passed over.
    init(_ text: Span<UInt8>, style: AmountStyle) throws(AmountFault) {
        var rest = 0..<text.count
        while let first = rest.first, text[first].isBlank { rest.removeFirst() }
        while let last = rest.last, text[last].isBlank { rest.removeLast() }
        guard !rest.isEmpty else { throw .empty }
        try takeSign(text, &rest, style)
        let mark = try takeWholePart(text, rest, style)
        if let mark { try takeDecimals(text, (mark + 1)..<rest.upperBound, style) }
    }

    // MARK: Sign

    private mutating func takeSign(
        _ text: Span<UInt8>, _ rest: inout Range<Int>, _ style: AmountStyle
    ) throws(AmountFault) {
        let first = text[rest.lowerBound]
        let last = text[rest.upperBound - 1]
        if style.acceptsBrackets, first == UInt8(ascii: "(") || last == UInt8(ascii: ")") {
            guard first == UInt8(ascii: "("), last == UInt8(ascii: ")") else { throw .unpairedBracket }
            isNegative = true
            rest = (rest.lowerBound + 1)..<(rest.upperBound - 1)
        } else if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            rest.removeFirst()
        } else if text.holds(Self.minusSign, at: rest.lowerBound) {
            isNegative = true
            rest.removeFirst(Self.minusSign.count)
        } else if style.acceptsTrailingMinus, last == UInt8(ascii: "-") {
            isNegative = true
            rest.removeLast()
        }
        guard !rest.isEmpty else { throw .noDigits }
    }

    /// U+2212, which typesetters use.
    private static let minusSign: [UInt8] = [0xE2, 0x88, 0x92]

    // MARK: Digits

    /// Takes digits and grouping marks, and gives back where the decimal mark stands, if there is one.
    private mutating func takeWholePart(
        _ text: Span<UInt8>, _ rest: Range<Int>, _ style: AmountStyle
    ) throws(AmountFault) -> Int? {
        let decimalMark = style.decimalMark.byte
        var position = rest.lowerBound
        var sinceMark = 0
        var isGrouped = false
        var mark: Int?
        while position < rest.upperBound {
            let byte = text[position]
            if let digit = byte.digit {
                try take(digit)
                sinceMark += 1
                position += 1
            } else if byte == decimalMark {
                mark = position
                break
            } else if let length = style.grouping?.length(in: text, at: position, before: rest.upperBound) {
                guard isGrouped ? sinceMark == 3 : (1...3).contains(sinceMark) else { throw .misplacedGrouping }
                isGrouped = true
                sinceMark = 0
                position += length
            } else {
                throw fault(of: text, at: position)
            }
        }
        guard !isGrouped || sinceMark == 3 else { throw .misplacedGrouping }
        // `.50` is read, `.` is not.
        guard sinceMark > 0 || mark.map({ $0 + 1 < rest.upperBound }) == true else { throw .noDigits }
        return mark
    }

    private mutating func takeDecimals(
        _ text: Span<UInt8>, _ rest: Range<Int>, _ style: AmountStyle
    ) throws(AmountFault) {
        guard !rest.isEmpty else { throw .noDecimals }
        for position in rest {
            guard let digit = text[position].digit else {
                if text[position] == style.decimalMark.byte { throw .secondDecimalMark }
                if style.grouping?.length(in: text, at: position, before: rest.upperBound) != nil {
                    throw .misplacedGrouping
                }
                throw fault(of: text, at: position)
            }
            try take(digit)
        }
        decimals = rest.count
    }

    private mutating func take(_ digit: UInt8) throws(AmountFault) {
        // Up to 19 digits 64 bits are enough, and faster.
        if magnitude < 1_000_000_000_000_000_000 {
            magnitude = UInt128(truncatingIfNeeded: UInt64(truncatingIfNeeded: magnitude) &* 10 &+ UInt64(digit))
            return
        }
        let (tens, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, overflowed) = tens.addingReportingOverflow(UInt128(digit))
        guard !overflow, !overflowed else { throw .tooLarge }
        magnitude = sum
    }

    // MARK: Faults

    private func fault(of text: Span<UInt8>, at position: Int) -> AmountFault {
        let character = text.scalar(at: position)
        let separators: [Unicode.Scalar] = [",", ".", "'", "’", " ", "\u{A0}", "\u{2009}", "\u{202F}", "，", "．"]
        return separators.contains(character) ? .undeclaredMark(character) : .unexpected(character)
    }
}

extension GroupingMark {
    /// The bytes of the mark at a position, or `nil` when it does not stand there.
    fileprivate func length(in text: Span<UInt8>, at position: Int, before end: Int) -> Int? {
        let byte = text[position]
        switch self {
        case .comma: return byte == UInt8(ascii: ",") ? 1 : nil
        case .point: return byte == UInt8(ascii: ".") ? 1 : nil
        case .space:
            if byte == UInt8(ascii: " ") { return 1 }
            if text.holds([0xC2, 0xA0], at: position) { return 2 }
            return text.holds([0xE2, 0x80, 0xAF], at: position) || text.holds([0xE2, 0x80, 0x89], at: position)
                ? 3 : nil
        case .apostrophe:
            if byte == UInt8(ascii: "'") { return 1 }
            return text.holds([0xE2, 0x80, 0x99], at: position) ? 3 : nil
        }
    }
}

extension Span<UInt8> {
    /// Whether these bytes stand at a position.
    fileprivate func holds(_ bytes: [UInt8], at position: Int) -> Bool {
        guard self[position] == bytes[0], position + bytes.count <= count else { return false }
        return bytes.indices.allSatisfy { self[position + $0] == bytes[$0] }
    }

    /// The character that begins at a position; U+FFFD when the bytes are not UTF-8.
    fileprivate func scalar(at position: Int) -> Unicode.Scalar {
        let bytes = (position..<Swift.min(position + 4, count)).map { self[$0] }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    fileprivate var digit: UInt8? {
        let digit = self &- UInt8(ascii: "0")
        return digit < 10 ? digit : nil
    }
}
