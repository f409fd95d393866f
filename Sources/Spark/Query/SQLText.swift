/// Names and texts as parts of a statement, so that nothing in them can be read as SQL.
///
/// A character that means something to the language, to the splitting of a script into statements, or to the
/// replacement of variables never stands in a statement: it is written by its number.
enum SQLText {
    /// A text in quotes.
    ///
    /// Needs `spark.sql.parser.escapedStringLiterals=false`, under which `\u0027` is a quote.
    static func literal(_ text: String) -> String { "'" + text.unicodeScalars.map(escaped).joined() + "'" }

    /// A pattern of a regular expression, which is a literal whose marks are meant.
    static func pattern(_ pattern: String) -> String { literal(pattern) }

    /// The name of a column: in backticks where it is made of letters, digits and blanks, otherwise by its text.
    static func identifier(_ name: String) -> String {
        guard name.isEmpty || !name.unicodeScalars.allSatisfy(isPlain) else { return "`\(name)`" }
        let quoted = "`" + name.replacing("`", with: "``") + "`"
        return "IDENTIFIER(\(literal(quoted)))"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        if isPlain(scalar) || inert.contains(scalar) { return String(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    }

    /// Letters of any script, digits, and the blank.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "_" || scalar.properties.isAlphabetic
            || scalar.properties.numericType == .decimal
    }

    /// Marks that mean nothing to anyone on the way to the engine. Two of a kind that begin a comment, such as a dash,
    /// are not among them.
    private static let inert: Set<Unicode.Scalar> = [
        ".", ",", ":", "=", "+", "(", ")", "[", "]", "^", "|", "<", ">", "?",
    ]
}
