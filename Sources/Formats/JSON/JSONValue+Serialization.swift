extension JSONValue {
    /// This value as JSON text without a line end behind it.
    ///
    /// The same value always gives the same text. Numbers have their shortest exact form. Beside what JSON demands,
    /// U+2028, U+2029 and `</` are escaped, so that the text may also stand inside a script of a page.
    ///
    /// - Parameter pretty: two blanks a level and one member a line; otherwise nothing but what is needed.
    /// - Precondition: every `.number` is finite.
    public func serialized(pretty: Bool = false) -> String {
        var writer = JSONText(isPretty: pretty)
        writer.append(self)
        return writer.text
    }
}

/// JSON text as it grows.
private struct JSONText {
    let isPretty: Bool
    var text = ""
    private var depth = 0

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func append(_ value: JSONValue) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value):
            precondition(value.isFinite, "\(value) has no form in JSON; an undefined figure is null with its reason")
            text += value.description
        case .string(let value): append(quoting: value)
        case .array(let elements):
            append(between: "[", "]", elements) { $0.append($1) }
        case .object(let members):
            append(between: "{", "}", members) {
                $0.append(quoting: $1.key)
                $0.text += $0.isPretty ? ": " : ":"
                $0.append($1.value)
            }
        }
    }

    private mutating func append<Item>(
        between open: String, _ close: String, _ items: [Item], with appendItem: (inout JSONText, Item) -> Void
    ) {
        text += open
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            breakLine()
            appendItem(&self, item)
        }
        depth -= 1
        if !items.isEmpty { breakLine() }
        text += close
    }

    private mutating func breakLine() {
        guard isPretty else { return }
        text += "\n"
        text += String(repeating: "  ", count: depth)
    }

    private mutating func append(quoting string: String) {
        guard string.utf8.contains(where: Self.needsCare) else {
            text += "\""
            text += string
            text += "\""
            return
        }
        text += "\""
        var last: Unicode.Scalar?
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "/" where last == "<": text += "\\/"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        text += "\""
    }

    /// Whether a byte of UTF-8 may belong to a scalar that is not written as it stands; 0xE2 leads U+2028 and U+2029.
    private static func needsCare(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == Byte.quote || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/") || byte == 0x7F
            || byte == 0xE2
    }
}
