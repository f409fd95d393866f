import Diagnostics
import Formats
import Scheduling
import WorkTime

/// The state of one reading: the tables, what has been resolved so far, and everything found.
///
/// Each step reads one table; what names something in a later table is resolved when that has been read.
struct XERReader {
    let tables: [XERTableName: XERTable]
    var log: XERLog
    private let bytes: [UInt8]
    /// Names of calendars, resources and activities that are taken.
    var calendarNames = XERNames(taken: [WorkCalendar.elapsed.id])
    var resourceNames = XERNames()
    var activityNames = XERNames()

    /// Projects whose activities are not read, because they are earlier versions of others.
    var baselineProjects: Set<String> = []
    /// By `clndr_id`.
    var calendars: [String: XERCalendar] = [:]
    var structure = XERStructure()
    /// By `rsrc_id`.
    var resources: [String: XERResource] = [:]
    /// By `task_id`, an index into `activities`, or the heading that a WBS summary activity is read as.
    var activityOf: [String: XERActivityPlace] = [:]
    var activities: [ActivityDraft] = []
    /// The node that each of `activities` is part of.
    var nodeOf: [Int?] = []
    /// Those of `activities` that are done when their resources work.
    var resourceDependent: Set<Int> = []
    /// The calendars that resources gave to activities.
    var resourceCalendars: [Int: String] = [:]
    /// Whether dates that links to other projects ask for are left out.
    var ignoresOtherProjects = false

    init(_ source: SourceText) {
        bytes = Array(source.text.utf8)
        let scanner = XERScanner(bytes, file: source.file)
        tables = scanner.tables
        log = scanner.log
    }

    mutating func draft() -> PlanDraft {
        reportMissingTables()
        var draft = PlanDraft(conventions: .primavera)
        listCalendars()
        readProjects(into: &draft)
        readStructure()
        readResources(into: &draft)
        readActivities()
        readAssignments()
        nameStructure()
        readLinks()
        draft.activities = arranged()
        draft.calendars = definedCalendars(usedBy: draft)
        return draft
    }

    /// A plan without activities is none; without the other tables it may be one, with other dates than were meant.
    private mutating func reportMissingTables() {
        for (name, severity) in [
            (XERTableName.projects, Severity.error), (.calendars, .warning), (.activities, .error),
        ] {
            guard tables[name]?.rows.isEmpty ?? true else { continue }
            log.report(
                "xer.missing-table", severity, "the table \(name.rawValue) is missing or empty",
                advice: "export the projects again, and check that the file is complete", at: tables[name]?.spot)
        }
        if tables[.links] == nil, tables[.activities]?.rows.count ?? 0 > 1 {
            log.report(
                "xer.missing-table", .warning, "the table TASKPRED is missing, so that no activity waits for another",
                advice: "export the projects again, and check that the file is complete", at: nil)
        }
    }

    // MARK: Rows

    /// The rows of a table; those that are too short or too long are reported, and read all the same.
    mutating func rows(of name: XERTableName) -> [XERRow] {
        guard let table = tables[name] else { return [] }
        if table.columns.isEmpty, !table.rows.isEmpty {
            log.report(
                "xer.missing-columns", .error, "the table \(name.rawValue) does not name its columns",
                advice: "export the projects again", at: table.spot)
            return []
        }
        return table.rows.map { line in
            let row = XERRow(line, of: bytes, columns: table.columns.count)
            if row.count != table.columns.count {
                log.report(
                    "xer.row-width", .warning,
                    "this row of \(name.rawValue) has \(row.count) cells for \(table.columns.count) columns",
                    advice: "check that the file is whole; cells that are missing count as empty", at: XERSpot(line))
            }
            return row
        }
    }

    /// A column without which a table says nothing, or something else than was meant.
    mutating func column(_ name: String, of table: XERTableName, missingIs severity: Severity? = nil) -> XERColumn {
        guard let found = tables[table] else { return XERColumn(name: name, position: nil) }
        let column = found.column(name)
        if let severity, column.position == nil, !found.rows.isEmpty, !found.columns.isEmpty {
            log.report(
                "xer.missing-column", severity, "the table \(table.rawValue) has no column \(name)",
                advice: severity == .error ? "export the projects again" : "check the dates that follow from it",
                at: found.spot)
        }
        return column
    }

    // MARK: Cells

    /// Hours as minutes; `nil` when the cell is empty, or when it is at fault, which is reported.
    mutating func minutes(_ row: XERRow, _ column: XERColumn) -> Int? {
        guard let cell = row.cell(column) else { return nil }
        if let minutes = XERNumber.scaled(cell, by: 60), minutes.magnitude <= Self.mostMinutes { return minutes }
        report(
            "xer.bad-number", "is no number of hours, at most a million", "correct the number in the project", row,
            column)
        return nil
    }

    /// A million hours, the most that a duration can state.
    private static let mostMinutes = 60_000_000

    /// A duration in hours, to the minute.
    mutating func duration(_ row: XERRow, _ column: XERColumn) -> Located<PlannedDuration>? {
        minutes(row, column).map { Located(Self.duration(minutes: $0), at: place(row, column)) }
    }

    /// Minutes as a duration: what is more than a million of them is stated in hours, whose thousandths are finer.
    static func duration(minutes: Int) -> PlannedDuration {
        if minutes.magnitude <= PlannedDuration.limit / 1_000 { return .minutes(minutes) }
        return PlannedDuration(thousandths: (minutes * 1_000 + (minutes < 0 ? -30 : 30)) / 60, unit: .hours)
    }

    /// A date; `nil` when the cell is empty, or when it is at fault, which is reported.
    mutating func instant(_ row: XERRow, _ column: XERColumn) -> Located<StatedInstant>? {
        guard let cell = row.cell(column) else { return nil }
        guard let minute = XERNumber.minute(cell) else {
            report("xer.bad-date", "is no date", "correct the date in the project", row, column)
            return nil
        }
        // The origin of its dates stands for none.
        guard minute != Self.noDate else { return nil }
        return Located(.minute(minute), at: place(row, column))
    }

    private static let noDate = CivilMinute("1899-12-30T00:00")

    func place(_ row: XERRow, _ column: XERColumn) -> SourcePlace { log.place(row.spot(column)) }

    private mutating func report(_ id: FindingID, _ fault: String, _ advice: String, _ row: XERRow, _ column: XERColumn)
    {
        log.report(
            id, .error, "“\(row.name(column)?.prefix(40) ?? "")” in \(column.name) \(fault)", advice: advice,
            at: row.spot(column))
    }
}

/// Names that must differ: one that is taken is numbered.
struct XERNames {
    private var taken: Set<String>
    /// The last number given to a name.
    private var numbers: [String: Int] = [:]

    init(taken: Set<String> = []) { self.taken = taken }

    /// The name itself, or with the first number that makes it one of its own.
    mutating func unique(_ wanted: String) -> String {
        if taken.insert(wanted).inserted { return wanted }
        var number = numbers[wanted] ?? 1
        var name: String
        repeat {
            number += 1
            name = "\(wanted)-\(number)"
        } while !taken.insert(name).inserted
        numbers[wanted] = number
        return name
    }

    func isTaken(_ name: String) -> Bool { taken.contains(name) }
}
