/// How a field of text is read in SQL: the same texts are read as by the embedded reader, and any other raises a fault.
///
/// Nothing is converted that was not recognised before, so no value is ever rounded, cut or taken for missing.
enum FieldSQL {
    /// Blanks as the embedded reader knows them: the blank, tab and line marks, and the no-break space.
    private static let blanks = "\u{20}\u{09}\u{0A}\u{0B}\u{0C}\u{0D}\u{A0}"

    /// A column as text without blanks at either end; empty when it holds nothing.
    static func trimmed(_ column: String) -> String {
        "trim(BOTH \(SQLText.literal(blanks)) FROM coalesce(CAST(\(column) AS STRING), ''))"
    }

    /// An amount without blanks and tabs at either end: the embedded reader refuses any other character around it.
    static func trimmedAmount(_ column: String) -> String {
        "trim(BOTH \(SQLText.literal(" \t")) FROM coalesce(CAST(\(column) AS STRING), ''))"
    }

    /// The same with the zeros before a number dropped; a lone zero stays.
    static func withoutLeadingZeros(_ column: String) -> String {
        let pattern = SQLText.pattern("(?s)^[0 ]+(?=.)")
        return trimmed("regexp_replace(coalesce(CAST(\(column) AS STRING), ''), \(pattern), '')")
    }

    /// Ends the run with a fault that names a field's text, see ``SparkFault``.
    static func fault(_ id: String, _ text: String) -> String {
        "raise_error(concat('headroom ', \(SQLText.literal(id)), ' ', \(text), ' headroom'))"
    }

    static func matches(_ text: String, _ pattern: String) -> String { "\(text) RLIKE \(SQLText.pattern(pattern))" }

    /// A name; bytes that were no text, and NUL, are a fault.
    static func name(_ text: String) -> String {
        let wrong = [SQLText.literal("\u{FFFD}"), SQLText.literal("\u{0}")]
        return """
            CASE WHEN contains(\(text), \(wrong[0])) OR contains(\(text), \(wrong[1])) \
            THEN \(fault("spend.wrong-encoding", text)) ELSE \(text) END
            """
    }

    /// A whole number of at most 18 digits; NULL when empty.
    static func count(_ text: String) -> String {
        """
        CASE WHEN \(matches(text, "^-?[0-9]{1,18}$")) THEN CAST(\(text) AS BIGINT) WHEN \(text) = '' THEN NULL \
        ELSE \(fault("spend.bad-insertions", text)) END
        """
    }
}
