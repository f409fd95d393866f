/// A text as a YAML file has to write it: plain where it is a word, in quotes where it could be anything else.
struct YAMLWord: CustomStringConvertible {
    let description: String

    init(_ text: String) {
        let isPlain =
            text.first.map { $0.isLetter } == true
            && text.allSatisfy { $0.isLetter || $0.isNumber || " _./-".contains($0) }
            && text.last != " " && !Self.reserved.contains(text.lowercased())
        description = isPlain ? text : Self.quoted(text)
    }

    /// `[a, "b, c"]`.
    static func list(_ texts: [String]) -> String {
        "[\(texts.map { YAMLWord($0).description }.joined(separator: ", "))]"
    }

    /// A text that may stand in a remark: on one line.
    static func comment(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    private static let reserved: Set<String> = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.properties.generalCategory == .control:
                let hex = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\x" + String(repeating: "0", count: max(0, 2 - hex.count)) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
