/// A sentence whose figures a table of the same paper shows.
public struct Statement: Hashable, Sendable, Codable {
    public var text: String
    /// The ``Table/id`` of that table; `nil` for words that stand for themselves.
    public var table: String?

    public init(_ text: String, table: String? = nil) {
        self.text = text
        self.table = table
    }
}
