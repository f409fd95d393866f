public import Diagnostics
import Formats
import Scheduling
import WorkTime
public import Workflow

/// A procedure as people write it:
/// ```yaml
/// procedure: creative
/// name: Creative / 创意
/// lanes: {client: Client / 客户, creative: Creative / 创意}
/// steps:
///   brief:   {name: Creative brief / 创作要求, lane: creative, duration: 2d, joins: {research: first-findings}}
///   layouts: {lane: creative, duration: {small: 3d, medium: 5d, large: 8d}, after: brief}
///   layouts-ok:
///     lane: client
///     after: layouts
///     gate: {reviewer: client, answer: 1d 2d 5d, rounds: {small: 1, medium: 2, large: 3}, rework: layouts 20%}
/// ```
/// Wherever something depends on the size of the job, a group of the three sizes stands in its place.
///
/// Findings: those of ``YAMLDocument`` and ``YAMLGroup``, `procedure.no-name`, `procedure.no-steps`,
/// `procedure.missing-size`, `procedure.unknown-word`, and those of gates, links, durations and calendars in plans. Whether the
/// steps make sense is checked on the plan that they come to.
public enum ProcedureFile {
    /// Reads a file for all sizes of job.
    public static func read(_ source: SourceText) -> ProcedureReading {
        let document = YAMLDocument(reading: source)
        var findings = document.findings.inReadingOrder
        guard let root = document.root else {
            if !document.findings.hasErrors { findings.append(empty(source)) }
            return ProcedureReading(source, [:], findings)
        }
        var procedures: [JobSize: Procedure] = [:]
        for size in JobSize.allCases {
            var reader = ProcedureReader(root, size)
            procedures[size] = reader.procedure()
            // What is wrong whatever the size is found three times.
            findings += reader.findings.filter { !findings.contains($0) }
        }
        return ProcedureReading(source, procedures, findings)
    }

    private static func empty(_ source: SourceText) -> Finding {
        Finding(
            "procedure.empty", .error, "the file is empty",
            advice:
                "begin it with a line such as  procedure: creative; headroom plan new procedure creative  prints one",
            at: source.place(line: 1, column: 1))
    }
}

/// What a procedure file states, and what is wrong with how it is written.
public struct ProcedureReading: Sendable {
    private let procedures: [JobSize: Procedure]
    /// Each with its place and line, in reading order.
    public let findings: FindingList
    private let source: SourceText

    init(_ source: SourceText, _ procedures: [JobSize: Procedure], _ findings: [Finding]) {
        self.source = source
        self.procedures = procedures
        self.findings = FindingList(FindingList(findings.map(source.showing)).inReadingOrder)
    }

    /// The procedure for one size of job; `nil` for a file that is none. Sound only when `findings` has no errors.
    public subscript(size: JobSize) -> Procedure? { procedures[size] }

    /// Adds the line that it speaks of to a finding of a later check.
    public func showing(_ finding: Finding) -> Finding { source.showing(finding) }
}

/// Reads a procedure for one size of job.
private struct ProcedureReader {
    private var group: YAMLGroup<ProcedureKey>
    private let size: JobSize
    private var partFindings: [Finding] = []

    init(_ root: YAMLNode, _ size: JobSize) {
        group = YAMLGroup(root, subject: "procedure", owner: "the procedure")
        self.size = size
    }

    var findings: [Finding] { group.findings + partFindings }

    mutating func procedure() -> Procedure? {
        guard group.isReadable else { return nil }
        let id = group.text(.procedure)
        if id == nil, !group.has(.procedure) {
            report(
                "procedure.no-name", "the procedure has no name",
                advice: "begin the file with a line such as  procedure: creative")
        }
        let title = group.text(.name).map { BilingualName(parsing: $0.value) } ?? BilingualName(id?.value ?? "")
        return Procedure(
            id: id ?? Located(""), name: title, lanes: group.lanes(.lanes), calendars: calendars(), steps: steps())
    }

    private mutating func calendars() -> [Located<CalendarDefinition>] {
        guard group.has(.calendars) else { return [] }
        return (group.entries(.calendars) ?? []).map { entry in
            let owner = "the calendar “\(entry.key.value)”"
            var reader = CalendarReader(entry.value, keys: CalendarKey.insidePlan, owner: owner)
            let definition = reader.definition(id: entry.key.value)
            partFindings += reader.findings
            return Located(definition, at: entry.key.place)
        }
    }

    private mutating func steps() -> [Procedure.Step] {
        let entries = group.has(.steps) ? group.entries(.steps) : []
        guard let entries, !entries.isEmpty else {
            if entries != nil {
                report(
                    "procedure.no-steps", "the procedure has no steps",
                    advice: "add some under  steps, such as  brief: {lane: account, duration: 2d}")
            }
            return []
        }
        return entries.map { entry in
            var reader = StepReader(entry, for: size)
            let step = reader.step()
            partFindings += reader.findings
            return step
        }
    }

    private mutating func report(_ id: FindingID, _ message: String, advice: String) {
        partFindings.append(Finding(id, .error, message, advice: advice, at: group.place))
    }
}
