import Scheduling
import WorkTime

extension XERWriter {
    mutating func activityRows() -> [Row] {
        var rows: [Row] = []
        for index in project.activities.indices {
            noteLosses(of: index)
            if let number = numbers[index] { rows.append(activityRow(index, number: number)) }
        }
        return rows
    }

    private mutating func activityRow(_ index: Int, number: Int) -> Row {
        let activity = project.activities[index]
        let dates = schedule.activities[index]
        let calendar = project.calendar(of: index)
        let progress = activity.progress
        let planned = duration(of: index)
        let left = progress.map { $0.isStarted ? $0.remaining.count : planned } ?? planned
        let constraints = constraints(of: index, on: calendar)
        let isOpen = !activity.isComplete
        let late = (start: Text.date(dates.lateStart), finish: Text.date(dates.lateFinish))
        let early = (start: Text.date(dates.earlyStart), finish: Text.date(dates.earlyFinish))
        return [
            ("task_id", "\(number)"), ("proj_id", Self.projectNumber), ("wbs_id", headings.number(of: index)),
            ("clndr_id", calendarNumber(calendar.id)), ("phys_complete_pct", physical(progress)),
            ("rev_fdbk_flag", "N"),
            ("est_wt", "1"), ("lock_plan_flag", "N"), ("auto_compute_act_flag", "N"),
            ("complete_pct_type", percentKind(progress)), ("task_type", type(of: index)),
            ("duration_type", "DT_FixedDUR2"),
            ("status_code", activity.isComplete ? "TK_Complete" : activity.isStarted ? "TK_Active" : "TK_NotStart"),
            ("task_code", activity.id.rawValue), ("task_name", activity.name.primary),
            ("total_float_hr_cnt", dates.totalFloat.map { Text.hours($0.count) } ?? ""),
            ("free_float_hr_cnt", dates.freeFloat.map { Text.hours($0.count) } ?? ""),
            ("remain_drtn_hr_cnt", Text.hours(left)), ("target_drtn_hr_cnt", Text.hours(planned)),
            ("cstr_date", constraints.first?.date ?? ""), ("act_start_date", Text.date(progress?.actualStart)),
            ("act_end_date", Text.date(progress?.actualFinish)), ("late_start_date", late.start),
            ("late_end_date", late.finish), ("expect_end_date", Text.date(expectedFinish(activity, on: calendar))),
            ("early_start_date", early.start), ("early_end_date", early.finish),
            ("restart_date", isOpen ? early.start : ""), ("reend_date", isOpen ? early.finish : ""),
            ("target_start_date", Text.date(dates.start)), ("target_end_date", Text.date(dates.finish)),
            ("rem_late_start_date", isOpen ? late.start : ""), ("rem_late_end_date", isOpen ? late.finish : ""),
            ("cstr_type", constraints.first?.type ?? ""), ("priority_type", "PT_Normal"),
            ("suspend_date", Text.date(progress?.suspended)), ("resume_date", Text.date(progress?.resumes)),
            ("cstr_date2", constraints.dropFirst().first?.date ?? ""),
            ("cstr_type2", constraints.dropFirst().first?.type ?? ""),
            ("driving_path_flag", Text.flag(dates.isOnLongestPath)),
        ]
    }

    /// A point in time is the start or the finish of something there: that in whose place it stands.
    private func type(of index: Int) -> String {
        switch project.activities[index].kind {
        case .startMilestone: return "TT_Mile"
        case .finishMilestone: return "TT_FinMile"
        case .levelOfEffort: return "TT_LOE"
        case .summary: return "TT_WBS"
        case .work where project.activities[index].duration > .zero || project.conventions.name == .primavera:
            return "TT_Task"
        case .work, .milestone: return schedule.times.early.start(of: index).role == .start ? "TT_Mile" : "TT_FinMile"
        }
    }

    /// Minutes of work from start to finish.
    private func duration(of index: Int) -> Int {
        let activity = project.activities[index]
        if let pinned = activity.facts.pinned {
            let calendar = project.calendar(of: index)
            return max(0, calendar.work(from: pinned.start.asStart, to: pinned.finish.asFinish(on: calendar)).count)
        }
        return activity.duration.count + activity.facts.interruption.count
    }

    // MARK: Progress

    private func percentKind(_ progress: Progress?) -> String {
        progress.map { $0.completeKind == .duration ? "CP_Drtn" : "CP_Phys" } ?? "CP_Drtn"
    }

    private func physical(_ progress: Progress?) -> String {
        guard let progress, progress.completeKind != .duration else { return "0" }
        return Text.decimal(progress.complete ?? 0, of: 100)
    }

    private func expectedFinish(_ activity: Activity, on calendar: WorkCalendar) -> CivilMinute? {
        for case .expectedFinish(let date) in activity.constraints { return date.asFinish(on: calendar) }
        return nil
    }

    // MARK: Losses

    private mutating func noteLosses(of index: Int) {
        let activity = project.activities[index]
        let facts = activity.facts
        let lost: [(XERLoss, Bool)] = [
            (.inactive, facts.isInactive), (.lane, facts.lane != nil), (.note, facts.note != nil),
            (.chineseName, facts.name?.chinese != nil), (.baseline, facts.baseline != nil),
            (.commitment, facts.commitment != nil),
            (.deadline, facts.deadline != nil), (.delay, facts.levelingDelay != nil),
            (.interruption, facts.interruption > .zero), (.hand, facts.pinned != nil),
            (.percentage, facts.progress?.completeKind == .units),
        ]
        for (loss, isLost) in lost where isLost { losses.note(loss, of: activity.id.rawValue) }
    }
}
