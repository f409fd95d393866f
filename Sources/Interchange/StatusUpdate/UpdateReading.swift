public import Diagnostics
import Formats
public import Scheduling
public import Workflow

/// What has happened to a plan, as a file states it, and what is wrong with how it is written.
///
/// As YAML:
/// ```yaml
/// update: Spring launch
/// on: 2026-02-06
/// progress:
///   ideas: {started: 2026-01-26, finished: 2026-02-03}
///   layouts: {started: 2026-02-04, remaining: 3d}
/// rounds: {ideas-proposal: 3}
/// ```
/// or as a table, one activity a line, with columns in any order: `id,started,finished,remaining,complete,suspended,resumes,
/// rounds`. `update`, the name of the plan, may be left out; a table has no place for the date.
///
/// Findings: those of ``NativePlan`` for progress, `plan.update-without-date`.
public struct UpdateReading: Sendable {
    /// `nil` when it does not say of which day it is.
    public let update: StatusUpdate?
    /// The plan that it speaks of; `nil` where it does not say.
    public let plan: Located<String>?
    /// Each with its place and line.
    public let findings: FindingList

    /// - Parameters:
    ///   - source: the whole file.
    ///   - date: instead of the one that the file states.
    public init(_ source: SourceText, on date: StatedInstant? = nil) {
        var found = FindingList()
        let parts: UpdateParts
        if (try? PlanFormat(detectedIn: source)) == .csv {
            var csv = CSVReader(
                Array(source.text.utf8), file: source.file, delimiter: .guess(from: Array(source.text.utf8)))
            var rows = UpdateRows(&csv)
            parts = rows.parts(&csv)
            found.report(contentsOf: csv.findings + rows.findings)
        } else {
            let document = YAMLDocument(reading: source)
            found = document.findings
            guard let root = document.root else {
                if !found.hasErrors { found.report(Self.empty(source)) }
                (update, plan, findings) = (nil, nil, found)
                return
            }
            var reader = UpdateKeys(root)
            parts = reader.parts()
            found.report(contentsOf: reader.findings.map(source.showing))
        }
        let stated = date.map { Located($0) } ?? parts.date
        if stated == nil, !found.hasErrors { found.report(Self.withoutDate(source)) }
        update = stated.map { StatusUpdate(date: $0, progress: parts.progress, rounds: parts.rounds) }
        (plan, findings) = (parts.plan, found)
    }

    private static func empty(_ source: SourceText) -> Finding {
        Finding(
            "plan.empty", .error, "the file is empty", advice: "begin it with a line such as  on: 2026-02-06",
            at: source.place(line: 1, column: 1))
    }

    private static func withoutDate(_ source: SourceText) -> Finding {
        Finding(
            "plan.update-without-date", .error, "the update does not say up to which day it tells",
            advice: "add a line such as  on: 2026-02-06, or give it with --on", at: source.place(line: 1, column: 1))
    }
}

/// What a file states of an update, whichever way it is written.
struct UpdateParts {
    var plan: Located<String>?
    var date: Located<StatedInstant>?
    var progress: [(id: Located<ActivityID>, progress: ProgressDraft)] = []
    var rounds: [(id: Located<ActivityID>, count: Located<Int>)] = []
}
