import Diagnostics
import Yams

/// What the parser could not read, put into words for someone who does not know YAML's grammar.
struct YAMLSyntaxFault {
    private let text: YAMLText
    /// What the parser says, and what it was reading when it gave up.
    private var problem: String
    private var context = ""
    /// Where the parser gave up.
    private var end: YAMLText.Position = (1, 1)
    /// Where what it was reading began.
    private var start: YAMLText.Position = (1, 1)

    init(_ error: any Error, in text: YAMLText) {
        self.text = text
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            self.problem = problem
            self.context = context?.text ?? ""
            end = (mark.line, mark.column)
            start = context.map { ($0.mark.line, $0.mark.column) } ?? end
        default:
            problem = "\(error)"
        }
    }

    /// The finding with its place in the file.
    var finding: Finding {
        if problem.contains("nesting level") { return YAMLText.tooDeep(at: text.place(end)) }
        if isOpenQuote { return openQuote }
        if isTextAfterQuote { return textAfterQuote }
        if problem.contains("mapping values are not allowed") { return surplusColon }
        if isBadBeginning { return badBeginning }
        if context.contains("flow") { return isOpenBracket ? openBracket : missingEntry }
        if let known = Self.explanations.first(where: { problem.contains($0.problem) }) {
            return finding(known.id, known.message, advice: known.advice, at: known.isAtStart ? start : end)
        }
        return finding(
            "yaml.syntax", "this cannot be read: \(problem)",
            advice: "check the quotes, colons and indentation here and in the line above", at: end)
    }

    private func finding(_ id: FindingID, _ message: String, advice: String, at position: YAMLText.Position) -> Finding
    {
        Finding(
            id, .error, message, advice: wideMarkAdvice.map { "\($0); otherwise \(advice)" } ?? advice,
            at: text.place(position))
    }

    /// What to do about a colon, comma or bracket of a Chinese keyboard near the fault: YAML takes it for text.
    private var wideMarkAdvice: String? {
        let plain: [Unicode.Scalar: String] = ["：": ": ", "，": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}", "＂": "\""]
        for line in [start.line, end.line - 1, end.line] where line > 0 {
            let scalars = text.scalars[text.offset(of: (line, 1))..<text.offset(of: (line + 1, 1))]
            guard let mark = scalars.first(where: { plain[$0] != nil }), let meant = plain[mark] else { continue }
            return "if the “\(mark)” in line \(line) is more than text, type “\(meant)” instead"
        }
        return nil
    }
}

// MARK: Quotes

extension YAMLSyntaxFault {
    private var isOpenQuote: Bool {
        context.contains("quoted scalar")
            && (problem.contains("unexpected end") || problem.contains("document indicator"))
    }

    private var openQuote: Finding {
        finding(
            "yaml.unclosed-quote", "the quote that opens here is never closed",
            advice: "close it; an apostrophe at the beginning of a text needs double quotes around the text", at: start)
    }

    private var isTextAfterQuote: Bool {
        let before = text.text(before: end).trimmed
        return problem.contains("did not find expected") && (before.hasSuffix("\"") || before.hasSuffix("'"))
            && !text.isAtEnd(end)
    }

    private var textAfterQuote: Finding {
        finding(
            "yaml.needs-quotes", "text follows the closing quote",
            advice: "put the whole text into quotes, and write a quote of the same kind inside it twice ('it''s')",
            at: end)
    }

    /// Something stands at the beginning of a value that means something to YAML.
    private var isBadBeginning: Bool {
        ["undefined alias", "cannot start any token", "alphabetic", "expected node content"].contains {
            problem.contains($0)
        } || ["a tag", "a directive", "an alias", "an anchor"].contains { context.contains($0) }
    }

    private var badBeginning: Finding {
        let isInBrackets = context.contains("flow")
        let position = isInBrackets ? end : start
        let meaningful = text.scalar(at: position).flatMap { $0.properties.isWhitespace ? nil : $0 }
        guard let meaningful, !isInBrackets || !",]}".unicodeScalars.contains(meaningful) else { return missingEntry }
        return finding(
            "yaml.needs-quotes", "a text without quotes cannot begin with “\(meaningful)”",
            advice: "put the text into quotes: \"…\"", at: position)
    }
}

// MARK: Colons, brackets and commas

extension YAMLSyntaxFault {
    private var surplusColon: Finding {
        let before = text.text(before: end)
        if before.contains(": ") {
            return finding(
                "yaml.needs-quotes", "a second colon stands in this line",
                advice: "put a text that holds a colon and a blank into quotes", at: end)
        }
        return finding(
            "yaml.indentation", "this line is indented as if it went on with the text above",
            advice: "begin keys of one group in the same column; a key that has keys below it has no text of its own",
            at: end)
    }

    /// Whether the bracket is what is wrong: the text ends, or a line begins that does not go on inside the brackets.
    private var isOpenBracket: Bool {
        text.isAtEnd(end) || end.line > start.line && text.indentation(of: end.line) <= text.indentation(of: start.line)
    }

    private var openBracket: Finding {
        finding(
            "yaml.unclosed-bracket", "the bracket that opens here is not closed",
            advice: "close it with \(context.contains("mapping") ? "}" : "]"), and put a comma between the entries",
            at: start)
    }

    private var missingEntry: Finding {
        finding(
            "yaml.needs-quotes", "an entry, a comma or a closing bracket is expected here",
            advice:
                "put one comma between entries, and quotes around a text that holds a comma, a bracket or a colon and a blank",
            at: end)
    }
}

// MARK: The rest

extension YAMLSyntaxFault {
    private struct Explanation {
        /// Part of what the parser says.
        var problem: String
        var id: FindingID
        var message: String
        var advice: String
        /// Whether the fault shows where the parser began rather than where it gave up.
        var isAtStart = false
    }

    private static let explanations = [
        Explanation(
            problem: "could not find expected ':'", id: "yaml.missing-colon",
            message: "this line is no key with a value",
            advice: "write “key: value” with a blank after the colon; or close a quote left open above", isAtStart: true
        ),
        Explanation(
            problem: "block sequence entries are not allowed", id: "yaml.indentation",
            message: "a list cannot begin here", advice: "begin it in the next line, or write [first, second]"),
        Explanation(
            problem: "unknown escape character", id: "yaml.needs-quotes",
            message: "a backslash in double quotes begins an escape, and this one is unknown",
            advice: "use single quotes, in which a backslash stands for itself"),
        Explanation(
            problem: "did not find expected key", id: "yaml.indentation",
            message: "this does not fit into the group of keys above",
            advice: "begin keys of one group in the same column"),
        Explanation(
            problem: "did not find expected '-' indicator", id: "yaml.indentation",
            message: "this does not fit into the list above",
            advice: "begin every entry of the list with a dash in the same column"),
        Explanation(
            problem: "<document start>", id: "yaml.syntax",
            message: "nothing may follow here", advice: "check for a bracket or a quote that closes too early above"),
        Explanation(
            problem: "incompatible YAML document", id: "yaml.syntax",
            message: "the file asks for another version of YAML", advice: "take this line out"),
    ]
}
