public import Diagnostics

/// What Spark says when it fails, in few words: a finding where the data are at fault, otherwise its last lines.
public struct SparkErrorLines: Sendable {
    private let text: String

    public init(_ text: String) { self.text = text }

    /// The faults of the data that ended the run; none when it was something else.
    public var findings: [Finding] { raised + refused }

    /// The last lines that say what was wrong, without the stack, each at most 300 characters.
    public var lines: [String] {
        let telling = text.split(whereSeparator: \.isNewline).filter { line in
            let words = line.drop(while: \.isWhitespace)
            return !words.isEmpty && !words.hasPrefix("at ") && !words.hasPrefix("... ") && !words.hasPrefix("[Stage")
                && !words.contains(" WARN ") && !words.contains(" INFO ")
                && !Self.preamble.contains(where: words.hasPrefix)
        }
        let marked = telling.filter { $0.contains("Error") || $0.contains("Exception") || $0.contains("[") }
        return (marked.isEmpty ? telling : marked).suffix(4).map { String($0.prefix(300)) }
    }

    /// What Spark says before it begins.
    private static let preamble = [
        "WARNING: Using incubator", "Using Spark's default log4j", "Setting default log level", "To adjust logging",
        "Setting Spark log level", "Spark master:", "Time taken:",
    ]

    // MARK: Faults of the data

    /// Faults that the statements themselves raised: `headroom ID TEXT headroom`.
    private var raised: [Finding] {
        var seen: Set<String> = []
        return text.components(between: "[USER_RAISED_EXCEPTION] headroom ", and: " headroom").compactMap { said in
            let parts = said.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard seen.insert(said).inserted, let id = parts.first, let told = Self.told[id] else { return nil }
            let value = parts.count > 1 ? String(parts[1].prefix(160)) : ""
            return Finding(
                FindingID(rawValue: id), .error, value.isEmpty ? told.ofNothing : "“\(value)” \(told.ofText)",
                advice: "\(told.advice); the embedded engine names the line")
        }
    }

    private static let told: [String: (ofNothing: String, ofText: String, advice: String)] = [
        "spend.bad-amount": (
            "a row has no amount", "is not an amount as the layout writes them",
            "correct it, or let the layout say how amounts are written"
        ),
        "spend.missing-amount": (
            "a row states no spend", "is no spend", "fill it in, or let the layout say which rows count"
        ),
        "spend.bad-month": (
            "a row states no month", "is not a month", "correct it, or let the layout say how the file writes it"
        ),
        "spend.bad-day": (
            "a row states no day", "is not a day", "correct it, or let the layout say how the file writes it"
        ),
        "spend.bad-insertions": (
            "a row has no count", "is not a whole number of insertions", "write digits only, at most 18"
        ),
        "spend.wrong-encoding": (
            "a name holds bytes that are no text", "holds bytes that are no text in UTF-8",
            "turn the file into UTF-8 first"
        ),
    ]

    /// Faults that Spark has a name for.
    private var refused: [Finding] {
        Self.known.compactMap { entry in
            text.contains(entry.mark)
                ? Finding(entry.id, .error, entry.message, advice: entry.advice) : nil
        }.prefix(1).map { finding in
            var told = finding
            if let name = text.components(between: "with name `", and: "`").first { told.message += ": “\(name)”" }
            return told
        }
    }

    private static let known: [(mark: String, id: FindingID, message: String, advice: String)] = [
        (
            "[UNRESOLVED_COLUMN", "spend.missing-column", "a column that the layout reads is missing",
            "check that this is the right layout; of files that only Spark can see, optional columns are needed too"
        ),
        (
            "[MALFORMED_RECORD_IN_PARSING", "spend.ragged-row",
            "a row has more or fewer fields than the header, or its quotes cannot be read",
            "correct it; the embedded engine names the line. Spark reads no line ends inside fields"
        ),
        (
            "[ARITHMETIC_OVERFLOW", "spend.too-large", "a sum is more than can be counted",
            "look for amounts with too many digits, or for a layout with the wrong unit"
        ),
        (
            "[NUMERIC_VALUE_OUT_OF_RANGE", "spend.too-large", "an amount or a sum is more than can be counted",
            "look for amounts with too many digits, or for a layout with the wrong unit"
        ),
        (
            "[PATH_NOT_FOUND]", "spark.no-such-input", "Spark finds no such input", "check the path, as Spark sees it"
        ),
        (
            "does not conform to the schema", "spend.another-header", "the files of an input have different headers",
            "name them one by one"
        ),
    ]
}

extension String {
    /// The texts that stand between two marks, in order.
    fileprivate func components(between opening: String, and closing: String) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let start = rest.firstRange(of: opening) {
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: closing) else { break }
            found.append(String(rest[..<end.lowerBound]))
            rest = rest[end.upperBound...]
        }
        return found
    }
}
