/// What something is called: the name as the user wrote it, and its Chinese form where the user gave one.
///
/// In a plan file the two are written in one text, `Creative brief / 创作要求`.
public struct BilingualName: Hashable, Sendable, Codable {
    /// The name in the plan's main language, which may well be Chinese.
    public var primary: String
    /// The form for papers in Chinese; `nil` when `primary` serves for both.
    public var chinese: String?

    public init(_ primary: String, chinese: String? = nil) {
        self.primary = primary
        self.chinese = chinese
    }

    /// Reads `primary / chinese`; a text without ` / ` is the primary name alone.
    public init(parsing text: String) {
        let words = text.split(separator: " / ", maxSplits: 1)
        primary = words.first.map { String($0).trimmed } ?? ""
        chinese = words.count == 2 ? String(words[1]).trimmed : nil
    }
}

extension BilingualName: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(parsing: value) }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
