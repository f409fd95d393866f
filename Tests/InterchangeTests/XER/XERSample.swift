import Diagnostics
import Interchange
import Scheduling

/// A small export, table by table, that tests change in one place or another.
///
/// Brief (2 days), then concept (3 days), then a milestone; Monday to Friday, eight hours, from Monday 5 January 2026.
struct XERSample {
    struct Table {
        var name: String
        var columns: [String]
        var rows: [[String]]

        init(_ name: String, _ columns: String, _ rows: [[String]]) {
            self.name = name
            self.columns = columns.split(separator: " ").map(String.init)
            self.rows = rows
        }
    }

    static let day = "(0||0(s|08:00|f|12:00)()) (0||1(s|13:00|f|17:00)())"
    static let week =
        "(0||CalendarData()( (0||DaysOfWeek()( (0||1()()) "
        + (2...6).map { "(0||\($0)()( \(day) ))" }.joined(separator: " ")
        + " (0||7()()) )) (0||VIEW(ShowTotal|Y)()) (0||Exceptions()( (0||0(d|46037)()) )) ))"

    var tables = [
        Table(
            "PROJECT",
            "proj_id proj_short_name clndr_id critical_drtn_hr_cnt last_recalc_date plan_start_date plan_end_date critical_path_type orig_proj_id",
            [["1", "Spring", "7", "0", "2026-01-05 08:00", "2026-01-05 00:00", "", "CT_TotFloat", ""]]),
        Table("CALENDAR", "clndr_id clndr_name clndr_data", [["7", "Five days", week]]),
        Table(
            "SCHEDOPTIONS",
            "proj_id sched_retained_logic sched_progress_override sched_calendar_on_relationship_lag sched_float_type sched_use_expect_end_flag sched_outer_depend_type",
            [["1", "Y", "N", "rcal_Predecessor", "FT_FF", "Y", "SD_Both"]]),
        Table(
            "PROJWBS", "wbs_id proj_id seq_num proj_node_flag wbs_short_name wbs_name parent_wbs_id",
            [["10", "1", "0", "Y", "SPR", "Spring launch", "3"], ["11", "1", "1", "N", "CRE", "Creative", "10"]]),
        Table(
            "RSRC", "rsrc_id clndr_id rsrc_short_name rsrc_name rsrc_type",
            [["50", "7", "AD", "Art director", "RT_Labor"]]),
        Table(
            "TASK",
            "task_id proj_id wbs_id clndr_id task_code task_name task_type status_code complete_pct_type phys_complete_pct target_drtn_hr_cnt remain_drtn_hr_cnt act_start_date act_end_date suspend_date resume_date expect_end_date cstr_type cstr_date cstr_type2 cstr_date2 external_early_start_date external_late_end_date",
            [
                task("100", "A100", "Brief", hours: "16"), task("101", "A110", "Concept", hours: "24"),
                task("102", "A120", "Approved", type: "TT_FinMile", hours: "0"),
            ]),
        Table(
            "TASKPRED", "task_pred_id task_id pred_task_id pred_type lag_hr_cnt",
            [["1", "101", "100", "PR_FS", "0"], ["2", "102", "101", "PR_FS", "8"]]),
        Table("TASKRSRC", "task_id rsrc_id target_qty_per_hr remain_qty_per_hr", [["101", "50", "0.5", "0.5"]]),
    ]
    var ending = "%E\r\n"

    static func task(_ id: String, _ code: String, _ name: String, type: String = "TT_Task", hours: String) -> [String]
    {
        [id, "1", "11", "7", code, name, type, "TK_NotStart", "CP_Drtn", "0", hours, hours]
            + [String](repeating: "", count: 11)
    }

    var text: String {
        let header = "ERMHDR\t19.12\t2026-01-05\tProject\tuser\tUser\tdb\tProject Management\tUSD\r\n"
        return header
            + tables.map { table in
                let rows = table.rows.map { "%R\t\($0.joined(separator: "\t"))\r\n" }
                return "%T\t\(table.name)\r\n%F\t\(table.columns.joined(separator: "\t"))\r\n\(rows.joined())"
            }.joined() + ending
    }

    var source: SourceText { SourceText(text, file: "t.xer") }

    /// A cell, by table, row and column.
    subscript(table: String, row: Int, column: String) -> String {
        get { tables.first { $0.name == table }.map { $0.rows[row][$0.columns.firstIndex(of: column)!] } ?? "" }
        set {
            let index = tables.firstIndex { $0.name == table }!
            tables[index].rows[row][tables[index].columns.firstIndex(of: column)!] = newValue
        }
    }

    mutating func add(_ row: [String], to table: String) {
        tables[tables.firstIndex { $0.name == table }!].rows.append(row)
    }

    /// Takes a column away, with its cells.
    mutating func removeColumn(_ column: String, of table: String) {
        let index = tables.firstIndex { $0.name == table }!
        let position = tables[index].columns.firstIndex(of: column)!
        tables[index].columns.remove(at: position)
        for row in tables[index].rows.indices { tables[index].rows[row].remove(at: position) }
    }

    /// As it is read.
    var draft: PlanDraft { XERFile.read(source).draft }

    /// All findings of reading it.
    var findings: [Finding] { XERFile.read(source).findings.inReadingOrder }

    func schedule() throws -> Schedule {
        let reading = try PlanReader.read(source)
        return try Project(checking: reading.draft, calendars: Stage.calendars, findings: reading.findings).schedule()
    }
}
