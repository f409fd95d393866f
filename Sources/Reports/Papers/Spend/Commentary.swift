public import MediaSpend

/// A sentence on a month, with the figures that it states: every number in its words is one of them, or a date.
public struct Commentary: Hashable, Sendable {
    /// In the language of its paper.
    public let text: String
    /// The table of the paper that shows the figures; `nil` for a sentence that states none.
    public let table: String?
    /// In the order in which the English sentence states them.
    public let figures: [StatedFigure]
    /// How much is at stake for the reader, as a share of spend: of the client's share where the paper has a client,
    /// otherwise of what the whole set spent.
    public let weight: Double
}

extension Commentary {
    /// As a report shows it.
    var statement: Statement { Statement(text, table: table) }
}
