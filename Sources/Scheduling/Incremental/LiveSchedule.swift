public import Diagnostics
public import WorkTime

/// A plan that is being edited, with its dates and floats always up to date.
///
/// An edit re-schedules only what it touches; ``schedule`` is the same, bit for bit, as if the edited plan had been checked
/// and scheduled whole.
/// ```swift
/// var live = try LiveSchedule(draft, calendars: .seeds)
/// try live.apply(.duration("concept", .days(8)))
/// live.finish
/// ```
/// An edit that the plan does not allow is refused with all findings, and leaves everything as it was.
public struct LiveSchedule: Sendable {
    /// The plan as edited so far.
    public private(set) var draft: PlanDraft
    public private(set) var project: Project
    private let calendars: CalendarLibrary
    private var passes: LivePasses

    /// - Throws: what ``Project/init(checking:calendars:findings:)`` finds.
    public init(_ draft: PlanDraft, calendars: CalendarLibrary) throws(Rejection) {
        self.draft = draft
        self.calendars = calendars
        project = try Project(checking: draft, calendars: calendars)
        passes = LivePasses(project)
    }

    /// When the last activity finishes.
    public var finish: CivilMinute { passes.finish }

    /// The whole schedule.
    ///
    /// - Complexity: O(activities + links), each a small step.
    public var schedule: Schedule { passes.schedule(of: project) }

    /// Changes the plan.
    ///
    /// - Throws: every fault that the change would bring; `plan.no-such-edit` for one that speaks of what is not there.
    /// - Complexity: of edits whose reach is known, what they move and, where the finish of the project moves, one backward
    ///   pass; of the others, a check of the whole plan.
    public mutating func apply(_ edit: PlanEdit) throws(Rejection) {
        guard let index = project.index(of: edit.subject), let edited = draft.activities[index].applying(edit) else {
            throw Self.noSuch(edit)
        }
        let former = draft.activities[index]
        draft.activities[index] = edited
        if let part = part(index), let reach = project.replace(index, by: part, after: edit, &passes.ways) {
            passes.follow(reach, in: project)
            return
        }
        do throws(Rejection) {
            project = try Project(checking: draft, calendars: calendars)
            passes = LivePasses(project)
        } catch {
            draft.activities[index] = former
            throw error
        }
    }

    /// The edited activity checked by itself, as a plan of one; `nil` when anything is to be said of it, which only a check
    /// of the whole plan says in the right words and order.
    private func part(_ index: Int) -> Project? {
        var activity = draft.activities[index]
        activity.predecessors = []
        if activity.hasDetails, activity.details.parent != nil { activity.details.parent = nil }
        let part = PlanDraft(
            name: draft.name, start: draft.start, finishBy: draft.finishBy, dataDate: draft.dataDate,
            conventions: draft.conventions, isScheduledFromFinish: draft.isScheduledFromFinish,
            calendar: draft.calendar, calendars: draft.calendars, lanes: draft.lanes, resources: draft.resources,
            activities: [activity])
        guard let checked = try? Project(checking: part, calendars: calendars), checked.findings.isEmpty else {
            return nil
        }
        return checked
    }

    private static func noSuch(_ edit: PlanEdit) -> Rejection {
        Rejection(findings: [
            Finding(
                "plan.no-such-edit", .error,
                "“\(edit.subject)”, or the link to it that is to change, is not in the plan",
                advice: "name an activity of the plan, and a link that it has")
        ])
    }
}
