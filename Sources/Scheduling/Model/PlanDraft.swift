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
    /// Up to when progress is known; work that is not done lies after it.
    public var dataDate: Located<StatedInstant>?
    /// Whose manner the plan is scheduled in.
    public var conventions: Conventions
    /// Whether the plan is counted back from ``finishBy``, with everything as late as possible.
    public var isScheduledFromFinish: Bool
    /// The calendar of every activity that names none; the project's minutes per day are its.
    public var calendar: Located<String>?
    /// Calendars that the plan itself defines, beside those the program knows.
    public var calendars: [Located<CalendarDefinition>]
    /// In the order in which they are drawn. Empty: lanes are taken from the activities in order of appearance.
    public var lanes: [Located<Lane>]
    /// Who and what works on the plan.
    public var resources: [ResourceDraft]
    /// In the order of the file.
    public var activities: [ActivityDraft]
    /// How its promises are guarded; `nil` for no buffers.
    public var buffers: BufferDraft?

    public init(
        name: Located<BilingualName>? = nil, start: Located<StatedInstant>? = nil,
        finishBy: Located<StatedInstant>? = nil, dataDate: Located<StatedInstant>? = nil,
        conventions: Conventions = .native, isScheduledFromFinish: Bool = false, calendar: Located<String>? = nil,
        calendars: [Located<CalendarDefinition>] = [], lanes: [Located<Lane>] = [], resources: [ResourceDraft] = [],
        activities: [ActivityDraft] = [], buffers: BufferDraft? = nil
    ) {
        self.name = name
        self.start = start
        self.finishBy = finishBy
        self.dataDate = dataDate
        self.conventions = conventions
        self.isScheduledFromFinish = isScheduledFromFinish
        self.calendar = calendar
        self.calendars = calendars
        self.lanes = lanes
        self.resources = resources
        self.activities = activities
        self.buffers = buffers
    }
}

/// Who does the work: the client, account service, a department, a supplier.
public struct Lane: Hashable, Sendable, Codable {
    public var id: LaneID
    public var name: BilingualName
    /// Whether it is said to be outside the agency: the client, above all.
    public var isExternal: Bool

    public init(id: LaneID, name: BilingualName, isExternal: Bool = false) {
        self.id = id
        self.name = name
        self.isExternal = isExternal
    }
}
