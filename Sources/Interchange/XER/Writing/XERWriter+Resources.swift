import Scheduling
import WorkTime

extension XERWriter {
    mutating func resourceRows() -> [Row] {
        for resource in project.resources {
            guard let calendar = resource.calendar, !hasCalendar(calendar) else { continue }
            losses.note(.resourceCalendar, of: resource.id)
        }
        return project.resources.enumerated().map { index, resource in
            [
                ("rsrc_id", "\(index + 1)"), ("parent_rsrc_id", ""),
                ("clndr_id", calendarNumber(resource.calendar ?? project.calendar.id)), ("rsrc_seq_num", "\(index)"),
                ("rsrc_name", resource.name), ("rsrc_short_name", resource.id), ("def_qty_per_hr", "1"),
                ("cost_qty_type", "QT_Hour"), ("active_flag", "Y"), ("auto_compute_act_flag", "N"),
                ("def_cost_qty_link_flag", "N"), ("ot_flag", "N"), ("curr_id", "1"),
                ("rsrc_type", resource.isWork ? "RT_Labor" : "RT_Mat"),
            ]
        }
    }

    func assignmentRows() -> [Row] {
        let numberOf = Dictionary(
            project.resources.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        var rows: [Row] = []
        for (index, activity) in project.activities.enumerated() where !activity.isSummary {
            guard let number = numbers[index] else { continue }
            let left = activity.progress.map { $0.isStarted ? $0.remaining : activity.duration } ?? activity.duration
            for assignment in activity.facts.assignments {
                guard let resource = numberOf[assignment.resource] else { continue }
                let isWork = project.resources[resource - 1].isWork
                let units = Text.decimal(assignment.units, of: 10_000)
                rows.append([
                    ("taskrsrc_id", "\(rows.count + 1)"), ("task_id", "\(number)"), ("proj_id", Self.projectNumber),
                    ("cost_qty_link_flag", "N"), ("rsrc_id", "\(resource)"),
                    ("remain_qty", quantity(assignment, left.count)),
                    ("target_qty", quantity(assignment, activity.duration.count)), ("remain_qty_per_hr", units),
                    ("target_lag_drtn_hr_cnt", "0"), ("target_qty_per_hr", units),
                    ("rsrc_type", isWork ? "RT_Labor" : "RT_Mat"),
                ])
            }
        }
        return rows
    }

    /// Hours of the resource's time.
    private func quantity(_ assignment: Assignment, _ minutes: Int) -> String {
        let (product, overflow) = assignment.units.multipliedReportingOverflow(by: minutes)
        return overflow ? "0" : Text.decimal(product, of: 600_000)
    }
}
