public import WorkTime

/// A piece of work, a milestone or a heading of a checked project.
public struct Activity: Sendable {
    public let id: ActivityID
    /// The calendar that it is done on; `elapsed` when its duration runs around the clock.
    public let calendar: String
    /// Minutes of ``calendar``, all of its work from start to finish; 0 for a milestone and for a summary.
    public let duration: WorkMinutes
    public let kind: ActivityKind
    private var stated = Indirect<ActivityFacts>()

    init(id: ActivityID, calendar: String, duration: WorkMinutes, kind: ActivityKind, facts: ActivityFacts?) {
        self.id = id
        self.calendar = calendar
        self.duration = duration
        self.kind = kind
        stated.value = facts
    }

    /// What else is known of it.
    public var facts: ActivityFacts { stated.value ?? .none }
    /// Whether anything else is known.
    var hasFacts: Bool { stated.value != nil }

    /// Changes what else is known of it.
    mutating func change(_ change: (inout ActivityFacts) -> Void) {
        var changed = facts
        change(&changed)
        stated.value = changed
    }

    /// A point in time without work: a handing over, an approval, the day on air.
    public var isMilestone: Bool { kind.isMilestone || (kind == .work && duration == .zero) }
    public var isSummary: Bool { kind == .summary }

    public var name: BilingualName { stated.value?.name ?? BilingualName(id.rawValue) }
    /// The name in the plan's main language.
    public var primaryName: String { stated.value?.name?.primary ?? id.rawValue }
    public var lane: LaneID? { stated.value?.lane }
    public var constraints: [DateConstraint] { stated.value?.constraints ?? [] }
    /// When its finish is promised.
    public var deadline: StatedInstant? { stated.value?.deadline }
    /// A remark that papers show beside it.
    public var note: BilingualName? { stated.value?.note }
    /// Its place in the work breakdown structure, such as `1.2.3`.
    public var wbs: String? { stated.value?.wbs }
    /// What the tool that made the file calls it, when that is not the id.
    public var externalID: String? { stated.value?.externalID }
    /// What has happened to it so far; `nil` when nothing has.
    public var progress: Progress? { stated.value?.progress }
    public var isComplete: Bool { progress?.isComplete ?? false }
    public var isStarted: Bool { progress?.isStarted ?? false }
}

/// What only some activities of a project state.
public struct ActivityFacts: Sendable {
    public internal(set) var name: BilingualName?
    public internal(set) var lane: LaneID?
    public internal(set) var constraints: [DateConstraint] = []
    public internal(set) var deadline: StatedInstant?
    public internal(set) var note: BilingualName?
    /// The summary that it is part of, as an index into the activities of the project.
    public internal(set) var parent: Int?
    public internal(set) var wbs: String?
    public internal(set) var externalID: String?
    public internal(set) var progress: Progress?
    /// By how much levelling put its start off, after its links.
    public internal(set) var levelingDelay: Lag?
    /// Working time within it in which nobody works on it; part of no duration.
    public internal(set) var interruption = WorkMinutes.zero
    /// Where someone has put it by hand.
    public internal(set) var pinned: PinnedDates?
    public internal(set) var isInactive = false
    public internal(set) var baseline: BaselineDates?
    /// How long it may take: nearly always enough, in minutes of its calendar and no less than its duration. `nil` where
    /// nobody said.
    public internal(set) var safeDuration: WorkMinutes?
    public internal(set) var assignments: [Assignment] = []
    /// What it is to the agency's trade; `nil` where a plan does not say.
    public internal(set) var mark: TradeMark?
    /// To whom its start is committed; `nil` where nobody has been told.
    public internal(set) var commitment: StatedCommitment?

    static let none = ActivityFacts()
}

/// A checked link to a predecessor.
public struct Link: Hashable, Sendable {
    public let predecessor: ActivityID
    public let relationship: Relationship
    public let lag: Lag
}

/// The time between the two ends that a link ties; below zero a lead.
public enum Lag: Hashable, Sendable {
    /// Working time of the calendar that counts lags.
    case work(WorkMinutes)
    /// Time by the clock.
    case elapsed(ElapsedMinutes)

    /// The minutes, of whichever kind.
    public var minutes: Int {
        switch self {
        case .work(let lag): lag.count
        case .elapsed(let lag): lag.count
        }
    }

    public var isElapsed: Bool {
        if case .elapsed = self { true } else { false }
    }
}
