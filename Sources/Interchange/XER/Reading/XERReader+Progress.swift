import Diagnostics
import Scheduling
import WorkTime

/// The columns that say what has happened to an activity.
struct XERProgressColumns {
    let start, finish, percentKind, physical, suspended, resumes, status: XERColumn
    let worked, equipmentUsed, workLeft, equipmentLeft: XERColumn

    init(_ reader: inout XERReader) {
        start = reader.column("act_start_date", of: .activities, missingIs: .warning)
        finish = reader.column("act_end_date", of: .activities, missingIs: .warning)
        percentKind = reader.column("complete_pct_type", of: .activities)
        physical = reader.column("phys_complete_pct", of: .activities)
        suspended = reader.column("suspend_date", of: .activities)
        resumes = reader.column("resume_date", of: .activities)
        status = reader.column("status_code", of: .activities)
        worked = reader.column("act_work_qty", of: .activities)
        equipmentUsed = reader.column("act_equip_qty", of: .activities)
        workLeft = reader.column("remain_work_qty", of: .activities)
        equipmentLeft = reader.column("remain_equip_qty", of: .activities)
    }
}

extension XERReader {
    /// What has happened to an activity so far.
    mutating func progress(
        _ row: XERRow, _ columns: XERProgressColumns, planned: Located<PlannedDuration>?,
        left: Located<PlannedDuration>?
    ) -> ProgressDraft {
        var progress = ProgressDraft(
            actualStart: instant(row, columns.start), actualFinish: instant(row, columns.finish))
        checkStatus(row, columns, progress)
        guard progress.actualStart != nil || progress.actualFinish != nil else { return progress }
        progress.completeKind = completeKind(row, columns)
        progress.complete = complete(row, columns, progress, planned: planned?.value, left: left?.value)
        guard progress.actualFinish == nil else { return progress }
        progress.remaining = left
        progress.suspended = instant(row, columns.suspended)
        progress.resumes = progress.suspended == nil ? nil : instant(row, columns.resumes)
        return progress
    }

    private func completeKind(_ row: XERRow, _ columns: XERProgressColumns) -> CompleteKind {
        switch row.text(columns.percentKind) {
        case "CP_Phys": .physical
        case "CP_Units": .units
        default: .duration
        }
    }

    private func complete(
        _ row: XERRow, _ columns: XERProgressColumns, _ progress: ProgressDraft, planned: PlannedDuration?,
        left: PlannedDuration?
    ) -> Located<Int>? {
        let place = place(row, columns.start)
        if progress.actualFinish != nil { return Located(10_000, at: place) }
        switch progress.completeKind {
        case .physical: return part(row, columns.physical, scale: 100).map { Located($0, at: place) }
        case .units:
            let done = sum(row, [columns.worked, columns.equipmentUsed])
            let all = done.addingReportingOverflow(sum(row, [columns.workLeft, columns.equipmentLeft]))
            return all.overflow ? nil : Self.share(done, of: all.partialValue).map { Located($0, at: place) }
        case .duration:
            guard let planned, let left else { return nil }
            return Self.share(planned.workMinutes - left.workMinutes, of: planned.workMinutes).map {
                Located($0, at: place)
            }
        }
    }

    private func part(_ row: XERRow, _ column: XERColumn, scale: Int) -> Int? {
        row.cell(column).flatMap { XERNumber.scaled($0, by: scale) }.map { min(max(0, $0), 10_000) }
    }

    /// Units of work in thousandths.
    private func sum(_ row: XERRow, _ columns: [XERColumn]) -> Int {
        columns.reduce(0) { sum, column in
            let part = row.cell(column).flatMap { XERNumber.scaled($0, by: 1_000) } ?? 0
            return sum.addingReportingOverflow(part).partialValue
        }
    }

    /// In hundredths of a per cent, 0…10,000; `nil` of nothing.
    private static func share(_ part: Int, of whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        let part = min(max(0, part), whole)
        let (product, overflow) = part.multipliedReportingOverflow(by: 10_000)
        return overflow ? part / (whole / 10_000) : product / whole
    }

    /// A status that no date bears out is not followed.
    private mutating func checkStatus(_ row: XERRow, _ columns: XERProgressColumns, _ progress: ProgressDraft) {
        guard let status = row.text(columns.status) else { return }
        let isBorneOut =
            switch status {
            case "TK_Complete": progress.actualFinish != nil
            case "TK_Active": progress.actualStart != nil && progress.actualFinish == nil
            case "TK_NotStart": progress.actualStart == nil && progress.actualFinish == nil
            default: true
            }
        guard !isBorneOut else { return }
        log.report(
            "xer.status-without-date", .warning,
            "the status \(status) does not agree with the actual dates, which are followed",
            advice: "check the actual start and finish of this activity", at: row.spot(columns.status))
    }
}

extension PlannedDuration {
    /// Minutes of a duration that is stated in minutes or hours.
    fileprivate var workMinutes: Int { unit == .hours ? thousandths * 60 / 1_000 : thousandths / 1_000 }
}
