/// One thing that is wrong with, or worth knowing about, an input: what, where, and what to do.
public struct Finding: Hashable, Sendable, Codable {
    public var id: FindingID
    public var severity: Severity
    /// What is the case, naming the subject by the user's own id. One sentence without a full stop.
    public var message: String
    /// What the reader can do about it. One sentence without a full stop.
    public var advice: String
    /// `nil` when the finding is about no single place, such as an empty file.
    public var place: SourcePlace?
    /// The line of input at `place`, for showing under the message.
    public var excerpt: String?

    public init(
        _ id: FindingID, _ severity: Severity, _ message: String, advice: String,
        at place: SourcePlace? = nil, excerpt: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.advice = advice
        self.place = place
        self.excerpt = excerpt
    }
}

/// The stable name of a kind of finding, such as `plan.unknown-predecessor`: subject, dot, fault, in lower case.
///
/// Ids are part of the outer face of the program: scripts filter by them, so a published id keeps its meaning.
public struct FindingID: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
}

extension FindingID: CustomStringConvertible {
    public var description: String { rawValue }
}

/// How much a finding weighs.
public enum Severity: String, Sendable, Codable, CaseIterable {
    /// The input cannot be used.
    case error
    /// The input is used, and the answer may not be what was meant.
    case warning
    /// Worth knowing; nothing needs to be done.
    case note
}
