public import Scheduling
public import Workflow

/// What a timetable shows beside the schedule itself, or only when it is asked for.
public struct TimetableExtras: Sendable {
    /// Numbered chains to an activity; empty shows none.
    public var floatPaths: [FloatPath]
    /// Whether the network is drawn.
    public var showsNetwork: Bool

    /// The lanes whose work, milestones and deadlines go into a calendar; with no lane and no person asked for, milestones
    /// and deadlines of all do.
    public var lanesInCalendar: [LaneID]
    /// The ids of the people whose work goes into a calendar, as that of lanes does.
    public var peopleInCalendar: [String]
    /// In the order of the plan; empty for a plan without gates.
    public var approvals: [ApprovalOutlook]
    /// The deadlines of vehicles, the earliest first.
    public var criticalDates: [CriticalDate]
    /// In the order of the promises; empty for a plan that asks for none.
    public var buffers: [BufferOutlook]

    /// Whether a calendar is for some and not for all.
    var asksForSome: Bool { !lanesInCalendar.isEmpty || !peopleInCalendar.isEmpty }

    public init(
        floatPaths: [FloatPath] = [], showsNetwork: Bool = false, lanesInCalendar: [LaneID] = [],
        peopleInCalendar: [String] = [], approvals: [ApprovalOutlook] = [],
        criticalDates: [CriticalDate] = [], buffers: [BufferOutlook] = []
    ) {
        self.floatPaths = floatPaths
        self.showsNetwork = showsNetwork
        self.lanesInCalendar = lanesInCalendar
        self.peopleInCalendar = peopleInCalendar
        self.approvals = approvals
        self.criticalDates = criticalDates
        self.buffers = buffers
    }
}
