/// The name under which an agency keeps the books of a job, such as `spring-launch`: what the user wrote, in any language.
public struct JobID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
}

extension JobID {
    /// Whether commands and tables can name this job; the rule of ids in plans.
    public var isWellFormed: Bool { isWellFormedID(rawValue) }
}

extension JobID: Comparable, CustomStringConvertible {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    public var description: String { rawValue }
}

/// The name of a line of an estimate, such as `tv-north`, by which orders and invoices refer to it.
public struct LineID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
}

extension LineID {
    /// Whether tables and lists can name this line; the rule of ids in plans.
    public var isWellFormed: Bool { isWellFormedID(rawValue) }
}

extension LineID: Comparable, CustomStringConvertible {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    public var description: String { rawValue }
}

/// Ids hold no white space, comma or semicolon, of any script, because lists and tables are written with them, and no
/// character without a picture.
private func isWellFormedID(_ text: String) -> Bool {
    !text.isEmpty
        && !text.unicodeScalars.contains {
            $0.properties.isWhitespace || ",;，；、".unicodeScalars.contains($0)
                || $0.properties.generalCategory == .control
        }
}
