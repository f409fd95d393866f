/// A text input with its name and its lines, so that findings can show the line they speak of.
public struct SourceText: Sendable {
    /// The input's name as the user gave it.
    public let file: String
    public let text: String
    private let lines: [Substring]

    /// - Parameters:
    ///   - text: the whole input; lines end in LF, CR LF or CR.
    ///   - file: its name as the user gave it, `-` for standard input.
    public init(_ text: String, file: String) {
        self.file = file
        self.text = text
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// A place in this text.
    public func place(line: Int, column: Int) -> SourcePlace {
        SourcePlace(file: file, line: line, column: column)
    }

    /// The line at a place, cut to `limit` characters; `nil` outside the text or when the line is blank.
    public func excerpt(at place: SourcePlace?, limit: Int = 160) -> String? {
        guard let place, place.file == file, lines.indices.contains(place.line - 1) else { return nil }
        let line = lines[place.line - 1]
        guard !line.allSatisfy(\.isWhitespace) else { return nil }
        return line.count > limit ? line.prefix(limit - 1) + "…" : String(line)
    }

    /// The same finding with the line it speaks of.
    public func showing(_ finding: Finding) -> Finding {
        var shown = finding
        shown.excerpt = finding.excerpt ?? excerpt(at: finding.place)
        return shown
    }
}
