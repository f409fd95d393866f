import Diagnostics
import Scheduling
import WorkTime

/// The columns of dates that bind an activity.
struct XERDateColumns {
    let types, dates: [XERColumn]
    let expectedFinish, externalStart, externalFinish: XERColumn

    init(_ reader: inout XERReader) {
        types = ["cstr_type", "cstr_type2"].map { reader.column($0, of: .activities) }
        dates = ["cstr_date", "cstr_date2"].map { reader.column($0, of: .activities) }
        expectedFinish = reader.column("expect_end_date", of: .activities)
        externalStart = reader.column("external_early_start_date", of: .activities)
        externalFinish = reader.column("external_late_end_date", of: .activities)
    }
}

extension XERReader {
    /// The dates that bind an activity: its two constraints, its expected finish, and what links to other projects ask.
    mutating func constraints(_ row: XERRow, _ columns: XERDateColumns, of id: ActivityID, isComplete: Bool)
        -> [Located<DateConstraint>]
    {
        var constraints: [Located<DateConstraint>] = []
        for (type, date) in zip(columns.types, columns.dates) {
            if let constraint = constraint(row, type, date) { constraints.append(constraint) }
        }
        if !isComplete, let date = instant(row, columns.expectedFinish) {
            constraints.append(date.map(DateConstraint.expectedFinish))
        }
        guard !isComplete, !ignoresOtherProjects else { return constraints }
        let external = [
            (columns.externalStart, DateConstraint.startNoEarlierThan),
            (columns.externalFinish, DateConstraint.finishNoLaterThan),
        ]
        for (column, constraint) in external {
            guard let date = instant(row, column) else { continue }
            constraints.append(date.map(constraint))
            log.report(
                "xer.external-date", .note,
                "“\(id)” is bound by a link to another project: \(constraint(date.value).key) \(date.value)",
                advice: "export both projects together to have the link itself", at: row.spot(column))
        }
        return constraints
    }

    private mutating func constraint(_ row: XERRow, _ type: XERColumn, _ column: XERColumn) -> Located<DateConstraint>?
    {
        guard let word = row.text(type) else { return nil }
        if word == "CS_ALAP" { return Located(.asLateAsPossible, at: place(row, type)) }
        guard let make = Self.constraints[word] else {
            log.report(
                "xer.unknown-constraint", .warning,
                "“\(word.prefix(40))” in \(type.name) is not known, and does not bind",
                advice: "check the constraint in the project", at: row.spot(type))
            return nil
        }
        guard let date = instant(row, column) else {
            if row.cell(column) == nil {
                log.report(
                    "xer.constraint-without-date", .warning,
                    "\(type.name) is \(word), and no date is stated, so it does not bind",
                    advice: "check the constraint in the project", at: row.spot(type))
            }
            return nil
        }
        return date.map(make)
    }

    private static let constraints: [String: @Sendable (StatedInstant) -> DateConstraint] = [
        "CS_MSO": { .mustStartOn($0) }, "CS_MSOA": { .startNoEarlierThan($0) }, "CS_MSOB": { .startNoLaterThan($0) },
        "CS_MEO": { .mustFinishOn($0) }, "CS_MEOA": { .finishNoEarlierThan($0) }, "CS_MEOB": { .finishNoLaterThan($0) },
        "CS_MANDSTART": { .mandatoryStart($0) }, "CS_MANDFIN": { .mandatoryFinish($0) },
    ]
}
