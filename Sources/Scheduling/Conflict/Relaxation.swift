public import WorkTime

/// A change of the plan that brings a promise nearer, found true by scheduling the plan with it.
public struct Relaxation: Hashable, Sendable {
    public let change: Change
    /// By how much the forecast comes forward: working minutes of the calendar that the promise is counted on. For a
    /// promise that is moved: by how much it moves.
    public let gain: WorkMinutes
    /// When the promise would be done then.
    public let forecast: CivilMinute
    /// Whether it would be kept.
    public let meetsPromise: Bool

    /// What is changed. All minutes are as few as give the gain.
    public enum Change: Hashable, Sendable {
        /// Work of the activity's calendar that is left to do.
        case shorten(ActivityID, from: WorkMinutes, to: WorkMinutes)
        /// The successor starts before the predecessor has finished.
        case overlap(LinkedPair, from: Lag, to: Lag)
        case lessenLag(LinkedPair, from: Lag, to: Lag)
        case moveConstraint(ActivityID, DateConstraint, to: CivilMinute)
        case dropConstraint(ActivityID, DateConstraint)
        /// The time by which levelling puts it off.
        case dropDelay(ActivityID)
        /// The activity is done on the calendar of its neighbour in the chain, for as many working minutes.
        case useCalendar(ActivityID, of: ActivityID, calendar: String)
        case startPlan(CivilMinute)
        case movePromise(Promise, to: CivilMinute)
    }

    /// Two activities and how they are linked.
    public struct LinkedPair: Hashable, Sendable {
        public let predecessor: ActivityID
        public let successor: ActivityID
        public let relationship: Relationship
    }
}

extension Relaxation.Change {
    /// Whether it changes the plan within its two ends, rather than when it begins or what is promised.
    var isWithinPlan: Bool {
        switch self {
        case .startPlan, .movePromise: false
        default: true
        }
    }

    /// The stable name of the kind of change.
    public var kind: String {
        switch self {
        case .shorten: "shorten"
        case .overlap: "overlap"
        case .lessenLag(_, _, let lag): lag.minutes == 0 ? "drop-lag" : "lessen-lag"
        case .moveConstraint: "move-constraint"
        case .dropConstraint: "drop-constraint"
        case .dropDelay: "drop-delay"
        case .useCalendar: "use-calendar"
        case .startPlan: "start-earlier"
        case .movePromise: "move-promise"
        }
    }
}
