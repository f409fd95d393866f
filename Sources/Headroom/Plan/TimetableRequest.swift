import Diagnostics
import Reports
public import Scheduling

/// What a timetable is asked to show beside the usual.
public struct TimetableRequest: Sendable {
    /// How many float paths; `nil` shows none.
    public var floatPaths: Int?
    /// By what they are told apart.
    public var floatPathMeasure = FloatPathMeasure.totalFloat
    /// The activity that they lead to; `nil` for the one that finishes last.
    public var floatPathTarget: ActivityID?
    /// Whether the network is drawn.
    public var showsNetwork = false
    /// The lanes whose work goes into a calendar, beside milestones and deadlines.
    public var lanes: [LaneID] = []
    /// The people whose work goes into a calendar.
    public var people: [String] = []

    public init() {}

    /// - Throws: ``UnknownName`` for a target, a lane or a person that is not in the plan.
    func extras(of plan: AgencyPlan) throws(UnknownName) -> TimetableExtras {
        let schedule = plan.schedule
        let project = schedule.project
        if let target = floatPathTarget, project.index(of: target) == nil {
            throw UnknownName("activity", target.rawValue, among: project.activities.map(\.id.rawValue))
        }
        for lane in lanes where !project.lanes.contains(where: { $0.id == lane }) {
            throw UnknownName("lane", lane.rawValue, among: project.lanes.map(\.id.rawValue))
        }
        for person in people where !project.resources.contains(where: { $0.id == person }) {
            throw UnknownName("resource", person, among: project.resources.map(\.id))
        }
        let paths = floatPaths.map {
            schedule.floatPaths(to: floatPathTarget, count: $0, by: floatPathMeasure)
        }
        return TimetableExtras(
            floatPaths: paths ?? [], showsNetwork: showsNetwork, lanesInCalendar: lanes, peopleInCalendar: people,
            approvals: plan.approvalOutlooks(), criticalDates: schedule.criticalDates(of: plan.vehicles),
            buffers: plan.bufferOutlooks())
    }
}

/// A name in a question that the input does not know.
public struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ kind: String, _ name: String, among known: [String]) {
        let advice =
            nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
            ?? (known.isEmpty ? "the plan has none" : "use one of \(known.prefix(12).joined(separator: ", "))")
        description = "there is no \(kind) “\(name)” in the plan; \(advice)"
    }

    /// A name that the program does not know.
    init(unknown kind: String, _ name: String, among known: [String]) {
        let advice =
            nearestName(to: name, among: known).map { "did you mean “\($0)”?" }
            ?? "use one of \(known.joined(separator: ", "))"
        description = "there is no \(kind) “\(name)”; \(advice)"
    }
}
