public import Diagnostics

/// An activity as it was read.
///
/// What few activities state is kept in ``details``, behind a reference, so that a list of a million short lines stays
/// small.
public struct ActivityDraft: Sendable {
    public var id: Located<ActivityID>
    /// `nil` for a milestone; otherwise its absence is a finding.
    public var duration: Located<PlannedDuration>?
    public var kind: ActivityKind
    public var predecessors: [Located<LinkDraft>]
    private var stated = Indirect<ActivityDetails>()

    /// What else is known of it.
    public var details: ActivityDetails {
        get { stated.value ?? .none }
        set { stated.value = newValue }
    }

    /// Whether anything is known beside id, duration, kind and predecessors.
    var hasDetails: Bool { stated.value != nil }

    public init(
        id: Located<ActivityID>, duration: Located<PlannedDuration>? = nil, kind: ActivityKind = .work,
        predecessors: [Located<LinkDraft>] = []
    ) {
        self.id = id
        self.duration = duration
        self.kind = kind
        self.predecessors = predecessors
    }

    public init(
        id: Located<ActivityID>, duration: Located<PlannedDuration>? = nil, kind: ActivityKind = .work,
        predecessors: [Located<LinkDraft>] = [], details: ActivityDetails
    ) {
        self.init(id: id, duration: duration, kind: kind, predecessors: predecessors)
        self.details = details
    }
}

/// What only some activities of a plan state.
public struct ActivityDetails: Sendable {
    /// `nil`: the id serves as the name.
    public var name: BilingualName?
    public var lane: Located<LaneID>?
    public var calendar: Located<String>?
    public var constraints: [Located<DateConstraint>] = []
    /// When this activity's finish is promised.
    public var deadline: Located<StatedInstant>?
    /// A remark that papers show beside the activity.
    public var note: BilingualName?
    /// The summary that it is part of.
    public var parent: Located<ActivityID>?
    /// Its place in the work breakdown structure, such as `1.2.3`.
    public var wbs: String?
    /// What the tool that made the file calls it, when that is not the id.
    public var externalID: String?
    public var progress = ProgressDraft()
    /// By how much levelling put its start off, after its links.
    public var levelingDelay: Located<PlannedDuration>?
    /// Working time within it in which nobody works on it.
    public var interruption: PlannedDuration?
    /// Where someone has put it by hand; it then stays there, whatever its links.
    public var pinned: PinnedDates?
    /// Whether it is left out of the schedule.
    public var isInactive = false
    public var baseline: BaselineDates?
    /// How long it may take: a length that is nearly always enough, or per cent of its duration.
    public var safe: Located<PlannedDuration>?
    public var assignments: [AssignmentDraft] = []
    /// What it is to the agency's trade, where that is known.
    public var mark: TradeMark?
    /// To whom its start is committed; `nil` where nobody has been told.
    public var commitment: Located<StatedCommitment>?

    public init() {}

    static let none = ActivityDetails()
}

/// Dates that someone has set by hand.
public struct PinnedDates: Hashable, Sendable {
    public var start: StatedInstant
    public var finish: StatedInstant

    public init(start: StatedInstant, finish: StatedInstant) {
        self.start = start
        self.finish = finish
    }
}

// MARK: - Shorthands

extension ActivityDraft {
    public init(
        id: Located<ActivityID>, name: BilingualName? = nil, lane: Located<LaneID>? = nil,
        calendar: Located<String>? = nil, duration: Located<PlannedDuration>? = nil, isMilestone: Bool = false,
        predecessors: [Located<LinkDraft>] = [], constraints: [Located<DateConstraint>] = [],
        deadline: Located<StatedInstant>? = nil, note: BilingualName? = nil
    ) {
        self.init(
            id: id, duration: duration, kind: isMilestone ? .milestone : .work, predecessors: predecessors)
        let isPlain =
            name == nil && lane == nil && calendar == nil && constraints.isEmpty && deadline == nil && note == nil
        guard !isPlain else { return }
        var details = ActivityDetails()
        details.name = name
        details.lane = lane
        details.calendar = calendar
        details.constraints = constraints
        details.deadline = deadline
        details.note = note
        self.details = details
    }

    /// Whether it is a point in time.
    public var isMilestone: Bool {
        get { kind.isMilestone }
        set { kind = newValue ? (kind.isMilestone ? kind : .milestone) : (kind.isMilestone ? .work : kind) }
    }

    public var name: BilingualName? {
        get { stated.value?.name }
        set { details.name = newValue }
    }
    public var lane: Located<LaneID>? {
        get { stated.value?.lane }
        set { details.lane = newValue }
    }
    public var calendar: Located<String>? {
        get { stated.value?.calendar }
        set { details.calendar = newValue }
    }
    public var constraints: [Located<DateConstraint>] {
        get { stated.value?.constraints ?? [] }
        set { details.constraints = newValue }
    }
    public var deadline: Located<StatedInstant>? {
        get { stated.value?.deadline }
        set { details.deadline = newValue }
    }
    public var note: BilingualName? {
        get { stated.value?.note }
        set { details.note = newValue }
    }
    /// See ``ActivityDetails/safe``.
    var safe: Located<PlannedDuration>? { stated.value?.safe }
    public var progress: ProgressDraft {
        get { stated.value?.progress ?? ProgressDraft() }
        set { details.progress = newValue }
    }
}
