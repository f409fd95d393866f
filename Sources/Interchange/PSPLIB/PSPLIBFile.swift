public import Diagnostics
import Formats
import Scheduling

/// An instance of the project scheduling library, single mode (`.sm`): jobs with successors and durations.
///
/// A time unit is read as one day around the clock, from Monday 3 January 2000; so the schedule's length in days is the instance's
/// makespan without regard to resources. Demands and capacities are not read yet (`psplib.resources-not-read`).
///
/// Findings: `psplib.missing-section`, `psplib.bad-number`, `psplib.unknown-job`, `psplib.several-modes`.
///
/// - Source: Kolisch and Sprecher, PSPLIB, European Journal of Operational Research 96, 1996.
public enum PSPLIBFile {
    public static func read(_ source: SourceText) -> PlanReading {
        var reader = PSPLIBReader(source)
        let draft = reader.draft()
        return PlanReading(draft: draft, findings: FindingList(reader.findings.map(source.showing)))
    }
}

/// Reads one file section by section.
private struct PSPLIBReader {
    private let source: SourceText
    private let lines: [(number: Int, words: [Substring])]
    private(set) var findings: [Finding] = []

    init(_ source: SourceText) {
        self.source = source
        lines = source.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map {
            ($0.offset + 1, $0.element.split(whereSeparator: \.isWhitespace))
        }
    }

    mutating func draft() -> PlanDraft {
        guard let precedence = rows(of: "PRECEDENCE RELATIONS"), let requests = rows(of: "REQUESTS/DURATIONS") else {
            return PlanDraft()
        }
        if let row = precedence.first(where: { $0.numbers.count > 1 && $0.numbers[1] != 1 }) {
            report(
                "psplib.several-modes", "job \(row.numbers[0]) has \(row.numbers[1]) modes",
                "use single-mode instances (.sm)",
                line: row.line)
            return PlanDraft()
        }
        let durations = durations(in: requests)
        let predecessors = predecessors(in: precedence, jobs: Set(durations.keys))
        let activities = precedence.compactMap { row -> ActivityDraft? in
            guard let job = row.numbers.first, let duration = durations[job] else { return nil }
            return ActivityDraft(
                id: Located(ActivityID("\(job)"), at: place(row)), duration: duration,
                isMilestone: duration.value.thousandths == 0, predecessors: predecessors[job] ?? [])
        }
        reportResources()
        return PlanDraft(
            name: Located(BilingualName(String(source.file.split(separator: "/").last ?? "PSPLIB"))),
            start: Located(StatedInstant.usualStart), activities: activities)
    }

    // MARK: Sections

    private struct Row {
        var line: Int
        var numbers: [Int]
    }

    /// The rows of numbers under a heading, without the line that names the columns.
    private mutating func rows(of heading: String) -> [Row]? {
        guard let start = lines.firstIndex(where: { $0.words.joined(separator: " ").hasPrefix(heading) }) else {
            report(
                "psplib.missing-section", "the section “\(heading)” is missing", "check that the file is complete",
                line: 1)
            return nil
        }
        var rows: [Row] = []
        for (line, words) in lines.dropFirst(start + 2).prefix(while: { $0.words.first?.hasPrefix("*") != true }) {
            guard let first = words.first, !first.hasPrefix("-") else { continue }
            let numbers = words.compactMap { Int($0) }
            if numbers.count == words.count {
                rows.append(Row(line: line, numbers: numbers))
            } else {
                report(
                    "psplib.bad-number", "this row holds something that is not a whole number", "check the row",
                    line: line)
            }
        }
        return rows
    }

    /// Job, mode, duration, demands.
    private mutating func durations(in rows: [Row]) -> [Int: Located<PlannedDuration>] {
        var durations: [Int: Located<PlannedDuration>] = [:]
        for row in rows {
            guard row.numbers.count >= 3, (0...PlannedDuration.limit / 1_000).contains(row.numbers[2]) else {
                report(
                    "psplib.bad-number", "this row holds no duration", "write job, mode, duration and demands",
                    line: row.line)
                continue
            }
            durations[row.numbers[0]] = Located(.elapsedDays(row.numbers[2]), at: place(row))
        }
        return durations
    }

    /// Job, modes, number of successors, successors; turned round.
    private mutating func predecessors(in rows: [Row], jobs: Set<Int>) -> [Int: [Located<LinkDraft>]] {
        var predecessors: [Int: [Located<LinkDraft>]] = [:]
        for row in rows {
            guard row.numbers.count >= 3, row.numbers.count - 3 == row.numbers[2] else {
                report(
                    "psplib.bad-number", "this row lists another number of successors than it says", "check the row",
                    line: row.line)
                continue
            }
            for successor in row.numbers.dropFirst(3) {
                guard jobs.contains(successor) else {
                    report(
                        "psplib.unknown-job", "job \(successor) has no duration",
                        "check the section REQUESTS/DURATIONS", line: row.line)
                    continue
                }
                predecessors[successor, default: []].append(
                    Located(LinkDraft(to: ActivityID("\(row.numbers[0])")), at: place(row)))
            }
        }
        return predecessors
    }

    // MARK: Findings

    private func place(_ row: Row) -> SourcePlace { source.place(line: row.line, column: 1) }

    private mutating func report(_ id: FindingID, _ message: String, _ advice: String, line: Int) {
        findings.append(Finding(id, .error, message, advice: advice, at: source.place(line: line, column: 1)))
    }

    private mutating func reportResources() {
        guard let line = lines.first(where: { $0.words.first == "RESOURCEAVAILABILITIES:" })?.number else { return }
        findings.append(
            Finding(
                "psplib.resources-not-read", .note, "resources are not counted, only durations and precedence",
                advice: "read the dates as the earliest that precedence allows", at: source.place(line: line, column: 1)
            ))
    }
}
