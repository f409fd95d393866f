public import WorkTime

/// A piece of work, or a milestone, of a checked project.
public struct Activity: Hashable, Sendable {
    public let id: ActivityID
    public let name: BilingualName
    public let lane: LaneID?
    /// The calendar that it is done on; `elapsed` when its duration runs around the clock.
    public let calendar: String
    /// Minutes of ``calendar``; 0 for a milestone.
    public let duration: WorkMinutes
    /// Links to its predecessors, in the order of the file.
    public let links: [Link]
    public let constraints: [DateConstraint]
    /// When its finish is promised.
    public let deadline: StatedInstant?
    /// A remark that papers show beside it.
    public let note: BilingualName?

    /// A point in time without work: a handing over, an approval, the day on air.
    public var isMilestone: Bool { duration == .zero }
}

/// A checked link to a predecessor.
public struct Link: Hashable, Sendable {
    public let predecessor: ActivityID
    public let relationship: Relationship
    public let lag: Lag
}

/// The time between the two ends that a link ties; below zero a lead.
public enum Lag: Hashable, Sendable {
    /// Working time of the predecessor's calendar.
    case work(WorkMinutes)
    /// Time by the clock.
    case elapsed(ElapsedMinutes)
}
