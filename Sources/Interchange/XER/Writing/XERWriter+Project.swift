import Scheduling
import WorkTime

extension XERWriter {
    var currency: Row {
        [
            ("curr_id", "1"), ("decimal_digit_cnt", "2"), ("curr_symbol", "$"), ("decimal_symbol", "."),
            ("digit_group_symbol", ","), ("pos_curr_fmt_type", "#1.1"), ("neg_curr_fmt_type", "(#1.1)"),
            ("curr_type", "Dollar"), ("curr_short_name", "USD"), ("group_digit_cnt", "3"), ("base_exch_rate", "1"),
        ]
    }

    mutating func projectRow() -> Row {
        let conventions = project.conventions
        if conventions.name == .microsoft { losses.note(.manner, of: projectName) }
        if conventions.name == .native, calendars.count > 1 { losses.note(.lateDates, of: projectName) }
        var critical = (path: "CT_TotFloat", hours: "0")
        switch conventions.criticality {
        case .totalFloat(let most): critical.hours = Text.hours(most.count)
        case .longestPath: critical.path = "CT_DrivPath"
        }
        return [
            ("proj_id", Self.projectNumber), ("fy_start_month_num", "1"), ("rsrc_self_add_flag", "Y"),
            ("allow_complete_flag", "Y"), ("rsrc_multi_assign_flag", "Y"), ("checkout_flag", "N"),
            ("project_flag", "Y"),
            ("step_complete_flag", "N"), ("cost_qty_recalc_flag", "N"), ("batch_sum_flag", "Y"), ("name_sep_char", "."),
            ("def_complete_pct_type", "CP_Drtn"), ("proj_short_name", projectName), ("clndr_id", "1"),
            ("task_code_base", "1000"), ("task_code_step", "10"), ("priority_num", "10"), ("wbs_max_sum_level", "0"),
            ("critical_drtn_hr_cnt", critical.hours), ("def_cost_per_qty", "0"),
            ("last_recalc_date", Text.date(project.dataDate ?? project.start)),
            ("plan_start_date", Text.date(project.start)),
            ("plan_end_date", Text.date(mustFinishBy())), ("scd_end_date", Text.date(schedule.finish)),
            ("def_duration_type", "DT_FixedDUR2"), ("task_code_prefix", "A"), ("def_qty_type", "QT_Hour"),
            ("def_rate_type", "COST_PER_QTY"), ("add_act_remain_flag", "N"), ("act_this_per_link_flag", "Y"),
            ("def_task_type", "TT_Task"), ("act_pct_link_flag", "N"), ("critical_path_type", critical.path),
            ("task_code_prefix_flag", "Y"), ("def_rollup_dates_flag", "Y"), ("use_project_baseline_flag", "Y"),
            ("rem_target_link_flag", "Y"), ("reset_planned_flag", "Y"), ("allow_neg_act_flag", "N"),
            ("sum_assign_level", "SL_Taskrsrc"), ("export_flag", "Y"),
        ]
    }

    /// Late dates begin at this date there; a promise that only lowers them is left out where it lies behind the finish.
    private mutating func mustFinishBy() -> CivilMinute? {
        guard let promised = project.promisedFinish else { return nil }
        let begins = project.conventions.name == .primavera || project.isScheduledFromFinish
        if begins || project.conventions.name == .native && promised < schedule.finish { return promised }
        losses.note(.promise, of: "\(promised)")
        return nil
    }

    var optionsRow: Row {
        let conventions = project.conventions
        let logic = conventions.progressLogic
        let lag =
            switch lagCalendar {
            case .predecessor: "rcal_Predecessor"
            case .successor: "rcal_Successor"
            case .project: "rcal_ProjDefault"
            case .elapsed: "rcal_24Hour"
            }
        let float =
            switch conventions.totalFloat {
            case .start: "FT_SF"
            case .finish: "FT_FF"
            case .smallest: "FT_Min"
            }
        return [
            ("schedoptions_id", "1"), ("proj_id", Self.projectNumber), ("sched_outer_depend_type", "SD_Both"),
            ("sched_open_critical_flag", "N"), ("sched_lag_early_start_flag", "Y"),
            ("sched_retained_logic", Text.flag(logic == .retainedLogic)), ("sched_setplantoforecast", "N"),
            ("sched_float_type", float), ("sched_calendar_on_relationship_lag", lag),
            ("sched_use_expect_end_flag", Text.flag(conventions.usesExpectedFinish)),
            ("sched_progress_override", Text.flag(logic == .progressOverride)), ("level_float_thrs_cnt", "0"),
            ("level_outer_assign_flag", "N"), ("level_outer_assign_priority", "5"), ("level_over_alloc_pct", "25"),
            ("level_within_float_flag", "N"), ("level_keep_sched_date_flag", "Y"), ("level_all_rsrc_flag", "Y"),
            ("sched_use_project_end_date_for_float", "Y"), ("enable_multiple_longest_path_calc", "N"),
        ]
    }

    mutating func calendarRows() -> [Row] {
        calendars.enumerated().map { index, calendar in
            if calendar.knownThrough != nil || calendar.rules.contains(where: { !$0.name.isEmpty }) {
                losses.note(.holidayName, of: calendar.id)
            }
            let week = calendar.week.days.reduce(0) { $0 + $1.workMinutes.count }
            return [
                ("clndr_id", "\(index + 1)"), ("default_flag", Text.flag(index == 0)),
                ("clndr_name", calendar.name.isEmpty ? calendar.id : calendar.name), ("proj_id", ""),
                ("base_clndr_id", ""),
                ("last_chng_date", Text.date(project.start)), ("clndr_type", "CA_Base"),
                ("day_hr_cnt", Text.hours(calendar.minutesPerDay.count)), ("week_hr_cnt", Text.hours(week)),
                ("month_hr_cnt", Text.hours(week * 52 / 12)), ("year_hr_cnt", Text.hours(week * 52)),
                ("rsrc_private", "N"),
                ("clndr_data", XERCalendarText.text(of: calendar)),
            ]
        }
    }
}
