/// Where in an input something stands: file, line and column, both counted from 1.
///
/// Columns count Unicode scalars, as editors do for text without combining marks; a tab is one column.
public struct SourcePlace: Hashable, Sendable, Codable {
    /// The input's name as the user gave it; `-` for standard input.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in Unicode scalars.
    public var column: Int

    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePlace: Comparable {
    /// By file, then line, then column: the order in which a reader meets them.
    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension SourcePlace: CustomStringConvertible {
    /// `file:line:column`, which editors and terminals turn into a link.
    public var description: String { "\(file):\(line):\(column)" }
}
