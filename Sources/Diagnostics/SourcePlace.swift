/// Where in an input something stands: file, line and column, both counted from 1.
///
/// Columns count Unicode scalars, as editors do for text without combining marks; a tab is one column. Lines and columns
/// beyond two thousand million are held as the largest number that fits.
public struct SourcePlace: Hashable, Sendable {
    private let source: SourceName
    private var shortLine: Int32
    private var shortColumn: Int32

    /// - Parameters:
    ///   - line: counted from 1.
    ///   - column: counted from 1, in Unicode scalars.
    public init(in source: SourceName, line: Int, column: Int) {
        self.source = source
        shortLine = Int32(clamping: line)
        shortColumn = Int32(clamping: column)
    }

    public init(file: String, line: Int, column: Int) {
        self.init(in: SourceName(file), line: line, column: column)
    }

    /// The input's name as the user gave it; `-` for standard input.
    public var file: String { source.text }

    /// Counted from 1.
    public var line: Int {
        get { Int(shortLine) }
        set { shortLine = Int32(clamping: newValue) }
    }

    /// Counted from 1, in Unicode scalars.
    public var column: Int {
        get { Int(shortColumn) }
        set { shortColumn = Int32(clamping: newValue) }
    }
}

extension SourcePlace: Codable {
    private enum Key: String, CodingKey { case file, line, column }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            file: try members.decode(String.self, forKey: .file), line: try members.decode(Int.self, forKey: .line),
            column: try members.decode(Int.self, forKey: .column))
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(file, forKey: .file)
        try members.encode(line, forKey: .line)
        try members.encode(column, forKey: .column)
    }
}

extension SourcePlace: Comparable {
    /// By file, then line, then column: the order in which a reader meets them.
    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        if left.source != right.source { return left.file < right.file }
        return (left.shortLine, left.shortColumn) < (right.shortLine, right.shortColumn)
    }
}

extension SourcePlace: CustomStringConvertible {
    /// `file:line:column`, which editors and terminals turn into a link.
    public var description: String { "\(file):\(line):\(column)" }
}
