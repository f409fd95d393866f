import Diagnostics
import Scheduling
import WorkTime

extension MSPDIWriter {
    mutating func noteConventions() {
        let conventions = project.conventions
        guard conventions.name != .microsoft else { return }
        note(
            "mspdi.conventions", .note,
            "the plan is scheduled in the manner “\(conventions.name.rawValue)”; Project schedules in its own",
            advice: "compare the dates after it is opened; floats of started work may differ")
    }

    mutating func noteKind(_ activity: Activity) {
        switch activity.kind {
        case .startMilestone, .finishMilestone:
            note(
                "mspdi.point-kind", .note, "the \(activity.kind.rawValue) “\(activity.id)” is kept as a milestone",
                advice: "Project has one kind of milestone; it stands at the end of what holds it")
        case .levelOfEffort:
            note(
                "mspdi.level-of-effort", .warning,
                "“\(activity.id)” goes along with other work; it is kept where it is now, scheduled by hand and without its links",
                advice: "move it in Project when the work around it moves")
        case .work, .milestone, .summary: break
        }
    }

    mutating func noteCommitment(_ activity: Activity) {
        guard activity.facts.commitment != nil else { return }
        note(
            "mspdi.commitment", .note, "to whom the start of “\(activity.id)” is committed is left out",
            advice: "Project has no place for it; keep the plan itself beside the file")
    }

    /// A lag in working time is counted on another calendar by Project.
    mutating func noteLag(_ link: Link, from source: Int, to target: Int) {
        guard !link.lag.isElapsed, link.lag.minutes != 0, project.conventions.lagCalendar != .successor else { return }
        let counted: String
        switch project.conventions.lagCalendar {
        case .predecessor: counted = project.activities[source].calendar
        case .project: counted = project.calendar.id
        case .elapsed: counted = WorkCalendar.elapsed.id
        case .successor: return
        }
        guard counted != project.activities[target].calendar else { return }
        let successor = project.activities[target]
        note(
            "mspdi.lag-calendar", .warning,
            "the lag from “\(link.predecessor)” to “\(successor.id)” is counted on “\(counted)”; Project counts it on "
                + "“\(successor.calendar)”",
            advice: "check the date of “\(successor.id)” in Project, or make the lag elapsed")
    }
}
