import Diagnostics
import Scheduling
import WorkTime

/// The columns of an activity that its dates follow from. Stored dates and floats are not among them.
private struct ActivityColumns {
    let key, project, code, name, node, calendar, type, duration, remaining: XERColumn

    init(_ reader: inout XERReader) {
        key = reader.column("task_id", of: .activities, missingIs: .error)
        project = reader.column("proj_id", of: .activities)
        code = reader.column("task_code", of: .activities, missingIs: .warning)
        name = reader.column("task_name", of: .activities)
        node = reader.column("wbs_id", of: .activities)
        calendar = reader.column("clndr_id", of: .activities, missingIs: .warning)
        type = reader.column("task_type", of: .activities, missingIs: .warning)
        duration = reader.column("target_drtn_hr_cnt", of: .activities, missingIs: .error)
        remaining = reader.column("remain_drtn_hr_cnt", of: .activities)
    }
}

extension XERReader {
    mutating func readActivities() {
        let columns = ActivityColumns(&self)
        let progress = XERProgressColumns(&self)
        let dates = XERDateColumns(&self)
        for row in rows(of: .activities) {
            if let project = row.text(columns.project), baselineProjects.contains(project) { continue }
            guard let key = row.text(columns.key) else {
                log.report(
                    "xer.no-id", .error, "this activity has no \(columns.key.name)", advice: "export the project again",
                    at: row.spot(columns.key))
                continue
            }
            guard activityOf[key] == nil else {
                reportDuplicate(key, row, columns.key, severity: .error)
                continue
            }
            let node = node(row, columns.node)
            let type = row.text(columns.type) ?? "TT_Task"
            if type == "TT_WBS" {
                readHeading(key, row, node, columns)
                continue
            }
            var activity = ActivityDraft(id: id(key, row, columns), kind: kind(type, row, columns.type))
            var details = ActivityDetails()
            details.externalID = key
            details.name = row.name(columns.name).map { BilingualName($0) }
            details.calendar = calendar(row, columns.calendar).map { Located($0, at: place(row, columns.calendar)) }
            let planned = duration(row, columns.duration)
            let left = duration(row, columns.remaining)
            details.progress = self.progress(row, progress, planned: planned, left: left)
            details.constraints = constraints(
                row, dates, of: activity.id.value, isComplete: details.progress.actualFinish != nil)
            if activity.kind.isMilestone { checkMilestone(row, columns, activity.id.value, &details, [planned, left]) }
            activity.duration = duration(of: activity, planned, left: details.progress.actualStart == nil ? left : nil)
            activity.details = details
            if type == "TT_Rsrc" { resourceDependent.insert(activities.count) }
            activityOf[key] = .activity(activities.count)
            activities.append(activity)
            nodeOf.append(node)
        }
    }

    /// The activity's code; made fit to be an id, and unique, where it is not.
    private mutating func id(_ key: String, _ row: XERRow, _ columns: ActivityColumns) -> Located<ActivityID> {
        let code = row.name(columns.code)
        let id = activityNames.unique(wellFormed(code ?? key))
        if let code, id != code {
            log.report(
                "xer.id-changed", .note, "“\(code.prefix(60))” is called “\(id.prefix(80))” here",
                advice: "ids differ from one another, and hold no white space, comma or semicolon",
                at: row.spot(columns.code))
        }
        return Located(ActivityID(id), at: place(row, columns.code.position == nil ? columns.key : columns.code))
    }

    private mutating func kind(_ type: String, _ row: XERRow, _ column: XERColumn) -> ActivityKind {
        switch type {
        case "TT_Task", "TT_Rsrc": return .work
        case "TT_Mile": return .startMilestone
        case "TT_FinMile": return .finishMilestone
        case "TT_LOE": return .levelOfEffort
        default:
            log.report(
                "xer.unknown-type", .warning, "“\(type.prefix(40))” in \(column.name) is not known; it is read as work",
                advice: "check its type in the project", at: row.spot(column))
            return .work
        }
    }

    private mutating func node(_ row: XERRow, _ column: XERColumn) -> Int? {
        guard let key = row.text(column) else { return nil }
        if let node = structure.nodeOf[key] { return node }
        // A file without the table has been exported so.
        guard !structure.nodes.isEmpty else { return nil }
        log.report(
            "xer.unknown-wbs", .warning, "the WBS \(key.prefix(40)) of this activity is not in the file",
            advice: "it stands at the top now; export the whole project to have it in its place", at: row.spot(column))
        return nil
    }

    /// Work that has not begun lasts as long as is left of it, which may be another time than was planned.
    private func duration(
        of activity: ActivityDraft, _ planned: Located<PlannedDuration>?, left: Located<PlannedDuration>?
    ) -> Located<PlannedDuration>? {
        if activity.kind.isMilestone { return nil }
        return left ?? planned ?? Located(.none, at: activity.id.place)
    }

    private mutating func checkMilestone(
        _ row: XERRow, _ columns: ActivityColumns, _ id: ActivityID, _ details: inout ActivityDetails,
        _ durations: [Located<PlannedDuration>?]
    ) {
        details.progress.remaining = nil
        guard durations.contains(where: { $0.map { $0.value.thousandths != 0 } ?? false }) else { return }
        log.report(
            "xer.milestone-with-duration", .warning, "the milestone “\(id)” has a duration, which is not kept",
            advice: "check its type in the project", at: row.spot(columns.duration))
    }

    /// A WBS summary activity has the dates of the WBS that it is in, as the heading over that WBS has.
    private mutating func readHeading(_ key: String, _ row: XERRow, _ node: Int?, _ columns: ActivityColumns) {
        let name = row.name(columns.code) ?? key
        guard let node, structure.nodes[node].externalID == nil else {
            log.report(
                "xer.wbs-summary", .warning,
                "“\(name.prefix(60))” sums up a WBS that is not in the file or summed up already, and is not read",
                advice: "let it sum up a WBS of its own", at: row.spot(columns.code))
            return
        }
        structure.nodes[node].externalID = key
        activityOf[key] = .heading(node)
        log.report(
            "xer.wbs-summary", .note,
            "“\(name.prefix(60))” sums up the WBS “\(structure.nodes[node].shortName.prefix(60))”, and is read as its heading",
            advice: "look for its dates there", at: row.spot(columns.code))
    }
}
