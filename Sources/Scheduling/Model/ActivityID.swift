/// The name by which a plan refers to an activity: what the user wrote before the colon, in any language.
///
/// Ids hold no white space, comma or semicolon, of any script, because lists of predecessors are written with them.
public struct ActivityID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }

    /// Whether lists of predecessors can name this id.
    public var isWellFormed: Bool {
        let isPlain = rawValue.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2C && $0 != 0x3B }
        return isPlain && !rawValue.isEmpty || isWellFormedInAnyScript
    }

    private var isWellFormedInAnyScript: Bool {
        !rawValue.isEmpty && !rawValue.contains { $0.isWhitespace || ",;，；、".contains($0) }
    }
}

extension ActivityID: CustomStringConvertible {
    public var description: String { rawValue }
}

/// The short name of a lane: who does the work, such as `client` or `creative`.
public struct LaneID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
}

extension LaneID: CustomStringConvertible {
    public var description: String { rawValue }
}
