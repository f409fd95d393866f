/// A text as a scalar of YAML, in quotes wherever it might be read as something else.
enum YAMLScalar {
    static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// Letters and digits of any language, and what is harmless between them, beginning with a letter.
    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else { return false }
        let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
        return !isWord && scalars.allSatisfy { $0.properties.isAlphabetic || harmless.contains($0) }
    }

    private static let harmless = "0123456789 /-_.+()".unicodeScalars

    /// What neither YAML nor a terminal takes as it stands.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
            || scalar.value == 0xFEFF
    }

    /// Words as they may stand in a comment: on one line, without what a terminal would obey.
    static func comment(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { isControl($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where isControl(scalar):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// `[a, b]`
    static func list(_ texts: [String]) -> String { "[" + texts.map(text).joined(separator: ", ") + "]" }

    /// `{name: Brief, duration: 2d}`, of members that are written already.
    static func group(_ members: [(key: String, value: String)]) -> String {
        "{" + members.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }
}
