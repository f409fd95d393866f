import Diagnostics
import Scheduling
import WorkTime

/// The columns of a project that its schedule follows from.
private struct ProjectColumns {
    let id, name, calendar, dataDate, start, finish, criticalHours, criticalPath, original: XERColumn

    init(_ reader: inout XERReader) {
        id = reader.column("proj_id", of: .projects, missingIs: .error)
        name = reader.column("proj_short_name", of: .projects)
        calendar = reader.column("clndr_id", of: .projects, missingIs: .warning)
        dataDate = reader.column("last_recalc_date", of: .projects, missingIs: .warning)
        start = reader.column("plan_start_date", of: .projects)
        finish = reader.column("plan_end_date", of: .projects)
        criticalHours = reader.column("critical_drtn_hr_cnt", of: .projects)
        criticalPath = reader.column("critical_path_type", of: .projects)
        original = reader.column("orig_proj_id", of: .projects)
    }
}

extension XERReader {
    /// When the plan starts, up to when progress is known, and by which options it is scheduled.
    ///
    /// Of several projects the first one decides, as the one that is opened first does.
    mutating func readProjects(into draft: inout PlanDraft) {
        let columns = ProjectColumns(&self)
        let all = rows(of: .projects)
        let ids = Set(all.compactMap { $0.text(columns.id) })
        let projects = all.filter { row in
            guard let id = row.text(columns.id), let original = row.text(columns.original), original != id,
                ids.contains(original)
            else { return true }
            baselineProjects.insert(id)
            reportBaseline(row, columns.name)
            return false
        }
        guard let leading = projects.first else { return }
        reportOthers(projects.dropFirst(), of: leading, columns)
        draft.name = leading.name(columns.name).map { Located(BilingualName($0), at: place(leading, columns.name)) }
        draft.dataDate = instant(leading, columns.dataDate)
        draft.start = instant(leading, columns.start) ?? draft.dataDate
        draft.finishBy = instant(leading, columns.finish)
        draft.calendar = calendar(leading, columns.calendar).map { Located($0, at: place(leading, columns.calendar)) }
        readCriticality(leading, columns, &draft.conventions)
        readOptions(of: leading.text(columns.id), &draft.conventions)
    }

    private mutating func reportBaseline(_ row: XERRow, _ name: XERColumn) {
        log.report(
            "xer.baseline", .note, "the baseline “\(row.name(name) ?? "")” of a project is not read",
            advice: "export the baseline as a project of its own to schedule it", at: row.spot(name))
    }

    private mutating func reportOthers(_ others: ArraySlice<XERRow>, of leading: XERRow, _ columns: ProjectColumns) {
        for other in others {
            let dates = [columns.dataDate, columns.finish].filter { other.text($0) != leading.text($0) }.map(\.name)
            let difference = dates.isEmpty ? "" : "; its \(dates.joined(separator: " and ")) is not kept"
            log.report(
                "xer.several-projects", .warning,
                "“\(other.name(columns.name) ?? "")” is scheduled together with “\(leading.name(columns.name) ?? "")”"
                    + difference,
                advice: "export one project at a time to schedule each by itself", at: other.spot(columns.id))
        }
    }

    private mutating func readCriticality(_ row: XERRow, _ columns: ProjectColumns, _ conventions: inout Conventions) {
        if row.text(columns.criticalPath) == "CT_DrivPath" {
            conventions.criticality = .longestPath
        } else if let most = minutes(row, columns.criticalHours) {
            conventions.criticality = .totalFloat(atMost: WorkMinutes(most))
        }
    }

    // MARK: Options

    private mutating func readOptions(of project: String?, _ conventions: inout Conventions) {
        let id = column("proj_id", of: .options)
        guard let row = rows(of: .options).first(where: { id.position == nil || $0.text(id) == project }) else {
            log.report(
                "xer.missing-table", .note, "the file does not state the options by which the project is scheduled",
                advice: "the usual ones are taken: retained logic, lags by the predecessor’s calendar",
                at: tables[.options]?.spot ?? tables[.projects]?.spot)
            return
        }
        conventions.progressLogic = progressLogic(row)
        conventions.lagCalendar =
            word(row, "sched_calendar_on_relationship_lag", Self.lagCalendars) ?? conventions.lagCalendar
        conventions.totalFloat = word(row, "sched_float_type", Self.floatMeasures) ?? conventions.totalFloat
        let expected = column("sched_use_expect_end_flag", of: .options)
        if row.cell(expected) != nil { conventions.usesExpectedFinish = row.isYes(expected) }
        ignoresOtherProjects = row.text(column("sched_outer_depend_type", of: .options)) == "SD_None"
        reportNotFollowed(row)
    }

    private static let lagCalendars: [String: LagCalendar] = [
        "rcal_predecessor": .predecessor, "rcal_successor": .successor, "rcal_projdefault": .project,
        "rcal_project": .project, "rcal_projectdefault": .project, "rcal_24hour": .elapsed, "rcal_24hours": .elapsed,
    ]
    private static let floatMeasures: [String: FloatMeasure] = [
        "ft_ff": .finish, "ft_sf": .start, "ft_min": .smallest, "ft_mf": .smallest,
    ]

    private mutating func progressLogic(_ row: XERRow) -> ProgressLogic {
        let retained = column("sched_retained_logic", of: .options)
        let overriding = column("sched_progress_override", of: .options)
        if row.isYes(overriding) { return .progressOverride }
        return row.isYes(retained) || row.cell(retained) == nil ? .retainedLogic : .actualDates
    }

    private mutating func word<Value>(_ row: XERRow, _ name: String, _ words: [String: Value]) -> Value? {
        let column = column(name, of: .options)
        guard let text = row.text(column) else { return nil }
        if let value = words[text.lowercased()] { return value }
        log.report(
            "xer.unknown-option", .warning,
            "“\(text.prefix(40))” in \(name) is not known, and the usual setting is taken",
            advice: "check the scheduling options of the project", at: row.spot(column))
        return nil
    }

    /// Options that would change dates or floats, and are not followed.
    private mutating func reportNotFollowed(_ row: XERRow) {
        let options = [
            ("sched_open_critical_flag", "Y", "activities without successors are not made critical"),
            (
                "sched_lag_early_start_flag", "N",
                "lags from a start are counted from the early start, not from the actual one"
            ),
            ("sched_setplantoforecast", "Y", "forecast dates are not used"),
        ]
        for (name, value, message) in options {
            let column = column(name, of: .options)
            guard row.text(column) == value else { continue }
            log.report(
                "xer.option-not-followed", .warning, "\(message) (\(name) is \(value))",
                advice: "change the scheduling option, or expect other dates", at: row.spot(column))
        }
    }
}
