public import Diagnostics
public import WorkTime

/// A plan that has been found sound: every name resolves, no link goes in a circle, every calendar has work in it.
///
/// Made by ``init(checking:calendars:findings:)``, which reports every fault of a draft at once.
public struct Project: Sendable {
    public let name: BilingualName
    /// When work may begin. Of a plan that is counted back from its finish, when the earliest work must.
    public let start: CivilMinute
    /// When all of it is promised.
    public let finishBy: StatedInstant?
    /// Up to when progress is known; `nil` for a plan of which nothing has happened yet.
    public let dataDate: CivilMinute?
    /// Whose manner it is scheduled in.
    public let conventions: Conventions
    /// Whether it is counted back from ``finishBy``, with everything as late as possible.
    public let isScheduledFromFinish: Bool
    /// The calendar of every activity that names none.
    public let calendar: WorkCalendar
    /// In drawing order.
    public let lanes: [Lane]
    /// Who and what works on it.
    public let resources: [Resource]
    /// In the order of the file.
    public internal(set) var activities: [Activity]
    /// How its promises are guarded; `nil` for a plan that asks for no buffers.
    public let bufferRules: BufferRules?
    /// What the check found worth saying though the plan is sound: warnings and notes.
    public let findings: [Finding]

    /// The same plan as index arrays, on which the passes run.
    package internal(set) var network: Network
    private let indices: ActivityIndex
    private let resourceCalendars: [String: WorkCalendar]

    init(
        draft: PlanDraft, start: CivilMinute, dataDate: CivilMinute?, calendar: WorkCalendar, lanes: [Lane],
        resources: [Resource], resourceCalendars: [String: WorkCalendar], activities: [Activity],
        indices: ActivityIndex, bufferRules: BufferRules?, findings: [Finding], network: Network
    ) {
        name = draft.name?.value ?? BilingualName("")
        self.start = start
        finishBy = draft.finishBy?.value
        self.dataDate = dataDate
        conventions = draft.conventions
        isScheduledFromFinish = draft.isScheduledFromFinish
        self.calendar = calendar
        self.lanes = lanes
        self.resources = resources
        self.resourceCalendars = resourceCalendars
        self.activities = activities
        self.indices = indices
        self.bufferRules = bufferRules
        self.findings = findings
        self.network = network
    }

    /// Working minutes of a usual day of the project's calendar: what one `d` means.
    public var minutesPerDay: WorkMinutes { calendar.minutesPerDay }

    /// When all of it is promised, as an instant of the project's calendar.
    public var promisedFinish: CivilMinute? { finishBy?.asFinish(on: calendar) }

    /// The place of an activity in ``activities``; `nil` when there is none of this id.
    public func index(of id: ActivityID) -> Int? { indices[id] }

    /// The calendar that an activity is done on.
    public func calendar(of index: Int) -> WorkCalendar { network.calendar(of: index) }

    /// The calendar that a resource works by: its own, or the project's.
    public func calendar(of resource: Resource) -> WorkCalendar {
        resource.calendar.flatMap { resourceCalendars[$0] } ?? calendar
    }

    /// The links to an activity's predecessors, in the order of the file, with their lags as they were stated.
    ///
    /// - Complexity: O(links of the activity).
    public func links(to index: Int) -> [Link] {
        network.ties(into: index).filter { network.owner(of: Int($0.source)) == Int($0.source) }.map { tie in
            Link(
                predecessor: activities[Int(tie.source)].id, relationship: tie.relationship,
                lag: tie.traits.contains(.isElapsed)
                    ? .elapsed(ElapsedMinutes(tie.statedLag)) : .work(WorkMinutes(tie.statedLag)))
        }
    }
}
