public import Diagnostics
import Formats
import Scheduling

/// A plan as a table, one activity a line:
/// ```csv
/// id,name,duration,predecessors
/// brief,Creative brief,2d,
/// concept,First ideas,1.5w,brief FS+1d
/// review,Review,0d,concept; brief SS+3d
/// ```
/// Columns in any order, separated by commas, semicolons or tabs; names without regard to case. `id` and `duration` are
/// required, `name`, `lane`, `milestone`, `predecessors`, `calendar`, `deadline`, `note` and the date constraints of a plan
/// file are read when they are there. Without a column `milestone`, an activity of no duration is one.
///
/// A table has no place for the plan's start: it is the earliest date that an activity has to start on or after, and
/// Monday 3 January 2000 when there is none (`plan.assumed-start`).
///
/// - Complexity: O(bytes).
public enum ActivityList {
    public static func read(_ source: SourceText) -> PlanReading {
        let bytes = Array(source.text.utf8)
        var csv = CSVReader(bytes, file: source.file, delimiter: .guess(from: bytes))
        guard let header = csv.next().map(CSVHeader.init) else {
            return PlanReading(draft: PlanDraft(), findings: FindingList([PlanFormat.empty(source)]))
        }
        var rows = ActivityRows(header: header)
        var activities: [ActivityDraft] = []
        // Drafts are large; moving a million of them to make room takes longer than reading them.
        activities.reserveCapacity(bytes.count { $0 == UInt8(ascii: "\n") })
        while let record = csv.next() {
            if let activity = rows.activity(record) { activities.append(activity) }
        }
        var draft = PlanDraft(activities: activities)
        var findings = FindingList(csv.findings + rows.findings)
        let dates =
            rows.hasDates ? activities.flatMap(\.constraints).compactMap { $0.value.earliestStart } : []
        draft.start = Located(dates.min { $0.asStart < $1.asStart } ?? .usualStart)
        if dates.isEmpty { findings.report(assumedStart(source)) }
        return PlanReading(draft: draft, findings: findings)
    }

    private static func assumedStart(_ source: SourceText) -> Finding {
        Finding(
            "plan.assumed-start", .note,
            "the list has no date to start from, so it is counted from \(StatedInstant.usualStart)",
            advice: "give an activity a date in a column “start-no-earlier-than”", at: source.place(line: 1, column: 1))
    }
}

extension DateConstraint {
    /// The date from which on the activity may start; `nil` when this is about something else.
    fileprivate var earliestStart: StatedInstant? {
        switch self {
        case .startNoEarlierThan(let date), .mustStartOn(let date), .mandatoryStart(let date): date
        case .startNoLaterThan, .finishNoEarlierThan, .finishNoLaterThan, .mustFinishOn, .mandatoryFinish,
            .expectedFinish, .asLateAsPossible:
            nil
        }
    }
}
