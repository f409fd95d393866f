/// What sort of thing a line of a plan is.
public enum ActivityKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something that takes time; of no duration, it is a point in time all the same.
    case work
    /// A point in time, read as the end of what leads to it: Friday 18:00.
    case milestone
    /// A point in time at which something begins: Monday 09:00.
    case startMilestone = "start-milestone"
    /// A point in time at which something has ended: Friday 18:00.
    case finishMilestone = "finish-milestone"
    /// Work that goes on for as long as other work does, such as account handling. It spans its links' other ends, and
    /// takes no part in the critical path.
    case levelOfEffort = "level-of-effort"
    /// A heading over other activities, which has their dates.
    case summary

    /// Whether it is a point in time by what it is.
    public var isMilestone: Bool {
        switch self {
        case .milestone, .startMilestone, .finishMilestone: true
        case .work, .levelOfEffort, .summary: false
        }
    }
}
