public import Diagnostics

/// A value in a YAML file, with the place where it begins.
public struct YAMLNode: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// In the order of the file; every key once.
        case mapping([YAMLEntry])
    }

    public var content: Content
    public var place: SourcePlace

    public init(_ content: Content, at place: SourcePlace) {
        self.content = content
        self.place = place
    }

    /// The text of a scalar; `nil` for a list, a group of keys, or a value left empty.
    public var text: String? {
        guard case .scalar(let scalar) = content, !scalar.isEmpty else { return nil }
        return scalar.text
    }

    /// Whether nothing is written here: `key:` alone, `~` or `null`.
    public var isEmpty: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isEmpty
    }

    /// The entries of a group of keys; `nil` for anything else.
    public var entries: [YAMLEntry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The elements of a list; `nil` for anything else.
    public var elements: [YAMLNode]? {
        guard case .sequence(let elements) = content else { return nil }
        return elements
    }

    /// The value of a key; `nil` when this is no group of keys or has no such key.
    public subscript(key: String) -> YAMLNode? { entries?.first { $0.key.value == key }?.value }

    /// What it is, as a sentence names it; a long text is cut.
    public var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.isEmpty ? "nothing" : "“\(scalar.text.prefix(40))”"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }
}

/// A text as a YAML file writes it. What it means, a number, a date or a name, is for its reader to say.
public struct YAMLScalar: Sendable, Hashable {
    public enum Style: Sendable, Hashable {
        case plain, quoted, block
    }

    /// Without quotes, escapes resolved, folded lines joined.
    public var text: String
    public var style: Style

    public init(_ text: String, style: Style = .plain) {
        self.text = text
        self.style = style
    }

    /// Whether it is YAML for “nothing”: no text, `~` or `null`, without quotes.
    public var isEmpty: Bool { style == .plain && ["", "~", "null", "Null", "NULL"].contains(text) }
}

/// A key with its value.
public struct YAMLEntry: Sendable, Hashable {
    public var key: Located<String>
    public var value: YAMLNode

    public init(key: Located<String>, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}
