/// The world failed: a file, the workspace, the disk. Not the user's input, which is a ``Rejection``.
public struct Failure: Error, Hashable, Sendable {
    /// What kind of thing failed; each has its own exit status.
    public enum Kind: Int32, Sendable {
        case noSuchInput = 66
        case ours = 70
        case cannotWrite = 73
        case inputOutput = 74
        case busy = 75
    }

    public let kind: Kind
    /// What it happened to: a file's path, usually.
    public let subject: String
    /// Why, in words.
    public let cause: String

    public init(_ kind: Kind, _ subject: String, cause: String) {
        self.kind = kind
        self.subject = subject
        self.cause = cause
    }
}

extension Failure: CustomStringConvertible {
    public var description: String { "\(subject): \(cause)" }
}
