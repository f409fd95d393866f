/// Which ends of two activities a link ties together: the predecessor's end first, the successor's second.
public enum Relationship: String, Sendable, Codable, CaseIterable {
    /// The successor starts after the predecessor has finished: the usual case.
    case finishToStart = "FS"
    /// The successor starts after the predecessor has started.
    case startToStart = "SS"
    /// The successor finishes after the predecessor has finished.
    case finishToFinish = "FF"
    /// The successor finishes after the predecessor has started: the relief of a shift.
    case startToFinish = "SF"

    /// Whether the predecessor's finish, rather than its start, is tied.
    public var leavesFinish: Bool { self == .finishToStart || self == .finishToFinish }
    /// Whether the successor's start, rather than its finish, is tied.
    public var entersStart: Bool { self == .finishToStart || self == .startToStart }
}
