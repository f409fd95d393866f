public import Diagnostics
import Formats

/// The kinds of plan files that are read.
public enum PlanFormat: String, Sendable, CaseIterable {
    /// The plan that people write by hand.
    case yaml
    /// One activity a line: `id,name,duration,predecessors`.
    case csv
    /// An instance of the project scheduling library, single mode (`.sm`).
    case psplib
    /// A Primavera P6 export.
    case xer
    /// The XML of Microsoft Project.
    case mspdi

    /// The format that the content shows.
    ///
    /// - Throws: a rejection with `plan.unsupported-format` when it shows one that is not read, or with
    ///   `plan.empty` when there is nothing to read.
    public init(detectedIn source: SourceText) throws(Rejection) {
        let beginning = source.text.unicodeScalars.prefix(4_096)
        let head = String(String.UnicodeScalarView(beginning.drop { $0 == "\u{FEFF}" })).trimmed
        if let kind = Self.unsupportedKind(head) {
            throw Rejection(findings: [Self.unsupported(kind, in: source)])
        }
        if head.isEmpty, beginning.count < 4_096 { throw Rejection(findings: [Self.empty(source)]) }
        if head.hasPrefix("****"), head.contains("PRECEDENCE RELATIONS") || head.contains("file with basedata") {
            self = .psplib
        } else if head.hasPrefix(XERFile.mark) {
            self = .xer
        } else if MSPDIFile.isXML(Array(head.utf8.prefix(512))) {
            self = .mspdi
        } else if Self.isActivityList(head) {
            self = .csv
        } else {
            self = .yaml
        }
    }

    /// What a file is that we know but do not read; `nil` for all others.
    private static func unsupportedKind(_ head: String) -> String? {
        if head.hasPrefix("PK\u{3}\u{4}") { return "a spreadsheet or another packed file" }
        if head.hasPrefix("\u{FFFD}\u{FFFD}") { return "no file of text" }
        let isTable = head.allSatisfy { $0.isWhitespace || "0123456789-[]".contains($0) }
        return isTable && head.contains { $0.isWhitespace } ? "a table of numbers (Patterson or ProGen/max)" : nil
    }

    /// Whether the first line names columns of an activity list.
    private static func isActivityList(_ head: String) -> Bool {
        guard let line = head.split(whereSeparator: \.isNewline).first else { return false }
        let delimiter = CSVDelimiter.guess(from: Array(line.utf8))
        let names = line.split(
            separator: Character(Unicode.Scalar(delimiter.rawValue)), omittingEmptySubsequences: false)
        let words = names.map { $0.filter { $0 != "\"" }.trimmed.lowercased() }
        return words.contains("id") && words.count > 1
    }

    private static func unsupported(_ kind: String, in source: SourceText) -> Finding {
        source.showing(
            Finding(
                "plan.unsupported-format", .error, "this is \(kind), which is not read",
                advice: "write the plan as YAML, or export a CSV with the columns id, name, duration and predecessors",
                at: source.place(line: 1, column: 1)))
    }

    static func empty(_ source: SourceText) -> Finding {
        Finding(
            "plan.empty", .error, "the file is empty", advice: "begin it with a line such as  plan: Spring launch",
            at: source.place(line: 1, column: 1))
    }
}
