/// A part of a paper under a heading of its own.
public struct Section: Hashable, Sendable, Codable {
    public var heading: String
    public var blocks: [Block]

    public init(_ heading: String, _ blocks: [Block]) {
        self.heading = heading
        self.blocks = blocks
    }
}

/// What a section is made of.
public enum Block: Hashable, Sendable, Codable {
    case paragraph(String)
    case list([String])
    /// Sentences, each with the table that shows its figures.
    case statements([Statement])
    /// A few numbers that stand out, side by side.
    case keyFigures([KeyFigure])
    case table(Table)
    case chart(Chart)
    /// A remark set apart, such as a warning about the input.
    case note(Note)
}

/// A number that stands out: a label, the figure, and a line that puts it into context.
public struct KeyFigure: Hashable, Sendable, Codable {
    public var label: String
    /// As it is shown, with its unit.
    public var value: String
    public var context: String?
    public var tone: Tone

    public init(_ label: String, _ value: String, context: String? = nil, tone: Tone = .neutral) {
        self.label = label
        self.value = value
        self.context = context
        self.tone = tone
    }
}

/// A remark set apart from the running text.
public struct Note: Hashable, Sendable, Codable {
    public var tone: Tone
    public var text: String
    /// What the reader can do about it.
    public var advice: String?

    public init(_ text: String, advice: String? = nil, tone: Tone = .neutral) {
        self.tone = tone
        self.text = text
        self.advice = advice
    }
}
