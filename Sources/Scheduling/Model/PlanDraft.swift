public import Diagnostics
public import WorkTime

/// A plan as it was read, before anything in it has been checked. It may be wrong in every way;
/// ``Project/init(checking:calendars:findings:)`` says how.
public struct PlanDraft: Sendable {
    public var name: Located<BilingualName>?
    /// When work may begin.
    public var start: Located<StatedInstant>?
    /// When all of it is promised; reported like a deadline.
    public var finishBy: Located<StatedInstant>?
    /// The calendar of every activity that names none; the project's minutes per day are its.
    public var calendar: Located<String>?
    /// Calendars that the plan itself defines, beside those the program knows.
    public var calendars: [Located<CalendarDefinition>]
    /// In the order in which they are drawn. Empty: lanes are taken from the activities in order of appearance.
    public var lanes: [Located<Lane>]
    /// In the order of the file.
    public var activities: [ActivityDraft]

    public init(
        name: Located<BilingualName>? = nil, start: Located<StatedInstant>? = nil,
        finishBy: Located<StatedInstant>? = nil, calendar: Located<String>? = nil,
        calendars: [Located<CalendarDefinition>] = [], lanes: [Located<Lane>] = [], activities: [ActivityDraft] = []
    ) {
        self.name = name
        self.start = start
        self.finishBy = finishBy
        self.calendar = calendar
        self.calendars = calendars
        self.lanes = lanes
        self.activities = activities
    }
}

/// An activity as it was read.
public struct ActivityDraft: Sendable {
    public var id: Located<ActivityID>
    /// `nil`: the id serves as the name.
    public var name: BilingualName?
    public var lane: Located<LaneID>?
    public var calendar: Located<String>?
    /// `nil` for a milestone; otherwise its absence is a finding.
    public var duration: Located<PlannedDuration>?
    public var isMilestone: Bool
    public var predecessors: [Located<LinkDraft>]
    public var constraints: [Located<DateConstraint>]
    /// When this activity's finish is promised.
    public var deadline: Located<StatedInstant>?
    /// A remark that papers show beside the activity.
    public var note: BilingualName?

    public init(
        id: Located<ActivityID>, name: BilingualName? = nil, lane: Located<LaneID>? = nil,
        calendar: Located<String>? = nil, duration: Located<PlannedDuration>? = nil, isMilestone: Bool = false,
        predecessors: [Located<LinkDraft>] = [], constraints: [Located<DateConstraint>] = [],
        deadline: Located<StatedInstant>? = nil, note: BilingualName? = nil
    ) {
        self.id = id
        self.name = name
        self.lane = lane
        self.calendar = calendar
        self.duration = duration
        self.isMilestone = isMilestone
        self.predecessors = predecessors
        self.constraints = constraints
        self.deadline = deadline
        self.note = note
    }
}

/// Who does the work: the client, account service, a department, a supplier.
public struct Lane: Hashable, Sendable, Codable {
    public var id: LaneID
    public var name: BilingualName

    public init(id: LaneID, name: BilingualName) {
        self.id = id
        self.name = name
    }
}
