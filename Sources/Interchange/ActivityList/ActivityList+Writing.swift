import Diagnostics
import Formats
public import Scheduling
import WorkTime

extension ActivityList {
    /// Writes a plan of any origin as a table, one activity a line. The plan's start is stated as the earliest start of what
    /// waits for nothing.
    ///
    /// Findings: `plan.not-kept` for what a table has no column for.
    ///
    /// - Parameter known: the ids of the calendars that whoever reads the table knows; it has room for the name of a calendar,
    ///   not for the calendar.
    public static func write(_ project: Project, knowing known: Set<String> = []) -> PlanWriting {
        let columns = ActivityListColumn.allCases
        var csv = CSVWriter()
        csv.write(columns.map { .text($0.rawValue) })
        for (index, activity) in project.activities.enumerated() where !activity.isSummary {
            csv.write(columns.map { .text(project.field($0, of: index, known)) })
        }
        return PlanWriting(bytes: Array(csv.text.utf8), findings: project.notKeptInTable(knowing: known))
    }
}

extension Project {
    fileprivate func field(_ column: ActivityListColumn, of index: Int, _ known: Set<String>) -> String {
        let activity = activities[index]
        switch column {
        case .id: return activity.id.rawValue
        case .name: return activity.facts.name?.written ?? ""
        case .lane: return activity.lane?.rawValue ?? ""
        case .duration: return activity.kind.isMilestone ? "" : writtenDuration(of: index)
        case .milestone: return activity.kind.isMilestone ? "true" : "false"
        case .predecessors: return writtenLinks(to: index).joined(separator: "; ")
        case .calendar: return known.contains(activity.calendar) ? activity.calendar : ""
        case .deadline: return activity.deadline?.description ?? ""
        case .note: return activity.note?.written ?? ""
        case .startNoEarlierThan, .startNoLaterThan, .finishNoEarlierThan, .finishNoLaterThan, .mustStartOn,
            .mustFinishOn:
            let stated = activity.constraints.first { $0.key == column.rawValue }?.date
            let isFirst = activity.constraints.isEmpty && links(to: index).isEmpty && !isScheduledFromFinish
            let start = column == .startNoEarlierThan && isFirst ? StatedInstant.minute(start) : nil
            return (stated ?? start)?.description ?? ""
        }
    }

    fileprivate func notKeptInTable(knowing known: Set<String>) -> [Finding] {
        let calendars = WrittenCalendars(self).list.map(\.id)
        var lost = calendars.filter { !known.contains($0) && $0 != WorkCalendar.fiveDayWeek.id }
            .map { "the calendar “\($0)”" }
        if activities.contains(where: \.isSummary) { lost.append("summaries and their links") }
        if activities.contains(where: { $0.progress != nil }) || dataDate != nil { lost.append("progress") }
        if activities.contains(where: { $0.facts.commitment != nil }) { lost.append("commitments") }
        if !resources.isEmpty { lost.append("who works on what") }
        if finishBy != nil { lost.append("the promised finish") }
        if conventions != .native { lost.append("in whose manner it is scheduled") }
        if activities.contains(where: { $0.constraints.contains { $0.isHard || $0.isFlexible } }) {
            lost.append("mandatory dates and others without a column")
        }
        return lost.map { what in
            Finding(
                "plan.not-kept", .warning, "not kept in the list: \(what)",
                advice: "write the plan as YAML or for another tool to keep it")
        }
    }
}

extension DateConstraint {
    fileprivate var isFlexible: Bool { ActivityListColumn(rawValue: key) == nil }
}
