import Diagnostics
import Formats
import Scheduling
import WorkTime

extension MSPDIWriter {
    /// Constraint, calendar and deadline, in this order.
    mutating func writeConstraint(_ index: Int, _ dates: ScheduledActivity) {
        let activity = project.activities[index]
        let calendar = project.calendar(of: index)
        let kept = constraint(of: activity, dates)
        xml.element("ConstraintType", kept.map(Self.code) ?? (project.isScheduledFromFinish ? 1 : 0))
        let own =
            calendars.hasOwnCalendar(activity) && !isElapsed(activity) ? calendars.number(of: activity.calendar) : nil
        xml.element("CalendarUID", own ?? -1)
        if let date = kept.flatMap({ Self.date(of: $0, on: calendar) }) { write("ConstraintDate", date) }
        // Project has one deadline a task: of the activity's own and the plan's, the earlier binds.
        let deadlines = [activity.deadline?.asFinish(on: calendar), promiseAsDeadline(index)].compactMap { $0 }
        if let deadline = deadlines.min() { write("Deadline", deadline) }
    }

    /// The one constraint that Project has room for: a hard one rather than a soft one, the first rather than another.
    private mutating func constraint(of activity: Activity, _ dates: ScheduledActivity) -> DateConstraint? {
        let stated = activity.constraints
        var kept = stated.first(where: \.isHard) ?? stated.first { $0 != .asLateAsPossible && !$0.isExpectedFinish }
        kept = kept ?? (stated.contains(.asLateAsPossible) ? .asLateAsPossible : nil)
        noteConstraints(of: activity, kept: kept)
        guard let dataDate = project.dataDate, project.conventions.name != .microsoft, dates.driver == .dataDate,
            !activity.isStarted, !activity.isSummary
        else { return kept }
        note(
            "mspdi.data-date", kept == nil ? .note : .warning,
            "“\(activity.id)” waits for the data date, past which Project moves nothing by itself",
            advice: kept == nil
                ? "it is written with a start no earlier than \(dataDate), as Project does when it is asked to"
                : "it has another constraint; let Project reschedule uncompleted work")
        return kept ?? .startNoEarlierThan(.minute(dataDate))
    }

    private mutating func noteConstraints(of activity: Activity, kept: DateConstraint?) {
        for constraint in activity.constraints where constraint != kept {
            if constraint.isExpectedFinish {
                note(
                    "mspdi.expected-finish", .warning, "the expected finish of “\(activity.id)” is not kept",
                    advice: "enter the remaining duration instead")
            } else {
                note(
                    "mspdi.second-constraint", .warning,
                    "“\(activity.id)” has several constraints; “\(constraint.key)” is not kept",
                    advice: "Project has room for one; use a deadline for a date that is only promised")
            }
        }
        guard let kept, project.conventions.name != .microsoft else { return }
        if kept == .asLateAsPossible {
            note(
                "mspdi.postponed", .warning,
                "“\(activity.id)” is planned as late as possible; Project lets it use up the float of "
                    + "what follows",
                advice: "check the dates behind it in Project")
        } else if honorsConstraints, kept.isSoftBound {
            note(
                "mspdi.soft-constraint", .warning,
                "“\(activity.id)” is bound by \(kept.key), which Project keeps even against links",
                advice: "use a deadline where the date may be missed")
        }
    }

    /// What is promised of the whole plan, as a deadline of what no other activity waits for; the same late dates follow.
    private mutating func promiseAsDeadline(_ index: Int) -> CivilMinute? {
        let activity = project.activities[index]
        guard let promised = project.promisedFinish, !project.isScheduledFromFinish, !holdsOthers[index],
            !activity.isSummary, activity.kind != .levelOfEffort, !activity.isComplete, !activity.facts.isInactive
        else { return nil }
        let own = activity.deadline?.asFinish(on: project.calendar(of: index))
        if let own, own != promised {
            note(
                "mspdi.finish-by", .warning,
                "of the plan's promised finish, \(promised), and the deadline of “\(activity.id)”, \(own), "
                    + "only the earlier is kept",
                advice: "Project has one deadline a task; add a milestone after this one for the other")
        } else {
            note(
                "mspdi.finish-by", .note,
                "the plan's promised finish, \(promised), is kept as a deadline of “\(activity.id)”",
                advice: "Project knows no promise of a whole project; nothing needs to be done")
        }
        return promised
    }

    private static func code(of constraint: DateConstraint) -> Int {
        switch constraint {
        case .asLateAsPossible: 1
        case .mustStartOn, .mandatoryStart: 2
        case .mustFinishOn, .mandatoryFinish: 3
        case .startNoEarlierThan: 4
        case .startNoLaterThan: 5
        case .finishNoEarlierThan: 6
        case .finishNoLaterThan, .expectedFinish: 7
        }
    }

    /// A day becomes the minute that it means for this constraint.
    private static func date(of constraint: DateConstraint, on calendar: WorkCalendar) -> CivilMinute? {
        switch constraint {
        case .startNoEarlierThan(.minute(let minute)): minute
        // Its first minute of work, or the next: a midnight would be shown as the start of work by simpler programs.
        case .startNoEarlierThan(.day(let day)):
            calendar.start(at: calendar.position(of: StatedInstant.day(day).asStart))
        case .mandatoryStart(let date), .startNoLaterThan(let date), .mustStartOn(let date):
            date.asLatestStart(on: calendar)
        case .finishNoEarlierThan(let date), .finishNoLaterThan(let date), .mustFinishOn(let date),
            .mandatoryFinish(let date), .expectedFinish(let date):
            date.asFinish(on: calendar)
        case .asLateAsPossible: nil
        }
    }
}

extension DateConstraint {
    /// Whether it gives way to links here and, honoured, does not in Project.
    fileprivate var isSoftBound: Bool {
        switch self {
        case .startNoLaterThan, .finishNoLaterThan, .mustStartOn, .mustFinishOn: true
        default: false
        }
    }
}
